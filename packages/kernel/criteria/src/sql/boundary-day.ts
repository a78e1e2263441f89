import { addDays, type CalendarDate, calendarDate, daysInMonth } from "@finsam/model";
import type { Comparison } from "../criterion.ts";
import type { Setting } from "../known-fact.ts";
import { lastDayForYears, yearsCountFrom } from "../packed/day-number.ts";

/** Every comparison of a date, or of the years completed since it, as one question: does it lie on or before a day, or after it? */
export interface Boundary {
  /** A calendar date, or a text before all of them when every date lies after it. */
  readonly day: CalendarDate;
  readonly side: "onOrBefore" | "after";
}

/** Sorts as text before every date that there is. */
const beforeAllDays = "0000-12-31";
const lastOfAllDays = "9999-12-31";

/** The boundary that a comparison of a date with a limit asks about. */
export function boundaryOfDate(op: Comparison, limit: CalendarDate): Boundary {
  switch (op) {
    case "atMost":
      return { day: limit, side: "onOrBefore" };
    case "moreThan":
      return { day: limit, side: "after" };
    case "lessThan":
      return { day: dayBefore(limit), side: "onOrBefore" };
    case "atLeast":
      return { day: dayBefore(limit), side: "after" };
  }
}

/** The boundary that a comparison of completed years with a limit asks about: the later the date, the fewer the years. */
export function boundaryOfYears(op: Comparison, limit: number, setting: Setting): Boundary {
  switch (op) {
    case "atLeast":
      return { day: lastDayWith(Math.ceil(limit), setting), side: "onOrBefore" };
    case "lessThan":
      return { day: lastDayWith(Math.ceil(limit), setting), side: "after" };
    case "moreThan":
      return { day: lastDayWith(Math.floor(limit) + 1, setting), side: "onOrBefore" };
    case "atMost":
      return { day: lastDayWith(Math.floor(limit) + 1, setting), side: "after" };
  }
}

/**
 * The partial dates that have days on both sides of a boundary: the year and the month around it, unless it is their last day. Written
 * as text, all other partial dates sort on the side where all their days lie: `1985-04` before `1985-04-30` and after `1985-03-31`.
 */
export function partialDatesAround(day: CalendarDate): readonly string[] {
  const [year, month] = [day.slice(0, 4), day.slice(0, 7)];
  if (day === beforeAllDays || day.endsWith("-12-31")) return [];
  const endsMonth = Number(day.slice(8)) === daysInMonth(Number(year), Number(day.slice(5, 7)));
  return endsMonth ? [year] : [year, month];
}

/** The last day since which so many years are completed on the reference date, in a year without 29 February the day before it. */
function lastDayWith(years: number, { on, leapDayBirthday }: Setting): CalendarDate {
  const day = lastDayForYears(years, yearsCountFrom(on, leapDayBirthday));
  if (day < 1_01_01) return beforeAllDays;
  if (day > 9999_12_31) return lastOfAllDays;
  const [year, month] = [Math.floor(day / 10_000), Math.floor(day / 100) % 100];
  return calendarDate(year, month, Math.min(day % 100, daysInMonth(year, month)));
}

const dayBefore = (day: CalendarDate): CalendarDate => (day === "0001-01-01" ? beforeAllDays : addDays(day, -1));
