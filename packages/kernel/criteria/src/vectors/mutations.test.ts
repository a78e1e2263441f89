import { describe, expect, test } from "vitest";
import { all, any, not, parameter, rule } from "../join-criteria.ts";
import { age, birthDate, illHealth, income, support, vocabulary } from "../vocabulary.fixture.ts";
import { mutationsOf } from "./mutations.ts";

const ids = (criterion: Parameters<typeof mutationsOf>[0]) => mutationsOf(criterion, vocabulary).map(({ id }) => id);

describe("mutations", () => {
  test("change the comparison, and the limit by one", () => {
    expect(ids(age.atMost(66))).toEqual([
      "atMost → atLeast",
      "atMost → moreThan",
      "atMost → lessThan",
      "66 → 65",
      "66 → 67",
    ]);
    expect(ids(birthDate.lessThan("2024-03-01")).slice(3)).toEqual([
      "2024-03-01 → 2024-02-29",
      "2024-03-01 → 2024-03-02",
    ]);
  });

  test("flip a boolean, take a code away, add another", () => {
    expect(ids(illHealth.is(true))).toEqual(["true → false"]);
    expect(ids(income.is("none"))).toEqual(["without none", "with some"]);
    expect(ids(support.hasAny(["a", "b"]))).toEqual(["without a", "without b", "with another-code"]);
  });

  test("join otherwise, and leave a part, a not or a rule out", () => {
    expect(ids(all(rule("sig0"), not(rule("finsam"))))).toEqual([
      "all → any",
      "without of.0, the rule sig0",
      "without of.1",
      "of.1: without not",
    ]);
    expect(mutationsOf(any(not(illHealth.is(true))), vocabulary).map(({ criterion }) => criterion)).toEqual([
      { op: "any", of: [] },
      { op: "any", of: [illHealth.is(true)] },
      { op: "any", of: [not(illHealth.is(false))] },
    ]);
  });

  test("leave alone what policy has not filled in", () => {
    expect(ids(age.atMost(parameter("highest-age")))).toEqual([
      "atMost → atLeast",
      "atMost → moreThan",
      "atMost → lessThan",
    ]);
  });
});
