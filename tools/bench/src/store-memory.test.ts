import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { memoryOf, storeWorks } from "./memory-of.ts";

const folder = mkdtempSync(join(tmpdir(), "finsam-memory-"));
afterAll(() => rmSync(folder, { recursive: true }));

const participations = 1_000_000;

let registers = 0;
const newPlace = (): string => {
  registers += 1;
  return join(folder, `register-${registers}`);
};
const places = {
  SQLite: newPlace,
  Parquet: () => `duckdb:${newPlace()}`,
  PostgreSQL: () => inject("postgresUrl"),
};

test.each(Object.entries(places))(
  "a million participations in %s are imported, screened and tabulated in less than 300 MB",
  // What a process takes differs a little from one time to the next.
  { timeout: 600_000, retry: 1 },
  (store, newRegister) => {
    const register = newRegister();
    const megabytes = Object.fromEntries(
      storeWorks.map((what) => [what, Math.round(memoryOf(what, register, participations).megabytes)]),
    );
    console.info(`${store}, the greatest memory of a process with a million participations, in MB:`, megabytes);
    for (const what of storeWorks) expect(megabytes[what], what).toBeLessThan(300);
  },
);
