import { expect, inject, test } from "vitest";
import { migratePostgresStore, openPostgresStore } from "../src/index.ts";
import { addressOf, ask, newDatabase } from "./databases.ts";

const tenant = "uppsala";
const tablesOf = (url: string) =>
  ask(url, "SELECT relname, relkind FROM pg_class WHERE relnamespace = to_regnamespace('finsam') ORDER BY 1");

test("programs that open a new database at the same time make one store", async () => {
  const url = await newDatabase();
  const opened = await Promise.all(Array.from({ length: 8 }, () => openPostgresStore({ url, tenant })));
  for (const store of opened) expect((await store.count()).persons).toBe(0);
  await Promise.all(opened.map((store) => store[Symbol.asyncDispose]()));
  expect(await ask(url, "SELECT version FROM finsam.store_version")).toEqual([{ version: 1 }]);
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
