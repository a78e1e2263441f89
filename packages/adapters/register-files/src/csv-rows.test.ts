import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CsvRow, csvRows } from "./csv-rows.ts";
import { bytesOf, opened } from "./register.fixture.ts";

const start = { offset: 0, line: 1 };

async function rowsOf(bytes: Uint8Array | string, columns = 3, delimiter = ";"): Promise<readonly CsvRow[]> {
  const file = await opened(bytesOf(bytes));
  const rows: CsvRow[] = [];
  for await (const group of csvRows(file, start, { delimiter, columns })) rows.push(...group);
  return rows;
}

/** Each row as its line with its cells, or with what is wrong. */
const shown = async (...of: Parameters<typeof rowsOf>) =>
  (await rowsOf(...of)).map((row) => [row.line, "cells" in row ? row.cells.join("|") : row.fault]);

describe("the physical line of a row", () => {
  test.each(["\n", "\r\n", "\r"])("is counted with %j between lines and inside cells", async (br) => {
    const text = ["a;b;c", "", `d;"e${br}${br}e";f`, "g;h;i", ""].join(br);
    expect(await shown(text)).toEqual([
      [1, "a|b|c"],
      [2, ""],
      [3, `d|e${br}${br}e|f`],
      [6, "g|h|i"],
    ]);
  });

  test("is counted when a file mixes the ways to break lines", async () => {
    expect(await shown("a;b;c\r\nd;e;f\ng;h;i\rj;k;l")).toEqual([
      [1, "a|b|c"],
      [2, "d|e|f"],
      [3, "g|h|i"],
      [4, "j|k|l"],
    ]);
  });

  test("is right at every place in a file of many pieces, wherever cells with line breaks stand", async () => {
    const cell = fc.constantFrom("x", "", "long".repeat(2000), "två\r\nrader", 'ett "citat"', "a;b", "\n");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 60 }), async (table) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const rows = await rowsOf(table.map((cells) => `${cells.map(quoted).join(";")}\r\n`).join(""));
        let line = 1;
        for (const [index, cells] of table.entries()) {
          const bytes = cells.map((text) => Buffer.from(text).toString("latin1"));
          expect(rows[index]).toMatchObject({ line, cells: bytes });
          line += 1 + (cells.join("").match(/\r\n|\n/g)?.length ?? 0);
        }
        expect(rows).toHaveLength(table.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe("a row that cannot be told from its neighbours", () => {
  test("costs its own line when a quotation mark is never closed, and the rest of the file is read", async () => {
    expect(await shown('a;b;c\nd;"e;f\ng;h;i\nj;k;l\n')).toEqual([
      [1, "a|b|c"],
      [2, "unclosed-quote"],
      [3, "g|h|i"],
      [4, "j|k|l"],
    ]);
  });

  test("costs its own line when the mark meets one of a later row", async () => {
    expect(await shown('d;"e;f\ng;"h";i\nj;k;l\n')).toEqual([
      [1, "unclosed-quote"],
      [2, "g|h|i"],
      [3, "j|k|l"],
    ]);
    expect(await shown('d;"e;f\ng;h;i\nj;k;"l"\n')).toEqual([
      [1, "unclosed-quote"],
      [2, "g|h|i"],
      [3, "j|k|l"],
    ]);
    // What stands between the marks looks like a cell, and the row has too few of them.
    expect(await shown('d;"e;f\ng;h";i\nj;k;l\n', 4)).toEqual([
      [1, "unclosed-quote"],
      [2, "misplaced-quote"],
      [3, "j|k|l"],
    ]);
  });

  test("costs its own line when a mark stands inside a cell that does not begin with one", async () => {
    expect(await shown('a;5" rör;c\nd;e;f\n')).toEqual([
      [1, "misplaced-quote"],
      [2, "d|e|f"],
    ]);
  });

  test("costs one line although the file goes on for longer than a row may be", async () => {
    const rest = "g;h;i\n".repeat(300_000);
    const rows = await rowsOf(`d;"e;f\n${rest}`);
    expect(rows).toHaveLength(300_001);
    expect(rows[0]).toEqual({ line: 1, fault: "unclosed-quote", bytes: 'd;"e;f\n' });
    expect(rows.at(-1)).toMatchObject({ line: 300_001, cells: ["g", "h", "i"] });
  });

  test("is named as too long when its line is, and what follows is read", async () => {
    expect(await shown(`a;${"b".repeat(3_000_000)};c\nd;e;f`)).toEqual([
      [1, "row-too-long"],
      [2, "d|e|f"],
    ]);
  });

  test("many of them are found in one go", async () => {
    const rows = await rowsOf('a;"b;c\nd;e;f\n'.repeat(2000));
    expect(rows.filter((row) => "fault" in row)).toHaveLength(2000);
    expect(rows.filter((row) => "cells" in row)).toHaveLength(2000);
    expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: 4000 }, (_, index) => index + 1));
  });
});

test("a cell of almost a mebibyte is kept exactly", async () => {
  const long = "å".repeat(500_000);
  const [row] = await rowsOf(`a;${long};c\n`);
  expect(row !== undefined && "cells" in row && Buffer.from(row.cells[1] ?? "", "latin1").toString()).toBe(long);
});

test("a row with too many or too few cells on one line is given as it is", async () => {
  expect(await shown("a;b\nc;d;e;f\ng;h;i\n")).toEqual([
    [1, "a|b"],
    [2, "c|d|e|f"],
    [3, "g|h|i"],
  ]);
});

test("no line is lost and none is read twice, whatever the file holds", async () => {
  const piece = fc.constantFrom("a", ";", '"', "\n", "\r\n", '""', "å", '";"', "a;b;c\n");
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      const rows = await rowsOf(pieces.join(""));
      const lines = rows.map(({ line }) => line);
      expect(lines).toEqual([...new Set(lines)].sort((one, other) => one - other));
      const last = rows.at(-1);
      const covered = last === undefined ? 0 : "cells" in last ? last.next.line - 1 : last.line;
      // Every line belongs to a row: each begins where the one before it ends.
      for (const [index, row] of rows.entries()) expect(row.line).toBe(index === 0 ? 1 : endOf(rows[index - 1]));
      expect(covered).toBe((pieces.join("").match(/\r\n|\n/g)?.length ?? 0) + (/[^\n]$/.test(pieces.join("")) ? 1 : 0));
    }),
    { numRuns: 300 },
  );
});

const endOf = (row: CsvRow | undefined): number | undefined =>
  row === undefined ? undefined : "cells" in row ? row.next.line : row.line + 1;
