import type { CodeId } from "@finsam/model";

/** Codes by their place in a list of ids: 0 when nothing is stated, 1 for the first id. */
export interface CodeColumn {
  readonly ids: readonly CodeId[];
  readonly codes: Uint8Array | Uint16Array;
}

/**
 * Participations as columns of small numbers, fourteen bytes a row, for counting fast. Rows of anonymous participations are left out.
 * What only those followed up have is 0, or {@link noYears}, in rows of others.
 */
export interface CodedColumns {
  readonly length: number;
  /** Place among the sexes: women 0, men 1, other 2, unknown 3. */
  readonly sex: Uint8Array;
  /** 1 when followed up, 0 when not. */
  readonly followed: Uint8Array;
  /** First day as {@link dayCode}; {@link noStart} when there is none. */
  readonly start: Uint16Array;
  /** Last day as {@link dayCode}; {@link noEnd} while it goes on. */
  readonly end: Uint16Array;
  readonly intervention: CodeColumn;
  readonly referrer: CodeColumn;
  readonly education: CodeColumn;
  readonly exitReason: CodeColumn;
  /** Sets of codes that were met together, and the place of each row's set: 0 when nothing is stated, 1 for the first. */
  readonly supportAtStart: { readonly sets: readonly (readonly CodeId[])[]; readonly codes: Uint8Array | Uint16Array };
  /** Lowest and highest possible age on the first day, as {@link yearsCode}. */
  readonly ageFrom: Uint8Array;
  readonly ageTo: Uint8Array;
  /** Half years of support up to the first day: twice the completed years, and one more between two anniversaries. */
  readonly supportHalfYears: Uint8Array;
}

/** The start of a participation that has none. */
export const noStart = 0;

/** The end of a participation that goes on. */
export const noEnd = 65_535;

/** Years that are not known. */
export const noYears = 255;

const firstYear = 1901;
const daysInAYear = 12 * 31;

/**
 * A day as a number from 1 to 65534 that keeps the order of days: every month is given 31 days, so that whole years lie 372 apart and
 * completed years are a division. Days before 1901 or after 2076 become the first or the last of them.
 *
 * @example
 * ```ts
 * import { dayCode } from "@finsam/gender-reporting";
 * (dayCode(2021, 3, 1) - dayCode(1991, 3, 1)) / 372; // => 30
 * ```
 */
export const dayCode = (year: number, month: number, day: number): number =>
  Math.min(65_534, Math.max(1, (year - firstYear) * daysInAYear + (month - 1) * 31 + day));

/**
 * Completed years as a number of one byte: 0 stands for 50 years before birth, 254 for 204 years and more.
 *
 * @example
 * ```ts
 * import { yearsCode } from "@finsam/gender-reporting";
 * yearsCode(30); // => 80
 * ```
 */
export const yearsCode = (years: number): number => Math.min(254, Math.max(0, years + yearsOffset));

/** What {@link yearsCode} adds, so that a start before the birth, which registers do hold, has a number too. */
export const yearsOffset = 50;
