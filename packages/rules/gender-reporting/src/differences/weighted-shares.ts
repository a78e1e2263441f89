import type { ConfidenceLevel } from "@finsam/policy";
import { type Bounds, type Proportion, wilsonInterval } from "./wilson-interval.ts";

/** A proportion with the weight that it has in a sum; a negative weight takes it away. */
export interface Term extends Proportion {
  readonly weight: number;
}

/** A sum of weighted shares with its interval. */
export interface Estimate extends Bounds {
  readonly value: number;
}

/**
 * The sum of weighted independent shares, with an interval made of the Wilson interval of each: the distances from the shares to the
 * limits that matter are squared, weighted and added.
 *
 * With the weights 1 and -1 this is Newcombe's hybrid score interval of a difference: method 10 of R. G. Newcombe, Interval estimation
 * for the difference between independent proportions, Statistics in Medicine 17 (1998), 873–890. For other weights: G. Y. Zou, W. Huang
 * and X. Zhang, A note on confidence interval estimation for a linear function of binomial proportions, Computational Statistics & Data
 * Analysis 53 (2009), 1080–1085. The weights are taken as given.
 */
export function weightedShares(terms: readonly Term[], level: ConfidenceLevel): Estimate {
  let value = 0;
  let below = 0;
  let above = 0;
  for (const { n, of, weight } of terms) {
    const share = n / of;
    const { lower, upper } = wilsonInterval({ n, of }, level);
    const [down, up] = weight >= 0 ? [share - lower, upper - share] : [upper - share, share - lower];
    value += weight * share;
    below += (weight * down) ** 2;
    above += (weight * up) ** 2;
  }
  return { value, lower: value - Math.sqrt(below), upper: value + Math.sqrt(above) };
}
