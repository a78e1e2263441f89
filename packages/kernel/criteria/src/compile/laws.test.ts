import type { Facts } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { criteriaOver, everyFacts, everyLeaf, everySetting } from "../arbitraries.fixture.ts";
import type { Criterion } from "../criterion.ts";
import { evaluate } from "../evaluate.ts";
import { explain } from "../explain.ts";
import { all, any } from "../join-criteria.ts";
import type { Setting } from "../known-fact.ts";
import { firstDay } from "../packed/day-number.ts";
import { age, setting, vocabulary } from "../vocabulary.fixture.ts";
import { compile } from "./compile.ts";

const everyCriterion = criteriaOver(everyLeaf);
const bothWays = (criterion: Criterion, on: Setting) => [
  compile(criterion, on),
  compile(criterion, on, { generate: false }),
];

describe("a compiled rule", () => {
  test("says what the plain evaluator says, and why, with closures and with generated code", () => {
    fc.assert(
      fc.property(everyCriterion, everySetting, fc.array(everyFacts, { maxLength: 8 }), (criterion, on, people) => {
        for (const rule of bothWays(criterion, on)) {
          const packed = rule.pack(people);
          const outcomes = people.map((facts) => evaluate(criterion, facts, on));
          for (const outcome of ["met", "notMet", "undetermined"] as const)
            expect(rule.count(packed)[outcome]).toBe(outcomes.filter((one) => one === outcome).length);
          for (const [index, facts] of people.entries()) {
            const expected = evaluate(criterion, facts, on);
            expect(rule.outcome(facts)).toBe(expected);
            expect(rule.outcomeAt(packed, index)).toBe(expected);
            expect(rule.explanationAt(packed, index, facts)).toEqual(explain(criterion, facts, on));
            expect(rule.assess(facts).outcome).toBe(expected);
            expect(rule.assess(facts).explanation).toEqual(explain(criterion, facts, on));
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test("packs up to sixteen conditions in one integer, and more in several", () => {
    const wide = fc.array(everyLeaf, { minLength: 12, maxLength: 50 });
    fc.assert(
      fc.property(wide, fc.boolean(), fc.array(everyFacts, { minLength: 1, maxLength: 4 }), (parts, isAll, people) => {
        const criterion = any(all(...some(parts.slice(0, 9))), isAll ? all(...some(parts)) : any(...some(parts)));
        for (const rule of bothWays(criterion, setting)) {
          const packed = rule.pack(people);
          expect(packed.length).toBe(people.length * rule.words);
          for (const [index, facts] of people.entries()) {
            expect(rule.outcomeAt(packed, index)).toBe(evaluate(criterion, facts, setting));
            expect(rule.assess(facts).explanation).toEqual(explain(criterion, facts, setting));
          }
        }
      }),
      { numRuns: 60 },
    );
    const conditions = (count: number) => Array.from({ length: count }, (_, number) => age.atLeast(number));
    const words = (count: number) => compile(all(...some(conditions(count))), setting).words;
    expect([words(16), words(17), words(33)]).toEqual([1, 2, 3]);
  });

  test("reads records of any shape by the readers it is given", () => {
    const read = {
      birthDate: ({ facts }: Row) => facts.birthDate,
      illHealth: ({ facts }: Row) => facts.illHealth,
      disability: ({ facts }: Row) => facts.disability,
      months: ({ facts }: Row) => facts.months,
      income: ({ facts }: Row) => facts.income,
      support: ({ facts }: Row) => facts.support,
    };
    interface Row {
      readonly facts: Facts;
    }
    fc.assert(
      fc.property(everyCriterion, fc.array(everyFacts, { maxLength: 4 }), (criterion, people) => {
        const rows = people.map((facts) => ({ facts }));
        for (const generate of [true, false]) {
          const rule = compile<Row>(criterion, setting, { generate, read });
          const packed = rule.pack(rows);
          for (const [index, row] of rows.entries()) {
            expect(rule.explanationAt(packed, index, row)).toEqual(explain(criterion, row.facts, setting));
            expect(rule.outcome(row)).toBe(evaluate(criterion, row.facts, setting));
          }
        }
      }),
    );
  });

  test("judges many thousands as it judges each of them, also where one among them is not plain", () => {
    const people: Facts[] = Array.from({ length: 5000 }, (_, number) => ({
      birthDate: number % 7 === 0 ? "1957" : `19${10 + (number % 90)}-02-28`,
      illHealth: number % 3 === 0 ? null : number % 2 === 0,
      months: number % 11,
    }));
    people[2500] = Object.assign(Object.create({ illHealth: true }), { birthDate: "1985-04-12" });
    const criterion = all(age.between(16, 66), { op: "is", fact: "illHealth", value: true });
    for (const rule of bothWays(criterion, setting)) {
      const packed = rule.pack(people);
      const differing = people.filter(
        (facts, index) => rule.outcomeAt(packed, index) !== evaluate(criterion, facts, setting),
      );
      expect(differing).toEqual([]);
      expect(rule.outcomeAt(packed, 2500)).toBe("undetermined");
    }
  });

  test("a birth date judged by the day gives the age that is counted, on every day of four years", () => {
    const births = [
      "1956-02-28",
      "1956-02-29",
      "1956-03-01",
      "1957-02-28",
      "1957-03-01",
      "1957-12-31",
      "1957-02",
      "1956",
    ];
    const criterion = age.atMost(66);
    for (let day = 0; day < 4 * 366; day += 1) {
      const on = `${2021 + Math.floor(day / 366)}-${month(day)}-${dayOfMonth(day)}`;
      if (firstDay(on) < 0) continue;
      for (const leapDayBirthday of ["1-march", "28-february"] as const) {
        const when: Setting = { vocabulary, on, leapDayBirthday };
        for (const rule of bothWays(criterion, when))
          for (const birthDate of births)
            expect([on, birthDate, rule.outcome({ birthDate })]).toEqual([
              on,
              birthDate,
              evaluate(criterion, { birthDate }, when),
            ]);
      }
    }
  });
});

const some = (parts: readonly Criterion[]): [Criterion, ...Criterion[]] => [age.atLeast(0), ...parts.slice(1)];
const daysBefore = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366];
const monthNumber = (day: number) => daysBefore.findLastIndex((before) => before <= day % 366);
const two = (value: number) => String(value).padStart(2, "0");
const month = (day: number) => two(monthNumber(day) + 1);
const dayOfMonth = (day: number) => two((day % 366) - (daysBefore[monthNumber(day)] ?? 0) + 1);
