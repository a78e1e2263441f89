import { expect, test } from "vitest";
import { checkPrintedFigures } from "./check-printed-figures.ts";
import { wholeLine } from "./printed-lines.fixture.ts";

const started = (figures: Parameters<typeof wholeLine>[2]) =>
  checkPrintedFigures([wholeLine("mia-vidare", "started", figures)]);

test("33 women and 18 men printed as 52 contradict each other", () => {
  expect(started({ women: 33, men: 18, total: 52 })).toEqual([
    {
      section: "mia-vidare",
      table: "started",
      category: "all",
      kind: "row-parts-differ-from-total",
      column: "total",
      expected: 51,
      actual: 52,
      difference: 1,
      message: {
        sv: "Kvinnor och män ger tillsammans 51, men totalen är tryckt som 52: 1 saknas i delarna.",
        en: "Women and men make 51 together, but the total is printed as 52: 1 missing from the parts.",
      },
    },
  ]);
});

test("33 women and 18 men printed as 51 agree", () => {
  expect(started({ women: 33, men: 18, total: 51 })).toEqual([]);
});

test("parts that exceed the total are named, other and unknown sex with them", () => {
  expect(started({ women: 33, men: 18, other: 1, unknown: 2, total: 50 })).toMatchObject([
    {
      expected: 54,
      actual: 50,
      difference: -4,
      message: {
        sv: "Kvinnor, män, annat kön och okänt kön ger tillsammans 54, men totalen är tryckt som 50: 4 för mycket i delarna.",
        en: "Women, men, other sex and unknown sex make 54 together, but the total is printed as 50: 4 too many in the parts.",
      },
    },
  ]);
});

test("one of another sex belongs to the total: 82 women, 76 men and 1 other are 159", () => {
  expect(started({ women: 82, men: 76, other: 1, total: 159 })).toEqual([]);
});

test("a printed 0 is a figure: 0 women and 1 man cannot be 2", () => {
  expect(started({ women: 0, men: 1, total: 2 })).toMatchObject([{ expected: 1, actual: 2 }]);
  expect(started({ women: 0, men: 1, total: 1 })).toEqual([]);
});

test("where the men are not printed, nobody knows how many of the total are men", () => {
  expect(started({ women: 33, unknown: 2, total: 52 })).toEqual([]);
});

test("where the men are not printed, the women and the unknown may still not exceed the total together", () => {
  expect(started({ women: 33, unknown: 20, total: 52 })).toMatchObject([
    { kind: "row-parts-differ-from-total", expected: 53, actual: 52, difference: -1 },
  ]);
});

test("without a printed total there is nothing to contradict", () => {
  expect(started({ women: 29, men: 15 })).toEqual([]);
});
