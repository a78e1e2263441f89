import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgresServer } from "@finsam/postgres-server";
import type { RegisterRecord } from "@finsam/store";
import { earlier, twentyThousand } from "@finsam/store-trials";
import { expect, onTestFinished, test } from "vitest";
import { openPostgresStore } from "../src/index.ts";
import { addressOf, ask, contentsOf } from "./databases.ts";

/** Runs a program of the system and tells whether it went well. */
const run = (program: string, ...words: readonly string[]): boolean => spawnSync(program, words).status === 0;

/** A small disk of its own for a server, gone after the test; nothing where one may not be made. */
function smallDisk(): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "finsam-disk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // The server runs as nobody when the tests run as root.
  const nobody = execFileSync("id", ["-u", "nobody"], { encoding: "utf8" }).trim();
  if (!run("mount", "-t", "tmpfs", "-o", `size=14m,mode=700,uid=${nobody}`, "tmpfs", folder)) return undefined;
  onTestFinished(() => {
    run("umount", folder);
  });
  return folder;
}

/** More than the disk has room for. */
const long = twentyThousand.map((record): RegisterRecord => {
  if (record.kind !== "person" || record.person.protectedIdentity) return record;
  return { kind: "person", person: { ...record.person, facts: { note: "x".repeat(1000) } } };
});

test("a server whose disk is full fails an import clearly, with nothing half done", async ({ skip }) => {
  const disk = smallDisk();
  if (disk === undefined) return skip("a disk of its own needs the rights of root");
  const server = await startPostgresServer();
  onTestFinished(() => server.remove());
  await ask(server.url, `CREATE TABLESPACE small LOCATION '${disk}'`, "CREATE DATABASE small TABLESPACE small");
  await using store = await openPostgresStore({ url: addressOf(server.url, { database: "small" }), tenant: "uppsala" });
  await store.save(earlier);
  const before = await contentsOf(store);

  await expect(store.save(long)).rejects.toMatchObject({
    code: "store-unavailable",
    retryable: false,
    text: { sv: expect.stringContaining("full"), en: expect.stringContaining("full") },
  });
  expect(await contentsOf(store)).toBe(before);
  expect(await store.verify()).toEqual([]);

  expect(run("mount", "-o", "remount,size=200m", disk)).toBe(true);
  expect((await store.save(long)).participation.added).toBe(9_500);
  expect(await store.verify()).toEqual([]);
});
