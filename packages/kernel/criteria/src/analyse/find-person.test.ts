import { describe, expect, test } from "vitest";
import { conditions } from "../conditions.ts";
import type { Criterion } from "../criterion.ts";
import { all, any, not, parameter, rule } from "../join-criteria.ts";
import type { Setting } from "../known-fact.ts";
import { findPerson } from "./find-person.ts";

const label = { sv: "uppgift", en: "fact" };
const vocabulary = {
  birthDate: { type: "date", label },
  age: { type: "completedYears", since: "birthDate", label },
  illHealth: { type: "boolean", label },
  income: { type: "code", label, codes: { none: label, some: label }, missing: ["unknown"] },
  municipality: { type: "code", label, codes: {} },
  support: { type: "codes", label, codes: {} },
} as const;
const { age, birthDate, illHealth, income, municipality, support } = conditions(vocabulary);
const setting: Setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" };

const find = (criterion: Criterion) => findPerson(criterion, setting);

describe("someone who meets a criterion", () => {
  test("has an answer to every fact that it asks for, also to those that do not matter", () => {
    expect(find(all(illHealth.is(true), any(municipality.is("0180"), not(municipality.is("0180")))))).toEqual({
      illHealth: true,
      municipality: "0180",
    });
  });

  test("has a date of birth that fits the age and what is asked of the date itself", () => {
    expect(find(all(age.between(16, 66), birthDate.atMost("1957-03-01")))).toEqual({ birthDate: "1957-03-01" });
    expect(find(all(age.between(16, 66), birthDate.atMost("1957-02-28")))).toBeUndefined();
  });

  test("fits what is known", () => {
    expect(findPerson(age.atMost(66), setting, { birthDate: "1957" })).toEqual({ birthDate: "1957-03-01" });
    expect(findPerson(age.atMost(66), setting, { birthDate: "1956" })).toBeUndefined();
    expect(findPerson(illHealth.is(true), setting, { illHealth: null })).toEqual({ illHealth: true });
  });

  test("has another code than those listed, unless the vocabulary has no other", () => {
    expect(find(not(municipality.isOneOf(["0180", "0184"])))).toEqual({ municipality: "another-code" });
    expect(find(all(not(income.is("none")), not(income.is("some"))))).toBeUndefined();
  });

  test("never has an answer that counts as missing, or one that cannot be stated", () => {
    expect(find({ op: "in", fact: "income", value: ["unknown"] })).toBeUndefined();
    expect(find({ op: "in", fact: "municipality", value: ["Solna stad"] })).toBeUndefined();
  });

  test("may have no codes at all", () => {
    expect(find(not(support.hasAny(["student-aid"])))).toEqual({ support: [] });
  });

  test("does not exist when a fact has no answer", () => {
    const closed = { answer: { type: "code", label, codes: { unknown: label }, missing: ["unknown"] } } as const;
    const asked = conditions(closed).answer.is("unknown");
    expect(findPerson(not(asked), { ...setting, vocabulary: closed })).toBeUndefined();
  });
});

test("everybody meets all of nothing, and nobody any of nothing", () => {
  expect(find({ op: "all", of: [] })).toEqual({});
  expect(find({ op: "any", of: [] })).toBeUndefined();
});

test("a criterion that is not resolved, or asks for what the vocabulary lacks, is refused as the evaluator refuses it", () => {
  expect(() => find(rule("finsam"))).toThrow(/finsam/);
  expect(() => find(age.atLeast(parameter("lowest-age")))).toThrow(/lowest-age/);
  expect(() => find({ op: "is", fact: "constructor", value: true })).toThrow(/constructor/);
  expect(() => find({ op: "in", fact: "illHealth", value: ["yes"] })).toThrow(TypeError);
});
