import * as z from "zod";
import { type CalendarDate, dateParts, daysInMonth } from "./calendar-date.ts";
import { type PartialDate, possibleDays } from "./partial-date.ts";

/**
 * When someone born on 29 February turns a year older in a year without that day: on 1 March or on 28 February. The sources do not
 * say, so it is a value of policy; `1-march` is proposed (SOURCES.md, age).
 */
export const LeapDayBirthday = z.enum(["1-march", "28-february"]);
export type LeapDayBirthday = z.infer<typeof LeapDayBirthday>;

/** An amount known to lie between two whole numbers, both included. `min === max` when it is known exactly. */
export interface WholeNumberInterval {
  readonly min: number;
  readonly max: number;
}

/**
 * Completed years from one day to another: an age, when the first is a date of birth. Negative when the second day is earlier.
 *
 * @example
 * ```ts
 * import { completedYears } from "@finsam/model";
 * completedYears("1957-03-01", "2024-02-29"); // => 66
 * completedYears("1957-03-01", "2024-03-01"); // => 67
 * ```
 */
export function completedYears(from: CalendarDate, to: CalendarDate, leapDay: LeapDayBirthday = "1-march"): number {
  const [start, end] = [dateParts(from), dateParts(to)];
  const years = end.year - start.year;
  const anniversary = anniversaryIn(end.year, start.month, start.day, leapDay);
  return end.month * 100 + end.day >= anniversary ? years : years - 1;
}

/**
 * Completed months from one day to another. A month is completed on the same day of the month or, where the month has no such day,
 * on the first day of the next one.
 *
 * @example
 * ```ts
 * import { completedMonths } from "@finsam/model";
 * completedMonths("2023-01-31", "2023-02-28"); // => 0
 * completedMonths("2023-01-31", "2023-03-01"); // => 1
 * ```
 */
export function completedMonths(from: CalendarDate, to: CalendarDate): number {
  const [start, end] = [dateParts(from), dateParts(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return end.day >= start.day ? months : months - 1;
}

/**
 * Completed years from a date that may be partly unknown: the lowest and the highest number possible.
 *
 * @example
 * ```ts
 * import { possibleYears } from "@finsam/model";
 * possibleYears("1957", "2024-02-29"); // => { min: 66, max: 67 }
 * possibleYears("1957-03-01", "2024-02-29"); // => { min: 66, max: 66 }
 * ```
 */
export function possibleYears(
  from: PartialDate,
  to: CalendarDate,
  leapDay: LeapDayBirthday = "1-march",
): WholeNumberInterval {
  const { earliest, latest } = possibleDays(from);
  return { min: completedYears(latest, to, leapDay), max: completedYears(earliest, to, leapDay) };
}

// Month and day as one number, so that 28 February compares as 228.
function anniversaryIn(year: number, month: number, day: number, leapDay: LeapDayBirthday): number {
  if (month !== 2 || day <= daysInMonth(year, 2)) return month * 100 + day;
  return leapDay === "1-march" ? 301 : 228;
}
