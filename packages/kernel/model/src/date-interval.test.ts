import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "./calendar-date.ts";
import { calendarYear, DateInterval, includesDay, meets, overlap } from "./date-interval.ts";

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays("2021-01-01", days));
const interval = fc.tuple(day, fc.option(fc.nat(20), { nil: null })).map(([from, length]) => ({
  from,
  to: length === null ? null : addDays(from, length),
}));

describe("intervals of days", () => {
  test("an interval that ends before it starts is refused", () => {
    expect(DateInterval.safeParse({ from: "2021-02-01", to: "2021-01-31" }).success).toBe(false);
  });

  test("the overlap of two intervals holds exactly the days that both hold", () => {
    fc.assert(
      fc.property(interval, interval, day, (a, b, someDay) => {
        const shared = overlap(a, b);
        expect(shared !== undefined && includesDay(shared, someDay)).toBe(
          includesDay(a, someDay) && includesDay(b, someDay),
        );
      }),
    );
  });

  test("intervals that meet share no day and leave none out", () => {
    expect(meets(calendarYear(2021), calendarYear(2022))).toBe(true);
    expect(meets(calendarYear(2021), calendarYear(2023))).toBe(false);
    expect(meets({ from: "2021-01-01", to: null }, calendarYear(2022))).toBe(false);
  });
});
