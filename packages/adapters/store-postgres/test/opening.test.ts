import { startImporter } from "@finsam/store-trials";
import { describe, expect, inject, test } from "vitest";
import { migratePostgresStore, openPostgresStore } from "../src/index.ts";
import { addressOf, ask, contentsOf, holding, newDatabase, olderDatabase, waitsForLock } from "./databases.ts";

const tenant = "uppsala";
const tablesOf = (url: string) =>
  ask(url, "SELECT relname, relkind FROM pg_class WHERE relnamespace = to_regnamespace('finsam') ORDER BY 1");
const versionsOf = (url: string) => ask(url, "SELECT version FROM finsam.store_version ORDER BY version");

test("programs that open a new database at the same time make one store", async () => {
  const url = await newDatabase();
  const opened = await Promise.all(Array.from({ length: 8 }, () => openPostgresStore({ url, tenant })));
  for (const store of opened) expect((await store.count()).persons).toBe(0);
  await Promise.all(opened.map((store) => store[Symbol.asyncDispose]()));
  expect(await versionsOf(url)).toEqual([{ version: 1 }, { version: 2 }]);
});

test("a store that is up to date is left as it is by another migration", async () => {
  const url = await newDatabase();
  await migratePostgresStore(url);
  const before = await tablesOf(url);
  await migratePostgresStore(url);
  expect(await tablesOf(url)).toEqual(before);
});

test("who only reads is not given a store that is not there", async () => {
  const url = await newDatabase();
  const opening = openPostgresStore({ url, tenant, migrate: false });
  await expect(opening).rejects.toMatchObject({
    code: "not-a-store",
    text: { sv: expect.stringContaining("inget register") },
  });
  expect(await tablesOf(url)).toEqual([]);
});

test("a schema of something else is refused and left as it was", async () => {
  const url = await newDatabase();
  await ask(url, "CREATE SCHEMA finsam", "CREATE TABLE finsam.person (name text)");
  const before = await tablesOf(url);
  await expect(openPostgresStore({ url, tenant })).rejects.toMatchObject({ code: "not-a-store" });
  expect(await tablesOf(url)).toEqual(before);
});

test("a store of a newer version is refused and left as it was", async () => {
  const url = await newDatabase();
  await migratePostgresStore(url);
  await ask(url, "INSERT INTO finsam.store_version (version) VALUES (99)");
  await expect(openPostgresStore({ url, tenant })).rejects.toMatchObject({ code: "store-too-new" });
  await expect(migratePostgresStore(url)).rejects.toMatchObject({ code: "store-too-new" });
});

describe("a store of the first version", () => {
  const migrationLock = "SELECT pg_advisory_xact_lock(7305784206102117)";

  /** Opens the store in a process of its own and saves into it, and tells whether that went well. */
  async function importInProcess(url: string): Promise<unknown> {
    const importer = startImporter(new URL("./importer.ts", import.meta.url));
    importer.begin({ place: [url, tenant], batch: "twentyThousand" });
    return importer.ends();
  }

  test("is migrated once by two processes that open it at the same time", async () => {
    const url = await olderDatabase();
    const lock = await holding(url, migrationLock);
    const importing = Promise.all([importInProcess(url), importInProcess(url)]);
    // Both have seen that it is old, and neither has begun.
    await waitsForLock(url, 2);
    expect(await versionsOf(url)).toEqual([{ version: 1 }]);
    await lock.release();
    expect(await importing).toEqual([0, 0]);
    expect(await versionsOf(url)).toEqual([{ version: 1 }, { version: 2 }]);
    await using store = await openPostgresStore({ url, tenant });
    // Of 10,000, those of persons with protected identity are not shown: p3 had it before.
    expect((await store.count()).participations).toBe(9_899);
    expect(await store.verify()).toEqual([]);
  });

  test("is too old for who may not migrate it, and left as it was", async () => {
    const url = await olderDatabase();
    await expect(openPostgresStore({ url, tenant, migrate: false })).rejects.toMatchObject({ code: "store-too-old" });
    expect(await versionsOf(url)).toEqual([{ version: 1 }]);
    await migratePostgresStore(url);
    await using store = await openPostgresStore({ url, tenant, migrate: false });
    expect((await store.count()).persons).toBe(2);
  });

  test("holds the same after the migration, or as before when the migration is taken back", async () => {
    const url = await olderDatabase();
    // The version is written down last.
    await ask(url, "ALTER TABLE finsam.store_version ADD CONSTRAINT stop CHECK (version < 2)");
    await expect(migratePostgresStore(url)).rejects.toMatchObject({ code: "store-unavailable" });
    expect(await historyTrigger(url)).toEqual([{ fires: "O" }]);
    await ask(url, "ALTER TABLE finsam.store_version DROP CONSTRAINT stop");
    await using store = await openPostgresStore({ url, tenant });
    expect(await historyTrigger(url)).toEqual([{ fires: "A" }]);
    expect(await contentsOf(store)).toContain('"id":"s1"');
  });

  const historyTrigger = (url: string) =>
    ask(url, "SELECT tgenabled::text AS fires FROM pg_trigger WHERE tgname = 'history_is_only_added_to'");
});

test("no server, no login and no database are told apart from each other without the password", async () => {
  const refused = async (url: string) => {
    const error: unknown = await openPostgresStore({ url, tenant }).catch((error: unknown) => error);
    expect(JSON.stringify(error)).not.toContain("secret");
    return error;
  };
  expect(await refused("postgres://me:secret@127.0.0.1:1/register")).toMatchObject({
    code: "store-unavailable",
    retryable: true,
  });
  const url = inject("postgresUrl");
  expect(await refused(addressOf(url, { login: "nobody-at-all" }))).toMatchObject({ retryable: false });
  expect(await refused(addressOf(url, { database: "not_there" }))).toMatchObject({ retryable: false });
});

test("a register is somebody's", async () => {
  for (const nobody of ["", "a\0b", "x".repeat(201)])
    await expect(openPostgresStore({ url: inject("postgresUrl"), tenant: nobody })).rejects.toMatchObject({
      retryable: false,
    });
});
