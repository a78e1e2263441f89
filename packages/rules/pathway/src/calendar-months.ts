import { type CalendarDate, calendarDate, dateParts, daysInMonth } from "@finsam/model";
import type { DayRun } from "./day-set.ts";

/**
 * The same day so many calendar months later. In a month without that day it is the last day of the month: two months after 31 December is
 * 28 or 29 February. Always reckoned from the first day, so that a follow-up after twelve months comes back to the 31st.
 *
 * @example
 * ```ts
 * import { monthsAfter } from "@finsam/pathway";
 * monthsAfter("2023-12-31", 2); // => "2024-02-29"
 * monthsAfter("2023-12-31", 12); // => "2024-12-31"
 * ```
 */
export function monthsAfter(from: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dateParts(from);
  const number = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(number / 12), (number % 12) + 1];
  return calendarDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/**
 * The parts of a calendar year of so many months each: quarters for 3, tertials (January–April, May–August, September–December) for 4.
 *
 * @example
 * ```ts
 * import { partsOfYear } from "@finsam/pathway";
 * partsOfYear(2024, 4).map(({ to }) => to); // => ["2024-04-30", "2024-08-31", "2024-12-31"]
 * ```
 */
export function partsOfYear(year: number, months: 1 | 2 | 3 | 4 | 6 | 12): readonly DayRun[] {
  return Array.from({ length: 12 / months }, (_, index) => {
    const [first, last] = [index * months + 1, (index + 1) * months];
    return { from: calendarDate(year, first, 1), to: calendarDate(year, last, daysInMonth(year, last)) };
  });
}
