import { type CalendarDate, calendarDate, completedYears, dateParts, daysInMonth } from "@finsam/model";
import type { Setting } from "../known-fact.ts";
import { dayBefore, daysFrom } from "./neighbouring-days.ts";
import { inWords } from "./words-of-ids.ts";

/**
 * Dates of birth of those who turn an age around the reference date: on it, and the nearest before and after it, with those born on 29
 * February; and dates known only by month or year that leave it open, or just do not. The same goes for any date that years are counted
 * from.
 */
export function boundaryBirthdays(age: number, setting: Setting): readonly (readonly [id: string, value: string])[] {
  const { year, month, day } = dateParts(setting.on);
  const birthYear = year - age;
  // Near the ends of the calendar nobody reaches the age on the reference date.
  if (birthYear < 2 || birthYear > 9998) return [];
  const sameDay = calendarDate(birthYear, month, Math.min(day, daysInMonth(birthYear, month)));
  const births = [-2, -1, 0, 1, 2].flatMap((days) => daysFrom(sameDay, days) ?? []);
  const eve = dayBefore(setting.on);
  const hasTurned = (born: CalendarDate, on: CalendarDate | undefined) =>
    on !== undefined && completedYears(born, on, setting.leapDayBirthday) >= age;

  const before = births.filter((born) => hasTurned(born, eve));
  const after = births.filter((born) => !hasTurned(born, setting.on));
  const on = births.filter((born) => !before.includes(born) && !after.includes(born));
  const exact = [
    ...on.map((born) => ["on", born] as const),
    ...nearest(after, after[0]).map((born) => ["after", born] as const),
    ...nearest(before, before.at(-1)).map((born) => ["before", born] as const),
  ];
  const words = inWords(age);
  return [
    ...exact.map(
      ([when, born]) => [`${words}-${when}-the-reference-date${isLeapDay(born) ? leapDayChild : ""}`, born] as const,
    ),
    [`${words}-only-the-month-is-known`, sameDay.slice(0, 7)],
    [`${words}-only-the-year-is-known`, inFourDigits(birthYear)],
    [`${words}-only-the-year-is-known-a-year-older`, inFourDigits(birthYear - 1)],
    [`${words}-only-the-year-is-known-a-year-younger`, inFourDigits(birthYear + 1)],
  ];
}

const nearest = (births: readonly CalendarDate[], one: CalendarDate | undefined): readonly CalendarDate[] =>
  births.filter((born) => born === one || isLeapDay(born));

const isLeapDay = (day: CalendarDate): boolean => day.endsWith("-02-29");
const leapDayChild = "-born-on-29-february";
const inFourDigits = (year: number): string => String(year).padStart(4, "0");
