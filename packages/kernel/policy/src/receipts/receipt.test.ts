import type { FactValue } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Profile } from "../profile.ts";
import { ruleAt } from "../rule-at.ts";
import { smallProfile } from "../small-profile.fixture.ts";
import { canonicalJson } from "./canonical-json.ts";
import { Receipt, receiptOf } from "./receipt.ts";
import { replay } from "./replay.ts";

const key = new Uint8Array(32).fill(3);
const facts = { birthDate: "1958-06-01", resident: true };
const receipt = receiptOf(ruleAt(smallProfile, "target-group", "2024-06-01"), facts, key);

/** The profile with another highest age from 2024 on. */
const withHighestAge = (value: number): Profile => ({
  ...smallProfile,
  version: "2",
  parameters: {
    "highest-age": {
      ...smallProfile.parameters["highest-age"],
      versions: smallProfile.parameters["highest-age"].versions.map((version) =>
        version.validFrom === "2024-01-01" ? { ...version, value } : version,
      ),
    },
  },
});
const codesOf = (profile: Profile, stated: Readonly<Record<string, FactValue>> = facts) => {
  const { same, differences } = replay(receipt, stated, profile, key);
  return [same, ...differences.map(({ code }) => code)];
};

describe("receipts", () => {
  test("a receipt holds the rule, the policy, the limits and the outcome, and none of the facts", () => {
    expect(Receipt.parse(JSON.parse(JSON.stringify(receipt)))).toEqual(receipt);
    expect(receipt).toMatchObject({ rule: "target-group", on: "2024-06-01", outcome: "met", missing: [] });
    expect(receipt.conditions.map(({ fact, limit }) => [fact, limit])).toEqual([
      ["resident", true],
      ["age", 66],
    ]);
    expect(JSON.stringify(receipt)).not.toContain("1958");
  });

  test("the digest of the facts cannot be made without the key", () => {
    const otherKey = new Uint8Array(32).fill(4);
    const rule = ruleAt(smallProfile, "target-group", "2024-06-01");
    expect(receiptOf(rule, facts, otherKey).facts).not.toBe(receipt.facts);
    expect(() => receiptOf(rule, facts, new Uint8Array(31))).toThrow(/32 bytes/);
  });

  test("a fact that is null leaves the same digest as one that is not there", () => {
    const rule = ruleAt(smallProfile, "target-group", "2024-06-01");
    expect(receiptOf(rule, { ...facts, other: null }, key).facts).toBe(receipt.facts);
  });
});

describe("replaying", () => {
  test("under the same policy gives the same", () => {
    expect(codesOf(smallProfile)).toEqual([true]);
  });

  test("with other facts decides nothing", () => {
    expect(codesOf(smallProfile, { ...facts, resident: false })).toEqual([false, "facts-changed"]);
  });

  test("under a changed limit says which, and whether the outcome changed", () => {
    expect(codesOf(withHighestAge(67))).toEqual([true, "limit-changed", "policy-changed"]);
    expect(codesOf(withHighestAge(64))).toEqual([false, "outcome-changed", "limit-changed", "policy-changed"]);
    expect(replay(receipt, facts, withHighestAge(64), key).differences.map(({ text }) => text.en)).toEqual([
      "The outcome was met and is notMet.",
      "The condition was age atMost 66 and is age atMost 64.",
      "The rule is not written as it was in version 1 of storkommun.",
    ]);
  });

  test("where the rule is gone, or covers the day no longer, says so", () => {
    const { resident } = smallProfile.rules;
    expect(codesOf({ ...smallProfile, rules: { resident } })).toEqual([false, "rule-gone"]);
    const later = smallProfile.parameters["highest-age"].versions
      .map((version) => ({ ...version, validTo: "2023-12-31" }))
      .slice(0, 1);
    expect(
      codesOf({
        ...smallProfile,
        parameters: { "highest-age": { ...smallProfile.parameters["highest-age"], versions: later } },
      }),
    ).toEqual([false, "no-version-covers"]);
  });

  test("tells when a condition has come or gone", () => {
    const onlyAge = {
      ...smallProfile.rules["target-group"],
      versions: [
        {
          ...smallProfile.rules["target-group"].versions[0],
          value: { op: "atMost" as const, fact: "age", value: { parameter: "highest-age" } },
        },
      ],
    };
    expect(codesOf({ ...smallProfile, rules: { ...smallProfile.rules, "target-group": onlyAge } })).toEqual([
      true,
      "condition-gone",
      "policy-changed",
    ]);
  });
});

test("canonical JSON does not depend on the order in which a value was put together", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
