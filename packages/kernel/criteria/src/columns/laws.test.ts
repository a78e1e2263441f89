import type { Facts } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { criteriaOver, everyFacts, everyLeaf, everySetting } from "../arbitraries.fixture.ts";
import { compile } from "../compile/compile.ts";
import type { Criterion } from "../criterion.ts";
import { evaluate } from "../evaluate.ts";
import { explain } from "../explain.ts";
import { all, any } from "../join-criteria.ts";
import type { Outcome } from "../outcome.ts";
import { age, illHealth, months, setting, vocabulary } from "../vocabulary.fixture.ts";
import { assessColumns } from "./assess-columns.ts";
import { codeColumn, columnsOf, factsAt } from "./columns-of.ts";

const everyCriterion = criteriaOver(everyLeaf);
const twoCriteria = fc.oneof(
  fc.tuple(everyCriterion, everyCriterion),
  everyCriterion.map((criterion) => [criterion, criterion] as const),
);
const sexes = ["woman", "man", "other", "unknown"] as const;
const everySex = fc.constantFrom(...sexes, null);
const population = fc.array(fc.record({ facts: everyFacts, sex: everySex }), { maxLength: 12 });
const countOf = (outcomes: readonly Outcome[]) => ({
  met: outcomes.filter((outcome) => outcome === "met").length,
  notMet: outcomes.filter((outcome) => outcome === "notMet").length,
  undetermined: outcomes.filter((outcome) => outcome === "undetermined").length,
});

describe("a rule over columns", () => {
  test("packs what the plain evaluator says of each person, and counts it by sex", () => {
    fc.assert(
      fc.property(everyCriterion, everySetting, population, (criterion, on, people) => {
        const everybody = people.map(({ facts }) => facts);
        const columns = columnsOf(everybody, vocabulary);
        const by = codeColumn(people, ({ sex }) => sex, sexes);
        const expected = everybody.map((facts) => evaluate(criterion, facts, on));
        for (const generate of [true, false]) {
          const rule = compile(criterion, on, { generate });
          const { packed, counts, byCode } = assessColumns(rule, columns, { by });
          expect(packed).toEqual(rule.pack(everybody));
          expect(everybody.map((_, index) => rule.outcomeAt(packed, index))).toEqual(expected);
          for (const [index, facts] of everybody.entries())
            expect(rule.explanationAt(packed, index, facts)).toEqual(explain(criterion, facts, on));

          expect(counts).toEqual(countOf(expected));
          const ofSex = (code: string | null) => expected.filter((_, index) => people[index]?.sex === code);
          expect(byCode).toEqual([...sexes, null].map((code) => ({ code, ...countOf(ofSex(code)) })));
          expect(assessColumns(rule, columns)).toEqual({ packed, counts, byCode: [] });
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a rule of many conditions is packed in several integers", () => {
    const wide = fc.array(everyLeaf, { minLength: 14, maxLength: 50 });
    fc.assert(
      fc.property(wide, fc.array(everyFacts, { minLength: 1, maxLength: 4 }), (parts, people) => {
        const criterion = any(all({ op: "any", of: parts.slice(0, 9) }, age.atLeast(16)), { op: "all", of: parts });
        const columns = columnsOf(people, vocabulary);
        for (const generate of [true, false]) {
          const rule = compile(criterion, setting, { generate });
          expect(assessColumns(rule, columns).packed).toEqual(rule.pack(people));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("after a limit has changed, only what changed is judged again, with the same result", () => {
    const limits = fc.tuple(
      fc.integer({ min: 10, max: 80 }),
      fc.integer({ min: 10, max: 80 }),
      fc.integer({ min: -2, max: 14 }),
    );
    const ruleWith = ([lowest, highest, least]: [number, number, number]): Criterion =>
      all(any(age.between(lowest, highest), months.atLeast(least)), illHealth.is(true));
    fc.assert(
      fc.property(limits, limits, population, (before, after, people) => {
        const columns = columnsOf(
          people.map(({ facts }) => facts),
          vocabulary,
        );
        const by = codeColumn(people, ({ sex }) => sex, sexes);
        for (const generate of [true, false]) {
          const rule = compile(ruleWith(before), setting, { generate });
          const changed = compile(ruleWith(after), setting, { generate });
          const previous = { rule, packed: assessColumns(rule, columns).packed };
          const whole = assessColumns(changed, columns, { by });
          expect(assessColumns(changed, columns, { by, previous })).toEqual(whole);
          expect(assessColumns(changed, columns, { by, previous, into: previous.packed })).toEqual(whole);
        }
      }),
    );
  });

  test("a rule of another shape, or another day, takes nothing over that it does not share", () => {
    fc.assert(
      fc.property(twoCriteria, everySetting, everySetting, population, ([a, b], on, later, people) => {
        const columns = columnsOf(
          people.map(({ facts }) => facts),
          vocabulary,
        );
        for (const generate of [true, false]) {
          const rule = compile(a, on, { generate });
          const other = compile(b, later, { generate });
          const previous = { rule, packed: assessColumns(rule, columns).packed };
          expect(assessColumns(other, columns, { previous })).toEqual(assessColumns(other, columns));
        }
      }),
    );
  });

  test("columns know what the people in them have stated", () => {
    fc.assert(
      fc.property(fc.array(everyFacts, { maxLength: 6 }), (people) => {
        const columns = columnsOf(people, vocabulary);
        const known = people.map(
          (facts): Facts => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)),
        );
        const sorted = (facts: Facts) => ({
          ...facts,
          ...(Array.isArray(facts.support) ? { support: facts.support.toSorted() } : {}),
        });
        expect(people.map((_, index) => sorted(factsAt(columns, index)))).toEqual(known.map(exact).map(sorted));
      }),
    );
  });
});

// An interval of one number is that number.
const exact = (facts: Facts): Facts => {
  const { months } = facts;
  const isInterval = typeof months === "object" && months !== null && "min" in months;
  return isInterval && months.min === months.max ? { ...facts, months: months.min } : facts;
};
