import { addDays, daysBetween, includesDay } from "@finsam/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { daySetOf, daysIn, daysMissing } from "./day-set.ts";
import { someDay, someInterval } from "./people.fixture.ts";

test("a day is in the set when it is in one of the intervals, and counted once", () => {
  fc.assert(
    fc.property(fc.array(someInterval, { maxLength: 6 }), someDay, (intervals, until) => {
      const days = daySetOf(intervals, until);
      const everyDay = Array.from({ length: 1950 }, (_, index) => addDays("2022-01-01", index));
      const expected = everyDay.filter((day) => day <= until && intervals.some((one) => includesDay(one, day)));
      expect(daysIn(days)).toBe(expected.length);
      expect(everyDay.filter((day) => days.some((run) => includesDay(run, day)))).toEqual(expected);
    }),
  );
});

test("runs that touch are one run, and a day between two keeps them apart", () => {
  const touching = [
    { from: "2024-02-01", to: "2024-02-29" },
    { from: "2024-03-01", to: "2024-03-10" },
  ];
  expect(daySetOf(touching, "2024-12-31")).toEqual([{ from: "2024-02-01", to: "2024-03-10" }]);
  const apart = [touching[0] ?? { from: "", to: "" }, { from: "2024-03-02", to: null }];
  expect(daySetOf(apart, "2024-03-02")).toHaveLength(2);
});

test("the days of a run are those in a set and those missing from it", () => {
  fc.assert(
    fc.property(
      fc.array(someInterval, { maxLength: 6 }),
      someDay,
      fc.integer({ min: 0, max: 800 }),
      (intervals, from, length) => {
        const run = { from, to: addDays(from, length) };
        const missing = daysMissing(run, daySetOf(intervals, run.to));
        const inside = daySetOf(
          intervals.flatMap(({ from, to }) =>
            to !== null && to < run.from ? [] : [{ from: from < run.from ? run.from : from, to }],
          ),
          run.to,
        );
        expect(daysIn(missing) + daysIn(inside)).toBe(daysBetween(run.from, run.to) + 1);
        expect(missing.some((gap) => inside.some((day) => gap.from <= day.to && day.from <= gap.to))).toBe(false);
      },
    ),
  );
});
