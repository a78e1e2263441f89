import type { RegisterRecord } from "@finsam/store";
import { memoryStore, openStore } from "@finsam/store";
import { expect, inject, test } from "vitest";
import { openPostgresStore } from "../src/index.ts";
import { allOf, contentsOf, newTenant } from "./databases.ts";

const people = (from: number, to: number, fact: string): readonly RegisterRecord[] =>
  Array.from({ length: to - from }, (_, index) => from + index).map((number) => ({
    kind: "person",
    person: {
      protectedIdentity: false,
      id: `p${number}`,
      sex: "woman",
      sexBasis: "legal-sex",
      facts: { [fact]: true },
    },
  }));

test("eight writers at once with overlapping batches lose nothing", async () => {
  const [url, tenant] = [inject("postgresUrl"), newTenant()];
  const batches = Array.from({ length: 8 }, (_, writer) => people(writer * 100, writer * 100 + 500, `by${writer}`));
  const stores = await Promise.all(batches.map(() => openPostgresStore({ url, tenant, maxConnections: 2 })));
  const accounts = await Promise.all(stores.map((store, writer) => store.save(batches[writer] ?? [])));
  expect(accounts.reduce((added, { person }) => added + person.added, 0)).toBe(1200);

  // Each states a fact of its own, so the order of the batches makes no difference: any serial order gives this.
  await using memory = await openStore(memoryStore);
  for (const batch of batches) await memory.save(batch);
  const [store] = stores;
  if (store === undefined) throw new Error("there are eight");
  expect(await contentsOf(store)).toBe(await contentsOf(memory));
  expect((await allOf(store.history())).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await store.verify()).toEqual([]);
  await Promise.all(stores.map((one) => one[Symbol.asyncDispose]()));
});

test("who reads while somebody saves gets what was there before, and then what is there", async () => {
  const [url, tenant] = [inject("postgresUrl"), newTenant()];
  await using store = await openPostgresStore({ url, tenant });
  await using other = await openPostgresStore({ url, tenant });
  await store.save(people(0, 10, "before"));
  async function* slowly(): AsyncIterable<RegisterRecord> {
    for (const record of people(10, 5000, "after")) {
      if (record.kind === "person" && record.person.id === "p4000") expect((await other.count()).persons).toBe(10);
      yield record;
    }
  }
  await store.save(slowly());
  expect((await other.count()).persons).toBe(5000);
});

test("registers of two tenants on one server do not know of each other", async () => {
  const url = inject("postgresUrl");
  await using one = await openPostgresStore({ url, tenant: newTenant() });
  await using other = await openPostgresStore({ url, tenant: newTenant() });
  await Promise.all([one.save(people(0, 3000, "a")), other.save(people(0, 20, "b"))]);
  expect((await other.count()).persons).toBe(20);
  expect((await one.erase("p0")).persons).toBe(1);
  expect((await other.count()).persons).toBe(20);
  expect(await allOf(other.history())).toHaveLength(1);
});
