import { randomUUID } from "node:crypto";
import type { RegisterRecord } from "@finsam/store";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { loginSql, migratePostgresStore, openPostgresStore, rolesSql } from "../src/index.ts";
import { addressOf, ask, makeDatabase, refusal } from "./databases.ts";

const suffix = randomUUID().replaceAll("-", "");
const logins = {
  reader: `reader_${suffix}`,
  writer: `writer_${suffix}`,
  migrator: `migrator_${suffix}`,
  uppsala: `uppsala_${suffix}`,
};

let superuser = "";
const as = (login: keyof typeof logins): string => addressOf(superuser, { login: logins[login] });

const insufficientPrivilege = "42501";

const woman = (id: string): RegisterRecord => ({
  kind: "person",
  person: { protectedIdentity: false, id, sex: "woman", sexBasis: "legal-sex" },
});

let removeDatabase = async () => {};
beforeAll(async () => {
  const database = await makeDatabase(inject("postgresUrl"));
  superuser = database.url;
  removeDatabase = database.remove;
  await ask(
    superuser,
    ...rolesSql(),
    ...Object.values(logins).map((login) => `CREATE ROLE "${login}" LOGIN PASSWORD 'secret'`),
  );
  await ask(superuser, ...loginSql({ login: logins.migrator, role: "migrator" }));
  await migratePostgresStore(as("migrator"));
  await ask(
    superuser,
    ...loginSql({ login: logins.reader, role: "reader" }),
    ...loginSql({ login: logins.writer, role: "writer" }),
    ...loginSql({ login: logins.uppsala, role: "writer", tenants: ["uppsala"] }),
  );
  for (const tenant of ["uppsala", "värmland"]) {
    await using store = await openPostgresStore({ url: as("writer"), tenant, migrate: false });
    await store.save([woman(`of-${tenant}`)]);
  }
});
afterAll(async () => {
  await removeDatabase();
  await ask(inject("postgresUrl"), ...Object.values(logins).map((login) => `DROP ROLE IF EXISTS "${login}"`));
});

const tables = ["person", "participation", "measurement", "spell", "history"];

describe("each role has what it needs", () => {
  test("who reads opens the register and reads it", async () => {
    await using store = await openPostgresStore({ url: as("reader"), tenant: "uppsala", migrate: false });
    expect((await store.count()).persons).toBe(1);
    expect(await store.verify()).toEqual([]);
  });

  test("who writes saves and erases", async () => {
    await using store = await openPostgresStore({ url: as("writer"), tenant: "gävle", migrate: false });
    expect((await store.save([woman("p1")])).person.added).toBe(1);
    expect((await store.erase("p1")).persons).toBe(1);
  });

  test("what a migrator makes belongs to the role, so that another migrator may change it", async () => {
    const owners = await ask(
      superuser,
      "SELECT DISTINCT pg_get_userbyid(relowner)::text AS owner FROM pg_class WHERE relnamespace = 'finsam'::regnamespace AND relkind = 'r'",
    );
    expect(owners).toEqual([{ owner: "finsam_migrator" }]);
  });
});

describe("and no more", () => {
  test("who reads is told that the login may not save", async () => {
    await using store = await openPostgresStore({ url: as("reader"), tenant: "uppsala", migrate: false });
    const refused = {
      code: "store-unavailable",
      retryable: false,
      text: { en: expect.stringContaining("may not do this") },
    };
    await expect(store.save([woman("p2")])).rejects.toMatchObject(refused);
    await expect(store.erase("of-uppsala")).rejects.toMatchObject(refused);
    expect((await store.count()).persons).toBe(1);
  });

  test.each(tables)("who reads changes nothing in %s", async (table) => {
    const tenant = "SELECT set_config('finsam.tenant', 'uppsala', false)";
    for (const statement of [
      `DELETE FROM finsam.${table}`,
      `UPDATE finsam.${table} SET tenant = tenant`,
      `TRUNCATE finsam.${table}`,
    ])
      expect(await refusal(as("reader"), tenant, statement), statement).toBe(insufficientPrivilege);
  });

  test("who writes changes no history, no table and no login", async () => {
    for (const statement of [
      "DELETE FROM finsam.history",
      "UPDATE finsam.history SET at = at",
      "TRUNCATE finsam.history",
      "TRUNCATE finsam.person",
      "DROP TABLE finsam.person",
      "ALTER TABLE finsam.person DISABLE ROW LEVEL SECURITY",
      "DROP POLICY own_tenant ON finsam.person",
      "CREATE TABLE finsam.own (id text)",
      "SELECT * FROM finsam.login_tenant",
      `DELETE FROM finsam.login_tenant WHERE login = '${logins.uppsala}'`,
      "INSERT INTO finsam.store_version (version) VALUES (99)",
    ])
      expect(await refusal(as("writer"), statement), statement).toBe(insufficientPrivilege);
  });

  test("not even who owns the tables rewrites the history", async () => {
    for (const statement of [
      "DELETE FROM finsam.history",
      "UPDATE finsam.history SET at = at",
      "TRUNCATE finsam.history",
    ])
      expect(await refusal(as("migrator"), statement), statement).toBe(insufficientPrivilege);
  });

  test("who may not migrate is told that the store is to be made first", async () => {
    const { url, remove } = await makeDatabase(inject("postgresUrl"));
    try {
      const opening = openPostgresStore({ url: addressOf(url, { login: logins.reader }), tenant: "uppsala" });
      await expect(opening).rejects.toMatchObject({ code: "store-unavailable", retryable: false });
    } finally {
      await remove();
    }
  });
});

describe("one association does not get at the rows of another", () => {
  const ofTenant = (tenant: string): string => `SELECT set_config('finsam.tenant', '${tenant}', false)`;
  const forgetful = "SELECT id FROM finsam.person ORDER BY id";

  test.each(["reader", "writer", "migrator"] as const)("as %s, by a query that forgets the filter", async (login) => {
    expect(await ask(as(login), ofTenant("uppsala"), forgetful)).toEqual([{ id: "of-uppsala" }]);
    expect(await ask(as(login), ofTenant("värmland"), forgetful)).toEqual([{ id: "of-värmland" }]);
    expect(await ask(as(login), ofTenant("nowhere"), forgetful)).toEqual([]);
  });

  test.each(["reader", "writer", "migrator"] as const)(
    "as %s, without saying who asks, there is nothing",
    async (login) => {
      for (const table of tables) expect(await ask(as(login), `SELECT * FROM finsam.${table}`)).toEqual([]);
    },
  );

  test("by a change that forgets the filter, or a row in the other's name", async () => {
    await ask(
      as("writer"),
      ofTenant("värmland"),
      "UPDATE finsam.person SET sex = 'man'",
      "DELETE FROM finsam.participation",
    );
    expect(await ask(as("writer"), ofTenant("uppsala"), "SELECT sex FROM finsam.person")).toEqual([{ sex: "woman" }]);
    const smuggled =
      "INSERT INTO finsam.person (tenant, id, protected, sex, sex_basis) VALUES ('uppsala', 'x', false, 'man', 'legal-sex')";
    expect(await refusal(as("writer"), ofTenant("värmland"), smuggled)).toBe(insufficientPrivilege);
    const moved = "UPDATE finsam.person SET tenant = 'uppsala'";
    expect(await refusal(as("writer"), ofTenant("värmland"), moved)).toBe(insufficientPrivilege);
  });

  test("by a login that is bound to its own, whatever it says that it is", async () => {
    expect(await ask(as("uppsala"), ofTenant("uppsala"), forgetful)).toEqual([{ id: "of-uppsala" }]);
    expect(await ask(as("uppsala"), ofTenant("värmland"), forgetful)).toEqual([]);
    const opening = openPostgresStore({ url: as("uppsala"), tenant: "värmland", migrate: false });
    await expect(opening).rejects.toMatchObject({
      text: { en: expect.stringContaining("may not open the register of this association") },
    });
  });
});
