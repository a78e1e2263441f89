import { expect, test } from "vitest";
import { checkPrintedFigures } from "./check-printed-figures.ts";
import { eachCountedOnce, printedLines, wholeLine } from "./printed-lines.fixture.ts";

type Category = Parameters<typeof printedLines>[2][number];
const ended = (figures: Parameters<typeof wholeLine>[2]) => wholeLine("bron", "ended", figures);
const byResult = (...categories: readonly Category[]) =>
  printedLines("bron", "ended-by-result", categories, eachCountedOnce("ended"));

test("2, 1 and 6 of 8 who ended are one too many", () => {
  const results = byResult(["work", { total: 2 }], ["ill", { total: 1 }], ["other", { total: 6 }]);
  expect(checkPrintedFigures([ended({ total: 8 }), ...results])).toEqual([
    {
      section: "bron",
      table: "ended-by-result",
      category: "all",
      kind: "column-parts-differ-from-whole",
      column: "total",
      expected: 8,
      actual: 9,
      difference: 1,
      message: {
        sv: "Kategorierna ger tillsammans 9, men helheten ”ended” har 8 i kolumnen totalt: 1 för mycket i kategorierna.",
        en: "The categories make 9 together, but the whole “ended” has 8 in the column total: 1 too many in the categories.",
      },
    },
  ]);
});

test("2, 1 and 5 of 8 who ended agree", () => {
  const results = byResult(["work", { total: 2 }], ["ill", { total: 1 }], ["other", { total: 5 }]);
  expect(checkPrintedFigures([ended({ total: 8 }), ...results])).toEqual([]);
});

test("a base printed as a number is a whole too", () => {
  const meetings = (count: number) =>
    printedLines(
      "team",
      "meetings",
      [
        ["districts", { total: 102 }],
        ["care", { total: count }],
      ],
      eachCountedOnce("159"),
    );
  expect(checkPrintedFigures(meetings(58))).toMatchObject([
    {
      expected: 159,
      actual: 160,
      message: {
        sv: "Kategorierna ger tillsammans 160, men helheten har 159 i kolumnen totalt: 1 för mycket i kategorierna.",
      },
    },
  ]);
  expect(checkPrintedFigures(meetings(57))).toEqual([]);
});

test("categories that make fewer than the whole may be a partial list", () => {
  const results = byResult(["1", { women: 60, men: 108 }], ["2", { women: 43, men: 44 }]);
  expect(checkPrintedFigures([ended({ women: 166, men: 200, total: 366 }), ...results])).toEqual([]);
});

test("where the totals make up the whole, the women must too", () => {
  const whole = ended({ women: 5, men: 4, total: 9 });
  const twin = (women: number) => byResult(["1", { women: 3, total: 5 }], ["2", { women, total: 4 }]);
  expect(checkPrintedFigures([whole, ...twin(1)])).toMatchObject([
    {
      kind: "column-parts-differ-from-whole",
      column: "woman",
      expected: 5,
      actual: 4,
      difference: -1,
      message: {
        sv: "Kategorierna ger tillsammans 4, men helheten ”ended” har 5 i kolumnen kvinnor: 1 saknas i kategorierna, fast deras totaler går jämnt upp.",
        en: "The categories make 4 together, but the whole “ended” has 5 in the column women: 1 missing from the categories, although their totals make up the whole.",
      },
    },
  ]);
  expect(checkPrintedFigures([whole, ...twin(2)])).toEqual([]);
});

test("where only the women make up the whole, those outside the printed categories may be men", () => {
  const results = byResult(["1", { women: 3, men: 1, total: 4 }], ["2", { women: 2, men: 2, total: 4 }]);
  expect(checkPrintedFigures([ended({ women: 5, men: 4, total: 9 }), ...results])).toEqual([]);
});

test("a whole of nobody shows nothing about the list: its own line is what contradicts itself", () => {
  const results = byResult(["1", { women: 0, total: 0 }]);
  expect(checkPrintedFigures([ended({ women: 3, men: 0, total: 0 }), ...results])).toMatchObject([{ table: "ended" }]);
});

test("a category whose women are not printed may have those who are missing", () => {
  const results = byResult(["1", { women: 3, total: 5 }], ["2", { total: 4 }]);
  expect(checkPrintedFigures([ended({ women: 5, men: 4, total: 9 }), ...results])).toEqual([]);
});

test("a total that is not printed is worked out from the sexes", () => {
  const whole = ended({ women: 20, men: 23, unknown: 4 });
  const results = (count: number) => byResult(["1", { total: 25 }], ["2", { total: count }]);
  expect(checkPrintedFigures([whole, ...results(23)])).toMatchObject([
    {
      column: "total",
      expected: 47,
      actual: 48,
      message: {
        sv: "Kategorierna ger tillsammans 48, men helheten ”ended” har 47 i kolumnen totalt (dess delar tillsammans): 1 för mycket i kategorierna.",
      },
    },
  ]);
  expect(checkPrintedFigures([whole, ...results(22)])).toEqual([]);
});

test("a contradiction among the men is not said again of totals that are worked out from them", () => {
  const results = byResult(["1", { women: 2, men: 3 }], ["2", { women: 3, men: 2 }]);
  expect(checkPrintedFigures([ended({ women: 5, men: 4, total: 9 }), ...results])).toMatchObject([{ column: "man" }]);
});

test("nor where a category prints no count at all", () => {
  const results = byResult(["1", { women: 2, men: 3 }], ["2", { women: 3, men: 2 }], ["3", { percent: 1 }]);
  expect(checkPrintedFigures([ended({ women: 5, men: 4, total: 9 }), ...results])).toMatchObject([{ column: "man" }]);
});

test("a whole that does not add up is not reported again through its categories", () => {
  const results = byResult(["1", { women: 2, men: 3 }], ["2", { women: 3, men: 2 }]);
  expect(checkPrintedFigures([ended({ women: 5, men: 5, total: 9 }), ...results])).toMatchObject([
    { table: "ended", kind: "row-parts-differ-from-total" },
  ]);
});

test("several answers, or nothing said about them, are not added up", () => {
  const answers = [
    ["1", { total: 6 }],
    ["2", { total: 5 }],
  ] as const;
  for (const shared of [{ percentOf: "ended", multiple: true }, { percentOf: "ended" }]) {
    expect(checkPrintedFigures([ended({ total: 8 }), ...printedLines("bron", "x", answers, shared)])).toEqual([]);
  }
});

test("the line of the whole table is no category", () => {
  const results = byResult(["all", { total: 8 }], ["1", { total: 5 }], ["2", { total: 3 }]);
  expect(checkPrintedFigures([ended({ total: 8 }), ...results])).toEqual([]);
});

test("a table can be a part of its own line for all", () => {
  const lines = (other: number) => [
    ended({ total: 8 }),
    ...printedLines(
      "bron",
      "ended",
      [
        ["1", { total: 5 }],
        ["2", { total: other }],
      ],
      eachCountedOnce("ended"),
    ),
  ];
  expect(checkPrintedFigures(lines(4))).toMatchObject([{ table: "ended", category: "all", expected: 8, actual: 9 }]);
  expect(checkPrintedFigures(lines(3))).toEqual([]);
});

test("a whole of another section, or one that is not printed, is nothing to check against", () => {
  const results = byResult(["1", { total: 6 }], ["2", { total: 5 }]);
  expect(checkPrintedFigures([wholeLine("another", "ended", { total: 8 }), ...results])).toEqual([]);
  expect(checkPrintedFigures(results)).toEqual([]);
});

test("a table whose name is a number is still a table", () => {
  const results = (base: string) => printedLines("bron", "x", [["1", { total: 2022 }]], eachCountedOnce(base));
  expect(
    checkPrintedFigures([...printedLines("bron", "2021", [["spring", { total: 3 }]]), ...results("2021")]),
  ).toEqual([]);
  expect(checkPrintedFigures(results("2021"))).toMatchObject([{ expected: 2021, actual: 2022 }]);
});

test("a category printed twice is counted once", () => {
  const results = byResult(["1", { total: 5 }], ["1", { total: 5 }], ["2", { total: 3 }]);
  expect(checkPrintedFigures([ended({ total: 8 }), ...results])).toEqual([]);
});

test("a whole printed twice with different figures is nothing to check against", () => {
  const results = byResult(["1", { total: 6 }], ["2", { total: 5 }]);
  expect(checkPrintedFigures([ended({ total: 8 }), ended({ total: 11 }), ...results])).toEqual([]);
});

test("where no base is named, a table's own line for all is the whole of its categories", () => {
  const table = (...categories: readonly Category[]) =>
    checkPrintedFigures([
      wholeLine("bron", "b", { total: 6 }),
      ...printedLines("bron", "b", categories, { multiple: false }),
    ]);
  expect(table(["x", { total: 4 }], ["y", { total: 3 }])).toMatchObject([
    {
      table: "b",
      category: "all",
      kind: "column-parts-differ-from-whole",
      column: "total",
      expected: 6,
      actual: 7,
      message: {
        sv: "Kategorierna ger tillsammans 7, men helheten ”b” har 6 i kolumnen totalt: 1 för mycket i kategorierna.",
      },
    },
  ]);
  expect(table(["x", { total: 4 }], ["y", { total: 2 }])).toEqual([]);
  expect(table(["x", { total: 4 }])).toEqual([]);
  expect(table(["x", { total: 7 }])).toMatchObject([{ kind: "part-above-whole", category: "x", expected: 6 }]);
});

test("a table's own line for all is the whole of its categories also where it is itself a part of another table", () => {
  const lines = (other: number) => [
    wholeLine("bron", "started", { total: 20 }),
    wholeLine("bron", "ended", { total: 8, ...eachCountedOnce("started") }),
    ...printedLines(
      "bron",
      "ended",
      [
        ["1", { total: 5 }],
        ["2", { total: other }],
      ],
      { multiple: false },
    ),
  ];
  expect(checkPrintedFigures(lines(4))).toMatchObject([{ table: "ended", category: "all", expected: 8, actual: 9 }]);
  expect(checkPrintedFigures(lines(3))).toEqual([]);
});

test("a category that names a base is a part of that, not of its own table's line for all", () => {
  const results = byResult(["all", { total: 4 }], ["1", { total: 5 }], ["2", { total: 3 }]);
  expect(checkPrintedFigures([ended({ total: 8 }), ...results])).toEqual([]);
});

test("with no named base, several answers, or nothing said about them, are not added up either", () => {
  const answers = [
    ["1", { total: 6 }],
    ["2", { total: 5 }],
  ] as const;
  for (const shared of [{ multiple: true }, {}]) {
    expect(checkPrintedFigures([ended({ total: 8 }), ...printedLines("bron", "ended", answers, shared)])).toEqual([]);
  }
});
