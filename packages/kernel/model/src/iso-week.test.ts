import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, weekday } from "./calendar-date.ts";
import { dayOfIsoWeek, isoWeek } from "./iso-week.ts";

describe("ISO weeks", () => {
  test.each([
    ["2023-08-15", 33],
    ["2023-08-21", 34],
    ["2023-08-29", 35],
    ["2023-09-13", 37],
    ["2023-12-29", 52],
  ])("%s lies in week %i, as the start calendar of autumn 2023 prints", (date, week) => {
    expect(isoWeek(date)).toEqual({ year: 2023, week });
  });

  test("the first days of January can belong to the last week of the year before", () => {
    expect(isoWeek("2016-01-03")).toEqual({ year: 2015, week: 53 });
    expect(isoWeek("2018-12-31")).toEqual({ year: 2019, week: 1 });
  });

  test("a week that the year does not have is refused", () => {
    expect(() => dayOfIsoWeek({ year: 2021, week: 53 })).toThrow(/2021 has no week 53/);
  });

  test("every day is found again from its week and weekday", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const date = addDays("1980-01-01", days);
        expect(dayOfIsoWeek(isoWeek(date), weekday(date))).toBe(date);
      }),
    );
  });
});
