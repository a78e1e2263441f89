/**
 * JSON in one spelling: keys in order, no spaces, nothing that is undefined. Two values that say the same give the same text, so that a
 * digest of it stands for what they say.
 *
 * @example
 * ```ts
 * import { canonicalJson } from "@finsam/policy/receipts";
 * canonicalJson({ on: "2024-03-01", facts: { age: 38, name: undefined } }); // => '{"facts":{"age":38},"on":"2024-03-01"}'
 * ```
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
    return `{${entries.join(",")}}`;
  }
  return JSON.stringify(value);
}
