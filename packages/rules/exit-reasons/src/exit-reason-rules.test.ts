import { describe, expect, test } from "vitest";
import { ExitReasonRules, exitReasonRules } from "./exit-reason-rules.ts";

const problems = (candidate: unknown): readonly string[] =>
  ExitReasonRules.safeParse(candidate).error?.issues.map(({ message }) => message) ?? [];

describe("the results that exit reasons stand for", () => {
  test("every reason of the list has a result", () => {
    expect(problems(exitReasonRules)).toEqual([]);
  });

  test("reasons 1 and 2 are a positive result, and no other", () => {
    const positive = exitReasonRules.list.codes.filter(({ id }) => exitReasonRules.results[id] === "positive");
    expect(positive.map(({ legacyCodes }) => legacyCodes)).toEqual([["1"], ["2"]]);
  });

  test("rules that leave a reason without a result are refused", () => {
    const { deceased: _, ...results } = exitReasonRules.results;
    expect(problems({ ...exitReasonRules, results })).toEqual([
      'the exit reason "deceased" has no result; give it one',
    ]);
  });

  test("a result for a reason that the list lacks is refused", () => {
    const results = { ...exitReasonRules.results, holiday: "excluded" };
    expect(problems({ ...exitReasonRules, results })).toEqual([
      '"holiday" has a result, but the list has no such exit reason',
    ]);
  });

  test("rules that survive being written as JSON are the same rules", () => {
    expect(ExitReasonRules.parse(JSON.parse(JSON.stringify(exitReasonRules)))).toEqual(exitReasonRules);
  });
});
