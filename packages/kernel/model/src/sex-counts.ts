import * as z from "zod";
import { type Sex, sexes } from "./sex.ts";

const count = z.int().min(0);

/**
 * Counts by sex with their total, which is always the sum of all four. Small counts point to people: who publishes them withholds first.
 *
 * @example
 * ```ts
 * import { SexCounts } from "@finsam/model";
 * SexCounts.safeParse({ woman: 60, man: 108, other: 0, unknown: 0, total: 169 }).success; // => false
 * ```
 */
export const SexCounts = z
  .strictObject({ woman: count, man: count, other: count, unknown: count, total: count })
  .refine((counts) => counts.total === sexes.reduce((sum, sex) => sum + counts[sex], 0), {
    error: "the total is the sum of women, men, other and unknown",
  })
  .readonly();
export type SexCounts = z.infer<typeof SexCounts>;

/**
 * Nobody counted.
 *
 * @example
 * ```ts
 * import { noCounts } from "@finsam/model";
 * noCounts; // => { woman: 0, man: 0, other: 0, unknown: 0, total: 0 }
 * ```
 */
export const noCounts: SexCounts = { woman: 0, man: 0, other: 0, unknown: 0, total: 0 };

/**
 * Adds counts: associative, commutative, with {@link noCounts} as the neutral element, so that parts counted apart add up.
 *
 * @example
 * ```ts
 * import { addCounts, noCounts } from "@finsam/model";
 * addCounts({ ...noCounts, woman: 60, total: 60 }, { ...noCounts, man: 108, total: 108 });
 * // => { woman: 60, man: 108, other: 0, unknown: 0, total: 168 }
 * ```
 */
export const addCounts = (a: SexCounts, b: SexCounts): SexCounts => ({
  woman: a.woman + b.woman,
  man: a.man + b.man,
  other: a.other + b.other,
  unknown: a.unknown + b.unknown,
  total: a.total + b.total,
});

/**
 * The counts with so many more of a sex.
 *
 * @example
 * ```ts
 * import { countSex, noCounts } from "@finsam/model";
 * countSex(noCounts, "woman", 2); // => { woman: 2, man: 0, other: 0, unknown: 0, total: 2 }
 * ```
 */
export const countSex = (counts: SexCounts, sex: Sex, times = 1): SexCounts => ({
  ...counts,
  [sex]: counts[sex] + times,
  total: counts.total + times,
});
