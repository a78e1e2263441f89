import type { ConfidenceLevel } from "@finsam/policy";

/** A count out of a base: 60 of 166. */
export interface Proportion {
  readonly n: number;
  readonly of: number;
}

/** The lowest and the highest value of an interval. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** The standard normal quantile at (1 + level) / 2. */
const quantiles: Readonly<Record<ConfidenceLevel, number>> = {
  90: 1.6448536269514722,
  95: 1.959963984540054,
  99: 2.5758293035489004,
};

/**
 * The score interval of one proportion, without continuity correction.
 *
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American Statistical
 * Association 22 (1927), 209–212; method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872.
 *
 * The base has to be at least 1: of nobody there is no share.
 *
 * @example
 * ```ts
 * import { wilsonInterval } from "@finsam/gender-reporting";
 * const { lower, upper } = wilsonInterval({ n: 91, of: 150 }, 95);
 * [lower.toFixed(3), upper.toFixed(3)]; // => ["0.527", "0.681"]
 * ```
 */
export function wilsonInterval({ n, of }: Proportion, level: ConfidenceLevel): Bounds {
  const z = quantiles[level];
  const middle = (2 * n + z * z) / (2 * (of + z * z));
  const reach = (z * Math.sqrt(z * z + (4 * n * (of - n)) / of)) / (2 * (of + z * z));
  // None and all give limits that are 0 and 1 exactly, which binary fractions would miss.
  return { lower: n === 0 ? 0 : middle - reach, upper: n === of ? 1 : middle + reach };
}
