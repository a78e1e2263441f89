import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate } from "../evaluate.ts";
import { setting } from "./brute-force.fixture.ts";
import { codeNotListed, codeSets } from "./code-answers.ts";
import { AnalysisTooLarge } from "./too-large.ts";

const hasAny = (...value: readonly string[]) => ({ op: "hasAny", fact: "support", value }) as const;

describe("answers to a code", () => {
  test("have one that no condition lists: the vocabulary's own or a made-up one", () => {
    expect(codeNotListed(["none", "some"], ["none"])).toBe("some");
    expect(codeNotListed(["none", "some"], ["none", "some"])).toBeUndefined();
    expect(codeNotListed([], ["another-code"])).toBe("another-code-2");
  });
});

describe("sets of codes", () => {
  test("many codes that one condition lists are two sets", () => {
    expect(codeSets(["a", "b", "c", "d"], [hasAny("a", "b", "c", "d")])).toEqual([[], ["a"]]);
  });

  test("hold one that every condition judges like any set", () => {
    const sets = fc.subarray(["a", "b", "c", "d", "e"]);
    fc.assert(
      fc.property(
        fc.array(fc.subarray(["a", "b", "c", "d"], { minLength: 1 }), { maxLength: 5 }),
        sets,
        (lists, set) => {
          const conditions = lists.map((codes) => hasAny(...codes));
          const judged = (support: string[]) =>
            conditions.map((condition) => evaluate(condition, { support }, setting));
          expect(codeSets(["a", "b", "c", "d"], conditions).map(judged)).toContainEqual(judged(set));
        },
      ),
    );
  });

  test("that can be combined in too many ways are refused", () => {
    const codes = Array.from({ length: 13 }, (_, index) => `code-${index}`);
    expect(() =>
      codeSets(
        codes,
        codes.map((code) => hasAny(code)),
      ),
    ).toThrow(AnalysisTooLarge);
    expect(
      codeSets(
        codes.slice(0, 10),
        codes.slice(0, 10).map((code) => hasAny(code)),
      ),
    ).toHaveLength(1024);
  });
});
