import type { Bounds } from "./bounds.ts";
import type { Compared } from "./layout.ts";
import { met, notMet, oppositeOf, undetermined } from "./two-bit.ts";

/** Adds the outcomes of comparisons to the integers of the first people of a column; those of one person are `stride` apart. */
export function compareMany(
  compared: readonly Compared[],
  { lowest, highest }: Pick<Bounds, "lowest" | "highest">,
  length: number,
  packed: Int32Array,
  start: number,
  stride: number,
): void {
  for (const { op, limit, shift } of compared) {
    // Less than is the opposite of at least, at most that of more than. Each outcome is the index of its bits.
    const opposite = op === "lessThan" || op === "atMost";
    const bits = Int32Array.of(notMet, undetermined, 0, met).map(
      (code) => (opposite ? oppositeOf(code) : code) << shift,
    );
    let at = start;
    if (op === "atLeast" || op === "lessThan")
      for (let i = 0; i < length; i += 1) {
        const code = (Number((lowest[i] ?? 0) >= limit) << 1) | Number(!((highest[i] ?? 0) < limit));
        packed[at] = (packed[at] ?? 0) | (bits[code] ?? 0);
        at += stride;
      }
    else
      for (let i = 0; i < length; i += 1) {
        const code = (Number((lowest[i] ?? 0) > limit) << 1) | Number(!((highest[i] ?? 0) <= limit));
        packed[at] = (packed[at] ?? 0) | (bits[code] ?? 0);
        at += stride;
      }
  }
}
