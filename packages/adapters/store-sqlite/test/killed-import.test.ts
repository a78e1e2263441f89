import { copyFileSync, existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { earlier, later, twentyThousand } from "@finsam/store-trials";
import { beforeAll, expect, test } from "vitest";
import { openSqliteStore } from "../src/index.ts";
import { startImporter } from "./importer-process.ts";
import { contentsOf, newFile } from "./register-file.ts";

/** How many imports of twenty thousand rows are killed: `FINSAM_KILLS=200` for all that the project promises. */
const kills = Number(process.env.FINSAM_KILLS ?? 25);

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
  await memory.save(twentyThousand);
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
async function killAt(file: string, { word, milliseconds }: Moment, batch: "later" | "large") {
  const importer = startImporter(file, undefined, batch);
  await importer.hears(word);
  if (milliseconds > 0) await setTimeout(milliseconds);
  await importer.kill();
  return { hadBegun: importer.said("0"), hadSaved: importer.said("saved") };
}

/** A random moment: nine times of ten between two records, else around the commit, which is the most delicate and soon over. */
function randomMoment(): Moment {
  if (Math.random() < 0.1) return { word: "pulled", milliseconds: Math.floor(Math.random() * 60) };
  return { word: String(Math.floor(Math.random() * 200) * 100), milliseconds: Math.floor(Math.random() * 3) };
}

const moments: readonly Moment[] = [
  { word: "started", milliseconds: 0 },
  { word: "pulled", milliseconds: 0 },
  { word: "saved", milliseconds: 0 },
  ...Array.from({ length: kills - 3 }, randomMoment),
];

test("an import of 20,000 rows that is killed leaves all of them or none in a sound register, and can be run again", {
  timeout: 60_000 + kills * 15_000,
}, async () => {
  const landed = { beforeTheSave: 0, inTheMiddle: 0, afterTheCommit: 0 };
  for (const moment of moments) {
    const file = newFile();
    copyFileSync(original, file);
    const { hadBegun, hadSaved } = await killAt(file, moment, "large");

    await using store = await openSqliteStore(file);
    expect(await store.verify()).toEqual([]);
    const left = await contentsOf(store);
    // A text of megabytes is not to be printed.
    expect(left === before || left === after, `all or nothing of ${JSON.stringify(moment)}`).toBe(true);
    if (hadSaved) expect(left === after).toBe(true);
    landed[left === after ? "afterTheCommit" : hadBegun ? "inTheMiddle" : "beforeTheSave"] += 1;

    await store.save(twentyThousand);
    expect((await contentsOf(store)) === after, "the import run again completes it").toBe(true);
    expect(await store.verify()).toEqual([]);
  }
  console.log(`${moments.length} imports of ${twentyThousand.length} rows killed:`, landed);
  expect(landed.inTheMiddle).toBeGreaterThanOrEqual(moments.length / 3);
  expect(landed.afterTheCommit).toBeGreaterThanOrEqual(1);
});

test("an import that is killed while it makes a new register leaves one that can be used", {
  timeout: 60_000,
}, async () => {
  const found = { noFile: 0, empty: 0, complete: 0 };
  for (const milliseconds of [0, 5, 10, 15, 20, 30, 45]) {
    const file = newFile();
    await killAt(file, { word: "started", milliseconds }, "later");
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
