import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Store, StoreManifest } from "@finsam/store";
import { type KeptRecords, startConformanceResults, storeConformance } from "@finsam/store/conformance";
import type * as Layer from "effect/Layer";
import { describe, expect, it } from "vitest";
import { duckdbStore } from "../src/index.ts";
import { newFolder } from "./register-folder.ts";

const manifest: StoreManifest = {
  name: "duckdb",
  durable: true,
  writers: "one-at-a-time",
  tenants: false,
  pushesDown: { screen: true, groupByConditions: true, tabulate: true },
  appendOnly: false,
  cancels: "at-once",
  refusesText: [],
};

const results = startConformanceResults("duckdb");
const folders = new WeakMap<Layer.Layer<Store, unknown>, string>();
const folderOf = (layer: Layer.Layer<Store, unknown>): string => folders.get(layer) ?? "";

describe("a register in a folder of Parquet files", () => {
  storeConformance(
    { describe, it },
    {
      fresh: () => {
        const folder = newFolder();
        const layer = duckdbStore(folder);
        folders.set(layer, folder);
        return layer;
      },
      durable: true,
      manifest,
      readBack: async (layer) => keptIn(folderOf(layer)),
      tamper: async (layer) => {
        const file = join(folderOf(layer), "register.json");
        const register = JSON.parse(readFileSync(file, "utf8"));
        register.history[0].origin = "other.csv";
        writeFileSync(file, JSON.stringify(register));
      },
      onResult: results.onResult,
    },
  );
});

it("passes the suite as its conformance.json says", async () => {
  await expect(results.text()).toMatchFileSnapshot("../conformance.json");
});

/** Everything in a folder, by the Parquet files that lie in it alone. */
async function keptIn(folder: string): Promise<KeptRecords> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const rowsOf = async (kind: string): Promise<readonly Cells[]> => {
    const found = await connection.runAndReadAll(`SELECT count(*) FROM glob('${folder}/batch-*/${kind}.parquet')`);
    if (found.getRows()[0]?.[0] === 0n) return [];
    const rows = await connection.runAndReadAll(
      `SELECT to_json(row)::VARCHAR FROM read_parquet('${folder}/batch-*/${kind}.parquet') AS row`,
    );
    return rows.getRows().map(([row]) => JSON.parse(String(row)));
  };
  const kept = {
    persons: (await rowsOf("person")).map(({ protected: protectedIdentity, ...row }) =>
      spoken({ ...row, protectedIdentity }),
    ),
    participations: (await rowsOf("participation")).map(spoken),
    measurements: (await rowsOf("measurement")).map((row) => ({ ...spoken(row), value: row.value })),
    spells: (await rowsOf("spell")).map(spoken),
  };
  instance.closeSync();
  return kept;
}

interface Cells {
  readonly [column: string]: unknown;
}

const fields: Readonly<Record<string, string>> = { start_date: "start", end_date: "end", measured_on: "on" };

/** A row in the words of the model: columns that say nothing left out. */
function spoken(row: Cells): Cells {
  const stated = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(
    stated.map(([column, value]) => [
      fields[column] ?? column.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      column === "facts" ? JSON.parse(String(value)) : value,
    ]),
  );
}
