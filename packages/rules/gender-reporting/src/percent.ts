/**
 * A share in whole per cent, rounded half up as the follow-up reports do. Worked out in whole numbers, so that a half never depends on
 * binary fractions.
 *
 * @throws RangeError when there is nothing to be a share of.
 * @example
 * ```ts
 * import { wholePercent } from "@finsam/gender-reporting";
 * wholePercent(51, 72); // => 71
 * wholePercent(1, 8); // => 13
 * ```
 */
export function wholePercent(numerator: number, denominator: number): number {
  if (denominator === 0) throw new RangeError("nothing is no share of nothing");
  return Math.floor((200 * numerator + denominator) / (2 * denominator));
}
