import { describe, expect, test } from "vitest";
import { conditions } from "../conditions.ts";
import type { Criterion } from "../criterion.ts";
import { CriterionTooLarge } from "../criterion-size.ts";
import type { FactDefinition } from "../vocabulary.ts";
import { askNext } from "./ask-next.ts";
import { findPerson } from "./find-person.ts";
import { leavesOf } from "./parts.ts";
import { AnalysisTooLarge } from "./too-large.ts";

const label = { sv: "uppgift", en: "fact" };
const yesOrNo = (count: number): Readonly<Record<string, Extract<FactDefinition, { type: "boolean" }>>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`fact${index}`, { type: "boolean", label }]));
const settingOf = (vocabulary: Readonly<Record<string, FactDefinition>>) =>
  ({ vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" }) as const;
const isTrue = (vocabulary: ReturnType<typeof yesOrNo>): readonly Criterion[] =>
  Object.values(conditions(vocabulary)).map((fact) => fact.is(true));

/** Which limit a call goes over. */
function limitOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof AnalysisTooLarge) return `${error.code}: ${error.limit}`;
    if (error instanceof CriterionTooLarge) return error.code;
    throw error;
  }
  return "none";
}

describe("what is too large is refused by name, and quickly", () => {
  const setting = settingOf(yesOrNo(1));
  const leaf: Criterion = { op: "is", fact: "fact0", value: true };

  test("a million criteria inside each other", () => {
    let nested: Criterion = { op: "not", of: leaf };
    for (let depth = 0; depth < 1_000_000; depth++) nested = { op: "not", of: nested };
    expect(limitOf(() => findPerson(nested, setting))).toBe("criterion-too-large");
    expect(limitOf(() => leavesOf(nested))).toBe("criterion-too-large");
  });

  test("a million criteria beside each other, and more than a few thousand", () => {
    const wide = (parts: number): Criterion => ({ op: "all", of: Array.from({ length: parts }, () => leaf) });
    expect(limitOf(() => findPerson(wide(1_000_000), setting))).toBe("criterion-too-large");
    expect(limitOf(() => findPerson(wide(2_001), setting))).toBe("analysis-too-large: size");
    expect(limitOf(() => findPerson(wide(2_000), setting))).toBe("none");
  });

  test("a condition that lists a million codes, and one that lists more than a few thousand", () => {
    const listing = (codes: number): Criterion => ({
      op: "in",
      fact: "code",
      value: Array.from({ length: codes }, (_, index) => `code-${index}`),
    });
    expect(limitOf(() => findPerson(listing(1_000_000), setting))).toBe("criterion-too-large");
    expect(limitOf(() => findPerson(listing(2_001), setting))).toBe("analysis-too-large: size");
  });

  test("a criterion whose diagram grows with every fact", () => {
    // Twenty pairs that are asked for in the worst order: all the first, then all the second.
    const vocabulary = yesOrNo(40);
    const facts = isTrue(vocabulary);
    const pairs = facts
      .slice(0, 20)
      .map((first, index): Criterion => ({ op: "all", of: [first, facts[index + 20] ?? first] }));
    const worst: Criterion = { op: "any", of: [{ op: "all", of: facts.slice(0, 20) }, ...pairs] };
    expect(limitOf(() => findPerson(worst, settingOf(vocabulary)))).toBe("analysis-too-large: steps");
  });

  test("more open facts, or more ways to settle, than can be listed", () => {
    const many = yesOrNo(31);
    expect(limitOf(() => askNext({ op: "all", of: isTrue(many) }, {}, settingOf(many)))).toBe(
      "analysis-too-large: openFacts",
    );
    const pairs = yesOrNo(28);
    const facts = isTrue(pairs);
    const oneOfEach: Criterion = {
      op: "all",
      of: facts.flatMap((first, index): Criterion[] =>
        index % 2 === 0 ? [{ op: "any", of: [first, facts[index + 1] ?? first] }] : [],
      ),
    };
    expect(limitOf(() => askNext(oneOfEach, {}, settingOf(pairs)))).toBe("analysis-too-large: sets");
  });
});

test("the refusal says in both languages how much it may be and what to do", () => {
  expect(new AnalysisTooLarge("size").text).toEqual({
    sv: "Kriteriet är för stort för att analyseras: det blir fler än 2000 villkor och uppräknade koder. Dela upp det i flera regler och analysera var och en.",
    en: "The criterion is too large to analyse: it comes to more than 2000 conditions and listed codes. Divide it into several rules and analyse each.",
  });
});
