import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { earlier, orderLine, twentyThousand } from "@finsam/store-trials";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openSqliteStore } from "../src/index.ts";
import { contentsOf, newFile } from "./register-file.ts";

const importer = fileURLToPath(new URL("./importer.ts", import.meta.url));
const isRoot = process.getuid?.() === 0;

const original = newFile();
let before = "";
beforeAll(async () => {
  await using store = await openSqliteStore(original);
  await store.save(earlier);
  before = await contentsOf(store);
});

/** A copy of the register in a folder of its own. */
function copyIn(folder: string): string {
  const file = join(folder, "register.sqlite");
  copyFileSync(original, file);
  return file;
}

/** Runs a program of the system. */
const run = (...command: readonly [string, readonly string[]]) => spawnSync("/usr/bin/env", command.flat());

/** A small disk of its own, gone after the test; nothing where one may not be made. */
function smallDisk(size: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "finsam-disk-"));
  const mounted = isRoot && run("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder]).status === 0;
  onTestFinished(() => {
    if (mounted) run("umount", [folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return mounted ? folder : undefined;
}

const isAsBefore = async (file: string): Promise<void> => {
  await using store = await openSqliteStore(file);
  expect((await contentsOf(store)) === before, "the register is as it was").toBe(true);
  expect(await store.verify()).toEqual([]);
};

describe("a disk that is full", () => {
  test("fails an import clearly, and leaves the register as it was", async ({ skip }) => {
    const folder = smallDisk("1m");
    if (folder === undefined) return skip("a disk of its own needs the rights of root");
    const file = copyIn(folder);
    {
      await using store = await openSqliteStore(file);
      await expect(store.save(twentyThousand)).rejects.toMatchObject({
        code: "store-unavailable",
        retryable: false,
        text: { sv: expect.stringContaining("full"), en: expect.stringContaining("full") },
      });
      expect((await contentsOf(store)) === before).toBe(true);
    }
    await isAsBefore(file);
  });

  test("also for a program that may write no longer file", async () => {
    const file = newFile();
    copyFileSync(original, file);
    const blocks = Math.ceil(statSync(file).size / 512) + 100;
    // The shell counts in blocks of 512 or of 1024 bytes.
    const limited = spawnSync("bash", ["-c", `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, importer], {
      input: orderLine({ place: [file], batch: "twentyThousand" }),
    });
    expect(limited.status).not.toBe(0);
    expect(limited.stderr.toString()).toMatch(/StoreUnavailable|store-unavailable/);
    await isAsBefore(file);
  });
});

describe("a register that may only be read", () => {
  test("says that it is write-protected, and stays byte for byte what it was", async ({ skip }) => {
    const folder = isRoot ? smallDisk("4m") : dirname(newFile());
    if (folder === undefined) return skip("root writes everywhere but on a disk of its own");
    const there = join(folder, "read-only");
    mkdirSync(there);
    const file = copyIn(there);
    const bytes = readFileSync(file, "latin1");
    if (isRoot) run("mount", ["-o", "remount,ro", folder]);
    else
      for (const [path, mode] of [
        [file, 0o444],
        [there, 0o555],
      ] as const)
        chmodSync(path, mode);
    onTestFinished(() => {
      if (!isRoot) chmodSync(there, 0o755);
    });
    await expect(openSqliteStore(file)).rejects.toMatchObject({
      code: "store-unavailable",
      retryable: false,
      text: { sv: expect.stringMatching(/skrivskyddat|kan inte öppnas/) },
    });
    expect(readFileSync(file, "latin1") === bytes).toBe(true);
  });
});

describe("a register that was cut off", () => {
  // In the first header, after it, after the first page, and in the middle of a page.
  test.each([1, 50, 99, 100, 1000, 4096, 6000, 12_288, 20_000])(
    "after %i bytes fails clearly, and is not written to",
    async (size) => {
      const file = newFile();
      copyFileSync(original, file);
      truncateSync(file, size);
      const bytes = readFileSync(file, "latin1");
      const reading = async () => {
        await using store = await openSqliteStore(file);
        return await contentsOf(store);
      };
      await expect(reading()).rejects.toMatchObject({
        code: expect.stringMatching(/^(not-a-store|store-unavailable)$/),
      });
      expect(readFileSync(file, "latin1") === bytes).toBe(true);
    },
  );
});

describe("verify finds", () => {
  const verified = async (spoil: (file: string) => void) => {
    const file = newFile();
    copyFileSync(original, file);
    spoil(file);
    await using store = await openSqliteStore(file);
    return (await store.verify()).map(({ code }) => code);
  };
  const sql = (text: string) => (file: string) => {
    const database = new DatabaseSync(file);
    database.exec(text);
    database.close();
  };

  test("a page that was overwritten", async () => {
    const overwritten = (file: string) => {
      const descriptor = openSync(file, "r+");
      writeSync(descriptor, Buffer.alloc(4096, 0xa5), 0, 4096, statSync(file).size - 4096);
      closeSync(descriptor);
    };
    expect(await verified(overwritten)).toContain("storage-damaged");
  });

  test("a row that holds no record", async () => {
    expect(await verified(sql("UPDATE person SET birth_date = 'spring' WHERE id = 'p7'"))).toEqual([
      "records-not-readable",
    ]);
  });

  test("more than may be kept of a person with protected identity", async () => {
    const kept = `INSERT INTO person (id, protected) VALUES ('h1', 1);
      INSERT INTO measurement VALUES ('m1', 'h1', 'i', 'participant', '2021-01-01', 's', 1, NULL)`;
    expect(await verified(sql(kept))).toEqual(["protection-contradicted"]);
  });

  test("a period of a participation that is not followed", async () => {
    const kept = `INSERT INTO participation (id, follow_up, sex) VALUES ('a1', 'anonymous', 'woman');
      INSERT INTO spell VALUES ('s1', 'a1', '2021-01-01', NULL)`;
    expect(await verified(sql(kept))).toEqual(["protection-contradicted"]);
  });

  test("an entry taken out of the history", async () => {
    expect(
      await verified(
        sql(
          "DROP TRIGGER history_is_not_shortened; INSERT INTO history SELECT position + 5, at, event, origin, counts, previous, hash FROM history; DELETE FROM history WHERE position = 1",
        ),
      ),
    ).toEqual(["history-broken"]);
  });
});

test("SQLite itself keeps the history from being rewritten by a slip of the hand", () => {
  const file = newFile();
  copyFileSync(original, file);
  const database = new DatabaseSync(file);
  expect(() => database.exec("UPDATE history SET origin = 'other'")).toThrow("only added to");
  expect(() => database.exec("DELETE FROM history")).toThrow("only added to");
  database.close();
});
