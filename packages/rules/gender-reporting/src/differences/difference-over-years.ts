import { Text } from "@finsam/model";
import { type ComparisonRule, ConfidenceLevel } from "@finsam/policy";
import * as z from "zod";
import { changeSentence } from "./change-sentence.ts";
import { type OutcomeBySex, SexDifference, sexDifference } from "./sex-difference.ts";
import { type Term, weightedShares } from "./weighted-shares.ts";

/** The same outcome counted in one of several years. */
export interface OutcomeInYear extends Pick<OutcomeBySex, "woman" | "man"> {
  readonly year: number;
}

/** An outcome over the years. */
export interface OutcomeOverYears extends Pick<OutcomeBySex, "outcome" | "counted"> {
  readonly years: readonly OutcomeInYear[];
}

/** The difference between women and men year by year, and how it changed from the first year compared to the last. */
export const DifferenceOverYears = z.strictObject({
  years: z.array(z.strictObject({ year: z.int(), difference: SexDifference })),
  /** `null` when fewer than two years could be compared. */
  change: z
    .strictObject({
      from: z.int(),
      to: z.int(),
      level: ConfidenceLevel,
      /** The later difference (women less men) less the earlier, in percentage points, not rounded. */
      points: z.number(),
      pointsInterval: z.strictObject({ lower: z.number(), upper: z.number() }),
      sentence: Text,
    })
    .nullable(),
});
export type DifferenceOverYears = z.infer<typeof DifferenceOverYears>;

/**
 * The difference between women and men over the years, in the order of the years. The change from the first year that can be compared to
 * the last has an interval of its own, made of the Wilson intervals of the four shares; it takes the years as independent, which
 * participations that go on over a new year are not quite.
 *
 * @example
 * ```ts
 * import { differenceOverYears } from "@finsam/gender-reporting";
 * const { change } = differenceOverYears({
 *   outcome: { sv: "Till arbete", en: "To work" }, counted: { sv: "avslutade deltaganden", en: "ended participations" },
 *   years: [
 *     { year: 2021, woman: { n: 60, of: 166 }, man: { n: 108, of: 200 } },
 *     { year: 2020, woman: { n: 60, of: 150 }, man: { n: 90, of: 180 } },
 *   ],
 * }, { level: 95, fewest: 30 });
 * change === null ? "" : [change.from, change.to, Math.round(change.points)]; // => [2020, 2021, -8]
 * ```
 */
export function differenceOverYears(
  { outcome, counted, years }: OutcomeOverYears,
  rule: Pick<ComparisonRule, "level" | "fewest">,
): DifferenceOverYears {
  const inOrder = years
    .toSorted((a, b) => a.year - b.year)
    .map(({ year, woman, man }) => ({ year, difference: sexDifference({ outcome, counted, woman, man }, rule) }));
  const compared = inOrder.flatMap(({ year, difference }) =>
    difference.state === "compared" ? [{ year, difference }] : [],
  );
  const [first, last] = [compared[0], compared.at(-1)];
  if (first === undefined || last === undefined || first === last) return { years: inOrder, change: null };

  const terms = ({ woman, man }: typeof first.difference, sign: 1 | -1): readonly Term[] => [
    { n: woman.numerator, of: woman.denominator, weight: sign },
    { n: man.numerator, of: man.denominator, weight: -sign },
  ];
  const { value, lower, upper } = weightedShares(
    [...terms(last.difference, 1), ...terms(first.difference, -1)],
    rule.level,
  );
  const change = {
    from: first.year,
    to: last.year,
    level: rule.level,
    points: 100 * value,
    pointsInterval: { lower: 100 * lower, upper: 100 * upper },
  };
  return {
    years: inOrder,
    change: {
      ...change,
      sentence: changeSentence({
        outcome,
        ...change,
        before: first.difference.points,
        after: last.difference.points,
      }),
    },
  };
}
