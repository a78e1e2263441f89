import { type CalendarDate, calendarDate, dateParts, daysInMonth } from "./calendar-date.ts";

/**
 * The same day so many calendar months later; in a month without that day, its last day. Reckon always from the first day, so that
 * rounds every third month from 30 November come back from 28 February to 30 May.
 *
 * @throws RangeError when the day lies outside the years 1–9999.
 * @example
 * ```ts
 * import { monthsAfter } from "@finsam/model";
 * monthsAfter("2023-11-30", 3); // => "2024-02-29"
 * monthsAfter("2023-11-30", 6); // => "2024-05-30"
 * ```
 */
export function monthsAfter(from: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dateParts(from);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return calendarDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}
