import { daysBetween, daysInMonth } from "@finsam/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { monthsAfter, partsOfYear } from "./calendar-months.ts";
import { someDay } from "./people.fixture.ts";

test("a follow-up falls on the same day of the month, or on the last day of a shorter one", () => {
  expect([2, 6, 12].map((months) => monthsAfter("2023-12-31", months))).toEqual([
    "2024-02-29",
    "2024-06-30",
    "2024-12-31",
  ]);
  expect(monthsAfter("2024-02-29", 12)).toBe("2025-02-28");
  expect(monthsAfter("2023-10-15", 2)).toBe("2023-12-15");
});

test("the month is always so many months later, and the day moves by three at most", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 60 }), (from, months) => {
      const to = monthsAfter(from, months);
      const number = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
      expect(number(to) - number(from)).toBe(months);
      const [day, toDay] = [Number(from.slice(8)), Number(to.slice(8))];
      expect(toDay === day || toDay === daysInMonth(Number(to.slice(0, 4)), Number(to.slice(5, 7)))).toBe(true);
      expect(day - toDay).toBeLessThanOrEqual(3);
    }),
  );
});

test("the quarters, and the tertials, of a year are the whole year", () => {
  for (const [months, count] of [
    [3, 4],
    [4, 3],
  ] as const) {
    const parts = partsOfYear(2024, months);
    expect(parts).toHaveLength(count);
    expect(parts.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0)).toBe(366);
  }
});
