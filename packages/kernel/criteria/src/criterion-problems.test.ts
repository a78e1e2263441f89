import { describe, expect, test } from "vitest";
import { Criterion } from "./criterion.ts";
import { criterionProblems } from "./criterion-problems.ts";
import { all, not, parameter } from "./join-criteria.ts";
import { age, illHealth, vocabulary } from "./vocabulary.fixture.ts";

describe("criteria from strangers", () => {
  const problems = (criterion: Criterion, values: Readonly<Record<string, readonly unknown[]>> = {}) =>
    criterionProblems(criterion, vocabulary, (name) => values[name] ?? []).map(({ code, path }) => [
      code,
      path.join("."),
    ]);

  test("every condition must fit its fact", () => {
    expect(problems({ op: "is", fact: "health", value: true })).toEqual([["unknown-fact", "fact"]]);
    expect(problems(all(illHealth.is(true), { op: "in", fact: "illHealth", value: ["yes"] }))).toEqual([
      ["wrong-comparison", "of.1.op"],
    ]);
    expect(problems({ op: "atLeast", fact: "age", value: "2021-01-01" })).toEqual([["wrong-limit", "value"]]);
    expect(problems(not({ op: "in", fact: "income", value: ["plenty"] }))).toEqual([["unknown-code", "of.value"]]);
  });

  test("a parameter must have values, all of the right kind", () => {
    const criterion = age.atLeast(parameter("lowest-age"));
    expect(problems(criterion)).toEqual([["unknown-parameter", "value"]]);
    expect(problems(criterion, { "lowest-age": [16, "20"] })).toEqual([["wrong-limit", "value"]]);
    expect(problems(criterion, { "lowest-age": [16, 20] })).toEqual([]);
  });

  test.each([
    { op: "all", of: [] },
    { op: "xor", of: [{ op: "is", fact: "illHealth", value: true }] },
    { op: "is", fact: "__proto__", value: true },
    { op: "is", fact: "illHealth", value: "true" },
    { op: "is", fact: "illHealth", value: true, also: 1 },
    { op: "not", of: [] },
  ])("%o is no criterion", (candidate) => {
    expect(Criterion.safeParse(candidate).success).toBe(false);
  });
});
