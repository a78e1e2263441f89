import * as z from "zod";
import { type CalendarDate, calendarDate, daysInMonth, isCalendarDate } from "./calendar-date.ts";

/**
 * A date of which the day, or the month and the day, may be unknown: `1985`, `1985-04` or `1985-04-12`. It stands for every day it
 * leaves open, so an age taken from it is an interval.
 */
export const PartialDate = z
  .string()
  .refine((text) => isPartialDate(text), { error: "a date is written YYYY, YYYY-MM or YYYY-MM-DD and must exist" });
export type PartialDate = z.infer<typeof PartialDate>;

/**
 * Tells whether a text is a year, a month or a day that exists.
 *
 * @example
 * ```ts
 * import { isPartialDate } from "@finsam/model";
 * isPartialDate("1985-04"); // => true
 * isPartialDate("1985-13"); // => false
 * ```
 */
export function isPartialDate(text: string): boolean {
  return isCalendarDate(text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text);
}

/**
 * The first and the last day that a partial date can stand for.
 *
 * @throws RangeError when the text is not a partial date; check strangers' texts with {@link PartialDate} first.
 * @example
 * ```ts
 * import { possibleDays } from "@finsam/model";
 * possibleDays("1985-04"); // => { earliest: "1985-04-01", latest: "1985-04-30" }
 * ```
 */
export function possibleDays(date: PartialDate): { readonly earliest: CalendarDate; readonly latest: CalendarDate } {
  if (!isPartialDate(date)) throw new RangeError(`"${date}" is not a date: write YYYY, YYYY-MM or YYYY-MM-DD`);
  if (date.length === 10) return { earliest: date, latest: date };
  if (date.length === 4) return { earliest: `${date}-01-01`, latest: `${date}-12-31` };
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return { earliest: calendarDate(year, month, 1), latest: calendarDate(year, month, daysInMonth(year, month)) };
}
