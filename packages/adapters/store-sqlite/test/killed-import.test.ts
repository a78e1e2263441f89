import { copyFileSync, existsSync, rmSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { earlier, type FreshRegister, killImports, later, startImporter } from "@finsam/store-trials";
import { expect, test } from "vitest";
import { openSqliteStore } from "../src/index.ts";
import { contentsOf, newFile } from "./register-file.ts";

const importer = new URL("./importer.ts", import.meta.url);

test("an import of 20,000 rows that is killed leaves all of them or none in a sound register, and can be run again", {
  timeout: 3_600_000,
}, async () => {
  const original = newFile();
  {
    await using store = await openSqliteStore(original);
    await store.save(earlier);
  }
  const fresh = async (): Promise<FreshRegister> => {
    const file = newFile();
    copyFileSync(original, file);
    const remove = async () => {
      for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
    };
    return { place: [file], open: () => openSqliteStore(file), [Symbol.asyncDispose]: remove };
  };
  const { imports, killed, ...how } = await killImports({ importer, fresh });
  console.log(`${imports} imports of 20,000 rows into SQLite killed:`, killed, how);
  expect(killed.amongTheRecords).toBeGreaterThanOrEqual(50);
  expect(killed.afterTheCommit).toBeGreaterThanOrEqual(1);
});

test("an import that is killed while it makes a new register leaves one that can be used", {
  timeout: 60_000,
}, async () => {
  await using alone = await openSqliteStore(":memory:");
  await alone.save(later);
  const complete = await contentsOf(alone);
  const found = { noFile: 0, empty: 0, complete: 0 };
  for (const milliseconds of [0, 5, 10, 15, 20, 30, 45]) {
    const file = newFile();
    const importing = startImporter(importer);
    await importing.hears("ready");
    importing.begin({ place: [file], batch: "later" });
    await setTimeout(milliseconds);
    await importing.kill();

    const isThere = existsSync(file);
    await using store = await openSqliteStore(file);
    const left = await contentsOf(store);
    expect(["", complete]).toContain(left);
    found[!isThere ? "noFile" : left === "" ? "empty" : "complete"] += 1;
    await store.save(later);
    expect(await contentsOf(store)).toBe(complete);
  }
  console.log("7 imports into a new register killed:", found);
});
