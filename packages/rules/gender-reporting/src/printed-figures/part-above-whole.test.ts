import { expect, test } from "vitest";
import { checkPrintedFigures } from "./check-printed-figures.ts";
import { eachCountedOnce, printedLines, wholeLine } from "./printed-lines.fixture.ts";

const started = (figures: Parameters<typeof wholeLine>[2]) => wholeLine("bron", "started", figures);

test("more women in a category than in its whole are a contradiction", () => {
  const whole = started({ women: 8, men: 9, total: 17 });
  const bySupport = (women: number) =>
    printedLines("bron", "support", [["none", { women, men: 2 }]], { percentOf: "started", multiple: true });
  expect(checkPrintedFigures([whole, ...bySupport(10)])).toEqual([
    {
      section: "bron",
      table: "support",
      category: "none",
      kind: "part-above-whole",
      column: "woman",
      expected: 8,
      actual: 10,
      difference: 2,
      message: {
        sv: "Delen är 10, men helheten ”started” har 8 i kolumnen kvinnor: 2 för mycket i delen.",
        en: "The part is 10, but the whole “started” has 8 in the column women: 2 too many in the part.",
      },
    },
  ]);
  expect(checkPrintedFigures([whole, ...bySupport(8)])).toEqual([]);
});

test("a part above a base printed as a number is a contradiction, and one equal to it is not", () => {
  const meetings = (total: number) => printedLines("team", "meetings", [["all", { total }]], { percentOf: "159" });
  expect(checkPrintedFigures(meetings(160))).toMatchObject([{ kind: "part-above-whole", expected: 159, actual: 160 }]);
  expect(checkPrintedFigures(meetings(159))).toEqual([]);
});

test("a part of a whole of 0 can only be 0", () => {
  const lines = (total: number) => [
    started({ total: 0 }),
    ...printedLines("bron", "by-age", [["old", { total }]], eachCountedOnce("started")),
  ];
  expect(checkPrintedFigures(lines(1))).toMatchObject([{ kind: "part-above-whole", expected: 0, actual: 1 }]);
  expect(checkPrintedFigures(lines(0))).toEqual([]);
});

test("where one category alone exceeds the whole, the sum of the categories is not reported as well", () => {
  const byAge = printedLines(
    "bron",
    "by-age",
    [
      ["young", { total: 9 }],
      ["old", { total: 2 }],
    ],
    eachCountedOnce("started"),
  );
  expect(checkPrintedFigures([started({ total: 8 }), ...byAge])).toMatchObject([
    { kind: "part-above-whole", category: "young", actual: 9 },
  ]);
});

test("more women than the total of their own line are a contradiction, also where the men are not printed", () => {
  expect(checkPrintedFigures([started({ women: 60, total: 50 })])).toMatchObject([
    {
      kind: "part-above-whole",
      column: "woman",
      expected: 50,
      actual: 60,
      difference: 10,
      message: {
        sv: "Raden har 60 i kolumnen kvinnor, men dess total är bara 50: 10 för mycket.",
        en: "The row has 60 in the column women, but its total is only 50: 10 too many.",
      },
    },
  ]);
  expect(checkPrintedFigures([started({ women: 50, total: 50 })])).toEqual([]);
});

test("where women and men are printed, more women than the total is said once, by the row", () => {
  expect(checkPrintedFigures([started({ women: 60, men: 3, total: 50 })])).toMatchObject([
    { kind: "row-parts-differ-from-total" },
  ]);
});

test("a percentage above 100 of a whole that is not printed is a contradiction", () => {
  const share = (percent: number) =>
    printedLines("bron", "satisfied", [["yes", { percent }]], { percentOf: "answers" });
  expect(checkPrintedFigures(share(100.5))).toMatchObject([
    {
      kind: "part-above-whole",
      column: "percent",
      expected: 100,
      actual: 100.5,
      difference: 0.5,
      message: {
        sv: "Andelen är tryckt som 100,5 procent, men en del kan inte vara mer än 100 procent av sin helhet.",
        en: "The percentage is printed as 100.5, but a part cannot be more than 100 per cent of its whole.",
      },
    },
  ]);
  expect(checkPrintedFigures(share(100))).toEqual([]);
});

test("a percentage above 100 that its counts give is said once, by the counts", () => {
  const lines = printedLines("bron", "satisfied", [["yes", { total: 12, percent: 120 }]], eachCountedOnce("10"));
  expect(checkPrintedFigures(lines)).toMatchObject([{ kind: "part-above-whole", column: "total" }]);
});

test("a percentage with no named base may be a growth, and can be above 100", () => {
  expect(checkPrintedFigures([started({ total: 24, percent: 120 })])).toEqual([]);
});
