import { describe, expect, test } from "vitest";
import { vocabulary } from "./vocabulary.fixture.ts";
import { readFacts, Vocabulary } from "./vocabulary.ts";

describe("reading facts", () => {
  test("null, absence and unknown all mean missing", () => {
    for (const stated of [{}, { income: null }, { income: undefined }, { income: "unknown" }])
      expect(readFacts(vocabulary, stated)).toEqual({ facts: {}, problems: [], unknown: [] });
  });

  test.each([
    ["illHealth", "ja"],
    ["illHealth", 0],
    ["birthDate", "1985-02-30"],
    ["birthDate", ""],
    ["income", "much"],
    ["months", "ten"],
    ["months", { min: 3, max: 2 }],
    ["support", "a"],
  ])("%s stated as %o is a problem", (fact, value) => {
    const { facts, problems } = readFacts(vocabulary, { [fact]: value });
    expect(facts).toEqual({});
    expect(problems.map((problem) => problem.fact)).toEqual([fact]);
  });

  test("an age cannot be stated, only the date of birth behind it", () => {
    expect(readFacts(vocabulary, { age: 40 }).unknown).toEqual(["age"]);
  });
});

describe("vocabularies", () => {
  test("years can only be counted since a date", () => {
    const label = { sv: "ålder", en: "age" };
    expect(Vocabulary.safeParse({ age: { type: "completedYears", since: "birthDate", label } }).success).toBe(false);
    expect(Vocabulary.safeParse(vocabulary).success).toBe(true);
  });

  test("a fact name is a plain identifier", () => {
    expect(Vocabulary.safeParse({ "a; drop": { type: "boolean", label: { sv: "a", en: "a" } } }).success).toBe(false);
  });
});
