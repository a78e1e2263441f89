import { Text } from "@finsam/model";
import { type ComparisonRule, ConfidenceLevel } from "@finsam/policy";
import * as z from "zod";
import { wholePercent } from "../percent.ts";
import { Share } from "../report.ts";
import { comparedSentence, notComparedSentence, tooFewSentence } from "./difference-sentence.ts";
import { shareRatio } from "./share-ratio.ts";
import { weightedShares } from "./weighted-shares.ts";
import type { Proportion } from "./wilson-interval.ts";

/** A published count out of its published base; `null` is withheld. */
export interface PublishedProportion {
  readonly n: number | null;
  readonly of: number | null;
}

/** An outcome counted for women and for men. */
export interface OutcomeBySex {
  /** What came about, as a row of a table is called. */
  readonly outcome: Text;
  /** What is counted, in the plural: "avslutade deltaganden", "ended participations". */
  readonly counted: Text;
  readonly woman: PublishedProportion;
  readonly man: PublishedProportion;
}

const Interval = z.strictObject({ lower: z.number(), upper: z.number() });

/** The difference between the share of women and the share of men that an outcome came about for. */
export const SexDifference = z.discriminatedUnion("state", [
  z.strictObject({
    state: z.literal("compared"),
    woman: Share,
    man: Share,
    level: ConfidenceLevel,
    /** The share of women less the share of men, in percentage points, not rounded. */
    points: z.number(),
    /** Newcombe's hybrid score interval of `points`. */
    pointsInterval: Interval,
    /** The share of women over the share of men with its MOVER-R interval; `null` when it came about for no man. */
    ratio: z.strictObject({ value: z.number(), lower: z.number(), upper: z.number() }).nullable(),
    /** The interval holds no difference of 0. */
    excludesZero: z.boolean(),
    sentence: Text,
  }),
  /** There are fewer women, or fewer men, than the policy compares. */
  z.strictObject({
    state: z.literal("too-few"),
    women: z.int().min(0),
    men: z.int().min(0),
    fewest: z.int().min(1),
    sentence: Text,
  }),
  /** A count that it takes is withheld. */
  z.strictObject({ state: z.literal("withheld"), sentence: Text }),
]);
export type SexDifference = z.infer<typeof SexDifference>;

/**
 * Compares the share of women and the share of men that an outcome came about for, by published counts only: a withheld count gives no
 * difference. The difference has Newcombe's interval (method 10, 1998) and the ratio the MOVER-R interval of the same Wilson intervals,
 * so the two agree on whether women and men may be alike. The sentence claims no more: it names no cause.
 *
 * The interval tells how much chance alone may move the shares. It takes participations as independent of each other; a person with
 * several makes it a little too narrow.
 *
 * @example
 * ```ts
 * import { sexDifference } from "@finsam/gender-reporting";
 * const work = { outcome: { sv: "Till arbete", en: "To work" }, counted: { sv: "avslutade deltaganden", en: "ended participations" } };
 * const rule = { level: 95, fewest: 30, citation: { source: "convention" } } as const;
 * const difference = sexDifference({ ...work, woman: { n: 60, of: 166 }, man: { n: 108, of: 200 } }, rule);
 * difference.state === "compared" && difference.excludesZero; // => true
 * sexDifference({ ...work, woman: { n: null, of: 166 }, man: { n: 108, of: 200 } }, rule).state; // => "withheld"
 * ```
 */
export function sexDifference(
  { outcome, counted, woman, man }: OutcomeBySex,
  { level, fewest }: Pick<ComparisonRule, "level" | "fewest">,
): SexDifference {
  const [women, men] = [shown(woman), shown(man)];
  if (women === null || men === null) return { state: "withheld", sentence: notComparedSentence(outcome) };
  if (women.of < fewest || men.of < fewest)
    return {
      state: "too-few",
      women: women.of,
      men: men.of,
      fewest,
      sentence: tooFewSentence({ outcome, counted, women: women.of, men: men.of, fewest }),
    };
  const { value, lower, upper } = weightedShares(
    [
      { ...women, weight: 1 },
      { ...men, weight: -1 },
    ],
    level,
  );
  const compared = {
    woman: shareOf(women),
    man: shareOf(men),
    level,
    // Equal shares are exactly 0 apart, whatever binary fractions make of them.
    points: women.n * men.of === men.n * women.of ? 0 : 100 * value,
    pointsInterval: { lower: 100 * lower, upper: 100 * upper },
    excludesZero: lower > 0 || upper < 0,
  };
  return {
    state: "compared",
    ...compared,
    ratio: shareRatio(women, men, level),
    sentence: comparedSentence({ outcome, counted, ...compared }),
  };
}

const shown = ({ n, of }: PublishedProportion): Proportion | null => (n === null || of === null ? null : { n, of });

/** A count and its base as a share in whole per cent. */
export const shareOf = ({ n, of }: Proportion): Share => ({
  numerator: n,
  denominator: of,
  percent: wholePercent(n, of),
});
