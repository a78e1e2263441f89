import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sexDifference } from "./sex-difference.ts";
import { StandardisedDifference, type Stratum, standardisedDifference } from "./standardised-difference.ts";

const rule = { level: 95, fewest: 30 } as const;
const toWork = {
  outcome: { sv: "Till arbete", en: "To work" },
  counted: { sv: "avslutade deltaganden", en: "ended participations" },
};
const stratum = (
  id: string,
  [womenN, womenOf]: readonly [number | null, number | null],
  [menN, menOf]: readonly [number | null, number | null],
): Stratum => ({
  stratum: id,
  label: { sv: id, en: id },
  woman: { n: womenN, of: womenOf },
  man: { n: menN, of: menOf },
});
const byAge = (...strata: readonly Stratum[]) =>
  standardisedDifference({ ...toWork, division: { sv: "ålder", en: "age" }, strata }, rule);
const compared = (...strata: readonly Stratum[]) => {
  const result = byAge(...strata);
  if (result.state !== "compared") throw new Error("enough to compare");
  return result;
};

const counts = (least: number) =>
  fc
    .integer({ min: least, max: 200 })
    .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)) as fc.Arbitrary<[number, number]>);
const strata = fc
  .array(fc.tuple(counts(30), counts(30)), { minLength: 1, maxLength: 5 })
  .map((groups) => groups.map(([women, men], index) => stratum(`group-${index}`, women, men)));

describe("the difference within age, education, intervention or referrer", () => {
  test("the arithmetic is shown: weights, the shares of each group, crude and adjusted", () => {
    // By hand: weights 80/200 and 120/200; women 0.4 × 30/60 + 0.6 × 8/40 = 32 %; men 0.4 × 14/20 + 0.6 × 24/80 = 46 %.
    const result = compared(stratum("younger", [30, 60], [14, 20]), stratum("older", [8, 40], [24, 80]));
    expect(result.strata.map(({ weight }) => weight)).toEqual([
      { numerator: 80, denominator: 200, percent: 40 },
      { numerator: 120, denominator: 200, percent: 60 },
    ]);
    expect(result.strata[0]?.woman).toEqual({ numerator: 30, denominator: 60, percent: 50 });
    expect(result.crude).toMatchObject({ woman: { numerator: 38, denominator: 100 }, man: { numerator: 38 } });
    expect(result.crude.points).toBeCloseTo(0, 9);
    expect(result.adjusted.womanPercent).toBeCloseTo(32, 9);
    expect(result.adjusted.manPercent).toBeCloseTo(46, 9);
    expect(result.adjusted.points).toBeCloseTo(-14, 9);
  });

  test("a difference that is all mix goes away, and the sentence says so", () => {
    const { adjusted, sentence } = compared(
      stratum("younger", [12, 20], [48, 80]),
      stratum("older", [24, 80], [6, 20]),
    );
    expect(adjusted.points).toBeCloseTo(0, 9);
    expect(sentence.sv).toBe(
      "Till arbete: om kvinnor och män hade varit fördelade lika efter ålder hade andelen varit 45 procent för kvinnor och 45 procent för män. Skillnaden hade varit 0 procentenheter (95\u00a0% konfidensintervall −14 till 17) i stället för 18. Olika fördelning efter ålder svarar alltså för 18 procentenheter av skillnaden. Ingen skillnad är då kvar, men intervallet rymmer en åt båda hållen.",
    );
    expect(sentence.en).toContain(
      "A different division by age thus accounts for 18 percentage points of the difference.",
    );
  });

  test("a difference that the mix hides comes out, and the sentence says so", () => {
    const { sentence } = compared(stratum("younger", [60, 80], [12, 20]), stratum("older", [4, 20], [40, 80]));
    expect(sentence.sv).toContain("(95\u00a0% konfidensintervall");
    const hidden = compared(stratum("younger", [10, 40], [80, 160]), stratum("older", [90, 160], [30, 40]));
    expect(Math.abs(hidden.adjusted.points)).toBeGreaterThan(Math.abs(hidden.crude.points));
    expect(hidden.sentence.sv).toContain("gör alltså att skillnaden ser");
    expect(hidden.sentence.en).toContain("smaller than it would otherwise have been");
  });

  test("a difference that turns round says that it does", () => {
    // Crude: women 60 % and men 50 %; in each group men are ahead.
    const { crude, adjusted, sentence } = compared(
      stratum("younger", [110, 160], [34, 40]),
      stratum("older", [10, 40], [66, 160]),
    );
    expect(crude.points).toBeGreaterThan(0);
    expect(adjusted.points).toBeLessThan(0);
    expect(sentence.sv).toContain("hade skillnaden alltså gått åt andra hållet");
  });

  test("a group with only women is left out of both differences and listed with how many it holds", () => {
    const { crude, leftOut, sentence } = compared(
      stratum("younger", [20, 50], [30, 50]),
      stratum("older", [7, 7], [0, 0]),
    );
    expect(leftOut).toEqual([
      { stratum: "older", label: { sv: "older", en: "older" }, why: "no-men", women: 7, men: 0 },
    ]);
    expect(crude.woman.denominator).toBe(50);
    expect(sentence.sv).toContain(
      "7 avslutade deltaganden är inte med: i deras grupp finns bara kvinnor eller bara män.",
    );
  });

  test("a group with a withheld count is left out, and no number of it is told", () => {
    const { leftOut, sentence, strata } = compared(
      stratum("younger", [20, 50], [30, 50]),
      stratum("older", [null, 77], [null, null]),
    );
    expect(leftOut[0]?.why).toBe("withheld");
    expect(strata).toHaveLength(1);
    expect(sentence.sv).toContain("Grupper där ett antal inte visas är inte heller med.");
    expect(sentence.sv).not.toContain("77");
  });

  test("too few in the groups that have both sexes are not compared", () => {
    expect(byAge(stratum("younger", [20, 50], [3, 20]), stratum("older", [0, 0], [30, 60]))).toMatchObject({
      state: "too-few",
      sentence: {
        sv: "Till arbete: för få att jämföra efter ålder. I grupper med både kvinnor och män, och utan dolda antal, finns 50 av kvinnornas avslutade deltaganden och 20 av männens. Minst 30 av vardera behövs.",
      },
    });
  });

  test("with one group nothing changes, the interval included", () => {
    fc.assert(
      fc.property(counts(30), counts(30), (women, men) => {
        const one = stratum("all", women, men);
        const [whole, result] = [sexDifference({ ...toWork, woman: one.woman, man: one.man }, rule), compared(one)];
        if (whole.state !== "compared") throw new Error("enough to compare");
        expect(result.adjusted.points).toBeCloseTo(whole.points, 9);
        expect(result.adjusted.pointsInterval.lower).toBeCloseTo(whole.pointsInterval.lower, 9);
        expect(result.adjusted.pointsInterval.upper).toBeCloseTo(whole.pointsInterval.upper, 9);
        expect(result.crude.points).toBeCloseTo(result.adjusted.points, 9);
      }),
    );
  });

  test("when women and men are divided alike, crude and adjusted are the same", () => {
    fc.assert(
      fc.property(strata, (groups) => {
        const alike = groups.map(({ stratum: id, woman }, index) =>
          stratum(id, [woman.n, woman.of], [((woman.n ?? 0) + index) % ((woman.of ?? 0) + 1), woman.of]),
        );
        const { crude, adjusted } = compared(...alike);
        expect(adjusted.points).toBeCloseTo(crude.points, 9);
      }),
    );
  });

  test("the order of the groups does not matter, and swapping the sexes mirrors the result", () => {
    fc.assert(
      fc.property(strata, (groups) => {
        const { adjusted } = compared(...groups);
        expect(compared(...groups.toReversed()).adjusted.points).toBeCloseTo(adjusted.points, 9);
        const swapped = compared(...groups.map((one) => ({ ...one, woman: one.man, man: one.woman })));
        expect(swapped.adjusted.points).toBeCloseTo(-adjusted.points, 9);
        expect(swapped.adjusted.pointsInterval.lower).toBeCloseTo(-adjusted.pointsInterval.upper, 9);
      }),
    );
  });

  test("the interval holds the adjusted difference, and what comes out fits its schema", () => {
    fc.assert(
      fc.property(strata, (groups) => {
        const result = compared(...groups);
        expect(result.adjusted.pointsInterval.lower).toBeLessThanOrEqual(result.adjusted.points);
        expect(result.adjusted.pointsInterval.upper).toBeGreaterThanOrEqual(result.adjusted.points);
        expect(StandardisedDifference.parse(result)).toEqual(result);
      }),
    );
  });
});
