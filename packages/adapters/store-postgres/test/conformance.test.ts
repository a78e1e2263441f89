import type { Store, StoreManifest } from "@finsam/store";
import { type KeptRecords, startConformanceResults, storeConformance } from "@finsam/store/conformance";
import type * as Layer from "effect/Layer";
import { describe, expect, inject, it } from "vitest";
import { postgresStore } from "../src/index.ts";
import type { Row } from "../src/record-table.ts";
import { ask, newTenant, olderDatabase } from "./databases.ts";

const manifest: StoreManifest = {
  name: "postgres",
  durable: true,
  writers: "several",
  tenants: true,
  pushesDown: { screen: true, groupByConditions: true, tabulate: true },
  appendOnly: false,
  cancels: "at-once",
  refusesText: [],
};

const results = startConformanceResults("postgres");
const tenants = new WeakMap<Layer.Layer<Store, unknown>, string>();
const tenantOf = (layer: Layer.Layer<Store, unknown>): string => tenants.get(layer) ?? "";

describe("a register in PostgreSQL", () => {
  storeConformance(
    { describe, it },
    {
      fresh: () => {
        const tenant = newTenant();
        const layer = postgresStore({ url: inject("postgresUrl"), tenant });
        tenants.set(layer, tenant);
        return layer;
      },
      durable: true,
      manifest,
      readBack: (layer) => keptOf(tenantOf(layer)),
      tamper: async (layer) => {
        await ask(
          inject("postgresUrl"),
          "BEGIN",
          "ALTER TABLE finsam.history DISABLE TRIGGER history_is_only_added_to",
          `UPDATE finsam.history SET origin = 'other.csv' WHERE tenant = '${tenantOf(layer)}' AND position = 1`,
          "ALTER TABLE finsam.history ENABLE ALWAYS TRIGGER history_is_only_added_to",
          "COMMIT",
        );
      },
      older: async () => postgresStore({ url: await olderDatabase(), tenant: "uppsala" }),
      onResult: results.onResult,
    },
  );
});

it("passes the suite as its conformance.json says", async () => {
  await expect(results.text()).toMatchFileSnapshot("../conformance.json");
});

/** Everything of a tenant, by the tables alone. */
async function keptOf(tenant: string): Promise<KeptRecords> {
  const rowsOf = async (table: string) =>
    (await ask(inject("postgresUrl"), `SELECT * FROM finsam.${table} WHERE tenant = '${tenant}'`)).map(
      ({ tenant: _, ...row }): Row => row,
    );
  return {
    persons: (await rowsOf("person")).map(({ protected: protectedIdentity, ...row }) =>
      spoken({ ...row, protectedIdentity }),
    ),
    participations: (await rowsOf("participation")).map(spoken),
    measurements: (await rowsOf("measurement")).map((row) => ({ ...spoken(row), value: row.value })),
    spells: (await rowsOf("spell")).map(spoken),
  };
}

const fields: Readonly<Record<string, string>> = { start_date: "start", end_date: "end", measured_on: "on" };

/** A row in the words of the model: columns that say nothing left out. */
function spoken(row: Row): Row {
  const stated = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(
    stated.map(([column, value]) => [
      fields[column] ?? column.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
