import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DuckDBInstance } from "@duckdb/node-api";
import type { RegisterRecord } from "@finsam/store";
import { openSqliteStore } from "@finsam/store-sqlite";
import { earlier, later } from "@finsam/store-trials";
import { expect, test } from "vitest";
import { openDuckdbStore } from "../src/index.ts";
import { allOf, contentsOf, newFolder } from "./register-folder.ts";

/** Every file below a folder, with what is in it. */
const filesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), "latin1")]),
  );

const batchesIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith("batch-"));

async function saved(records: readonly RegisterRecord[]): Promise<string> {
  const folder = newFolder();
  await using store = await openDuckdbStore(folder);
  await store.save(records);
  return folder;
}

const person = (id: string): RegisterRecord => ({
  kind: "person",
  person: { protectedIdentity: false, id, sex: "woman", sexBasis: "legal-sex", facts: { note: `about-${id}` } },
});

test("what comes from SQLite is the same in Parquet", async () => {
  await using sqlite = await openSqliteStore(":memory:");
  await sqlite.save(earlier);
  await sqlite.save(later);
  await using parquet = await openDuckdbStore(newFolder());
  async function* everything(): AsyncIterable<RegisterRecord> {
    for await (const person of sqlite.persons()) yield { kind: "person", person };
    for await (const participation of sqlite.participations()) yield { kind: "participation", participation };
    for await (const measurement of sqlite.measurements()) yield { kind: "measurement", measurement };
    for await (const spell of sqlite.spells()) yield { kind: "spell", spell };
  }
  await parquet.save(everything(), { origin: "register.sqlite" });
  expect(await contentsOf(parquet)).toBe(await contentsOf(sqlite));
  expect((await parquet.count()).persons).toBe(1980);
});

test("each record stands once in the files, for any tool that reads Parquet", async () => {
  const folder = await saved(earlier);
  await using store = await openDuckdbStore(folder);
  await store.save(later);
  await store.save([person("p1"), person("new")]);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const counts = await connection.runAndReadAll(
    `SELECT count(*), count(DISTINCT id) FROM '${folder}/batch-*/person.parquet'`,
  );
  expect(counts.getRowsJS()).toEqual([[2001n, 2001n]]);
  instance.closeSync();
});

test("batches stay few: one that is no larger than the new one goes into it", async () => {
  const folder = newFolder();
  await using store = await openDuckdbStore(folder);
  for (let index = 0; index < 20; index += 1) await store.save([person(`p${String(index).padStart(2, "0")}`)]);
  expect(batchesIn(folder).length).toBeLessThan(6);
  expect((await store.count()).persons).toBe(20);
  expect((await allOf(store.history())).length).toBe(20);
});

test("a save that changes nothing writes no batch, and its entry in the history", async () => {
  const folder = await saved(earlier);
  const before = batchesIn(folder);
  await using store = await openDuckdbStore(folder);
  await store.save(earlier);
  expect(batchesIn(folder)).toEqual(before);
  expect((await allOf(store.history())).length).toBe(2);
});

test("nothing of who was erased, or got protected identity, is left in any file", async () => {
  const folder = await saved([person("p1"), person("p2"), person("p3")]);
  await using store = await openDuckdbStore(folder);
  await store.save(Array.from({ length: 50 }, (_, index) => person(`q${index}`)));
  expect(rowsAbout(await columnsIn(folder), "about-p1")).toBe(1);
  await store.erase("p1");
  await store.save([{ kind: "person", person: { protectedIdentity: true, id: "p2" } }]);
  const columns = await columnsIn(folder);
  expect(["about-p1", "about-p2", "about-p3"].map((text) => rowsAbout(columns, text))).toEqual([0, 0, 1]);
});

/** The facts in every Parquet file below a folder. */
async function columnsIn(folder: string): Promise<readonly unknown[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const rows = await connection.runAndReadAll(`SELECT facts FROM '${folder}/**/person.parquet'`);
  instance.closeSync();
  return rows.getRowsJS().flat();
}

const rowsAbout = (facts: readonly unknown[], text: string): number =>
  facts.filter((fact) => String(fact).includes(text)).length;

test.each(["a [1] b", "it's", "å *", "%41", "a{b,c}"])("a folder named %s is one like any other", async (name) => {
  const parent = newFolder();
  mkdirSync(parent);
  const folder = join(parent, name);
  await using store = await openDuckdbStore(folder);
  await store.save(earlier);
  await store.save([person("p1")]);
  await store.erase("p2");
  expect((await store.count()).persons).toBe(499);
  expect(await store.verify()).toEqual([]);
});

test("a folder with something else in it, and a file, are refused and left as they were", async () => {
  const folder = newFolder();
  mkdirSync(folder);
  writeFileSync(join(folder, "letter.txt"), "dear colleague");
  await expect(openDuckdbStore(folder)).rejects.toMatchObject({ code: "not-a-store" });
  await expect(openDuckdbStore(join(folder, "letter.txt"))).rejects.toMatchObject({ code: "not-a-store" });
  expect([...filesIn(folder).values()]).toEqual(["dear colleague"]);
});

test.each([
  ["nothing", "", "not-a-store"],
  ["no JSON", "{", "not-a-store"],
  ["other JSON", '{"version":1}', "not-a-store"],
  ["a newer version", '{"format":"finsam-parquet-register","version":2,"batches":"elsewhere"}', "store-too-new"],
  [
    "a batch elsewhere",
    '{"format":"finsam-parquet-register","version":1,"batches":[{"name":"../x"}],"history":[]}',
    "not-a-store",
  ],
])("a register.json with %s is refused, and the folder left as it was", async (_, text, code) => {
  const folder = await saved(earlier);
  writeFileSync(join(folder, "register.json"), text);
  const before = filesIn(folder);
  await expect(openDuckdbStore(folder)).rejects.toMatchObject({ code });
  expect(filesIn(folder)).toEqual(before);
});

test("a truncated Parquet file is an error, found by verify, and nothing is changed", async () => {
  const folder = await saved(earlier);
  truncateSync(join(folder, "batch-000001", "participation.parquet"), 700);
  const before = filesIn(folder);
  await using store = await openDuckdbStore(folder);
  const damaged = { code: "store-unavailable", retryable: false, text: { en: expect.stringContaining("damaged") } };
  await expect(allOf(store.participations())).rejects.toMatchObject(damaged);
  await expect(store.save([person("p1")])).rejects.toMatchObject(damaged);
  await expect(store.erase("p3")).rejects.toMatchObject(damaged);
  expect((await store.verify()).map(({ code }) => code)).toContain("storage-damaged");
  before.set(join(folder, "writer.lock"), "");
  expect(filesIn(folder)).toEqual(before);
});

test("a Parquet file that is gone, or was written over with other rows, is found by verify", async () => {
  const folder = await saved([person("p1"), person("p2")]);
  const other = await saved([person("p1"), person("p9")]);
  writeFileSync(
    join(folder, "batch-000001", "person.parquet"),
    readFileSync(join(other, "batch-000001", "person.parquet")),
  );
  await using store = await openDuckdbStore(folder);
  expect((await store.verify()).map(({ code }) => code)).toEqual(["storage-damaged"]);
});

test("an altered history is found by verify", async () => {
  const folder = await saved(earlier);
  const file = join(folder, "register.json");
  writeFileSync(file, readFileSync(file, "utf8").replace('"added":500', '"added":501'));
  await using store = await openDuckdbStore(folder);
  expect((await store.verify()).map(({ code }) => code)).toEqual(["history-broken"]);
});

test("what somebody began to write and did not finish is not there, and goes with the next save", async () => {
  const folder = await saved(earlier);
  mkdirSync(join(folder, "batch-000002"));
  writeFileSync(join(folder, "batch-000002", "person.parquet"), "half of it");
  mkdirSync(join(folder, ".writing-batch"));
  mkdirSync(join(folder, ".spill-999999999-x"));
  await using store = await openDuckdbStore(folder);
  expect((await store.count()).persons).toBe(500);
  await store.save([person("new")]);
  expect((await store.count()).persons).toBe(501);
  expect(await store.verify()).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.startsWith(".writing") || name.endsWith("-x"))).toEqual([]);
});

test("a save fails as retryable while another program writes, and succeeds when it is done", async () => {
  const folder = await saved(earlier);
  const other = new DatabaseSync(join(folder, "writer.lock"));
  other.exec("BEGIN EXCLUSIVE");
  await using store = await openDuckdbStore(folder, { busyTimeout: 60 });
  await expect(store.save(later)).rejects.toMatchObject({ code: "store-unavailable", retryable: true });
  expect((await store.count()).persons).toBe(500);
  other.close();
  await store.save(later);
  expect((await store.count()).persons).toBe(1980);
});

test("two stores in one process that save to one folder come one after the other", async () => {
  const folder = newFolder();
  await using one = await openDuckdbStore(folder);
  await using two = await openDuckdbStore(folder);
  await Promise.all([one.save(earlier), two.save(later), one.erase("p1"), two.save([person("p2")])]);
  expect((await allOf(one.history())).map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  expect(await contentsOf(one)).toBe(await contentsOf(two));
  expect(await two.verify()).toEqual([]);
});

test("a long stream gives what was there when it began, though the files it read are gone", async () => {
  const folder = await saved(later);
  await using reader = await openDuckdbStore(folder);
  await using writer = await openDuckdbStore(folder);
  const reading = reader.participations()[Symbol.asyncIterator]();
  await reading.next();
  for (let index = 0; index < 5; index += 1) await writer.erase(`p${index}`);
  let read = 1;
  while (!(await reading.next()).done) read += 1;
  expect(read).toBe(1980);
  expect((await reader.count()).participations).toBe(1975);
});

test("readers in the middle of many saves always read some whole state", async () => {
  const folder = await saved(earlier);
  await using reader = await openDuckdbStore(folder);
  await using writer = await openDuckdbStore(folder);
  let isDone = false;
  const seen = new Set<number>();
  const reads = (async () => {
    while (!isDone) {
      const { persons, participations } = await reader.count();
      expect(participations).toBe(persons);
      seen.add(persons);
    }
  })();
  for (let index = 0; index < 20; index += 1) await writer.erase(`p${index}`);
  isDone = true;
  await reads;
  expect(seen.size).toBeGreaterThan(1);
});

test("a new register is for its owner only, and who lets others in is not overruled", async () => {
  const folder = await saved(earlier);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  chmodSync(folder, 0o750);
  await using store = await openDuckdbStore(folder);
  await store.save(later);
  expect(statSync(folder).mode & 0o777).toBe(0o750);
});
