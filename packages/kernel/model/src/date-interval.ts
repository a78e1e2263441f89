import * as z from "zod";
import { addDays, CalendarDate } from "./calendar-date.ts";

/** A run of days, both ends included. `to: null` means that no end is known: the interval goes on. */
export const DateInterval = z
  .strictObject({ from: CalendarDate, to: CalendarDate.nullable() })
  .refine(({ from, to }) => to === null || from <= to, { error: "an interval ends on or after the day it starts" });
export type DateInterval = z.infer<typeof DateInterval>;

/**
 * Tells whether a day lies in an interval, ends included.
 *
 * @example
 * ```ts
 * import { includesDay } from "@finsam/model";
 * includesDay({ from: "2021-01-01", to: "2021-12-31" }, "2021-12-31"); // => true
 * includesDay({ from: "2023-07-01", to: null }, "2023-06-30"); // => false
 * ```
 */
export function includesDay(interval: DateInterval, day: CalendarDate): boolean {
  return interval.from <= day && (interval.to === null || day <= interval.to);
}

/**
 * The days that two intervals share, or `undefined` when they share none.
 *
 * @example
 * ```ts
 * import { overlap } from "@finsam/model";
 * overlap({ from: "2021-01-01", to: "2021-06-30" }, { from: "2021-06-30", to: null }); // => { from: "2021-06-30", to: "2021-06-30" }
 * ```
 */
export function overlap(a: DateInterval, b: DateInterval): DateInterval | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to === null ? b.to : b.to === null || a.to < b.to ? a.to : b.to;
  return to === null || from <= to ? { from, to } : undefined;
}

/**
 * The calendar year as an interval.
 *
 * @example
 * ```ts
 * import { calendarYear } from "@finsam/model";
 * calendarYear(2021); // => { from: "2021-01-01", to: "2021-12-31" }
 * ```
 */
export function calendarYear(year: number): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const digits = String(year).padStart(4, "0");
  return { from: `${digits}-01-01`, to: `${digits}-12-31` };
}

/**
 * Whether the second interval begins the day after the first ends: no day between them and none shared.
 *
 * @example
 * ```ts
 * import { meets } from "@finsam/model";
 * meets({ from: "2023-01-01", to: "2023-06-30" }, { from: "2023-07-01", to: null }); // => true
 * ```
 */
export function meets(first: DateInterval, second: DateInterval): boolean {
  return first.to !== null && addDays(first.to, 1) === second.from;
}
