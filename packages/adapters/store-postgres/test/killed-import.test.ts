import { earlier, type FreshRegister, killImports } from "@finsam/store-trials";
import { expect, inject, test } from "vitest";
import { openPostgresStore } from "../src/index.ts";
import { ask, makeDatabase, newDatabase } from "./databases.ts";

const importer = new URL("./importer.ts", import.meta.url);
const tenant = "uppsala";

test("an import of 20,000 rows that is killed leaves all of them or none in a sound register, and can be run again", {
  timeout: 3_600_000,
}, async () => {
  const original = await newDatabase();
  {
    await using store = await openPostgresStore({ url: original, tenant });
    await store.save(earlier);
  }
  const fresh = async (): Promise<FreshRegister> => {
    const { url, remove } = await makeDatabase(inject("postgresUrl"), original);
    const open = async () => {
      // A commit that was on its way is still carried out, and reading is several looks: they come when the save is over either way.
      await ask(url, `SELECT pg_advisory_xact_lock(hashtextextended('finsam ${tenant}', 0))`);
      return openPostgresStore({ url, tenant });
    };
    return { place: [url, tenant], open, [Symbol.asyncDispose]: remove };
  };
  const { imports, killed, ...how } = await killImports({ importer, fresh });
  console.log(`${imports} imports of 20,000 rows into PostgreSQL killed:`, killed, how);
  expect(killed.amongTheRecords).toBeGreaterThanOrEqual(50);
  expect(killed.afterTheCommit).toBeGreaterThanOrEqual(1);
});
