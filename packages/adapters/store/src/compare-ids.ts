/**
 * The order of ids in every stream: by Unicode code point, which is also the order of their UTF-8 bytes and so what databases call
 * binary or C. Negative when the first comes first. JavaScript's own order of texts differs: it puts emoji before some older letters.
 *
 * @example
 * ```ts
 * import { compareIds } from "@finsam/store";
 * ["ö", "😀", "z", "～", "å"].sort(compareIds); // => ["z", "å", "ö", "～", "😀"]
 * ```
 */
export function compareIds(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

// A surrogate is half of a code point above all that fit in one unit.
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
