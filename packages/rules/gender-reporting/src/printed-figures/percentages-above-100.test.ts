import { expect, test } from "vitest";
import { checkPrintedFigures } from "./check-printed-figures.ts";
import type { PrintedFigure } from "./printed-figure.ts";
import { printedLines, wholeLine } from "./printed-lines.fixture.ts";

type Figures = Pick<PrintedFigure, "total" | "percent" | "percentDecimals">;
const shares = (
  lines: readonly Figures[],
  shared: Pick<PrintedFigure, "percentOf" | "multiple"> = { percentOf: "started", multiple: false },
) =>
  checkPrintedFigures(
    printedLines(
      "overview",
      "by-age",
      lines.map((figures, index) => [`band-${index}`, figures] as const),
      shared,
    ),
  );
const percentages = (...percents: readonly number[]) => shares(percents.map((percent) => ({ percent })));

test("29, 71 and 25 per cent of the same people are more than rounding can explain", () => {
  expect(percentages(29, 71, 25)).toEqual([
    {
      section: "overview",
      table: "by-age",
      category: "all",
      kind: "percentages-above-100",
      column: "percent",
      expected: 100,
      actual: 125,
      difference: 25,
      message: {
        sv: "Andelarna ger tillsammans 125 procent, och minst 123,5 om alla är avrundade uppåt, men var och en räknas en gång: högst 100.",
        en: "The percentages add up to 125, and to at least 123.5 if all were rounded up, but each is counted once: 100 at most.",
      },
    },
  ]);
});

test("29, 46 and 25 per cent agree", () => {
  expect(percentages(29, 46, 25)).toEqual([]);
});

test("38, 46 and 17 per cent are 101 by rounding", () => {
  expect(percentages(38, 46, 17)).toEqual([]);
});

test("two percentages can be 101 by rounding but not 102; three can be 101 and not 102", () => {
  expect(percentages(51, 50)).toEqual([]);
  expect(percentages(51, 51)).toMatchObject([{ actual: 102 }]);
  expect(percentages(34, 34, 33)).toEqual([]);
  expect(percentages(34, 34, 34)).toMatchObject([{ actual: 102 }]);
});

test("the decimals that are printed leave less to rounding", () => {
  expect(percentages(33.4, 33.4, 33.3)).toEqual([]);
  expect(percentages(33.4, 33.4, 33.5)).toMatchObject([{ actual: 100.3, difference: 0.3 }]);
  expect(shares([{ percent: 51 }, { percent: 50 }].map((line) => ({ ...line, percentDecimals: 1 })))).toMatchObject([
    { actual: 101 },
  ]);
});

test("where several answers were possible, percentages may add up to more than 100", () => {
  expect(shares([{ percent: 60 }, { percent: 70 }], { percentOf: "started", multiple: true })).toEqual([]);
});

test("percentages that their counts give are reported once, by the counts", () => {
  const lines = [
    { total: 6, percent: 75 },
    { total: 4, percent: 50 },
  ];
  expect(shares(lines, { percentOf: "8", multiple: false })).toMatchObject([
    { kind: "column-parts-differ-from-whole" },
  ]);
});

test("a percentage that its counts do not give is reported once, by its counts", () => {
  const lines = [{ total: 4, percent: 90 }, { percent: 50 }];
  expect(shares(lines, { percentOf: "8", multiple: false })).toMatchObject([
    { kind: "percentage-differs-from-counts", expected: 50, actual: 90 },
  ]);
});

test("percentages too large by themselves are reported also where another one is not what its counts give", () => {
  const lines = [{ total: 51, percent: 70 }, { percent: 25 }, { percent: 25 }];
  expect(shares(lines, { percentOf: "72", multiple: false }).map((finding) => finding.kind)).toEqual([
    "percentage-truncated",
    "percentages-above-100",
  ]);
});

test("a percentage that is too small for its counts does not put the others above 100", () => {
  const lines = [{ total: 6, percent: 10 }, { percent: 50 }];
  expect(shares(lines, { percentOf: "8", multiple: false })).toMatchObject([
    { kind: "percentage-differs-from-counts", expected: 75, actual: 10 },
  ]);
});

test("percentages with no named base need not be parts of one whole", () => {
  expect(shares([{ percent: 60 }, { percent: 70 }], { multiple: false })).toEqual([]);
});

test("one percentage above 100 is reported by itself", () => {
  expect(percentages(120, 20)).toMatchObject([{ kind: "part-above-whole", column: "percent", actual: 120 }]);
});

test("nor need they be where the table has a line for all: growth of 60 and 70 per cent is not a share of it", () => {
  const lines = printedLines(
    "overview",
    "visits",
    [
      ["spring", { total: 3, percent: 60 }],
      ["autumn", { total: 5, percent: 70 }],
    ],
    { multiple: false },
  );
  expect(checkPrintedFigures([wholeLine("overview", "visits", { total: 8 }), ...lines])).toEqual([]);
});
