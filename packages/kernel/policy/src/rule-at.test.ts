import { all, type Criterion, CriterionTooLarge, rule } from "@finsam/criteria";
import { describe, expect, test } from "vitest";
import { NoVersionCovers } from "./dated.ts";
import { readProfile } from "./profile.ts";
import { assess, outcomeOf, ruleAt, UnknownRule, WrongFacts } from "./rule-at.ts";
import { smallProfile } from "./small-profile.fixture.ts";

describe("a rule on a day", () => {
  const born1958 = { resident: true, birthDate: "1958-06-01" };

  test("has the limits that are valid that day", () => {
    expect(
      outcomeOf(ruleAt(smallProfile, "target-group", "2022-12-31"), { resident: true, birthDate: "1957-06-01" }),
    ).toBe("notMet");
    expect(outcomeOf(ruleAt(smallProfile, "target-group", "2024-01-01"), born1958)).toBe("met");
  });

  test("is refused when a value in it has no version for the day", () => {
    expect(() => ruleAt(smallProfile, "target-group", "2019-06-01")).toThrow(NoVersionCovers);
    expect(() => ruleAt(smallProfile, "target-group", "2019-06-01")).toThrow(/highest-age/);
  });

  test("follows its references to other rules", () => {
    expect(assess(ruleAt(smallProfile, "target-group", "2024-01-01"), { birthDate: "1958-06-01" })).toMatchObject({
      outcome: "undetermined",
      missing: ["resident"],
    });
  });

  test("tells in its reasons which value of policy was used, and from when", () => {
    const { because } = assess(ruleAt(smallProfile, "target-group", "2024-01-01"), {
      ...born1958,
      birthDate: "1950-06-01",
    });
    expect(because).toMatchObject([
      {
        limit: 66,
        cited: {
          parameter: "highest-age",
          validFrom: "2024-01-01",
          status: "attested",
          citation: { source: "statutes" },
        },
      },
    ]);
  });

  test("is refused when it and what it refers to are larger than a criterion may be, and quickly", () => {
    const [version] = smallProfile.rules.resident.versions;
    const ruleOf = (value: Criterion) => ({ title: smallProfile.name, versions: [{ ...version, value }] });
    const doubling = (rules: number) =>
      Object.fromEntries(
        Array.from({ length: rules }, (_, number) => [
          `double-${number}`,
          ruleOf(all(rule(`double-${number + 1}`), rule(`double-${number + 1}`))),
        ]),
      );
    const rulesOf = (count: number) => ({ ...doubling(count), [`double-${count}`]: ruleOf(rule("resident")) });
    const read = (count: number) => {
      const result = readProfile({ ...smallProfile, rules: { ...smallProfile.rules, ...rulesOf(count) } });
      if (!result.ok) throw new Error(result.problems[0]?.message);
      return result.profile;
    };
    expect(ruleAt(read(8), "double-0", "2024-01-01").criterion.op).toBe("all");
    expect(() => ruleAt(read(40), "double-0", "2024-01-01")).toThrow(CriterionTooLarge);
    const itself = { ...smallProfile, rules: { itself: ruleOf(rule("itself")) } };
    expect(() => ruleAt(itself, "itself", "2024-01-01")).toThrow(CriterionTooLarge);
  });

  test("is refused for a day that does not exist", () => {
    expect(() => ruleAt(smallProfile, "target-group", "2024-02-30")).toThrow(/2024-02-30/);
  });

  test("that the profile lacks is refused with the names of those it has", () => {
    expect(() => ruleAt(smallProfile, "targetgroup", "2024-01-01")).toThrow(UnknownRule);
    expect(() => ruleAt(smallProfile, "targetgroup", "2024-01-01")).toThrow(/resident, target-group/);
    expect(() => ruleAt(smallProfile, "constructor", "2024-01-01")).toThrow(UnknownRule);
  });

  test("reads unknown as missing, and refuses what the vocabulary does not allow without repeating it", () => {
    const vocabulary = {
      income: {
        type: "code",
        label: { sv: "inkomst", en: "income" },
        codes: { none: { sv: "ingen", en: "none" }, some: { sv: "finns", en: "some" } },
        missing: ["unknown"],
      },
    } as const;
    const criterion = { op: "in", fact: "income", value: ["none"] } as const;
    const [version] = smallProfile.rules.resident.versions;
    const rules = { income: { ...smallProfile.rules.resident, versions: [{ ...version, value: criterion }] } };
    const resolved = ruleAt({ ...smallProfile, vocabulary, rules }, "income", "2024-01-01");
    expect(assess(resolved, { income: "unknown" })).toMatchObject({ outcome: "undetermined", missing: ["income"] });
    expect(outcomeOf(resolved, { income: "unknown" })).toBe("undetermined");
    expect(() => outcomeOf(resolved, { income: "None" })).toThrow(WrongFacts);
    expect(() => outcomeOf(resolved, { income: "None" })).toThrow(/"income" should be one of none, some or null/);
  });
});
