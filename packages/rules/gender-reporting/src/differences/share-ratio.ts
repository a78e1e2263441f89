import type { ConfidenceLevel } from "@finsam/policy";
import type { Estimate } from "./weighted-shares.ts";
import { type Proportion, wilsonInterval } from "./wilson-interval.ts";

/**
 * The ratio of two shares with the MOVER-R interval made of their Wilson intervals, or `null` when the second share is 0: nothing can be
 * said to be so many times nothing.
 *
 * The interval holds just those ratios r for which Newcombe's interval of (first share - r × second share) holds 0. So it holds 1 when,
 * and only when, the interval of the difference holds 0, and the two never contradict each other.
 *
 * Source: A. Donner and G. Y. Zou, Closed-form confidence intervals for functions of the normal mean and standard deviation, Statistical
 * Methods in Medical Research 21 (2012), 347–359; R. G. Newcombe, MOVER-R confidence intervals for ratios and products of two
 * independently estimated quantities, the same journal 25 (2016), 1774–1778.
 */
export function shareRatio(first: Proportion, second: Proportion, level: ConfidenceLevel): Estimate | null {
  if (second.n === 0) return null;
  const [p, q] = [first.n / first.of, second.n / second.of];
  const [ofFirst, ofSecond] = [wilsonInterval(first, level), wilsonInterval(second, level)];
  // Each limit is a root of a × r² - 2pq × r + c = 0.
  const lowest = { a: ofSecond.upper * (2 * q - ofSecond.upper), c: ofFirst.lower * (2 * p - ofFirst.lower) };
  const highest = { a: ofSecond.lower * (2 * q - ofSecond.lower), c: ofFirst.upper * (2 * p - ofFirst.upper) };
  const root = ({ a, c }: typeof lowest): number => Math.sqrt(Math.max(0, (p * q) ** 2 - a * c));
  return {
    value: p / q,
    // Written so that it also holds when a is 0 or negative, as it is for small second shares.
    lower: lowest.c === 0 ? 0 : lowest.c / (p * q + root(lowest)),
    upper: (p * q + root(highest)) / highest.a,
  };
}
