import { reportTables } from "@finsam/gender-reporting";
import { stockholm } from "@finsam/stockholm";
import type { OpenStore, RegisterRecord } from "@finsam/store";
import { twentyThousand } from "@finsam/store-trials";
import { beforeEach, expect, inject, test } from "vitest";
import { openPostgresStore } from "../src/index.ts";
import { allOf, ask, holding, makeDatabase, waitsForLock } from "./databases.ts";

let url = "";
let store: OpenStore;
beforeEach(async () => {
  const database = await makeDatabase(inject("postgresUrl"));
  url = database.url;
  store = await openPostgresStore({ url, tenant: "uppsala" });
  await store.save(twentyThousand);
  return async () => {
    await store[Symbol.asyncDispose]();
    await database.remove();
  };
});

const enough = new Error("enough");

/** What the store is doing on the server, beside keeping connections for later. */
const workOnServer = () =>
  ask(
    url,
    "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'finsam' AND state <> 'idle'",
  );

test.each<[string, (signal: AbortSignal) => Promise<unknown>]>([
  ["a tabulation", (signal) => store.tabulate(reportTables(stockholm, 2021), { signal })],
  ["a count", (signal) => store.count({ signal })],
  ["a save", (signal) => store.save(twentyThousand, { signal })],
  ["an erasure", (signal) => store.erase("p1", { signal })],
])("%s that is cancelled stops on the server", async (_, begin) => {
  const lock = await holding(url, "LOCK TABLE finsam.participation IN ACCESS EXCLUSIVE MODE");
  const stop = new AbortController();
  const working = begin(stop.signal).catch((error: unknown) => error);
  await waitsForLock(url);
  expect(await workOnServer()).toHaveLength(1);
  stop.abort(enough);
  expect(await working).toBe(enough);
  expect(await workOnServer()).toEqual([]);
  await lock.release();
  expect((await store.count()).participations).toBe(9_900);
});

test("a stream that nobody reads any longer stops on the server", async () => {
  for await (const _ of store.participations()) {
    expect(await workOnServer()).toHaveLength(1);
    break;
  }
  expect(await workOnServer()).toEqual([]);
});

test("a stream sees one moment, whatever is saved while it is read", async () => {
  const before = await allOf(store.persons());
  const seen: unknown[] = [];
  for await (const person of store.persons()) {
    if (seen.length === 0)
      await store.save([{ kind: "person", person: { protectedIdentity: true, id: "p9998" } } satisfies RegisterRecord]);
    seen.push(person);
  }
  expect(seen).toEqual(before);
  expect(await allOf(store.persons())).not.toEqual(before);
});

test("a save that waits for another one can be cancelled", async () => {
  const lock = await holding(url, "SELECT pg_advisory_xact_lock(hashtextextended('finsam uppsala', 0))");
  const stop = new AbortController();
  const saving = store.save(twentyThousand, { signal: stop.signal }).catch((error: unknown) => error);
  await waitsForLock(url);
  stop.abort(enough);
  expect(await saving).toBe(enough);
  expect(await workOnServer()).toEqual([]);
  await lock.release();
});
