import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RegisterRecord } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { RegisterFileError } from "./errors.ts";
import { type ReadOptions, type RegisterReading, readRegister } from "./read-register.ts";
import { bytesOf, goodRow, headings, profile, type Row, type Saved, saved, withLayout } from "./register.fixture.ts";
import type { RegisterFile } from "./register-file.ts";

const readings = (file: RegisterFile | Uint8Array, of = profile, options: ReadOptions = {}) =>
  Effect.runPromise(Stream.runCollect(readRegister(named(file), of, options)));
const failure = (file: RegisterFile | Uint8Array, of = profile): Promise<RegisterFileError> =>
  Effect.runPromise(Effect.flip(Stream.runDrain(readRegister(named(file), of))));
const named = (file: RegisterFile | Uint8Array): RegisterFile =>
  file instanceof Uint8Array ? { name: "register.csv", bytes: file } : file;

const recordsOf = (all: readonly RegisterReading[]): readonly RegisterRecord[] =>
  all.flatMap((reading) => (reading.kind === "row" ? reading.records : []));
const refusedOf = (all: readonly RegisterReading[]) =>
  all.flatMap((reading) =>
    reading.kind === "refused"
      ? reading.problems.map(({ code, column }) => [reading.line, code, ...(column === undefined ? [] : [column])])
      : [],
  );
const remarksOf = (all: readonly RegisterReading[]) =>
  all.flatMap((reading) => (reading.kind === "row" ? reading.remarks : []));

const rows: readonly Row[] = [
  goodRow,
  { ...goodRow, deltagande: "D2", person: "Åsa", stadsdel: "", samtycke: "nej" },
  { ...goodRow, deltagande: "D3", person: 'P "tre"; eller, kanske', kommun: "0184" },
];

describe("the same table", () => {
  const expected = (async () => recordsOf(await readings(saved(rows))))();

  test.each<readonly [string, Saved]>([
    ["in UTF-8 with a byte order mark", { byteOrderMark: true }],
    ["in Windows-1252", { encoding: "windows-1252" }],
    ["with LF", { lineBreak: "\n" }],
    ["with CR alone", { lineBreak: "\r" }],
    ["with commas", { delimiter: "," }],
    ["with tabs", { delimiter: "\t" }],
    ["in Windows-1252 with commas and LF", { encoding: "windows-1252", delimiter: ",", lineBreak: "\n" }],
    ["with the columns turned around", { headings: [...headings].reverse() }],
  ])("saved %s gives the same records", async (_, how) => {
    const given = await readings(saved(rows, how));
    expect(recordsOf(given)).toEqual(await expected);
    expect(given[0]).toEqual({
      kind: "table",
      file: "register.csv",
      encoding: how.encoding ?? "utf-8",
      delimiter: how.delimiter ?? ";",
      ignoredColumns: [],
    });
    expect((await expected).length).toBe(5);
  });

  test("with a column of notes over several lines gives the same records, and true line numbers", async () => {
    for (const lineBreak of ["\r\n", "\n"] as const) {
      const noted = rows.map((row) => ({
        ...row,
        anteckning: `rad ett${lineBreak}"rad" två;${lineBreak}${lineBreak}tre`,
      }));
      const given = await readings(saved(noted, { lineBreak, headings: ["anteckning", ...headings] }));
      expect(recordsOf(given)).toEqual(await expected);
      expect(given.flatMap((reading) => (reading.kind === "row" ? [reading.line] : []))).toEqual([2, 6, 10]);
      expect(given[0]).toMatchObject({ ignoredColumns: ["anteckning"] });
    }
  });

  test("with blank lines, empty rows and a separator line of a spreadsheet gives the same records", async () => {
    const [first = "", ...others] = new TextDecoder().decode(saved(rows)).trimEnd().split("\r\n");
    const empty = ";".repeat(headings.length - 1);
    const text = ["sep=;", "", first, ...others.flatMap((line) => [line, "", "   ", empty]), "", ""].join("\r\n");
    const given = await readings(bytesOf(text));
    expect(recordsOf(given)).toEqual(await expected);
    expect(given.map((reading) => ("line" in reading ? reading.line : 0))).toEqual([0, 4, 8, 12]);
  });

  test("without a line break at the end gives the same records", async () => {
    expect(recordsOf(await readings(saved(rows).slice(0, -2)))).toEqual(await expected);
  });

  test("with headings over two lines gives the same records", async () => {
    const wide = headings.map((heading) => heading.replace(" ", "\r\n"));
    const lines = saved(rows).slice(saved([]).length);
    const given = await readings(bytesOf(saved([], { headings: wide }), lines));
    expect(recordsOf(given)).toEqual(await expected);
  });
});

describe("one line of binary noise", () => {
  const noise = Uint8Array.of(0xff, 0x00, 0xc3, 0x28, 0x9d, 0x3b, 0x22, 0xf0, 0x80, 0x80, 0xe5);
  const body = (how: Saved) => {
    const start = saved([], how);
    return [start, ...rows.map((row) => saved([row], how).slice(start.length))];
  };

  test.each<readonly [string, Saved]>([
    ["UTF-8", {}],
    ["UTF-8 with a byte order mark", { byteOrderMark: true }],
    ["Windows-1252", { encoding: "windows-1252" }],
  ])("in a file in %s is refused, and all other rows are read", async (_, how) => {
    const [start = "", first = "", ...others] = body(how);
    const given = await readings(bytesOf(start, first, noise, "\r\n", ...others));
    expect(recordsOf(given)).toEqual(recordsOf(await readings(saved(rows, how))));
    expect(new Set(refusedOf(given).map(([line]) => line))).toEqual(new Set([3]));
  });

  test("that breaks lines and opens quotation marks is refused line by line", async () => {
    const [start = "", ...others] = body({});
    const given = await readings(bytesOf(start, '\x01\x02;"\x03\n"\x04;;\n\x05\r\n', ...others));
    expect(recordsOf(given)).toEqual(recordsOf(await readings(saved(rows))));
    expect(new Set(refusedOf(given).map(([line]) => line))).toEqual(new Set([2, 3, 4]));
  });

  test("is what a row in another encoding is taken for: its columns with letters beyond ASCII are named", async () => {
    const how = { encoding: "windows-1252" } as const;
    const row = { deltagande: "D2", person: "Åsa", insats: "7", kön: "K", samtycke: "ja", skyddad: "nej" };
    const given = await readings(bytesOf(saved([goodRow]), saved([row], how).slice(saved([], how).length)));
    expect(refusedOf(given)).toEqual([[3, "not-text", "person"]]);
    expect(recordsOf(given)).toHaveLength(2);
  });
});

describe("a file that is no table as text", () => {
  test.each([
    ["an empty file", bytesOf(""), "empty-file"],
    ["only a byte order mark and blank lines", bytesOf("\ufeff\r\n \r\n"), "empty-file"],
    ["a zip, as spreadsheets are", bytesOf("PK\x03\x04", "…"), "spreadsheet"],
    ["an old spreadsheet", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1), "spreadsheet"],
    ["UTF-16 with its mark", Buffer.from("\ufeffdeltagande;person", "utf16le"), "utf-16"],
    ["UTF-16, big end first", Buffer.from("\ufeffdeltagande;person", "utf16le").swap16(), "utf-16"],
    ["UTF-16 without a mark", Buffer.from("deltagande;person\n", "utf16le"), "utf-16"],
  ])("%s is an error that says how to save it", async (_, bytes, code) => {
    const error = await failure(bytes);
    expect(error).toMatchObject({ _tag: "NotATextTable", code, file: "register.csv" });
    expect(error.text.sv).toContain("CSV UTF-8");
    expect(error.message).toBe(error.text.en);
  });

  test("a table without the headings of the layout is an error that names them", async () => {
    const error = await failure(saved(rows, { headings: headings.slice(2) }));
    expect(error).toMatchObject({
      _tag: "WrongHeadings",
      code: "headings-missing",
      headings: ["deltagande", "person"],
    });
    expect(error.message).toMatch(/^register\.csv lacks/);
    expect(await failure(bytesOf("a;b\n1;2\n"))).toMatchObject({ code: "no-headings" });
    expect(await failure(bytesOf('"deltagande;person\n1;2\n'))).toMatchObject({ code: "no-headings" });
    expect(await failure(bytesOf(`${" \n".repeat(2000)}`))).toMatchObject({ code: "no-headings" });
  });

  test("a file that is not there, or is a folder, is an error with the path", async () => {
    expect(await failure("no/such/register.csv")).toMatchObject({
      _tag: "FileNotReadable",
      code: "file-not-readable",
      file: "no/such/register.csv",
      reason: "ENOENT",
    });
    expect(await failure(tmpdir())).toMatchObject({ code: "file-not-readable", file: tmpdir() });
  });

  test("a register of identity numbers is not opened without the key", async () => {
    expect(await failure("no/such/register.csv", withLayout({ personIs: "identity-number" }))).toMatchObject({
      code: "pseudonym-key-missing",
    });
  });
});

describe("a file on disk", () => {
  const folder = mkdtempSync(join(tmpdir(), "register-files-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("gives what the same bytes in memory give, over many pieces", async () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      ...goodRow,
      deltagande: `D${index}`,
      person: `P${index % 700}`,
      start: index % 100 === 7 ? "01/02/2021" : "2021-03-01",
      insats: index % 500 === 11 ? 'Träd"gård' : "Trädgård",
    }));
    const bytes = saved(many);
    const path = join(folder, "register.csv");
    writeFileSync(path, bytes);
    const [onDisk, inMemory] = [await readings(path), await readings(bytes)];
    expect(onDisk.slice(1)).toEqual(inMemory.slice(1));
    expect(onDisk[0]).toMatchObject({ file: path });
    expect(onDisk).toHaveLength(3001);
    expect(refusedOf(onDisk)).toHaveLength(36);
  });

  test("can be left after the first row, and read again", async () => {
    const path = join(folder, "left.csv");
    writeFileSync(path, saved(rows));
    const stream = readRegister(path, profile);
    expect(await Effect.runPromise(Stream.runCollect(Stream.take(stream, 2)))).toHaveLength(2);
    expect(await Effect.runPromise(Stream.runCollect(stream))).toHaveLength(4);
    expect(refusedOf(await Effect.runPromise(Stream.runCollect(stream)))).toEqual([]);
  });
});

describe("rows that contradict each other", () => {
  const table = (...changes: readonly Row[]) =>
    readings(saved(changes.map((change, index) => ({ ...goodRow, deltagande: `D${index + 1}`, ...change }))));

  test("a second row with the same id is refused, and the first is named", async () => {
    const given = await table({}, {}, { deltagande: "D1" });
    expect(refusedOf(given)).toEqual([[4, "duplicate-participation", "deltagande"]]);
    expect(JSON.stringify(given.at(-1))).toContain("on line 2");
    expect(recordsOf(given)).toHaveLength(4);
  });

  test("an id is the same with and without consent or protected identity", async () => {
    const same = { deltagande: "D1" };
    const given = await table(same, { ...same, samtycke: "nej" }, { ...same, skyddad: "ja" });
    expect(refusedOf(given).map(([line, code]) => [line, code])).toEqual([
      [3, "duplicate-participation"],
      [4, "duplicate-participation"],
    ]);
  });

  test("a row that was refused is no earlier row", async () => {
    expect(refusedOf(await table({ deltagande: "D1", start: "?" }, { deltagande: "D1" }))).toEqual([
      [2, "bad-date", "start"],
    ]);
  });

  test("a row that is wrong in itself is told to be a duplicate as well", async () => {
    expect(refusedOf(await table({}, { deltagande: "D1", start: "?" }))).toEqual([
      [3, "bad-date", "start"],
      [3, "duplicate-participation", "deltagande"],
    ]);
  });

  test("the same person with another date of birth or sex is refused, and the first row is named", async () => {
    const given = await table({}, { födelsedatum: "1985-04-13", kön: "Man" }, {});
    expect(refusedOf(given)).toEqual([
      [3, "other-birth-date", "födelsedatum"],
      [3, "other-sex", "kön"],
    ]);
    expect(JSON.stringify(given[2])).toContain("på rad 2");
  });

  test("what one row leaves open and another states is no contradiction, and the person keeps what is known", async () => {
    const given = await table(
      { födelsedatum: "1985", kön: "Okänt" },
      {},
      { födelsedatum: "", kön: "" },
      { födelsedatum: "1985-04" },
    );
    expect(refusedOf(given)).toEqual([]);
    expect(
      recordsOf(given)
        .filter(({ kind }) => kind === "person")
        .at(-1),
    ).toMatchObject({
      person: { sex: "woman", birthDate: "1985-04-12" },
    });
    // A month that a later row contradicts is remembered over the year that came before it.
    expect(
      refusedOf(await table({ födelsedatum: "1985-04" }, { födelsedatum: "1985" }, { födelsedatum: "1985-05-01" })),
    ).toEqual([[4, "other-birth-date", "födelsedatum"]]);
  });

  test("another fact about the same person is remarked on, and the later holds", async () => {
    const given = await table({}, { kommun: "0184" }, { kommun: "" });
    expect(remarksOf(given)).toEqual([
      { line: 3, column: "kommun", code: "fact-changed", message: expect.objectContaining({ sv: expect.any(String) }) },
    ]);
    expect(
      recordsOf(given)
        .filter(({ kind }) => kind === "person")
        .at(-1),
    ).toMatchObject({
      person: { facts: { residentMunicipality: "0184" } },
    });
  });

  test("who has protected identity on one row has it on the later ones, whatever they say", async () => {
    const given = await table({ skyddad: "ja" }, { kön: "Man", födelsedatum: "1999", kommun: "0184" });
    expect(recordsOf(given).slice(2)).toEqual([
      { kind: "person", person: { protectedIdentity: true, id: "P1" } },
      { kind: "participation", participation: { followUp: "anonymous", id: "D2", sex: "man", startYear: 2021 } },
    ]);
    expect([...refusedOf(given), ...remarksOf(given)]).toEqual([]);
  });

  test("who has protected identity on one row is anonymous on the later ones without consent, and not named", async () => {
    for (const samtycke of ["nej", ""]) {
      const given = await table({ skyddad: "ja" }, { samtycke }, { samtycke, person: "P2" }, { samtycke, person: "" });
      expect(recordsOf(given).slice(2)).toMatchObject([
        { participation: { followUp: "anonymous", id: "D2", sex: "woman", startYear: 2021 } },
        { participation: { followUp: "not-followed", id: "D3", start: "2021-03-01" } },
        { participation: { followUp: "not-followed", id: "D4", start: "2021-03-01" } },
      ]);
      expect(JSON.stringify(given.slice(2))).not.toMatch(/P[12]|"line":3,"column"/);
      expect(JSON.stringify(given[2])).not.toMatch(/case-work|2021-/);
    }
  });

  test("a person without consent contradicts nobody", async () => {
    expect(refusedOf(await table({}, { samtycke: "nej", kön: "Man", födelsedatum: "1999" }))).toEqual([]);
  });
});

describe("checks that are passed in", () => {
  const message = { sv: "Avslut utan orsak.", en: "An exit without a reason." };
  const examine: ReadOptions["examine"] = (participation) =>
    participation.followUp === "followed" && participation.exitReason === undefined
      ? [{ code: "end-without-reason", field: "exitReason", message }]
      : [];

  test("become remarks on the line and the column, and the row is saved", async () => {
    const table = saved([goodRow, { ...goodRow, deltagande: "D2", avslutsorsak: "" }]);
    const given = await readings(table, profile, { examine });
    expect(remarksOf(given)).toEqual([{ line: 3, column: "avslutsorsak", code: "end-without-reason", message }]);
    expect(refusedOf(given)).toEqual([]);
  });

  test("are not asked about rows that are refused, nor about protected identity", async () => {
    const asked: string[] = [];
    const table = saved([
      { ...goodRow, deltagande: "D1", skyddad: "ja" },
      { ...goodRow, deltagande: "D2", start: "?" },
      { ...goodRow, deltagande: "D3", person: "P3" },
      { ...goodRow, deltagande: "D4", person: "P4", samtycke: "nej" },
      { ...goodRow, deltagande: "D5", samtycke: "nej" },
    ]);
    const examine: ReadOptions["examine"] = ({ id }) => {
      asked.push(id);
      return [];
    };
    await readings(table, profile, { examine });
    expect(asked).toEqual(["D3", "D4"]);
  });
});

describe("hostile cells", () => {
  test("formulas in ids are kept exactly; control characters, and what is too long, are refused by name", async () => {
    const ids = ["=cmd|'/C calc'!A1", "@SUM(1)", "a\0b", "x".repeat(201), "\u001b[2J", "nej\u0085ja"];
    const given = await readings(saved(ids.map((id, index) => ({ ...goodRow, deltagande: id, person: `P${index}` }))));
    expect(recordsOf(given).flatMap((one) => (one.kind === "participation" ? [one.participation.id] : []))).toEqual(
      ids.slice(0, 2),
    );
    expect(refusedOf(given)).toEqual([
      [4, "not-text", "deltagande"],
      [5, "bad-id", "deltagande"],
      [6, "not-text", "deltagande"],
      [7, "not-text", "deltagande"],
    ]);
  });

  test("a cell of a megabyte is an unknown answer, and one that makes the row too long is refused by name", async () => {
    const long = (length: number, id: string): Row => ({ ...goodRow, deltagande: id, utbildning: "å".repeat(length) });
    const given = await readings(saved([long(500_000, "D1"), long(2_000_000, "D2"), { ...goodRow, deltagande: "D3" }]));
    expect(refusedOf(given)).toEqual([
      [2, "unknown-code", "utbildning"],
      [3, "row-too-long"],
    ]);
    expect(recordsOf(given)).toHaveLength(2);
  });

  test("a cell that holds a whole row in quotation marks is one cell", async () => {
    const inner = new TextDecoder().decode(saved([{ ...goodRow, deltagande: "D99" }]).slice(saved([]).length));
    const given = await readings(saved([{ ...goodRow, utbildning: `x\r\n${inner}` }]));
    expect(refusedOf(given)).toEqual([[2, "unknown-code", "utbildning"]]);
    expect(recordsOf(given)).toEqual([]);
  });
});

test("for any table of rows as many are read as are kept and refused, and no text repeats a cell", async () => {
  const odd = fc.oneof(
    fc.string({ minLength: 12, unit: "binary" }),
    fc.constantFrom("199001252387", "rad ett\r\nrad två", 'ett "citat" här', "a;b;c;d;e;f;g", "99999999-9999"),
  );
  const row = fc.record(
    Object.fromEntries(
      headings.map((heading) => [
        heading,
        fc.oneof({ weight: 12, arbitrary: fc.constant(goodRow[heading] ?? "") }, odd),
      ]),
    ),
  );
  const how = fc.record({
    delimiter: fc.constantFrom(";", ",", "\t"),
    lineBreak: fc.constantFrom("\r\n", "\n"),
    byteOrderMark: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), how, async (table, written) => {
      const numbered = table.map((one, index) => ({ ...one, person: `${one.person}${index}` }));
      const [, ...given] = await readings(saved(numbered, written));
      // Every row of the table is one reading: none lost, none invented.
      expect(given).toHaveLength(numbered.length);
      const told = JSON.stringify(
        given.flatMap((reading) =>
          reading.kind === "refused" ? reading.problems.map(({ column: _, ...rest }) => rest) : [],
        ),
      );
      const cells = numbered.flatMap((one) => Object.values(one)).map((cell) => cell.trim());
      for (const cell of cells.filter(({ length }) => length >= 12)) expect(told).not.toContain(cell);
    }),
    { numRuns: 150 },
  );
});
