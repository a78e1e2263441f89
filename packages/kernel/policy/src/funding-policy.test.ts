import { describe, expect, test } from "vitest";
import { AccountsDue, ForecastRule } from "./funding-policy.ts";
import { readProfile } from "./profile.ts";
import { smallProfile } from "./small-profile.fixture.ts";

const text = { sv: "Text", en: "Text" };
const attested = { validFrom: "2018-01-01", status: "attested", citation: { source: "statutes" } };
const rule = (parts: readonly object[]) => ({ id: "ordinary", label: text, parts });
const problems = (rules: readonly object[], more: object = attested) => {
  const funding = { parties: [{ id: "state", label: text }], shareRules: [{ value: rules, ...more }] };
  const read = readProfile({ ...smallProfile, funding });
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`);
};

describe("the money that a profile states", () => {
  test("is shared between parties that are there, each once, and some party pays", () => {
    expect(problems([rule([{ party: "state", part: 1 }])])).toEqual([]);
    expect(problems([rule([{ party: "crown", part: 1 }])])).toEqual([
      'funding.shareRules.0.value.0: there is no party "crown"',
    ]);
    expect(problems([rule([{ party: "state", part: 0 }])])).toEqual([
      "funding.shareRules.0.value.0.parts: some party has to pay",
    ]);
    const twice = [
      { party: "state", part: 1 },
      { party: "state", part: 1 },
    ];
    expect(problems([rule(twice)])).toEqual(["funding.shareRules.0.value.0.parts: each party stands once"]);
  });

  test("has share rules with ids of their own, from sources that the profile lists", () => {
    const one = rule([{ party: "state", part: 1 }]);
    expect(problems([one, one])).toEqual(['funding.shareRules.0.value.1: two share rules are called "ordinary"']);
    expect(problems([one], { ...attested, citation: { source: "nowhere" } })).toEqual([
      'funding.shareRules.0.citation.source: the profile has no source "nowhere"',
    ]);
  });

  test("has accounts due on a day that every year has", () => {
    expect(AccountsDue.safeParse({ month: 2, day: 28 }).success).toBe(true);
    expect(AccountsDue.safeParse({ month: 2, day: 29 }).success).toBe(false);
    expect(AccountsDue.safeParse({ month: 4, day: 31 }).success).toBe(false);
  });

  test("is forecast by a named rule only", () => {
    expect(ForecastRule.safeParse("gut-feeling").success).toBe(false);
  });
});
