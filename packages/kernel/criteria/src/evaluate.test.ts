import { describe, expect, test } from "vitest";
import { conditions } from "./conditions.ts";
import { evaluate } from "./evaluate.ts";
import { parameter, rule } from "./join-criteria.ts";
import type { Setting } from "./known-fact.ts";
import { age, birthDate, months, setting, support } from "./vocabulary.fixture.ts";

describe("conditions", () => {
  test("an age from a partial date of birth is settled when every possible day agrees", () => {
    expect(evaluate(age.atLeast(16), { birthDate: "1985" }, setting)).toBe("met");
    expect(evaluate(age.atMost(66), { birthDate: "1957" }, setting)).toBe("undetermined");
    expect(evaluate(age.moreThan(66), { birthDate: "1950-04" }, setting)).toBe("met");
    expect(evaluate(age.lessThan(16), { birthDate: "1985" }, setting)).toBe("notMet");
  });

  test("when someone born on 29 February turns older is decided by policy", () => {
    const on28February: Setting = { ...setting, on: "2023-02-28" };
    expect(evaluate(age.atLeast(23), { birthDate: "2000-02-29" }, on28February)).toBe("notMet");
    const early: Setting = { ...on28February, leapDayBirthday: "28-february" };
    expect(evaluate(age.atLeast(23), { birthDate: "2000-02-29" }, early)).toBe("met");
  });

  test("a number known to lie between two values is judged by both ends", () => {
    expect(evaluate(months.atLeast(10), { months: { min: 9, max: 11 } }, setting)).toBe("undetermined");
    expect(evaluate(months.atLeast(10), { months: { min: 10, max: 11 } }, setting)).toBe("met");
    expect(evaluate(months.moreThan(12), { months: 12 }, setting)).toBe("notMet");
  });

  test("a date compares by day, also when it is partial", () => {
    expect(evaluate(birthDate.lessThan("1975-01-01"), { birthDate: "1974-12-31" }, setting)).toBe("met");
    expect(evaluate(birthDate.lessThan("1975-01-01"), { birthDate: "1975" }, setting)).toBe("notMet");
    expect(evaluate(birthDate.lessThan("1975-06-01"), { birthDate: "1975" }, setting)).toBe("undetermined");
  });

  test("a known empty set of codes has none of them; an unknown set may", () => {
    expect(evaluate(support.hasAny(["sickness-benefit"]), { support: [] }, setting)).toBe("notMet");
    expect(
      evaluate(support.hasAny(["sickness-benefit"]), { support: ["student-aid", "sickness-benefit"] }, setting),
    ).toBe("met");
    expect(evaluate(support.hasAny(["sickness-benefit"]), {}, setting)).toBe("undetermined");
  });

  test("a fact named like a property of every object is missing until it is stated", () => {
    const strange = { constructor: { type: "boolean", label: { sv: "konstruktor", en: "constructor" } } } as const;
    const criterion = conditions(strange).constructor.is(true);
    expect(evaluate(criterion, {}, { ...setting, vocabulary: strange })).toBe("undetermined");
  });

  test("a limit that policy has not filled in cannot be evaluated", () => {
    expect(() => evaluate(age.atLeast(parameter("lowest-age")), { birthDate: "1985" }, setting)).toThrow(/lowest-age/);
    expect(() => evaluate(rule("finsam"), {}, setting)).toThrow(/finsam/);
  });
});
