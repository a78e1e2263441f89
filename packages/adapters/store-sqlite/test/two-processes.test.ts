import { earlier, later, startImporter } from "@finsam/store-trials";
import { expect, onTestFinished, test } from "vitest";
import { openSqliteStore } from "../src/index.ts";
import { contentsOf, newFile } from "./register-file.ts";

const tenth = later.slice(0, 200);

/** An importer that has saved half of its records, and waits. */
async function importerInTheMiddleOn(file: string) {
  const importer = startImporter(new URL("./importer.ts", import.meta.url));
  onTestFinished(async () => void (await importer.kill()));
  importer.begin({ place: [file], batch: "later", pauseAt: 2000 });
  await importer.hears("paused");
  return importer;
}

test("who reads while another process saves gets what was there before, and then what is there", {
  timeout: 30_000,
}, async () => {
  const file = newFile();
  await using store = await openSqliteStore(file);
  await store.save(earlier);
  const before = await contentsOf(store);
  const importer = await importerInTheMiddleOn(file);

  expect(await contentsOf(store)).toBe(before);
  {
    await using other = await openSqliteStore(file);
    expect(await contentsOf(other)).toBe(before);
  }

  importer.goOn();
  expect(await importer.ends()).toBe(0);
  expect(await store.count()).toEqual({ persons: 1980, participations: 1980, measurements: 0, spells: 0 });
});

test("who saves while another process saves fails after a while, with nothing saved, and may try again", {
  timeout: 30_000,
}, async () => {
  const file = newFile();
  await using store = await openSqliteStore(file, { busyTimeout: 100 });
  await store.save(earlier);
  const before = await contentsOf(store);
  const importer = await importerInTheMiddleOn(file);

  const busy = { code: "store-unavailable", retryable: true, text: { sv: expect.stringContaining("Försök igen") } };
  await expect(store.save(tenth)).rejects.toMatchObject(busy);
  await expect(store.erase("p1")).rejects.toMatchObject(busy);
  expect(await contentsOf(store)).toBe(before);

  importer.goOn();
  await importer.ends();
  expect((await store.save(tenth)).participation.unchanged).toBe(100);
});

test("who saves while another process saves waits for it", { timeout: 30_000 }, async () => {
  const file = newFile();
  await using store = await openSqliteStore(file, { busyTimeout: 20_000 });
  await store.save(earlier);
  const importer = await importerInTheMiddleOn(file);

  const saving = store.save(tenth);
  importer.goOn();
  // The other was first, so there is nothing left to change.
  expect((await saving).participation).toEqual({ added: 0, replaced: 0, unchanged: 100 });
  expect(await importer.ends()).toBe(0);
});

test("a save that waits for another process can be stopped", { timeout: 30_000 }, async () => {
  const file = newFile();
  await using store = await openSqliteStore(file, { busyTimeout: 3_600_000 });
  await importerInTheMiddleOn(file);
  const reason = new Error("enough");
  const stop = new AbortController();
  const saving = store.save(tenth, { signal: stop.signal });
  stop.abort(reason);
  await expect(saving).rejects.toBe(reason);
});
