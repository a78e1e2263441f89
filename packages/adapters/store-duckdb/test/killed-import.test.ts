import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { earlier, type FreshRegister, killImports, orderLine, shownBy, twentyThousand } from "@finsam/store-trials";
import { beforeAll, expect, test } from "vitest";
import { openDuckdbStore } from "../src/index.ts";
import { newFolder } from "./register-folder.ts";

const importer = new URL("./importer.ts", import.meta.url);

const original = newFolder();
beforeAll(async () => {
  await using store = await openDuckdbStore(original);
  await store.save(earlier);
});

/** A folder with what the first one holds. */
function newCopy(): string {
  const folder = newFolder();
  cpSync(original, folder, { recursive: true });
  return folder;
}

test("an import of 20,000 rows that is killed leaves all of them or none in a sound register, and can be run again", {
  timeout: 3_600_000,
}, async () => {
  const fresh = async (): Promise<FreshRegister> => {
    const folder = newCopy();
    const remove = async () => {
      expect(readdirSync(folder).filter((name) => name.startsWith(".writing"))).toEqual([]);
      rmSync(folder, { recursive: true });
    };
    return { place: [folder], open: () => openDuckdbStore(folder), [Symbol.asyncDispose]: remove };
  };
  const { imports, killed, ...how } = await killImports({ importer, fresh }, { atRandom: 25 });
  console.log(`${imports} imports of 20,000 rows into a folder killed:`, killed, how);
  expect(killed.amongTheRecords).toBeGreaterThanOrEqual(5);
  expect(killed.afterTheCommit).toBeGreaterThanOrEqual(1);
});

test("an import that finds the disk full fails clearly, and leaves the register as it was", async () => {
  const folder = newCopy();
  // No file may be longer than four blocks of 512 or 1024 bytes, as the shell counts; that of the participations is.
  const limited = spawnSync("bash", ["-c", `ulimit -f 4; exec "$0" "$@"`, process.execPath, fileURLToPath(importer)], {
    input: orderLine({ place: [folder], batch: "twentyThousand" }),
  });
  expect(limited.status).not.toBe(0);
  expect(limited.stderr.toString()).toMatch(/StoreUnavailable|store-unavailable/);
  await using store = await openDuckdbStore(folder);
  await using untouched = await openDuckdbStore(original);
  expect(await shownBy(store)).toEqual(await shownBy(untouched));
  expect(await store.verify()).toEqual([]);
  await store.save(twentyThousand);
  expect(await store.count()).toEqual({ persons: 9_900, participations: 9_900, measurements: 0, spells: 0 });
});
