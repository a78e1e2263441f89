import { spawnSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { earlier, twentyThousand } from "@finsam/store-trials";
import { beforeAll, expect, test } from "vitest";
import { openDuckdbStore } from "../src/index.ts";
import { importerProgram, startImporter } from "./importer-process.ts";
import { contentsOf, newFolder } from "./register-folder.ts";

/** How many imports of twenty thousand rows are killed: `FINSAM_KILLS=200` for all that the project promises. */
const kills = Number(process.env.FINSAM_KILLS ?? 8);

const original = newFolder();
let before = "";
let after = "";

beforeAll(async () => {
  {
    await using store = await openDuckdbStore(original);
    await store.save(earlier);
    before = await contentsOf(store);
  }
  await using whole = await openDuckdbStore(newFolder());
  await whole.save(earlier);
  await whole.save(twentyThousand);
  after = await contentsOf(whole);
});

interface Moment {
  readonly word: string;
  readonly milliseconds: number;
}

/** A random moment: half of the times between two records, else while the batch is written and becomes part of the register. */
const randomMoment = (): Moment =>
  Math.random() < 0.5
    ? { word: String(Math.floor(Math.random() * 200) * 100), milliseconds: Math.floor(Math.random() * 3) }
    : { word: "pulled", milliseconds: Math.floor(Math.random() * 600) };

const moments: readonly Moment[] = [
  { word: "started", milliseconds: 0 },
  { word: "10000", milliseconds: 0 },
  { word: "pulled", milliseconds: 0 },
  { word: "saved", milliseconds: 0 },
  ...Array.from({ length: Math.max(0, kills - 4) }, randomMoment),
];

test("an import of 20,000 rows that is killed leaves all of them or none in a sound register, and can be run again", {
  timeout: 60_000 + kills * 20_000,
}, async () => {
  const landed = { beforeTheSave: 0, inTheMiddle: 0, afterTheCommit: 0 };
  for (const moment of moments) {
    const folder = newFolder();
    cpSync(original, folder, { recursive: true });
    const importer = startImporter(folder);
    await importer.hears(moment.word);
    await setTimeout(moment.milliseconds);
    await importer.kill();

    await using store = await openDuckdbStore(folder);
    expect(await store.verify()).toEqual([]);
    const left = await contentsOf(store);
    // A text of megabytes is not to be printed.
    expect(left === before || left === after, `all or nothing of ${JSON.stringify(moment)}`).toBe(true);
    if (importer.said("saved")) expect(left === after).toBe(true);
    landed[left === after ? "afterTheCommit" : importer.said("0") ? "inTheMiddle" : "beforeTheSave"] += 1;

    await store.save(twentyThousand);
    expect((await contentsOf(store)) === after, "the import run again completes it").toBe(true);
    expect(await store.verify()).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.startsWith(".writing"))).toEqual([]);
  }
  console.log(`${moments.length} imports of ${twentyThousand.length} rows killed:`, landed);
  expect(landed.inTheMiddle).toBeGreaterThanOrEqual(1);
  expect(landed.afterTheCommit).toBeGreaterThanOrEqual(1);
});

test("an import that finds the disk full fails clearly, and leaves the register as it was", async () => {
  const folder = newFolder();
  cpSync(original, folder, { recursive: true });
  // No file may be longer than four blocks of 512 or 1024 bytes, as the shell counts; that of the participations is.
  const limited = spawnSync("bash", ["-c", `ulimit -f 4; exec "$0" "$@"`, process.execPath, importerProgram, folder]);
  expect(limited.status).not.toBe(0);
  expect(limited.stderr.toString()).toMatch(/StoreUnavailable|store-unavailable/);
  await using store = await openDuckdbStore(folder);
  expect((await contentsOf(store)) === before, "the register is as it was").toBe(true);
  expect(await store.verify()).toEqual([]);
  await store.save(twentyThousand);
  expect((await contentsOf(store)) === after, "with room again, the import completes it").toBe(true);
});
