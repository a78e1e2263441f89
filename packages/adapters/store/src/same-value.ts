/**
 * Whether two values are the same record: by content, whatever the order of properties. A property that is `undefined` is one that is
 * not there.
 *
 * @example
 * ```ts
 * import { sameValue } from "@finsam/store";
 * sameValue({ id: "p1", facts: { a: 1 } }, { facts: { a: 1 }, id: "p1", birthDate: undefined }); // => true
 * sameValue(["a", "b"], ["b", "a"]); // => false
 * ```
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => sameValue(one, b[i]));
  }
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...left.keys(), ...right.keys()])].every((key) => sameValue(left.get(key), right.get(key)));
}
