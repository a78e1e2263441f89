import { completedYears, possibleDays } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumberOf, firstDay, lastDay, noDay, partialDateOf, yearsCountFrom, yearsSince } from "./day-number.ts";

const two = (value: number) => String(value).padStart(2, "0");
const year = fc.integer({ min: 1, max: 9999 }).map((value) => String(value).padStart(4, "0"));
const anyDate = fc
  .tuple(year, fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
  .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`);
const anyPartial = fc.oneof(
  year,
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`),
  anyDate,
);
const bounds = (text: string) => {
  try {
    return possibleDays(text);
  } catch {
    return undefined;
  }
};

describe("days as numbers", () => {
  test("a partial date has the first and the last day that it can stand for, and a text that is none has no day", () => {
    fc.assert(
      fc.property(fc.oneof(anyPartial, fc.string({ minLength: 9, maxLength: 11 })), (text) => {
        const expected = bounds(text);
        const first = firstDay(text);
        expect(first).toBe(expected === undefined ? noDay : dayNumberOf(expected.earliest));
        expect(lastDay(text, first)).toBe(expected === undefined ? noDay : dayNumberOf(expected.latest));
      }),
      { numRuns: 2000 },
    );
  });

  test("every sign of a date is looked at", () => {
    for (let at = 0; at < 10; at += 1)
      for (const sign of ["/", ":", " ", "a", "-", "9", "٣", "\u0130"]) {
        const text = `${"1985-04-12".slice(0, at)}${sign}${"1985-04-12".slice(at + 1)}`;
        expect([text, firstDay(text) !== noDay]).toEqual([text, bounds(text) !== undefined]);
      }
  });

  test("a partial date can be written from its first and last day", () => {
    fc.assert(
      fc.property(anyPartial, (text) => {
        fc.pre(bounds(text) !== undefined);
        expect(partialDateOf(firstDay(text), lastDay(text, firstDay(text)))).toBe(text);
      }),
    );
  });

  test("years since a day are the completed years, whatever policy says of 29 February", () => {
    const policy = fc.constantFrom("1-march" as const, "28-february" as const);
    const leapDays = fc.constantFrom(
      "2000-02-28",
      "2000-02-29",
      "2000-03-01",
      "2023-02-28",
      "2023-03-01",
      "2024-02-29",
    );
    fc.assert(
      fc.property(fc.oneof(anyDate, leapDays), fc.oneof(anyDate, leapDays), policy, (from, on, leapDay) => {
        fc.pre(bounds(from) !== undefined && bounds(on) !== undefined);
        expect(yearsSince(dayNumberOf(from), yearsCountFrom(on, leapDay))).toBe(completedYears(from, on, leapDay));
      }),
      { numRuns: 2000 },
    );
  });
});
