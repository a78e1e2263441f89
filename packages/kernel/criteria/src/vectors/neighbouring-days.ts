import { addDays, type CalendarDate, dateParts } from "@finsam/model";

/** The day before, or `undefined` on the first day that can be written. */
export const dayBefore = (day: CalendarDate): CalendarDate | undefined => daysFrom(day, -1);

/** The day after, or `undefined` on the last day that can be written. */
export const dayAfter = (day: CalendarDate): CalendarDate | undefined => daysFrom(day, 1);

/** A day some days away, or `undefined` where the years 0001–9999 end. */
export function daysFrom(day: CalendarDate, days: number): CalendarDate | undefined {
  const { year } = dateParts(day);
  const nearAnEnd = year === 1 || year === 9999;
  if (!nearAnEnd) return addDays(day, days);
  try {
    return addDays(day, days);
  } catch {
    return undefined;
  }
}
