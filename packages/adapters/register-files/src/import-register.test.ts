import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryStore, type OpenStore, openStore, type RegisterRecord, Store } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";
import { afterAll, describe, expect, test } from "vitest";
import { ImportAccount } from "./import-account.ts";
import { type ImportOptions, importRegister, importRegisterInto } from "./import-register.ts";
import { bytesOf, goodRow, profile, type Row, saved, withLayout } from "./register.fixture.ts";
import type { RegisterFile } from "./register-file.ts";

const file = (rows: readonly Row[], name = "register.csv"): RegisterFile => ({ name, bytes: saved(rows) });

/** Imports one after another into one store, and what the store holds at the end. */
const imported = (...imports: readonly (readonly RegisterFile[])[]) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const accounts = yield* Effect.forEach(imports, (files) => importRegister(files, profile));
      return { accounts, ...(yield* held) };
    }).pipe(Effect.provide(memoryStore)),
  );

const held = Effect.gen(function* () {
  const store = yield* Store;
  return {
    persons: yield* Stream.runCollect(store.persons),
    participations: yield* Stream.runCollect(store.participations),
  };
});

const numbered = (index: number): Row => ({ ...goodRow, deltagande: `D${index}`, person: `P${index}` });

/** The file of broken rows: good rows with each of the ways in which registers are broken between them. */
const brokenFile = (): RegisterFile => {
  const head = saved([]);
  const row = (change: Row): Uint8Array => saved([change]).slice(head.length);
  const noise = Uint8Array.of(0xff, 0xfe, 0x00, 0x22, 0xc3, 0x28, 0x3b, 0x0d, 0x9d);
  return {
    name: "broken.csv",
    bytes: bytesOf(
      head,
      row(numbered(1)),
      row({ ...numbered(2), start: "01/02/2021" }),
      row({ ...numbered(3), kön: "Xyzzy" }),
      row({ ...numbered(4), slut: "2020-01-01" }),
      row({ ...numbered(5), deltagande: "D1" }),
      "D6;P6;Kvinna\r\n",
      noise,
      "\r\n",
      'D7;"P7;Kvinna\r\n',
      row(numbered(8)),
      row({ ...numbered(9), person: "P1", födelsedatum: "1999-09-09" }),
      row({ ...numbered(10), samtycke: "nej" }),
    ),
  };
};

describe("a register with broken rows", () => {
  test("is imported with its good rows, and every bad one is listed", async () => {
    const { accounts, participations } = await imported([brokenFile()]);
    const [account] = accounts[0]?.files ?? [];
    expect(participations.map(({ id }) => id)).toEqual(["D1", "D10", "D8"]);
    expect(
      account?.refused.map(({ line, problems }) => [
        line,
        ...problems.map(({ code, column }) => `${code} ${column ?? ""}`),
      ]),
    ).toEqual([
      [3, "bad-date start"],
      [4, "unknown-sex kön"],
      [5, "end-before-start slut"],
      [6, "duplicate-participation deltagande"],
      [7, "wrong-number-of-columns "],
      [8, "not-text ", "misplaced-quote "],
      [9, "not-text ", "wrong-number-of-columns "],
      [10, "unclosed-quote "],
      [12, "other-birth-date födelsedatum"],
    ]);
    expect(account).toMatchObject({ read: 12, saved: 3 });
    expect(accounts[0]?.store).toMatchObject({
      person: { added: 2, replaced: 0, unchanged: 0 },
      participation: { added: 3, replaced: 0, unchanged: 0 },
    });
  });

  test("changes nothing when it is imported again", async () => {
    const once = await imported([brokenFile()]);
    const twice = await imported([brokenFile()], [brokenFile()]);
    expect({ ...twice, accounts: [] }).toEqual({ ...once, accounts: [] });
    expect(twice.accounts[1]?.files).toEqual(once.accounts[0]?.files);
    expect(twice.accounts[1]?.store).toEqual({
      person: { added: 0, replaced: 0, unchanged: 2 },
      participation: { added: 0, replaced: 0, unchanged: 3 },
      measurement: { added: 0, replaced: 0, unchanged: 0 },
      spell: { added: 0, replaced: 0, unchanged: 0 },
    });
  });

  test("gives an account that is JSON and fits its schema, with no value of the refused rows in it", async () => {
    const { accounts } = await imported([brokenFile()]);
    const json = JSON.stringify(accounts[0]);
    expect(ImportAccount.parse(JSON.parse(json))).toEqual(accounts[0]);
    expect(json).not.toMatch(/01\/02|Xyzzy|1999-09-09|P[0-9]/);
  });
});

describe("persons", () => {
  test("who contradict themselves only in facts change nothing the second time, although the rows differ", async () => {
    const moved = file([
      numbered(1),
      { ...numbered(2), person: "P1", kommun: "0184" },
      { ...numbered(3), person: "P1", kön: "", kommun: "" },
    ]);
    const { accounts, persons } = await imported([moved], [moved]);
    expect(accounts.map(({ store }) => store.person)).toEqual([
      { added: 1, replaced: 0, unchanged: 0 },
      { added: 0, replaced: 0, unchanged: 1 },
    ]);
    expect(persons).toMatchObject([{ sex: "woman", facts: { residentMunicipality: "0184" } }]);
  });

  test("with protected identity on any row are not found in the store, nor their participations", async () => {
    for (const rows of [
      [numbered(1), { ...numbered(2), person: "P1", skyddad: "ja" }, numbered(3)],
      [{ ...numbered(2), person: "P1", skyddad: "ja" }, numbered(1), numbered(3)],
    ]) {
      const { persons, participations, accounts } = await imported([file(rows)]);
      expect(persons.map(({ id }) => id)).toEqual(["P3"]);
      expect(participations.map(({ id }) => id)).toEqual(["D3"]);
      expect(accounts[0]?.files).toMatchObject([{ read: 3, saved: 3, refused: [], remarks: [] }]);
    }
  });
});

describe("participations without consent", () => {
  const guarded: Row = { ...numbered(1), skyddad: "ja" };
  const silent = (index: number, person: string): Row => ({ ...numbered(index), person, samtycke: "nej" });
  const other = { followUp: "not-followed", id: "D3", start: "2021-03-01" };

  /** All that the store is given, with what it does not show. */
  const given = async (files: readonly RegisterFile[], of = profile, options: ImportOptions = {}) => {
    const records: RegisterRecord[] = [];
    const store = Effect.runSync(Effect.scoped(Effect.provide(Store, memoryStore)));
    const listening = Store.of({
      ...store,
      save: (saved) => store.save(Stream.tap(saved, (record) => Effect.sync(() => records.push(record)))),
    });
    await Effect.runPromise(Effect.provideService(importRegister(files, of, options), Store, listening));
    return records.flatMap((record) => (record.kind === "participation" ? [record.participation] : []));
  };

  test("of a person with protected identity become anonymous, whichever row or file says so", async () => {
    const anonymous = { followUp: "anonymous", id: "D2", sex: "woman", startYear: 2021 };
    for (const files of [
      [file([guarded, silent(2, "P1"), silent(3, "P3")])],
      [file([silent(2, "P1"), guarded, silent(3, "P3")])],
      [file([silent(3, "P3"), silent(2, "P1")], "a.csv"), file([guarded], "b.csv")],
    ]) {
      const participations = await given(files);
      expect(participations.filter(({ id }) => id === "D2")).toEqual([anonymous]);
      expect(participations.filter(({ id }) => id === "D3")).toMatchObject([other]);
      expect(JSON.stringify(participations)).not.toMatch(/P[13]/);
      expect((await imported(files)).participations).toMatchObject([other]);
    }
  });

  test("of a person with protected identity are found by identity numbers that are written differently", async () => {
    const register = withLayout({ personIs: "identity-number" });
    const options = { pseudonymKey: new Uint8Array(32).fill(7), writtenOn: "2022-01-01" };
    const rows = [silent(2, "900125-2387"), { ...guarded, person: "199001252387" }, silent(3, ""), silent(4, "?")];
    const participations = await given([file(rows)], register, options);
    expect(Object.fromEntries(participations.map(({ id, followUp }) => [id, followUp]))).toEqual({
      D1: "anonymous",
      D2: "anonymous",
      D3: "not-followed",
      D4: "not-followed",
    });
  });

  test("are counted in the account, and change nothing when they are imported again", async () => {
    const rows = [silent(2, "P1"), guarded, silent(3, "P3")];
    const { accounts } = await imported([file(rows)], [file(rows)]);
    expect(accounts.map(({ files }) => files[0])).toMatchObject([
      { read: 3, saved: 3 },
      { read: 3, saved: 3 },
    ]);
    expect(accounts.map(({ store }) => store.participation)).toEqual([
      { added: 3, replaced: 0, unchanged: 0 },
      { added: 0, replaced: 0, unchanged: 3 },
    ]);
  });
});

describe("several files", () => {
  test("go into the store together, each with its account", async () => {
    const { accounts, participations } = await imported([file([numbered(1)], "a.csv"), file([numbered(2)], "b.csv")]);
    expect(participations).toHaveLength(2);
    expect(accounts[0]?.files.map(({ name, saved }) => [name, saved])).toEqual([
      ["a.csv", 1],
      ["b.csv", 1],
    ]);
  });

  test("are compared: what stands in two of them is refused the second time, with the file and the line of the first", async () => {
    const { accounts } = await imported([
      file([numbered(1), numbered(2)], "a.csv"),
      file([numbered(2), { ...numbered(3), person: "P1", kön: "Man" }], "b.csv"),
    ]);
    expect(
      accounts[0]?.files[1]?.refused.map(({ problems }) => problems.map(({ code, reason }) => [code, reason.en])),
    ).toEqual([
      [["duplicate-participation", expect.stringContaining("line 3 of a.csv")]],
      [["other-sex", expect.stringContaining("line 2 of a.csv")]],
    ]);
  });

  test("imported one after another replace what they have in common", async () => {
    const { participations, accounts } = await imported(
      [file([{ ...numbered(1), slut: "", avslutsorsak: "" }])],
      [file([numbered(1)])],
    );
    expect(participations).toMatchObject([{ id: "D1", end: "2021-09-30" }]);
    expect(accounts[1]?.store.participation).toEqual({ added: 0, replaced: 1, unchanged: 0 });
  });

  test("save nothing when one of them cannot be read", async () => {
    const good = file([numbered(1)]);
    const result = await Effect.runPromise(
      Effect.gen(function* () {
        yield* importRegister([good], profile);
        const before = yield* held;
        const error = yield* Effect.flip(importRegister([file([numbered(2)]), "no/such/file.csv"], profile));
        return { before, error, after: yield* held };
      }).pipe(Effect.provide(memoryStore)),
    );
    expect(result.error).toMatchObject({ code: "file-not-readable" });
    expect(result.after).toEqual(result.before);
    expect(result.after.participations).toHaveLength(1);
  });
});

describe("a row whose participation the store has for another person", () => {
  const before = file([numbered(1), numbered(2), numbered(3)], "folder/before.csv");
  const changed = file([{ ...numbered(2), person: "P9" }, numbered(4), { ...numbered(3), person: "P9" }], "after.csv");

  const all = async <A>(items: AsyncIterable<A>): Promise<readonly A[]> => {
    const collected: A[] = [];
    for await (const item of items) collected.push(item);
    return collected;
  };
  const importedAfter = async (into: (store: OpenStore) => Promise<ImportAccount>) => {
    await using store = await openStore(memoryStore);
    await importRegisterInto(store, [before], profile);
    const account = await into(store);
    const participations = await all(store.participations());
    const history = await all(store.history());
    return { account, participations, persons: await all(store.persons()), history };
  };

  test("is refused with its line, and the rest is saved", async () => {
    const { account, participations, persons } = await importedAfter((store) =>
      importRegisterInto(store, [changed], profile),
    );
    expect(account.files[0]).toMatchObject({ read: 3, saved: 1 });
    expect(account.files[0]?.refused.map(({ line, problems }) => [line, problems.map(({ code }) => code)])).toEqual([
      [2, ["other-person-in-store"]],
      [4, ["other-person-in-store"]],
    ]);
    expect(participations).toHaveLength(4);
    // Nothing is kept of whom only a refused row names.
    expect(persons.map(({ id }) => id)).not.toContain("P9");
  });

  test("is refused however many there are", async () => {
    const many = Array.from({ length: 2500 }, (_, index) => numbered(index));
    const account = await Effect.runPromise(
      Effect.gen(function* () {
        yield* importRegister([file(many)], profile);
        return yield* importRegister([file(many.map((row) => ({ ...row, person: "P-other" })))], profile);
      }).pipe(Effect.provide(memoryStore)),
    );
    expect([account.files[0]?.read, account.files[0]?.saved]).toEqual([2500, 0]);
  });

  test("leaves one save of the import in the history, which names the file and not its folder", async () => {
    const { history, account } = await importedAfter((store) => importRegisterInto(store, [changed], profile));
    expect(history.map((entry) => entry.event !== "erased" && entry.origin)).toEqual(["before.csv", "after.csv"]);
    expect(account.origin).toBe("after.csv");
  });
});

test("progress is told every thousand rows and at the end of each file", async () => {
  const told: unknown[] = [];
  const onProgress: ImportOptions["onProgress"] = (progress) => told.push(progress);
  const many = file(
    Array.from({ length: 2500 }, (_, index) => numbered(index)),
    "many.csv",
  );
  const few = file([numbered(9000)], "few.csv");
  await Effect.runPromise(Effect.provide(importRegister([many, few], profile, { onProgress }), memoryStore));
  expect(told).toEqual([
    { file: "many.csv", rows: 1000 },
    { file: "many.csv", rows: 2000 },
    { file: "many.csv", rows: 2500 },
    { file: "few.csv", rows: 1 },
  ]);
});

test("an import that is run twice gives the account of each run", async () => {
  const once = importRegister([file([numbered(1)])], profile);
  const both = await Effect.runPromise(Effect.provide(Effect.all([once, once]), memoryStore));
  expect(both.map(({ files }) => files[0]?.saved)).toEqual([1, 1]);
  expect(both[1]?.store.participation).toEqual({ added: 0, replaced: 0, unchanged: 1 });
});

describe("without Effect", () => {
  const folder = mkdtempSync(join(tmpdir(), "register-files-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("a register is imported into an open store", async () => {
    const path = join(folder, "register.csv");
    writeFileSync(path, saved([numbered(1), { ...numbered(2), start: "?" }]));
    await using store = await openStore(memoryStore);
    const account = await importRegisterInto(store, [path], profile);
    expect(account.files).toMatchObject([{ name: path, read: 2, saved: 1 }]);
    expect(await store.count()).toEqual({ persons: 1, participations: 1, measurements: 0, spells: 0 });
  });

  test("the errors are the same, and nothing is saved", async () => {
    await using store = await openStore(memoryStore);
    const zip = { name: "register.xlsx", bytes: bytesOf("PK\x03\x04") };
    await expect(importRegisterInto(store, [file([numbered(1)]), zip], profile)).rejects.toMatchObject({
      _tag: "NotATextTable",
      code: "spreadsheet",
    });
    expect(await store.count()).toEqual({ persons: 0, participations: 0, measurements: 0, spells: 0 });
  });

  test("an import that is aborted half-way saves nothing", async () => {
    await using store = await openStore(memoryStore);
    const abort = new AbortController();
    const many = file(Array.from({ length: 5000 }, (_, index) => numbered(index)));
    const onProgress: ImportOptions["onProgress"] = ({ rows }) => {
      if (rows === 2000) abort.abort(new Error("changed my mind"));
    };
    await expect(importRegisterInto(store, [many], profile, { onProgress, signal: abort.signal })).rejects.toThrow(
      "changed my mind",
    );
    expect(await store.count()).toEqual({ persons: 0, participations: 0, measurements: 0, spells: 0 });
  });
});
