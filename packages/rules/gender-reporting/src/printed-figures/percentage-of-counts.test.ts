import { expect, test } from "vitest";
import { checkPrintedFigures } from "./check-printed-figures.ts";
import { printedLines, wholeLine } from "./printed-lines.fixture.ts";

type Figures = Parameters<typeof wholeLine>[2];
const share = (figures: Figures, base: string) =>
  checkPrintedFigures(printedLines("team", "followed-up", [["done", figures]], { percentOf: base }));

test("51 of 72 printed as 70 per cent was cut off instead of rounded", () => {
  expect(share({ total: 51, percent: 70 }, "72")).toEqual([
    {
      section: "team",
      table: "followed-up",
      category: "done",
      kind: "percentage-truncated",
      column: "percent",
      expected: 71,
      actual: 70,
      difference: -1,
      message: {
        sv: "51 av 72 är avrundat 71 procent, men 70 är tryckt: talet är avkortat i stället för avrundat.",
        en: "51 of 72 is 71 per cent when rounded, but 70 is printed: the figure was cut off instead of rounded.",
      },
    },
  ]);
});

test("51 of 72 printed as 71 per cent agrees", () => {
  expect(share({ total: 51, percent: 71 }, "72")).toEqual([]);
});

test("51 of 72 printed as 75 per cent is simply another percentage", () => {
  expect(share({ total: 51, percent: 75 }, "72")).toMatchObject([
    {
      kind: "percentage-differs-from-counts",
      expected: 71,
      actual: 75,
      difference: 4,
      message: {
        sv: "51 av 72 är avrundat 71 procent, men 75 är tryckt.",
        en: "51 of 72 is 71 per cent when rounded, but 75 is printed.",
      },
    },
  ]);
});

test("a half is rounded up: 1 of 8 is 13 per cent", () => {
  expect(share({ total: 1, percent: 13 }, "8")).toEqual([]);
  expect(share({ total: 1, percent: 12 }, "8")).toMatchObject([{ kind: "percentage-truncated", expected: 13 }]);
});

test("a half is rounded up at one decimal too, whatever binary fractions say: 1 of 16 is 6.3 and 23 of 80 is 28.8", () => {
  expect(share({ total: 1, percent: 6.3 }, "16")).toEqual([]);
  expect(share({ total: 23, percent: 28.8 }, "80")).toEqual([]);
  expect(share({ total: 23, percent: 28.7 }, "80")).toMatchObject([
    {
      kind: "percentage-truncated",
      expected: 28.8,
      difference: -0.1,
      message: { sv: expect.stringContaining("28,7") },
    },
  ]);
});

test("a percentage is held to the decimals it was printed with", () => {
  expect(share({ total: 51, percent: 70.83 }, "72")).toEqual([]);
  expect(share({ total: 51, percent: 70.8 }, "72")).toEqual([]);
  expect(share({ total: 51, percent: 71, percentDecimals: 1 }, "72")).toMatchObject([
    {
      kind: "percentage-differs-from-counts",
      expected: 70.8,
      actual: 71,
      difference: 0.2,
      message: { en: "51 of 72 is 70.8 per cent when rounded, but 71.0 is printed." },
    },
  ]);
});

test("the count of a line and the base may be worked out from women and men", () => {
  const lines = (percent: number) => [
    wholeLine("overview", "ended", { women: 166, men: 200 }),
    ...printedLines("overview", "by-reason", [["1", { women: 60, men: 108, percent }]], { percentOf: "ended" }),
  ];
  expect(checkPrintedFigures(lines(46))).toEqual([]);
  expect(checkPrintedFigures(lines(47))).toMatchObject([{ kind: "percentage-differs-from-counts", expected: 46 }]);
});

test("without a count, without a base or of a base of 0, a percentage has nothing to be checked against", () => {
  expect(share({ women: 5, percent: 50 }, "72")).toEqual([]);
  expect(share({ total: 5, percent: 50 }, "a-table-not-printed")).toEqual([]);
  expect(share({ total: 0, percent: 50 }, "0")).toEqual([]);
});
