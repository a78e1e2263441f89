import { calendarDate, daysInMonth } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Comparison } from "../criterion.ts";
import { evaluate } from "../evaluate.ts";
import type { Setting } from "../known-fact.ts";
import type { Outcome } from "../outcome.ts";
import { vocabulary } from "../vocabulary.fixture.ts";
import { type Boundary, boundaryOfDate, boundaryOfYears, partialDatesAround } from "./boundary-day.ts";

/** What a dialect makes of a boundary, with text compared as SQL compares it. */
function outcomeBy({ day, side }: Boundary, date: string): Outcome {
  if (partialDatesAround(day).includes(date)) return "undetermined";
  return date <= day === (side === "onOrBefore") ? "met" : "notMet";
}

const years = fc.oneof(
  fc.constantFrom(1, 2, 1899, 1900, 2000, 2023, 2024, 9998, 9999),
  fc.integer({ min: 1, max: 9999 }),
);
const days = fc
  .tuple(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => calendarDate(year, month, Math.min(day, daysInMonth(year, month))));
// Half of the dates lie near the limit: on these the sides meet.
const nearby = (day: string) => fc.constantFrom(day, day.slice(0, 7), day.slice(0, 4), `${day.slice(0, 4)}-02-29`);
const partial = fc.oneof(
  days,
  days.map((day) => day.slice(0, 7)),
  days.map((day) => day.slice(0, 4)),
);
const comparisons = fc.constantFrom<Comparison>("atLeast", "moreThan", "atMost", "lessThan");
const leapDays = fc.constantFrom("1-march" as const, "28-february" as const);

const exists = (date: string) => date.slice(4) !== "-02-29" || daysInMonth(Number(date.slice(0, 4)), 2) === 29;

describe("the boundary day", () => {
  test("tells of any date, also a partial one, what the evaluator tells", () => {
    const cases = days.chain((limit) => fc.tuple(fc.constant(limit), comparisons, fc.oneof(partial, nearby(limit))));
    const seen = new Set<Outcome>();
    fc.assert(
      fc.property(cases, ([limit, op, date]) => {
        fc.pre(exists(date));
        const setting: Setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" };
        const outcome = evaluate({ op, fact: "birthDate", value: limit }, { birthDate: date }, setting);
        seen.add(outcome);
        expect(outcomeBy(boundaryOfDate(op, limit), date)).toBe(outcome);
      }),
      { numRuns: 5000 },
    );
    expect(seen.size).toBe(3);
  });

  test("tells of any age on any reference date, under both leap-day policies, what the evaluator tells", () => {
    const limits = fc.oneof(fc.integer({ min: -2, max: 120 }), fc.constantFrom(15.5, 66.999, -0, 1e300, -1e300, 9998));
    const cases = fc
      .tuple(
        fc.oneof(days, fc.constantFrom("2023-02-28", "2024-02-28", "2024-02-29", "2023-03-01", "1900-02-28")),
        limits,
      )
      .chain(([on, limit]) => {
        const year = Math.min(9999, Math.max(1, Number(on.slice(0, 4)) - Math.round(limit)));
        const anniversary = `${String(year).padStart(4, "0")}${on.slice(4)}`;
        return fc.tuple(
          fc.constant(on),
          fc.constant(limit),
          comparisons,
          leapDays,
          fc.oneof(partial, nearby(anniversary)),
        );
      });
    const seen = new Set<Outcome>();
    fc.assert(
      fc.property(cases, ([on, limit, op, leapDayBirthday, birthDate]) => {
        fc.pre(exists(birthDate));
        const setting: Setting = { vocabulary, on, leapDayBirthday };
        const outcome = evaluate({ op, fact: "age", value: limit }, { birthDate }, setting);
        seen.add(outcome);
        expect(outcomeBy(boundaryOfYears(op, limit, setting), birthDate)).toBe(outcome);
      }),
      { numRuns: 10_000 },
    );
    expect(seen.size).toBe(3);
  });

  test("who was born on 29 February is older on the 28th only where policy says so", () => {
    const on28 = { vocabulary, on: "2023-02-28" };
    expect(boundaryOfYears("atLeast", 23, { ...on28, leapDayBirthday: "28-february" }).day).toBe("2000-02-29");
    expect(boundaryOfYears("atLeast", 23, { ...on28, leapDayBirthday: "1-march" }).day).toBe("2000-02-28");
  });

  test("a year or a month is open only while the boundary lies inside it", () => {
    expect(partialDatesAround("1985-04-29")).toEqual(["1985", "1985-04"]);
    expect(partialDatesAround("1985-04-30")).toEqual(["1985"]);
    expect(partialDatesAround("1985-12-31")).toEqual([]);
  });
});
