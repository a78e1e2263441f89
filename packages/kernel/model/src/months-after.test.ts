import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dateParts, daysInMonth } from "./calendar-date.ts";
import { monthsAfter } from "./months-after.ts";

test("three months after 30 November is the last day of February, and six months after it is 30 May", () => {
  expect(monthsAfter("2022-11-30", 3)).toBe("2023-02-28");
  expect(monthsAfter("2023-11-30", 3)).toBe("2024-02-29");
  expect(monthsAfter("2022-11-30", 6)).toBe("2023-05-30");
});

test("months may also lie back, across the turn of the year", () => {
  expect(monthsAfter("2024-01-31", -2)).toBe("2023-11-30");
  expect(monthsAfter("2024-01-31", 0)).toBe("2024-01-31");
});

test("the month is always so many months later, and the day the same or the last one", () => {
  const someDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1950-01-01", days));
  fc.assert(
    fc.property(someDay, fc.integer({ min: -60, max: 60 }), (from, months) => {
      const [before, after] = [dateParts(from), dateParts(monthsAfter(from, months))];
      expect(after.year * 12 + after.month - (before.year * 12 + before.month)).toBe(months);
      expect(after.day).toBe(Math.min(before.day, daysInMonth(after.year, after.month)));
    }),
  );
});
