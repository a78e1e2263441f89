import { copyFileSync, existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { openSqliteStore } from "../src/index.ts";
import { startImporter } from "./importer-process.ts";
import { contentsOf, newFile, rowsOf } from "./register-file.ts";
import { earlier, later } from "./sample-batches.ts";

const original = newFile();
let before = "";
let after = "";
let afterAlone = "";

beforeAll(async () => {
  {
    await using store = await openSqliteStore(original);
    await store.save(earlier);
    before = await contentsOf(store);
  }
  await using memory = await openSqliteStore(":memory:");
  await memory.save(earlier);
  await memory.save(later);
  after = await contentsOf(memory);
  await using alone = await openSqliteStore(":memory:");
  await alone.save(later);
  afterAlone = await contentsOf(alone);
});

interface Moment {
  readonly word: string;
  readonly milliseconds: number;
}

/** Kills an importer a while after it has said a word, and tells what it had said by then. */
async function killAt(file: string, { word, milliseconds }: Moment) {
  const importer = startImporter(file);
  await importer.hears(word);
  if (milliseconds > 0) await setTimeout(milliseconds);
  await importer.kill();
  return { hadBegun: importer.said("0"), hadSaved: importer.said("saved") };
}

const spread: readonly Moment[] = [
  // All over the batch, at the records it names and in between.
  ...Array.from({ length: 20 }, (_, index) => ({ word: String(index * 200), milliseconds: index % 3 })),
  // Around the commit.
  ...[0, 0, 1, 1, 2, 3, 5, 8].map((milliseconds) => ({ word: "pulled", milliseconds })),
  { word: "started", milliseconds: 0 },
  { word: "saved", milliseconds: 0 },
];

test("an import that is killed leaves all of its records or none, and can be run again", {
  timeout: 180_000,
}, async () => {
  const landed = { beforeTheSave: 0, inTheMiddle: 0, afterTheCommit: 0 };
  for (const moment of spread) {
    const file = newFile();
    copyFileSync(original, file);
    const { hadBegun, hadSaved } = await killAt(file, moment);

    await using store = await openSqliteStore(file);
    const left = await contentsOf(store);
    expect([before, after]).toContain(left);
    if (hadSaved) expect(left).toBe(after);
    landed[left === after ? "afterTheCommit" : hadBegun ? "inTheMiddle" : "beforeTheSave"] += 1;

    await store.save(later);
    expect(await contentsOf(store)).toBe(after);
    await store[Symbol.asyncDispose]();
    expect(rowsOf(file, "PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
  }
  console.log(`${spread.length} imports killed:`, landed);
  expect(spread.length).toBeGreaterThanOrEqual(25);
  expect(landed.inTheMiddle).toBeGreaterThanOrEqual(10);
  expect(landed.afterTheCommit).toBeGreaterThanOrEqual(1);
});

test("an import that is killed while it makes a new register leaves one that can be used", {
  timeout: 60_000,
}, async () => {
  const found = { noFile: 0, empty: 0, complete: 0 };
  for (const milliseconds of [0, 5, 10, 15, 20, 30, 45]) {
    const file = newFile();
    await killAt(file, { word: "started", milliseconds });
    const isThere = existsSync(file);
    await using store = await openSqliteStore(file);
    const left = await contentsOf(store);
    expect(["", afterAlone]).toContain(left);
    found[!isThere ? "noFile" : left === "" ? "empty" : "complete"] += 1;
    await store.save(later);
    expect(await contentsOf(store)).toBe(afterAlone);
  }
  console.log("7 imports into a new register killed:", found);
});
