import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DifferenceOverYears, differenceOverYears } from "./difference-over-years.ts";

const rule = { level: 95, fewest: 30 } as const;
const year = (of: number, women: readonly [number | null, number], men: readonly [number | null, number]) => ({
  year: of,
  woman: { n: women[0], of: women[1] },
  man: { n: men[0], of: men[1] },
});
const over = (...years: ReturnType<typeof year>[]) =>
  differenceOverYears(
    {
      outcome: { sv: "Till arbete", en: "To work" },
      counted: { sv: "avslutade deltaganden", en: "ended participations" },
      years,
    },
    rule,
  );

describe("a difference over the years", () => {
  test("a change that chance may have made is told as such", () => {
    expect(over(year(2021, [60, 166], [108, 200]), year(2020, [60, 150], [90, 180])).change?.sentence).toEqual({
      sv: "Till arbete: 2020 var andelen 10 procentenheter högre för män än för kvinnor, 2021 var den 18 procentenheter högre för män än för kvinnor. Förändringen är 8 procentenheter (95\u00a0% konfidensintervall −7 till 22) och kan bero på slumpen.",
      en: "To work: in 2020 the share was 10 percentage points higher for men than for women, in 2021 it was 18 percentage points higher for men than for women. The change is 8 percentage points (95% confidence interval −7 to 22) and may be due to chance.",
    });
  });

  test("a change so large that chance seldom makes it, from men ahead to women ahead", () => {
    const { change } = over(year(2020, [40, 200], [100, 200]), year(2021, [110, 200], [80, 200]));
    expect(change?.points).toBeCloseTo(45, 9);
    expect(change?.sentence.sv).toContain("större än slumpen ensam brukar ge");
    expect(change?.sentence.sv).toContain("2021 var den 15 procentenheter högre för kvinnor än för män");
  });

  test("a year with a withheld count, or too few, is listed and not compared", () => {
    const { years, change } = over(
      year(2019, [null, 150], [90, 180]),
      year(2020, [60, 150], [90, 180]),
      year(2021, [6, 16], [10, 20]),
    );
    expect(years.map(({ difference }) => difference.state)).toEqual(["withheld", "compared", "too-few"]);
    expect(change).toBeNull();
  });

  test("the same figures in two years are no change", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 300 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        (of, women, men) => {
          const result = over(year(2020, [women, of], [men, of]), year(2021, [women, of], [men, of]));
          expect(result.change?.points).toBeCloseTo(0, 9);
          expect(result.change?.sentence.sv).toContain("kan bero på slumpen");
          expect(DifferenceOverYears.parse(result)).toEqual(result);
        },
      ),
    );
  });
});
