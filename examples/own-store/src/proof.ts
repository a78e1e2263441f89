import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import type { Store } from "@finsam/store";
import { startConformanceResults, storeConformance } from "@finsam/store/conformance";
import type * as Layer from "effect/Layer";
import { jsonLinesManifest, jsonLinesStore } from "./json-lines-store.ts";

const folder = mkdtempSync(join(tmpdir(), "own-store-"));
const paths = new WeakMap<Layer.Layer<Store, unknown>, string>();
const pathOf = (layer: Layer.Layer<Store, unknown>): string => paths.get(layer) ?? "";
const results = startConformanceResults("own-store");
let files = 0;

// node:test's describe gives a promise that nobody has to wait for.
const runner = {
  describe: (topic: string, body: () => void) => void describe(topic, body),
  it: (sentence: string, run: () => Promise<void>) => void it(sentence, run),
};

storeConformance(runner, {
  fresh: () => {
    const path = join(folder, `register-${files++}.jsonl`);
    const layer = jsonLinesStore(path);
    paths.set(layer, path);
    return layer;
  },
  durable: true,
  manifest: jsonLinesManifest,
  readBack: async (layer) => {
    const lines = linesIn(pathOf(layer));
    const of = (kind: string) => lines.filter((line) => line.kind === kind).map((line) => line[kind]);
    return {
      persons: of("person"),
      participations: of("participation"),
      measurements: of("measurement"),
      spells: of("spell"),
    };
  },
  tamper: async (layer) => {
    const lines = linesIn(pathOf(layer)).map((line) =>
      line.kind === "history" ? { ...line, entry: { ...Object(line.entry), origin: "other.csv" } } : line,
    );
    writeFileSync(pathOf(layer), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  },
  onResult: results.onResult,
});

after(() => {
  rmSync(folder, { recursive: true });
  // Where the table of stores and topics is made, the results are kept.
  const kept = process.env.CONFORMANCE_RESULTS;
  if (kept !== undefined) writeFileSync(kept, results.text());
});

/** The lines of a file; a register that nothing was saved in has none yet. */
function linesIn(path: string): readonly Record<string, unknown>[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Record<string, unknown> => JSON.parse(line));
}
