import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "./calendar-date.ts";
import { completedMonths, completedYears, possibleYears } from "./completed-time.ts";
import { possibleDays } from "./partial-date.ts";

const day = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays("1940-01-01", days));

describe("completed years", () => {
  test("a person born on 1 March 1957 is 66 on 29 February 2024 and 67 the day after", () => {
    expect(completedYears("1957-03-01", "2024-02-29")).toBe(66);
    expect(completedYears("1957-03-01", "2024-03-01")).toBe(67);
  });

  test("a person born on 29 February turns older on 1 March, or on 28 February if policy says so", () => {
    expect(completedYears("2000-02-29", "2016-02-29")).toBe(16);
    expect(completedYears("2000-02-29", "2017-02-28")).toBe(16);
    expect(completedYears("2000-02-29", "2017-03-01")).toBe(17);
    expect(completedYears("2000-02-29", "2017-02-28", "28-february")).toBe(17);
    expect(completedYears("2000-02-29", "2016-02-28", "28-february")).toBe(15);
  });

  test("the day before birth counts as minus one year", () => {
    expect(completedYears("2000-05-05", "2000-05-04")).toBe(-1);
  });

  test("nobody grows younger as days pass", () => {
    fc.assert(
      fc.property(day, day, (birth, on) => {
        expect(completedYears(birth, addDays(on, 1))).toBeGreaterThanOrEqual(completedYears(birth, on));
      }),
    );
  });

  test("an age from a partial date of birth holds the age from every day it leaves open", () => {
    fc.assert(
      fc.property(day, day, fc.constantFrom(4, 7, 10), (birth, on, length) => {
        const partial = birth.slice(0, length);
        const { min, max } = possibleYears(partial, on);
        const { earliest, latest } = possibleDays(partial);
        expect(completedYears(birth, on)).toBeGreaterThanOrEqual(min);
        expect(completedYears(birth, on)).toBeLessThanOrEqual(max);
        expect([completedYears(latest, on), completedYears(earliest, on)]).toEqual([min, max]);
      }),
    );
  });
});

describe("completed months", () => {
  test("ten months are complete on the day of the tenth month, not the day before", () => {
    expect(completedMonths("2023-03-15", "2024-01-14")).toBe(9);
    expect(completedMonths("2023-03-15", "2024-01-15")).toBe(10);
  });

  test("twelve completed months are a completed year, but for 29 February under the other policy", () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(Math.floor(completedMonths(from, to) / 12)).toBe(completedYears(from, to));
      }),
    );
  });
});
