import { calendarDate } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Condition } from "../criterion.ts";
import { evaluate } from "../evaluate.ts";
import type { Setting } from "../known-fact.ts";
import { setting } from "./brute-force.fixture.ts";
import { dateAnswers } from "./date-answers.ts";

const born = (op: "atLeast" | "lessThan", value: string): Condition => ({ op, fact: "birthDate", value });
const aged = (op: "atLeast" | "moreThan" | "atMost" | "lessThan", value: number): Condition => ({
  op,
  fact: "age",
  value,
});

describe("answers to a date", () => {
  test("are the days on which an age is reached", () => {
    expect(dateAnswers([aged("atLeast", 16), aged("lessThan", 67)], setting)).toEqual([
      "1955-03-01",
      "1955-03-02",
      "1956-03-02",
      "2006-03-02",
      "2007-03-02",
    ]);
  });

  test("follow the day that policy lets someone born on 29 February turn older", () => {
    const on: Setting = { ...setting, on: "2023-02-28" };
    expect(dateAnswers([aged("atLeast", 23)], on)).toContain("2000-02-29");
    expect(dateAnswers([aged("atLeast", 23)], { ...on, leapDayBirthday: "28-february" })).toContain("2000-03-01");
  });

  test("keep within a partial date", () => {
    expect(dateAnswers([born("lessThan", "1985-04-12")], setting, "1985-04")).toEqual([
      "1985-04-01",
      "1985-04-12",
      "1985-04-13",
    ]);
    expect(dateAnswers([born("lessThan", "1985-04-12")], setting, "1990")).toEqual(["1990-01-01"]);
    expect(dateAnswers([aged("atLeast", 16)], setting, "1985-04-12")).toEqual(["1985-04-12"]);
  });

  test("stay in the calendar whatever the limit", () => {
    expect(dateAnswers([aged("atLeast", 3000)], setting)).toEqual([setting.on]);
    expect(dateAnswers([aged("atLeast", -9000)], setting)).toEqual([setting.on]);
    expect(dateAnswers([born("atLeast", "0001-01-01")], setting)).toEqual(["0001-01-01", "0001-01-02"]);
    expect(dateAnswers([born("atLeast", "9999-12-31")], setting)).toEqual(["9999-12-30", "9999-12-31"]);
  });

  test("hold one that every condition on the date or on an age judges like any day", () => {
    const dates = fc
      .tuple(fc.integer({ min: 1998, max: 2004 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([year, month, day]) => calendarDate(year, month, day));
    const leapDays = fc.constantFrom("2000-02-29", "2004-02-29", "2000-03-01", "2003-02-28");
    const days = fc.oneof(dates, leapDays);
    const conditions = fc.oneof(
      fc.tuple(fc.constantFrom("atLeast" as const, "lessThan" as const), days).map(([op, day]) => born(op, day)),
      fc
        .tuple(
          fc.constantFrom("atLeast" as const, "moreThan" as const, "atMost" as const, "lessThan" as const),
          fc.constantFrom(19, 20, 20.5, 21, 22, 23, 24),
        )
        .map(([op, years]) => aged(op, years)),
    );
    fc.assert(
      fc.property(
        fc.array(conditions, { minLength: 1, maxLength: 6 }),
        days,
        fc.constantFrom("2024-02-29", "2023-02-28", "2023-03-01", "2023-07-15"),
        fc.constantFrom("1-march" as const, "28-february" as const),
        (asked, birthDate, on, leapDayBirthday) => {
          const here: Setting = { ...setting, on, leapDayBirthday };
          const judged = (day: string) => asked.map((condition) => evaluate(condition, { birthDate: day }, here));
          expect(dateAnswers(asked, here).map(judged)).toContainEqual(judged(birthDate));
        },
      ),
    );
  });
});
