import { describe, expect, test } from "vitest";
import { explain } from "./explain.ts";
import { all, not } from "./join-criteria.ts";
import { age, disability, illHealth, setting } from "./vocabulary.fixture.ts";

describe("explanations", () => {
  test("someone too old is told the age and the limit, as data", () => {
    expect(explain(age.between(16, 66), { birthDate: "1957-02-28" }, setting).because).toEqual([
      { code: "amount", fact: "age", value: 67, op: "atMost", limit: 66, negated: false, outcome: "notMet" },
    ]);
  });

  test("an age that is known in part is told as an interval", () => {
    expect(explain(age.between(16, 66), { birthDate: "1957" }, setting).because).toEqual([
      {
        code: "amount-between",
        fact: "age",
        value: { min: 66, max: 67 },
        op: "atMost",
        limit: 66,
        negated: false,
        outcome: "undetermined",
      },
    ]);
  });

  test("inside a not, a condition is asked for the other way round", () => {
    expect(explain(not(illHealth.is(true)), { illHealth: true }, setting).because).toMatchObject([
      { code: "yes", negated: true, outcome: "notMet" },
    ]);
  });

  test("a missing fact that cannot change the outcome is not asked for", () => {
    const criterion = all(illHealth.is(true), disability.is(true));
    expect(explain(criterion, { illHealth: false }, setting)).toMatchObject({ outcome: "notMet", missing: [] });
    expect(explain(criterion, { illHealth: true }, setting)).toMatchObject({
      outcome: "undetermined",
      missing: ["disability"],
    });
  });
});
