/**
 * Divides a whole number, such as öre, by weights, so that the parts make the whole: each gets its share rounded down, and what is left
 * goes, one each, to those with the largest remainders, the first of equals first. Without any weight nobody gets anything.
 *
 * Source: the method of largest remainders (Hamilton).
 *
 * @throws RangeError when the amount or a weight is negative or not a whole number that is exact (`Number.isSafeInteger`).
 * @example
 * ```ts
 * import { apportion } from "@finsam/model";
 * apportion(100_01, [2, 1, 1]); // => [5001, 2500, 2500]
 * apportion(100, [1, 1, 1]); // => [34, 33, 33]
 * ```
 */
export function apportion(amount: number, weights: readonly number[]): readonly number[] {
  for (const number of [amount, ...weights]) {
    if (!Number.isSafeInteger(number) || number < 0)
      throw new RangeError(`"${number}" cannot be apportioned by: amounts and weights are whole numbers from 0`);
  }
  const whole = BigInt(amount);
  const exact = weights.map((weight) => whole * BigInt(weight));
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (sum === 0n) return weights.map(() => 0);
  const down = exact.map((product) => product / sum);
  const left = Number(whole - down.reduce((all, part) => all + part, 0n));
  const byRemainder = exact
    .map((product, index) => ({ index, remainder: product % sum }))
    .toSorted((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const favoured = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return down.map((part, index) => Number(part) + (favoured.has(index) ? 1 : 0));
}
