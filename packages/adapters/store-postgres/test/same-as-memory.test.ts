import { memoryStore, openStore, type RegisterRecord } from "@finsam/store";
import { anyHistory, besideMemory, everythingIn } from "@finsam/store-trials";
import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { openPostgresStore } from "../src/index.ts";
import { newTenant } from "./databases.ts";

test("whatever is done to a register, it answers and holds what the one in memory does", async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, async (steps) => {
      await using postgres = await openPostgresStore({ url: inject("postgresUrl"), tenant: newTenant() });
      const [here, inMemory] = await besideMemory(postgres, steps);
      expect(here).toEqual(inMemory);
      expect(await postgres.verify()).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("what is hidden, left or withdrawn far from where it was stated is so all the same", async () => {
  const nothing = Array.from({ length: 1500 }, (_, index): RegisterRecord => {
    const person = { protectedIdentity: false, id: `q${index}`, sex: "man", sexBasis: "legal-sex" } as const;
    return { kind: "person", person };
  });
  const of = (id: string, person: string): RegisterRecord => ({
    kind: "participation",
    participation: { followUp: "followed", id, person, intervention: "ips", sex: "woman", sexBasis: "legal-sex" },
  });
  const open = (id: string): RegisterRecord => ({
    kind: "person",
    person: { protectedIdentity: false, id, sex: "woman", sexBasis: "legal-sex" },
  });
  const spell = (id: string, participation: string): RegisterRecord => ({
    kind: "spell",
    spell: { id, participation, start: "2021-03-01" },
  });
  const notFollowed = (id: string): RegisterRecord => ({
    kind: "participation",
    participation: { followUp: "not-followed", id, intervention: "ips", sex: "woman", sexBasis: "legal-sex" },
  });
  const [first, second]: readonly (readonly RegisterRecord[])[] = [
    [
      open("p1"),
      open("p2"),
      open("p3"),
      of("d1", "p1"),
      of("d2", "p2"),
      of("d3", "p3"),
      spell("s1", "d1"),
      spell("s2", "d2"),
    ],
    [
      spell("s1", "d1"),
      of("d4", "p1"),
      ...nothing,
      { kind: "person", person: { protectedIdentity: true, id: "p1" } },
      notFollowed("d2"),
      notFollowed("d3"),
      ...nothing,
      spell("s1", "d1"),
      spell("s2", "d4"),
      of("d5", "p1"),
      open("p3"),
      ...nothing,
      spell("s3", "d5"),
    ],
  ];
  await using memory = await openStore(memoryStore);
  await using postgres = await openPostgresStore({ url: inject("postgresUrl"), tenant: newTenant() });
  for (const batch of [first ?? [], second ?? []]) expect(await postgres.save(batch)).toEqual(await memory.save(batch));
  expect(await everythingIn(postgres)).toEqual(await everythingIn(memory));
});

test("an interval that is written the other way round is the same", async () => {
  const waiting = (months: { readonly min: number; readonly max: number }): RegisterRecord => ({
    kind: "person",
    person: { protectedIdentity: false, id: "p1", sex: "man", sexBasis: "legal-sex", facts: { months } },
  });
  await using store = await openPostgresStore({ url: inject("postgresUrl"), tenant: newTenant() });
  await store.save([waiting({ min: 1, max: 2 })]);
  expect((await store.save([waiting({ max: 2, min: 1 })])).person.unchanged).toBe(1);
});
