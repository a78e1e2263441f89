import { describe, expect, test } from "vitest";
import { Criterion } from "./criterion.ts";
import { criterionBounds, tooLarge } from "./criterion-size.ts";
import { not } from "./join-criteria.ts";
import { age, illHealth, income } from "./vocabulary.fixture.ts";

const nested = (depth: number): Criterion => {
  let criterion: Criterion = illHealth.is(true);
  for (let level = 1; level < depth; level += 1) criterion = not(criterion);
  return criterion;
};
const wide = (parts: number): Criterion => ({ op: "all", of: Array.from({ length: parts }, () => age.atLeast(16)) });
const codesOf = (candidate: unknown) =>
  Criterion.safeParse(candidate).error?.issues.map((issue) => issue.code === "custom" && issue.params?.code) ?? [];

describe("the size of a criterion", () => {
  test("a hundred levels are allowed, one more is not", () => {
    expect(codesOf(nested(criterionBounds.depth))).toEqual([]);
    expect(codesOf(nested(criterionBounds.depth + 1))).toEqual(["criterion-too-large"]);
  });

  test("ten thousand parts are allowed, one more is not", () => {
    expect(codesOf(wide(criterionBounds.size - 1))).toEqual([]);
    expect(codesOf(wide(criterionBounds.size))).toEqual(["criterion-too-large"]);
  });

  test("listed codes count", () => {
    const listed = { op: "in", fact: "income", value: Array.from({ length: criterionBounds.size }, () => "none") };
    expect(codesOf(listed)).toEqual(["criterion-too-large"]);
    expect(codesOf(income.isOneOf(["none", "some"]))).toEqual([]);
  });

  test("a million nested parts, and a criterion that holds itself, neither exhaust the stack nor hang", () => {
    expect(codesOf(nested(1_000_000))).toEqual(["criterion-too-large"]);
    expect(codesOf(wide(1_000_000))).toEqual(["criterion-too-large"]);
    const itself: { op: string; of: unknown[] } = { op: "all", of: [] };
    itself.of.push(itself, itself);
    expect(codesOf(itself)).toEqual(["criterion-too-large"]);
  });

  test("what claims to be a criterion and is not, is left to the schema", () => {
    for (const candidate of [undefined, null, 7, "all", [], { of: null }, { of: "abc" }, { value: 3, of: { of: [] } }])
      expect(tooLarge(candidate)).toBeUndefined();
  });

  test("the error says in both languages what to do", () => {
    expect(tooLarge(nested(200))?.text).toEqual({
      sv: "Kriteriet är för stort: högst 100 nivåer och 10000 villkor, delar och koder. Dela upp det i flera regler.",
      en: "The criterion is too large: at most 100 levels and 10000 conditions, parts and codes. Divide it into several rules.",
    });
  });
});
