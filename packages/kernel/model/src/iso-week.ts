import { addDays, type CalendarDate, dateParts, daysBetween, weekday } from "./calendar-date.ts";

/** A week as ISO 8601 numbers it: Monday to Sunday; week 1 holds the first Thursday of the year. */
export interface IsoWeek {
  /** The year the week belongs to: the year of its Thursday. */
  readonly year: number;
  /** 1–53. */
  readonly week: number;
}

/**
 * The ISO week that a day lies in.
 *
 * @example
 * ```ts
 * import { isoWeek } from "@finsam/model";
 * isoWeek("2021-01-03"); // => { year: 2020, week: 53 }
 * ```
 */
export function isoWeek(date: CalendarDate): IsoWeek {
  const { year } = dateParts(addDays(date, 4 - weekday(date)));
  return { year, week: Math.floor(daysBetween(firstMonday(year), date) / 7) + 1 };
}

/**
 * A day of an ISO week: Monday, or the weekday given (1 Monday – 7 Sunday).
 *
 * @throws RangeError when the year has no such week, or the week no such day.
 * @example
 * ```ts
 * import { dayOfIsoWeek } from "@finsam/model";
 * dayOfIsoWeek({ year: 2023, week: 33 }, 2); // => "2023-08-15"
 * ```
 */
export function dayOfIsoWeek({ year, week }: IsoWeek, day = 1): CalendarDate {
  const date = addDays(firstMonday(year), (week - 1) * 7 + day - 1);
  const back = isoWeek(date);
  if (back.year !== year || back.week !== week) throw new RangeError(`${year} has no week ${week} with a day ${day}`);
  return date;
}

// 4 January always lies in week 1.
const firstMonday = (year: number): CalendarDate => {
  const fourth = `${String(year).padStart(4, "0")}-01-04`;
  return addDays(fourth, 1 - weekday(fourth));
};
