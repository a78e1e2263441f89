import { CodeId, Text } from "@finsam/model";
import { type ComparisonRule, ConfidenceLevel } from "@finsam/policy";
import * as z from "zod";
import { Share } from "../report.ts";
import { type PublishedProportion, shareOf } from "./sex-difference.ts";
import { standardisedSentence, tooFewInStrataSentence } from "./standardised-sentence.ts";
import { weightedShares } from "./weighted-shares.ts";

/** One group that women and men are divided into, such as an age band, with the outcome counted in it. */
export interface Stratum {
  readonly stratum: CodeId;
  readonly label: Text;
  readonly woman: PublishedProportion;
  readonly man: PublishedProportion;
}

/** An outcome in every group of a division. */
export interface OutcomeInStrata {
  readonly outcome: Text;
  /** What is counted, in the plural: "avslutade deltaganden", "ended participations". */
  readonly counted: Text;
  /** What divides them, in the singular and without an article: "ålder", "age". */
  readonly division: Text;
  readonly strata: readonly Stratum[];
}

const Interval = z.strictObject({ lower: z.number(), upper: z.number() });

/** A difference in percentage points, women less men, with its interval. */
const Difference = z.strictObject({ points: z.number(), pointsInterval: Interval });

/** A group that is left out, why, and how many it holds; `null` when that is withheld. */
export const LeftOutStratum = z.strictObject({
  stratum: CodeId,
  label: Text,
  why: z.enum(["no-women", "no-men", "nobody", "withheld"]),
  women: z.int().min(0).nullable(),
  men: z.int().min(0).nullable(),
});
export type LeftOutStratum = z.infer<typeof LeftOutStratum>;

/** One group of the arithmetic: its weight is its participations over those of all groups compared. */
export const WeighedStratum = z.strictObject({ stratum: CodeId, label: Text, weight: Share, woman: Share, man: Share });
export type WeighedStratum = z.infer<typeof WeighedStratum>;

/** The difference between women and men as it would be if both were divided alike. */
export const StandardisedDifference = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("compared"),
    level: ConfidenceLevel,
    strata: z.array(WeighedStratum).min(1),
    leftOut: z.array(LeftOutStratum),
    /** Women and men as they are, in the groups compared. */
    crude: z.strictObject({ woman: Share, man: Share, ...Difference.shape }),
    /** The weighted shares in per cent, not rounded, and their difference. */
    adjusted: z.strictObject({ womanPercent: z.number(), manPercent: z.number(), ...Difference.shape }),
    sentence: Text,
  }),
  z.strictObject({
    state: z.literal("too-few"),
    fewest: z.int().min(1),
    leftOut: z.array(LeftOutStratum),
    sentence: Text,
  }),
]);
export type StandardisedDifference = z.infer<typeof StandardisedDifference>;

/**
 * Whether a difference between women and men is one of their mix: the shares of each sex in each group, weighed by how many of both
 * sexes the group holds (direct standardisation). Groups that lack one sex, or have a withheld count, cannot be compared; they are left
 * out, of the crude difference too, and listed.
 *
 * The interval is made of the Wilson intervals of all shares, with the weights taken as given (Zou, Huang and Zhang 2009); with one
 * group it is that of the crude difference. Fewer women or men in the groups compared than the policy's `fewest` are not compared.
 *
 * @example
 * ```ts
 * import { standardisedDifference } from "@finsam/gender-reporting";
 * const group = (stratum: string, women: number, men: number, percent: number) => ({
 *   stratum, label: { sv: stratum, en: stratum },
 *   woman: { n: (women * percent) / 100, of: women }, man: { n: (men * percent) / 100, of: men },
 * });
 * const result = standardisedDifference({
 *   outcome: { sv: "Till arbete", en: "To work" }, counted: { sv: "avslutade deltaganden", en: "ended participations" },
 *   division: { sv: "ålder", en: "age" }, strata: [group("younger", 20, 80, 60), group("older", 80, 20, 30)],
 * }, { level: 95, fewest: 30 });
 * result.state === "compared" && [result.crude.woman.percent, result.crude.man.percent]; // => [36, 54]
 * result.state === "compared" && Math.abs(result.adjusted.points) < 1e-9; // => true
 * ```
 */
export function standardisedDifference(
  { outcome, counted, division, strata }: OutcomeInStrata,
  { level, fewest }: Pick<ComparisonRule, "level" | "fewest">,
): StandardisedDifference {
  const leftOut = strata.flatMap((stratum) => leftOutOf(stratum));
  const comparable = strata.flatMap((stratum) => comparableOf(stratum));
  const sum = (of: (stratum: Comparable) => number): number => comparable.reduce((total, one) => total + of(one), 0);
  const women = { n: sum(({ woman }) => woman.n), of: sum(({ woman }) => woman.of) };
  const men = { n: sum(({ man }) => man.n), of: sum(({ man }) => man.of) };
  if (women.of < fewest || men.of < fewest)
    return {
      state: "too-few",
      fewest,
      leftOut,
      sentence: tooFewInStrataSentence({ outcome, counted, division, women: women.of, men: men.of, fewest }),
    };

  const all = women.of + men.of;
  const weighted = comparable.map(({ woman, man }) => ({ woman, man, weight: (woman.of + man.of) / all }));
  const termsOf = (sex: "woman" | "man", sign: 1 | -1) =>
    weighted.map(({ weight, ...counts }) => ({ ...counts[sex], weight: sign * weight }));
  const crude = inPoints(
    weightedShares(
      [
        { ...women, weight: 1 },
        { ...men, weight: -1 },
      ],
      level,
    ),
  );
  const adjusted = inPoints(weightedShares([...termsOf("woman", 1), ...termsOf("man", -1)], level));
  const result = {
    level,
    leftOut,
    crude: { woman: shareOf(women), man: shareOf(men), ...crude },
    adjusted: {
      womanPercent: 100 * weightedShares(termsOf("woman", 1), level).value,
      manPercent: 100 * weightedShares(termsOf("man", 1), level).value,
      ...adjusted,
    },
  };
  return {
    state: "compared",
    ...result,
    strata: comparable.map(({ stratum, label, woman, man }) => ({
      stratum,
      label,
      weight: shareOf({ n: woman.of + man.of, of: all }),
      woman: shareOf(woman),
      man: shareOf(man),
    })),
    sentence: standardisedSentence({ outcome, counted, division, ...result }),
  };
}

interface Comparable extends Omit<Stratum, "woman" | "man"> {
  readonly woman: { readonly n: number; readonly of: number };
  readonly man: { readonly n: number; readonly of: number };
}

function comparableOf({ stratum, label, woman, man }: Stratum): readonly Comparable[] {
  if (woman.n === null || woman.of === null || man.n === null || man.of === null) return [];
  if (woman.of === 0 || man.of === 0) return [];
  return [{ stratum, label, woman: { n: woman.n, of: woman.of }, man: { n: man.n, of: man.of } }];
}

function leftOutOf(one: Stratum): readonly LeftOutStratum[] {
  if (comparableOf(one).length > 0) return [];
  const { stratum, label, woman, man } = one;
  const why =
    woman.of === 0 && man.of === 0 ? "nobody" : woman.of === 0 ? "no-women" : man.of === 0 ? "no-men" : "withheld";
  return [{ stratum, label, why, women: woman.of, men: man.of }];
}

const inPoints = ({ value, lower, upper }: { value: number; lower: number; upper: number }) => ({
  points: 100 * value,
  pointsInterval: { lower: 100 * lower, upper: 100 * upper },
});
