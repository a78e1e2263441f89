import { calendarDate, daysInMonth } from "@finsam/model";
import type { DayRun } from "./day-set.ts";

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
