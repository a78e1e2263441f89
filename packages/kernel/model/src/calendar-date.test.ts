import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  CalendarDate,
  calendarDate,
  dateParts,
  daysBetween,
  isCalendarDate,
  weekday,
} from "./calendar-date.ts";

const anyDate = fc
  .date({ min: new Date("0001-01-02T00:00:00Z"), max: new Date("9999-12-30T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("calendar dates", () => {
  test.each(["2021-02-29", "1900-02-29", "2021-13-01", "2021-04-31", "2021-4-1", "0000-01-01", "20210401", ""])(
    "%o is not a date",
    (text) => {
      expect(isCalendarDate(text)).toBe(false);
      expect(CalendarDate.safeParse(text).success).toBe(false);
    },
  );

  test("29 February exists in 2000 and 2024", () => {
    expect([isCalendarDate("2000-02-29"), isCalendarDate("2024-02-29")]).toEqual([true, true]);
  });

  test("a date that does not exist is refused with the date in the message", () => {
    expect(() => dateParts("2021-02-29")).toThrow(/2021-02-29/);
    expect(() => calendarDate(2021, 2, 29)).toThrow(/2021-02-29/);
  });

  test("days are added and counted as the platform's own calendar does", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -200_000, max: 200_000 }), (date, days) => {
        const expected = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000);
        fc.pre(expected.getUTCFullYear() >= 1 && expected.getUTCFullYear() <= 9999);
        const moved = addDays(date, days);
        expect(moved).toBe(expected.toISOString().slice(0, 10));
        expect(daysBetween(date, moved)).toBe(days);
      }),
    );
  });

  test("the week runs from Monday to Sunday", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(weekday(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
      }),
    );
  });
});
