import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { TableSpec } from "@finsam/gender-reporting";
import type { RegisterRecord } from "@finsam/store";
import { earlier } from "@finsam/store-trials";
import { describe, expect, onTestFinished, test } from "vitest";
import { openSqliteStore } from "../src/index.ts";
import { contentsOf, newFile, rowsOf } from "./register-file.ts";

/** Writes to a file past the store. */
function writeSql(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

/** Opens a register, does something, closes it. */
async function inRegister<A>(file: string, work: (store: Awaited<ReturnType<typeof openSqliteStore>>) => Promise<A>) {
  await using store = await openSqliteStore(file);
  return await work(store);
}

/** Writes to a file past the store, and leaves its journal beside it. */
function crashAfterSql(file: string, sql: string): void {
  const program = `const { DatabaseSync } = require("node:sqlite");
    new DatabaseSync(process.argv[1]).exec(process.argv[2]);
    process.kill(process.pid, "SIGKILL")`;
  spawnSync(process.execPath, ["-e", program, file, sql]);
}

/** The bytes of a file and of what SQLite keeps beside it, by name. */
function bytesBeside(file: string): ReadonlyMap<string, string> {
  const names = [file, `${file}-wal`, `${file}-shm`].filter((name) => existsSync(name));
  return new Map(names.map((name) => [name, readFileSync(name, "latin1")]));
}

const unavailable = { _tag: "StoreUnavailable", code: "store-unavailable", retryable: false };

describe("a file that is no register of this version is refused and left as it was", () => {
  const strangers: readonly (readonly [what: string, code: string, files: number, make: (file: string) => unknown])[] =
    [
      ["a text", "not-a-store", 1, (file) => writeFileSync(file, "id;kön;födelsedatum\n".repeat(20))],
      ["a few bytes", "not-a-store", 1, (file) => writeFileSync(file, "SQLite")],
      ["another program's database", "not-a-store", 1, (file) => writeSql(file, "CREATE TABLE person (id)")],
      [
        "another program's database, in WAL mode",
        "not-a-store",
        1,
        (file) => writeSql(file, "PRAGMA journal_mode = WAL; PRAGMA application_id = 7; CREATE TABLE person (id)"),
      ],
      [
        "another program's database, left by a crash",
        "not-a-store",
        3,
        (file) => crashAfterSql(file, "PRAGMA journal_mode = WAL; CREATE TABLE person (id)"),
      ],
      [
        "a register of a newer version",
        "store-too-new",
        1,
        async (file) => {
          await inRegister(file, (store) => store.save(earlier));
          writeSql(file, "PRAGMA user_version = 1000");
        },
      ],
      [
        "a register of a version that is too old",
        "store-too-old",
        1,
        async (file) => {
          await inRegister(file, (store) => store.save(earlier));
          writeSql(file, "PRAGMA user_version = 0");
        },
      ],
      [
        "a register of a newer version, left by a crash",
        "store-too-new",
        3,
        async (file) => {
          await inRegister(file, (store) => store.save(earlier));
          writeSql(file, "PRAGMA user_version = 1000");
          crashAfterSql(file, "CREATE TABLE newer (id)");
        },
      ],
    ];

  test.each(strangers)("%s", async (_, code, files, make) => {
    const file = newFile();
    await make(file);
    const was = bytesBeside(file);
    expect(was.size).toBe(files);
    await expect(openSqliteStore(file)).rejects.toMatchObject({ _tag: "StoreNotReadable", code });
    expect(bytesBeside(file)).toEqual(was);
  });

  test("also a register of a newer version of which only the journal says so", async () => {
    const file = newFile();
    await using store = await openSqliteStore(file);
    await store.save(earlier.slice(0, 2));
    writeSql(file, "PRAGMA user_version = 1000");
    expect(readFileSync(file).readInt32BE(60)).toBeLessThan(1000);
    await expect(openSqliteStore(file)).rejects.toMatchObject({ code: "store-too-new" });
  });
});

describe("a register that cannot be opened says why, in Swedish and English", () => {
  test("its folder does not exist", async () => {
    await expect(openSqliteStore(`${newFile()}/there/register.sqlite`)).rejects.toMatchObject({
      ...unavailable,
      text: {
        sv: expect.stringContaining("Kontrollera att mappen finns"),
        en: expect.stringContaining("folder exists"),
      },
    });
  });

  test("it is a folder", async () => {
    const file = newFile();
    mkdirSync(file);
    await expect(openSqliteStore(file)).rejects.toMatchObject(unavailable);
  });

  test("its end is missing", async () => {
    const file = newFile();
    await inRegister(file, (store) => store.save(earlier));
    truncateSync(file, 6000);
    await expect(inRegister(file, contentsOf)).rejects.toMatchObject({
      ...unavailable,
      text: { sv: expect.stringContaining("skadat"), en: expect.stringContaining("backup") },
    });
  });
});

describe("a register", () => {
  test("is one file when it is closed, and a copy of it is a register", async () => {
    const [file, copy] = [newFile(), newFile()];
    await inRegister(file, (store) => store.save(earlier));
    expect([existsSync(`${file}-wal`), existsSync(`${file}-shm`)]).toEqual([false, false]);
    writeFileSync(copy, readFileSync(file));
    expect(await inRegister(copy, contentsOf)).toBe(await inRegister(file, contentsOf));
  });

  test("lies whole in its file when it is closed, also while another program has it open", async () => {
    const [file, copy] = [newFile(), newFile()];
    const store = await openSqliteStore(file);
    const other = new DatabaseSync(file);
    onTestFinished(() => other.close());
    other.prepare("SELECT count(*) FROM person").get();
    await store.save(earlier);
    await store[Symbol.asyncDispose]();
    writeFileSync(copy, readFileSync(file));
    expect((await inRegister(copy, (one) => one.count())).persons).toBe(500);
  });

  test("is its owner's only, with what lies beside it, unless the owner lets others in", async () => {
    const file = newFile();
    const modes = () => [...bytesBeside(file).keys()].map((name) => statSync(name).mode & 0o777);
    await inRegister(file, async (store) => {
      await store.save(earlier);
      expect(modes()).toEqual([0o600, 0o600, 0o600]);
    });
    chmodSync(file, 0o640);
    await inRegister(file, async (store) => {
      await store.save(earlier.slice(0, 2));
      expect(modes()).toEqual([0o640, 0o640, 0o640]);
    });
  });

  test("is made of an empty file", async () => {
    const file = newFile();
    writeFileSync(file, "");
    await inRegister(file, (store) => store.save(earlier));
    expect(rowsOf(file, "PRAGMA user_version")).toEqual([{ user_version: 2 }]);
  });

  test("is made once when several open it at the same time", async () => {
    const file = newFile();
    const stores = await Promise.all(Array.from({ length: 5 }, () => openSqliteStore(file)));
    await stores[0]?.save(earlier);
    for (const store of stores) {
      expect(await store.count()).toEqual({ persons: 500, participations: 500, measurements: 0, spells: 0 });
      await store[Symbol.asyncDispose]();
    }
  });

  test("takes the saves of several who have it open one after the other", async () => {
    const file = newFile();
    await using one = await openSqliteStore(file);
    await using other = await openSqliteStore(file);
    const accounts = await Promise.all([one.save(earlier), other.save(earlier), one.save(earlier)]);
    const added = accounts.map(({ participation }) => participation.added);
    expect(added.toSorted((a, b) => a - b)).toEqual([0, 0, 500]);
    expect(await other.count()).toEqual({ persons: 500, participations: 500, measurements: 0, spells: 0 });
  });

  test("in memory is nobody else's", async () => {
    await using one = await openSqliteStore(":memory:");
    await using other = await openSqliteStore(":memory:");
    await one.save(earlier);
    expect((await other.count()).persons).toBe(0);
    expect(existsSync(":memory:")).toBe(false);
  });

  test("is read while it is closed as long as nothing more is asked for", async () => {
    const file = newFile();
    const store = await openSqliteStore(file);
    await store.save(earlier);
    const reading = store.persons()[Symbol.asyncIterator]();
    await reading.next();
    await store[Symbol.asyncDispose]();
    const rest = async () => {
      while (!(await reading.next()).done);
    };
    // What was fetched already may come; what has to be fetched cannot.
    await rest().catch((error) => expect(error).toMatchObject(unavailable));
    expect(existsSync(`${file}-wal`)).toBe(false);
  });
});

describe("what a register should not hold", () => {
  const garbage: Readonly<Record<string, string>> = {
    "a day that does not exist": "UPDATE person SET birth_date = '1985-02-30' WHERE id = 'p7'",
    "facts that are no JSON": "UPDATE person SET facts = '{' WHERE id = 'p7'",
    "facts that are no facts": `UPDATE person SET facts = '{"a":{"b":1}}' WHERE id = 'p7'`,
    "an empty id": "UPDATE person SET id = '' WHERE id = 'p7'",
  };

  test.each(Object.entries(garbage))("%s is not handed out", async (_, sql) => {
    const file = newFile();
    await inRegister(file, (store) => store.save(earlier));
    writeSql(file, sql);
    await expect(inRegister(file, contentsOf)).rejects.toMatchObject({
      ...unavailable,
      text: { sv: expect.stringContaining("skadat") },
    });
    expect((await inRegister(file, (store) => store.person("p8"))).id).toBe("p8");
  });

  const text = { sv: "ålder", en: "age" };
  const byAge: TableSpec = {
    id: "by-age",
    title: text,
    population: "started",
    period: { from: "2021-01-01", to: "2021-12-31" },
    dimension: { by: "ageAtStart", bands: [{ id: "all", label: text, atLeast: 0 }], leapDayBirthday: "1-march" },
    without: [],
  };

  test("is not counted either", async () => {
    const file = newFile();
    await inRegister(file, (store) => store.save(earlier));
    writeSql(file, "UPDATE person SET birth_date = 'spring' WHERE id = 'p7'");
    await expect(inRegister(file, (store) => store.tabulate([byAge]))).rejects.toMatchObject(unavailable);
    await expect(inRegister(file, (store) => store.groupByConditions([]))).rejects.toMatchObject(unavailable);
  });

  const walls: Readonly<Record<string, string>> = {
    "more than the pseudonym of a person with protected identity": "UPDATE person SET protected = 1",
    "the person of a participation that is not followed": "UPDATE participation SET follow_up = 'not-followed'",
    "the intervention of an anonymous participation": "UPDATE participation SET follow_up = 'anonymous', person = NULL",
    "a sex code that does not exist": "UPDATE participation SET sex = 'kvinna'",
    "a participation that ends before it starts": "UPDATE participation SET end_date = '2020-01-01'",
    "a number where a text belongs": "UPDATE measurement SET value = 'five'",
  };

  test.each(Object.entries(walls))("SQLite itself keeps out: %s", async (_, sql) => {
    const file = newFile();
    const answer: RegisterRecord = {
      kind: "measurement",
      measurement: {
        id: "m",
        person: "p1",
        indicator: "i",
        respondent: "participant",
        on: "2021-01-01",
        scale: "s",
        value: 1,
      },
    };
    await inRegister(file, (store) => store.save([...earlier, answer]));
    expect(() => writeSql(file, sql)).toThrow(/constraint failed|cannot store/);
  });
});

describe("what is gone is gone from the file", () => {
  const secret = "anna-pseudonym";
  const hers: readonly RegisterRecord[] = [
    {
      kind: "person",
      person: { protectedIdentity: false, id: secret, sex: "woman", sexBasis: "legal-sex", facts: { note: "dikter" } },
    },
    {
      kind: "participation",
      participation: {
        followUp: "followed",
        id: "d-hers",
        person: secret,
        intervention: "rare-intervention",
        sex: "woman",
        sexBasis: "legal-sex",
        start: "2021-03-01",
      },
    },
  ];
  const bytesOf = (file: string) => [...bytesBeside(file).values()].join();

  test("an erased person, at once", async () => {
    const file = newFile();
    await using store = await openSqliteStore(file);
    await store.save([...earlier, ...hers]);
    expect(bytesOf(file)).toContain(secret);
    await store.erase(secret);
    expect(bytesOf(file)).not.toContain(secret);
    expect(bytesOf(file)).not.toContain("dikter");
  });

  test("all but the pseudonym of a person who gets protected identity, when the register is closed", async () => {
    const file = newFile();
    await inRegister(file, (store) => store.save([...earlier, ...hers]));
    expect(bytesOf(file)).toContain("rare-intervention");
    await inRegister(file, (store) =>
      store.save([{ kind: "person", person: { protectedIdentity: true, id: secret } }]),
    );
    expect(bytesOf(file)).not.toContain("rare-intervention");
    expect(bytesOf(file)).not.toContain("dikter");
    expect(rowsOf(file, `SELECT * FROM participation WHERE id = 'd-hers'`)).toEqual([
      expect.objectContaining({
        follow_up: "anonymous",
        start_year: 2021,
        sex: "woman",
        person: null,
        start_date: null,
      }),
    ]);
  });
});
