import { expect, test } from "vitest";
import { checkPrintedFigures } from "./check-printed-figures.ts";
import { liesInside } from "./nested-category.ts";
import { eachCountedOnce, printedLines, wholeLine } from "./printed-lines.fixture.ts";

type Category = Parameters<typeof printedLines>[2][number];
const started = wholeLine("overview", "started", { total: 483 });
const byYears = (...categories: readonly Category[]) =>
  checkPrintedFigures([started, ...printedLines("overview", "by-years", categories, eachCountedOnce("started"))]);

test.each([
  ["10-or-more", "5-or-more"],
  ["more-than-9", "more-than-5"],
  ["more-than-9", "5-or-more"],
  ["more-than-5", "5-or-more"],
  ["5-or-more", "more-than-4"],
])("%s lies inside %s, and not the other way round", (inner, outer) => {
  expect(liesInside(inner, outer)).toBe(true);
  expect(liesInside(outer, inner)).toBe(false);
});

test.each([
  ["5-or-more", "5-or-more"],
  ["more-than-9", "more-than-9"],
  ["5-or-more", "more-than-5"],
  ["2-5", "5-or-more"],
  ["higher-3-years-or-more", "2-or-more"],
])("%s does not lie inside %s", (category, another) => {
  expect(liesInside(category, another)).toBe(false);
});

test("those with more than 9 years are among those with 5 or more, and are not added to them", () => {
  expect(byYears(["2-5", { total: 184 }], ["5-or-more", { total: 222 }], ["more-than-9", { total: 82 }])).toEqual([]);
});

test("without the category they lie inside, they are added", () => {
  expect(byYears(["2-5", { total: 184 }], ["6-9", { total: 222 }], ["more-than-9", { total: 82 }])).toMatchObject([
    { kind: "column-parts-differ-from-whole", expected: 483, actual: 488 },
  ]);
});

test("the categories that lie in no other are still added up, whichever is printed first", () => {
  expect(byYears(["more-than-9", { total: 82 }], ["5-or-more", { total: 300 }], ["2-5", { total: 184 }])).toMatchObject(
    [{ kind: "column-parts-differ-from-whole", expected: 483, actual: 484 }],
  );
});

test("nor are the percentages of a category added to those of the one it lies inside", () => {
  const percentages = (fewer: number) =>
    byYears(["2-5", { percent: fewer }], ["5-or-more", { percent: 60 }], ["more-than-9", { percent: 20 }]);
  expect(percentages(40)).toEqual([]);
  expect(percentages(42)).toMatchObject([{ kind: "percentages-above-100", actual: 102 }]);
});

test("a category inside another one can still not be larger than the whole", () => {
  expect(byYears(["5-or-more", { total: 222 }], ["more-than-9", { total: 484 }])).toMatchObject([
    { kind: "part-above-whole", category: "more-than-9", expected: 483, actual: 484 },
  ]);
});
