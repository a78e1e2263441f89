import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Store, StoreManifest } from "@finsam/store";
import { type KeptRecords, startConformanceResults, storeConformance } from "@finsam/store/conformance";
import type * as Layer from "effect/Layer";
import { describe, expect, it } from "vitest";
import { sqliteStore } from "../src/index.ts";
import { olderFile } from "./older-file.ts";
import { newFile, rowsOf } from "./register-file.ts";

const manifest: StoreManifest = {
  name: "sqlite",
  durable: true,
  writers: "one-at-a-time",
  tenants: false,
  pushesDown: { screen: true, groupByConditions: true, tabulate: true },
  appendOnly: false,
  cancels: "between-records",
  refusesText: [],
};

const results = startConformanceResults("sqlite");
const files = new WeakMap<Layer.Layer<Store, unknown>, string>();
const fileOf = (layer: Layer.Layer<Store, unknown>): string => files.get(layer) ?? "";

describe("a register in a file", () => {
  storeConformance(
    { describe, it },
    {
      fresh: () => {
        const file = newFile();
        const layer = sqliteStore(file);
        files.set(layer, file);
        return layer;
      },
      durable: true,
      manifest,
      readBack: async (layer) => keptIn(fileOf(layer)),
      tamper: async (layer) => {
        const database = new DatabaseSync(fileOf(layer));
        database.exec("DROP TRIGGER history_is_not_altered");
        database.exec("UPDATE history SET origin = 'other.csv' WHERE position = 1");
        database.close();
      },
      older: () => sqliteStore(olderFile()),
      onResult: results.onResult,
    },
  );
});

describe("a register in memory", () => {
  const inMemory: StoreManifest = { ...manifest, durable: false, writers: "one-process" };
  storeConformance({ describe, it }, { fresh: () => sqliteStore(":memory:"), durable: false, manifest: inMemory });
});

it("passes the suite as its conformance.json says", async () => {
  await expect(results.text()).toMatchFileSnapshot("../conformance.json");
});

/** Everything in a file, by the tables alone. */
function keptIn(file: string): KeptRecords {
  const copy = newFile();
  const database = new DatabaseSync(file);
  database.exec(`VACUUM INTO '${copy}'`);
  database.close();
  const kept = {
    persons: rowsOf(copy, "SELECT * FROM person").map(({ protected: isProtected, ...row }: Cells) =>
      spoken({ ...row, protectedIdentity: isProtected === 1 }),
    ),
    participations: rowsOf(copy, "SELECT * FROM participation").map((row: Cells) => spoken(row)),
    measurements: rowsOf(copy, "SELECT * FROM measurement").map((row: Cells) => ({
      ...spoken(row),
      value: row.value,
    })),
    spells: rowsOf(copy, "SELECT * FROM spell").map((row: Cells) => spoken(row)),
  };
  rmSync(copy);
  return kept;
}

interface Cells {
  readonly [column: string]: unknown;
}

const fields: Readonly<Record<string, string>> = { start_date: "start", end_date: "end", measured_on: "on" };
const jsonColumns = new Set(["facts", "support_at_start", "support_at_end"]);

/** A row in the words of the model: columns that say nothing left out. */
function spoken(row: Cells): Cells {
  const stated = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(
    stated.map(([column, value]) => [
      fields[column] ?? column.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      jsonColumns.has(column) ? JSON.parse(String(value)) : value,
    ]),
  );
}
