import type { CalendarDate } from "@finsam/model";
import { at, type FidelityBand, type FidelityScale } from "@finsam/policy";

/**
 * How true an intervention is to its model. `rated` has the total of all items and the band it falls in, `null` when no band is stated for
 * it. `undetermined` has the numbers of the items that are missing, from 1, and of those rated outside the scale; then there is no
 * total, since none of part of the items is stated anywhere.
 *
 * @example
 * ```ts
 * import type { Fidelity } from "@finsam/bip";
 * const unrated: Fidelity = { outcome: "undetermined", missing: [25], outside: [], tooMany: 0 };
 * unrated.outcome; // => "undetermined"
 * ```
 */
export type Fidelity =
  | { readonly outcome: "rated"; readonly total: number; readonly band: FidelityBand | null }
  | {
      readonly outcome: "undetermined";
      readonly missing: readonly number[];
      readonly outside: readonly number[];
      /** How many ratings there are beyond the items of the scale: another scale may have been used. */
      readonly tooMany: number;
    };

/**
 * The total and the band of a fidelity review (programtrohetsmätning), by the scale as it was on that day. Every item counts, each with
 * its own rating, in the order of the scale; `null` is an item not rated.
 *
 * @throws NoVersionCovers when the scale has no version for the day.
 * @example
 * ```ts
 * import { fidelity, ipsFidelityScale } from "@finsam/bip";
 * const ratings = [...Array.from({ length: 23 }, () => 4), 5, 5];
 * const review = fidelity(ratings, ipsFidelityScale, "2021-11-15");
 * review.outcome === "rated" && [review.total, review.band?.id]; // => [102, "good"]
 * fidelity([...ratings.slice(1), null], ipsFidelityScale, "2021-11-15");
 * // => { outcome: "undetermined", missing: [25], outside: [], tooMany: 0 }
 * ```
 */
export function fidelity(ratings: readonly (number | null)[], scale: FidelityScale, on: CalendarDate): Fidelity {
  const { items, lowest, highest, bands } = at(scale.versions, on, scale.id).value;
  const numbers = Array.from({ length: items }, (_, index) => index + 1);
  const ratingOf = (item: number): number | null => ratings[item - 1] ?? null;
  const missing = numbers.filter((item) => ratingOf(item) === null);
  const outside = numbers.filter((item) => {
    const rating = ratingOf(item);
    return rating !== null && !(Number.isInteger(rating) && lowest <= rating && rating <= highest);
  });
  const tooMany = Math.max(0, ratings.length - items);
  if (missing.length > 0 || outside.length > 0 || tooMany > 0)
    return { outcome: "undetermined", missing, outside, tooMany };
  const total = numbers.reduce((sum, item) => sum + (ratingOf(item) ?? 0), 0);
  return { outcome: "rated", total, band: bands.find(({ from, to }) => from <= total && total <= to) ?? null };
}
