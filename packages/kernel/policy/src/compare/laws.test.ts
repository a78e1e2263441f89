import { type Criterion, evaluate, type Outcome, type Setting, type Vocabulary } from "@finsam/criteria";
import { type Facts, type Sex, sexes } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ResolvedRule } from "../rule-at.ts";
import { askedConditions } from "./asked-conditions.ts";
import { compareRules } from "./compare-rules.ts";
import { addGroups, type OutcomeGroup, startGrouping } from "./grouping.ts";
import { RuleComparison } from "./rule-comparison.ts";

const numbers = ["a", "b", "c", "d"] as const;
const label = { sv: "uppgift", en: "fact" };
const vocabulary: Vocabulary = Object.fromEntries(numbers.map((name) => [name, { type: "number", label }]));
const setting: Setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" };

const rule = (criterion: Criterion): ResolvedRule => ({
  id: "r",
  title: label,
  criterion,
  setting,
  policy: { profile: "p", version: "1", validFrom: "2024-01-01", status: "attested", citation: { source: "s" } },
});

const comparison = fc.record({
  op: fc.constantFrom("atLeast", "atMost"),
  fact: fc.constantFrom(...numbers),
  value: fc.integer({ min: 0, max: 3 }),
});
const { criterion } = fc.letrec<{ criterion: Criterion }>((tie) => ({
  criterion: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    comparison,
    fc.record({
      op: fc.constantFrom("all", "any"),
      of: fc.array(tie("criterion"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ op: fc.constant("not"), of: tie("criterion") }),
  ),
}));

/** A rule, and the same with another limit of each fact that `changed` names. */
const limits = fc.record(Object.fromEntries(numbers.map((name) => [name, fc.integer({ min: 0, max: 3 })])));
const withLimits = (shape: Criterion, chosen: Readonly<Record<string, number>>): Criterion => {
  if (shape.op === "all" || shape.op === "any")
    return { ...shape, of: shape.of.map((part) => withLimits(part, chosen)) };
  if (shape.op === "not") return { ...shape, of: withLimits(shape.of, chosen) };
  // Every fact is compared in one way, so that a change of it is one.
  return {
    op: "atLeast",
    fact: "fact" in shape ? shape.fact : "a",
    value: chosen["fact" in shape ? shape.fact : "a"] ?? 0,
  };
};

type Person = readonly [stated: Facts, sex: Sex];
const facts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(
    numbers.map((name) => [
      name,
      fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(null), fc.constant({ min: 1, max: 2 })),
    ]),
  ),
);
const people: fc.Arbitrary<readonly Person[]> = fc.array(fc.tuple(facts, fc.constantFrom(...sexes)), { maxLength: 60 });

function groupsOf(before: ResolvedRule, after: ResolvedRule, population: readonly Person[]): readonly OutcomeGroup[] {
  const grouping = startGrouping(askedConditions(before, after));
  for (const [stated, sex] of population) grouping.add(stated, sex);
  return grouping.groups();
}

const compare = (before: ResolvedRule, after: ResolvedRule, population: readonly Person[], threshold = 0) =>
  RuleComparison.parse(compareRules(before, after, groupsOf(before, after, population), { threshold }));

/** The moves of a comparison, with what decides them in words that do not depend on the direction. */
const movesOf = ({ moves, changes }: RuleComparison, isMirrored: boolean) =>
  moves
    .map(({ from, to, because, counts }) => ({
      ends: isMirrored ? [to, from] : [from, to],
      because: because
        .map((place) => {
          const { before = null, after = null } = changes[place] ?? {};
          return JSON.stringify(isMirrored ? [after, before] : [before, after]);
        })
        .sort(),
      counts,
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const rules = fc.tuple(criterion.map(rule), criterion.map(rule));
const hasMoved = { moved: 0, withheld: 0, named: 0 };

describe("comparing rules", () => {
  test("a rule compared with itself has no changes and no moves", () => {
    fc.assert(
      fc.property(criterion.map(rule), people, (one, population) => {
        const { changes, moves, outcomes } = compare(one, structuredClone(one), population);
        expect([changes, moves]).toEqual([[], []]);
        for (const { before, after } of outcomes) expect(after).toEqual(before);
      }),
    );
  });

  test("the way back cancels the way there: every move and every reason is turned round", () => {
    fc.assert(
      fc.property(rules, people, fc.constantFrom(0, 3), ([one, other], population, threshold) => {
        const there = compare(one, other, population, threshold);
        const back = compare(other, one, population, threshold);
        expect(movesOf(back, true)).toEqual(movesOf(there, false));
        hasMoved.moved += there.moves.length;
      }),
    );
    expect(hasMoved.moved).toBeGreaterThan(0);
  });

  test("the counts are those of the plain evaluator, and the moves add up to the differences", () => {
    fc.assert(
      fc.property(rules, people, ([one, other], population) => {
        const { outcomes, moves, people: all } = compare(one, other, population);
        const count = (by: ResolvedRule, outcome: Outcome, sex: Sex) =>
          population.filter((person) => person[1] === sex && evaluate(by.criterion, person[0], setting) === outcome)
            .length;
        for (const sex of sexes) {
          expect(all[sex]).toBe(population.filter((person) => person[1] === sex).length);
          for (const { outcome, before, after, difference } of outcomes) {
            expect([before[sex], after[sex]]).toEqual([count(one, outcome, sex), count(other, outcome, sex)]);
            const sum = (end: "from" | "to") =>
              moves
                .filter((move) => move[end] === outcome)
                .reduce((total, { counts }) => total + (counts[sex] ?? 0), 0);
            expect(difference[sex]).toBe(sum("to") - sum("from"));
          }
        }
      }),
    );
  });

  test("the changes that a move names are enough for it, and without them nobody moves", () => {
    fc.assert(
      fc.property(criterion, limits, limits, facts, (shape, old, fresh, person) => {
        const [before, after] = [withLimits(shape, old), withLimits(shape, fresh)];
        const { moves, changes } = compare(rule(before), rule(after), [[person, "woman"]]);
        for (const { from, to, because } of moves) {
          expect(because.length).toBeGreaterThan(0);
          hasMoved.named += because.length;
          const named = new Set(because.map((place) => changes[place]?.after?.fact ?? ""));
          const chosen = (isNamed: boolean) =>
            Object.fromEntries(numbers.map((name) => [name, (named.has(name) === isNamed ? fresh : old)[name] ?? 0]));
          if (to !== "undetermined") expect(evaluate(withLimits(shape, chosen(true)), person, setting)).toBe(to);
          if (from !== "undetermined") expect(evaluate(withLimits(shape, chosen(false)), person, setting)).toBe(from);
        }
      }),
      { numRuns: 2000 },
    );
    expect(hasMoved.named).toBeGreaterThan(0);
  });

  test("groups of two halves add up to the groups of the whole", () => {
    fc.assert(
      fc.property(rules, people, people, ([one, other], half, rest) => {
        const whole = groupsOf(one, other, [...half, ...rest]);
        expect(addGroups(groupsOf(one, other, half), groupsOf(one, other, rest))).toEqual(whole);
        expect(groupsOf(other, one, [...rest, ...half])).toEqual(whole);
      }),
    );
  });

  test("nothing shown is a small group, and no outcome of a sex is withheld alone", () => {
    fc.assert(
      fc.property(rules, people, fc.integer({ min: 2, max: 6 }), ([one, other], population, threshold) => {
        const { outcomes, moves, people: all } = compare(one, other, population, threshold);
        for (const sex of sexes)
          for (const end of ["before", "after"] as const) {
            const column = outcomes.map((outcome) => outcome[end][sex]);
            // One that is withheld alone is known to who knows the sum, unless all are of that outcome.
            if (column.filter((count) => count === null).length === 1)
              expect(column.filter((count) => count !== 0)).toEqual([null]);
          }
        const shown = [
          all,
          ...outcomes.flatMap(({ before, after }) => [before, after]),
          ...moves.map(({ counts }) => counts),
        ];
        for (const counts of shown)
          for (const count of Object.values(counts)) {
            if (count === null) hasMoved.withheld += 1;
            else expect(count === 0 || count >= threshold).toBe(true);
          }
      }),
      { numRuns: 500 },
    );
    expect(hasMoved.withheld).toBeGreaterThan(0);
  });
});
