import * as z from "zod";

/**
 * A calendar date, `YYYY-MM-DD`, in the Gregorian calendar, years 0001–9999. It is a plain string without time and time zone;
 * the schema refuses days that do not exist, such as `2021-02-29`.
 */
export const CalendarDate = z
  .string()
  .refine((text) => isCalendarDate(text), { error: "a date is written YYYY-MM-DD and must exist in the calendar" });
export type CalendarDate = z.infer<typeof CalendarDate>;

/** Year, month (1–12) and day (1–31) of a date. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Tells whether a text is a calendar date that exists.
 *
 * @example
 * ```ts
 * import { isCalendarDate } from "@finsam/model";
 * isCalendarDate("2024-02-29"); // => true
 * isCalendarDate("2023-02-29"); // => false
 * ```
 */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = split(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Splits a date into its numbers.
 *
 * @throws RangeError when the text is not a calendar date; check strangers' texts with {@link CalendarDate} first.
 * @example
 * ```ts
 * import { dateParts } from "@finsam/model";
 * dateParts("2021-03-01"); // => { year: 2021, month: 3, day: 1 }
 * ```
 */
export function dateParts(date: CalendarDate): DateParts {
  if (!isCalendarDate(date)) throw new RangeError(`"${date}" is not a calendar date: write YYYY-MM-DD`);
  return split(date);
}

/**
 * Writes year, month and day as a date. The day must exist.
 *
 * @throws RangeError when it does not.
 * @example
 * ```ts
 * import { calendarDate } from "@finsam/model";
 * calendarDate(2021, 3, 1); // => "2021-03-01"
 * ```
 */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (!isCalendarDate(date)) throw new RangeError(`"${date}" is not a calendar date`);
  return date;
}

/**
 * The number of days in a month (1–12) of a year.
 *
 * @example
 * ```ts
 * import { daysInMonth } from "@finsam/model";
 * daysInMonth(2024, 2); // => 29
 * ```
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Moves a date by whole days, forwards or backwards.
 *
 * @example
 * ```ts
 * import { addDays } from "@finsam/model";
 * addDays("2021-02-28", 1); // => "2021-03-01"
 * ```
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * Whole days from one date to another; negative when the second is earlier.
 *
 * @example
 * ```ts
 * import { daysBetween } from "@finsam/model";
 * daysBetween("2021-12-30", "2022-01-02"); // => 3
 * ```
 */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The day of the week, from 1 (Monday) to 7 (Sunday), as ISO 8601 counts.
 *
 * @example
 * ```ts
 * import { weekday } from "@finsam/model";
 * weekday("2023-08-15"); // => 2
 * ```
 */
export function weekday(date: CalendarDate): number {
  // 1970-01-01, day number 0, was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

// Days since 1970-01-01. Years are counted from March, so that the leap day is the last day of its year.
function dayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return firstDayOf(marchYear) + dayOfYear - 719468;
}

function fromDayNumber(number: number): CalendarDate {
  const days = number + 719468;
  // The average year is a little too long just after a leap day: the guess can be one off in either direction.
  const guess = Math.floor(days / 365.2425);
  const marchYear = [guess + 1, guess, guess - 1].find((year) => firstDayOf(year) <= days) ?? guess;
  const dayOfYear = days - firstDayOf(marchYear);
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return calendarDate(month > 2 ? marchYear : marchYear + 1, month, day);
}

const firstDayOf = (marchYear: number): number =>
  marchYear * 365 + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const split = (text: string): DateParts => ({
  year: Number(text.slice(0, 4)),
  month: Number(text.slice(5, 7)),
  day: Number(text.slice(8, 10)),
});

const pad = (value: number, width: number): string => String(value).padStart(width, "0");
