import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { memoryStore, type Store, type StoreManifest } from "@finsam/store";
import { startConformanceResults, storeConformance } from "@finsam/store/conformance";
import { sqliteStore } from "@finsam/store-sqlite";
import type * as Layer from "effect/Layer";
import { afterAll, describe, expect, it } from "vitest";
import { federatedStore } from "../src/index.ts";
import { keptInFile } from "./kept-in-file.ts";

const inMemory: StoreManifest = {
  name: "federated",
  durable: false,
  writers: "one-process",
  tenants: false,
  pushesDown: { screen: false, groupByConditions: false, tabulate: false },
  appendOnly: false,
  cancels: "between-records",
  refusesText: [],
};
const partsInMemory = (...ids: readonly string[]) => ids.map((id) => ({ id, layer: memoryStore }));

describe("one part, in memory", () => {
  storeConformance(
    { describe, it },
    {
      fresh: () => federatedStore(partsInMemory("north"), { saveTo: "north" }),
      durable: false,
      manifest: inMemory,
    },
  );
});

describe("three parts, in memory", () => {
  storeConformance(
    { describe, it },
    {
      fresh: () => federatedStore(partsInMemory("north", "middle", "south"), { saveTo: "middle" }),
      durable: false,
      manifest: inMemory,
    },
  );
});

const folder = mkdtempSync(join(tmpdir(), "finsam-federated-"));
afterAll(() => rmSync(folder, { recursive: true }));
let registers = 0;
const files = new WeakMap<Layer.Layer<Store, unknown>, Readonly<Record<string, string>>>();
const results = startConformanceResults("federated");

describe("three parts, each in its file, of which tables may be partial", () => {
  storeConformance(
    { describe, it },
    {
      fresh: () => {
        registers += 1;
        const fileOf = (id: string): string => join(folder, `${registers}-${id}.sqlite`);
        const own = { north: fileOf("north"), middle: fileOf("middle"), south: fileOf("south") };
        const parts = Object.entries(own).map(([id, file]) => ({ id, layer: sqliteStore(file) }));
        const layer = federatedStore(parts, { saveTo: "middle", partial: true });
        files.set(layer, own);
        return layer;
      },
      durable: true,
      manifest: {
        ...inMemory,
        durable: true,
        writers: "one-at-a-time",
        pushesDown: { screen: true, groupByConditions: true, tabulate: true },
      },
      readBack: async (layer) => {
        const kept = Object.values(files.get(layer) ?? {}).map(keptInFile);
        return {
          persons: kept.flatMap(({ persons }) => persons),
          participations: kept.flatMap(({ participations }) => participations),
          measurements: kept.flatMap(({ measurements }) => measurements),
          spells: kept.flatMap(({ spells }) => spells),
        };
      },
      tamper: async (layer) => {
        const database = new DatabaseSync(files.get(layer)?.middle ?? "");
        database.exec("DROP TRIGGER history_is_not_altered");
        database.exec("UPDATE history SET origin = 'other.csv' WHERE position = 1");
        database.close();
      },
      onResult: results.onResult,
    },
  );
});

it("passes the suite as its conformance.json says", async () => {
  await expect(results.text()).toMatchFileSnapshot("../conformance.json");
});
