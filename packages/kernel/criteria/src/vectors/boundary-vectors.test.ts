import type { Facts } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conditions } from "../conditions.ts";
import type { Criterion } from "../criterion.ts";
import { evaluate } from "../evaluate.ts";
import { all, any, not } from "../join-criteria.ts";
import type { Setting } from "../known-fact.ts";
import { readFacts } from "../vocabulary.ts";
import { boundaryVectors, limitVectors } from "./boundary-vectors.ts";
import { mutationsOf } from "./mutations.ts";

const label = { sv: "uppgift", en: "fact" };
const vocabulary = {
  birthDate: { type: "date", label },
  age: { type: "completedYears", since: "birthDate", label },
  registered: { type: "date", label },
  illHealth: { type: "boolean", label },
  disability: { type: "boolean", label },
  months: { type: "number", label },
  municipality: { type: "code", label, codes: {} },
  income: { type: "code", label, codes: { none: label, some: label, pending: label }, missing: ["unknown"] },
  support: { type: "codes", label, codes: { a: label, b: label, c: label } },
} as const;
const { age, registered, illHealth, disability, months, municipality, income, support } = conditions(vocabulary);
const setting: Setting = { vocabulary, on: "2024-03-01", leapDayBirthday: "1-march" };

const targetGroup = all(age.between(16, 66), municipality.is("0180"), any(illHealth.is(true), disability.is(true)));

const outcomes = (criterion: Criterion, on = setting.on) =>
  Object.fromEntries(boundaryVectors(criterion, { ...setting, on }).map((one) => [one.id, one.outcome]));
const read = (facts: Facts) => readFacts(vocabulary, facts).facts;

describe("the vectors of a criterion", () => {
  test("stand on the day of, before and after a boundary birthday", () => {
    expect(outcomes(targetGroup, "2024-04-12")).toMatchObject({
      "age-16-on-the-reference-date": "met",
      "age-16-before-the-reference-date": "met",
      "age-16-after-the-reference-date": "notMet",
      "age-67-on-the-reference-date": "notMet",
      "age-67-before-the-reference-date": "notMet",
      "age-67-after-the-reference-date": "met",
    });
    const births = Object.fromEntries(
      limitVectors(targetGroup, { ...setting, on: "2024-04-12" }).map(({ id, facts }) => [id, facts.birthDate]),
    );
    expect(births).toMatchObject({
      "age-67-on-the-reference-date": "1957-04-12",
      "age-67-before-the-reference-date": "1957-04-11",
      "age-67-after-the-reference-date": "1957-04-13",
    });
  });

  test.each([
    ["1-march", "2023-02-28", "age-67-after-the-reference-date-born-on-29-february", "met"],
    ["1-march", "2023-03-01", "age-67-on-the-reference-date-born-on-29-february", "notMet"],
    ["28-february", "2023-02-28", "age-67-on-the-reference-date-born-on-29-february", "notMet"],
    ["28-february", "2023-03-01", "age-67-before-the-reference-date-born-on-29-february", "notMet"],
  ] as const)(
    "hold a birth on 29 February that is celebrated on %s, judged on %s",
    (leapDayBirthday, on, id, outcome) => {
      const vector = limitVectors(targetGroup, { vocabulary, on, leapDayBirthday }).find((one) => one.id === id);
      expect(vector).toMatchObject({ facts: { birthDate: "1956-02-29" }, outcome });
    },
  );

  test("hold dates of birth known in part, open where they straddle the limit and settled where they do not", () => {
    expect(outcomes(targetGroup)).toMatchObject({
      "age-67-only-the-month-is-known": "undetermined",
      "age-67-only-the-year-is-known": "undetermined",
      "age-67-only-the-year-is-known-a-year-older": "notMet",
      "age-67-only-the-year-is-known-a-year-younger": "met",
    });
  });

  test("hold each number at and beside a limit, and the intervals that reach it", () => {
    expect(outcomes(months.moreThan(12))).toMatchObject({
      "months-12": "notMet",
      "months-12-point-5": "met",
      "months-13": "met",
      "months-between-11-and-12": "notMet",
      "months-between-12-and-13": "undetermined",
      "months-between-13-and-14": "met",
    });
  });

  test("hold every listed code, every other, and every answer that means missing", () => {
    expect(outcomes(income.isOneOf(["none", "pending"]))).toMatchObject({
      meets: "met",
      "income-pending": "met",
      "income-some-not-listed": "notMet",
      "income-unknown-means-missing": "undetermined",
    });
    expect(outcomes(municipality.is("0180"))).toMatchObject({
      "municipality-0179-not-listed": "notMet",
      "municipality-0181-not-listed": "notMet",
    });
    expect(outcomes(support.hasAny(["a", "b"]))).toMatchObject({
      "support-b": "met",
      "support-c-not-listed": "notMet",
      "support-all-listed-and-others": "met",
      "support-without-any-listed": "notMet",
    });
  });

  test("hold each fact missing alone and each pair, around one who meets it and one who just misses it", () => {
    expect(boundaryVectors(targetGroup, setting)).toEqual(
      expect.arrayContaining(
        [
          { id: "meets-without-birth-date", outcome: "undetermined", missing: ["birthDate"] },
          { id: "meets-without-disability", outcome: "met", missing: [] },
          {
            id: "meets-without-ill-health-and-disability",
            outcome: "undetermined",
            missing: ["illHealth", "disability"],
          },
          { id: "age-16-after-the-reference-date-without-municipality-and-ill-health", outcome: "notMet", missing: [] },
          { id: "ill-health-no-without-birth-date", outcome: "notMet", missing: [] },
        ].map((one) => expect.objectContaining(one)),
      ),
    );
  });

  test("take an id and a person once, and come out the same again", () => {
    for (const criterion of [
      targetGroup,
      any(not(targetGroup), months.atLeast(10)),
      all(illHealth.is(true), illHealth.is(true)),
    ]) {
      const vectors = boundaryVectors(criterion, setting);
      expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
      expect(new Set(vectors.map(({ facts }) => JSON.stringify(facts))).size).toBe(vectors.length);
      expect(boundaryVectors(criterion, setting)).toEqual(vectors);
    }
  });

  test("of a criterion that nobody can meet still hold what is missing", () => {
    const vectors = boundaryVectors(all(illHealth.is(true), illHealth.is(false)), setting);
    expect(vectors.map(({ outcome }) => outcome)).not.toContain("met");
    expect(vectors.map(({ id }) => id)).toContain("nothing-is-known");
  });

  test("keep what else a set of codes holds when two conditions ask for it", () => {
    const both = all(support.hasAny(["a"]), support.hasAny(["b"]));
    const sets = limitVectors(both, setting).map(({ facts, outcome }) => [facts.support, outcome]);
    expect(sets).toContainEqual([["b", "a"], "met"]);
    expect(sets).toContainEqual([["b"], "notMet"]);
    expect(sets).toContainEqual([["a"], "notMet"]);
  });

  test("never take an answer that means missing for a known one", () => {
    const everyAnswer = all(illHealth.is(true), income.isOneOf(["none", "some", "pending"]));
    const known = boundaryVectors(any(everyAnswer, disability.is(true)), setting).filter(({ id }) =>
      id.startsWith("disability-"),
    );
    expect(known.map(({ facts }) => facts.income)).not.toContain("unknown");
  });

  test("have ids in kebab-case, whatever the limit", () => {
    const criterion = any(age.atLeast(-1), months.lessThan(-9.25), months.atLeast(1e21));
    const ids = boundaryVectors(criterion, setting).map(({ id }) => id);
    expect(ids).toContain("months-minus-9-point-25");
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test.each(["0001-01-01", "0010-06-15", "9999-12-31"])("can be made for %s, at the end of the calendar", (on) => {
    expect(boundaryVectors(targetGroup, { ...setting, on }).map(({ id }) => id)).toContain("nothing-is-known");
  });
});

const ordered = <Limit>(
  on: {
    readonly [op in "atLeast" | "moreThan" | "atMost" | "lessThan"]: (limit: Limit) => Criterion;
  },
) => fc.constantFrom(on.atLeast, on.moreThan, on.atMost, on.lessThan);
const leaves = fc.tuple(
  fc.tuple(ordered<number>(age), fc.integer({ min: 0, max: 110 })).map(([op, limit]) => op(limit)),
  fc.tuple(ordered<string>(registered), fc.constantFrom("2020-02-29", "2023-12-31")).map(([op, limit]) => op(limit)),
  fc.boolean().map(illHealth.is),
  fc.boolean().map(disability.is),
  fc.tuple(ordered<number>(months), fc.integer({ min: -3, max: 50 })).map(([op, limit]) => op(limit)),
  fc.constantFrom(["0180"], ["0180", "0184"], ["ort"]).map(municipality.isOneOf),
  fc.subarray(["none", "some", "pending"] as const, { minLength: 1, maxLength: 2 }).map(income.isOneOf),
  fc.subarray(["a", "b", "c"] as const, { minLength: 1, maxLength: 2 }).map(support.hasAny),
);
/** Criteria of any shape in which no fact is asked for twice. */
const criteria = fc
  .tuple(leaves, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), fc.infiniteStream(fc.nat(11)))
  .map(([all, chosen, choices]) => {
    const next = (): number => choices.next().value;
    return joined(
      chosen.flatMap((index) => all[index] ?? []),
      next,
    );
  });

function joined(parts: readonly Criterion[], next: () => number): Criterion {
  const [first, ...rest] = parts;
  if (first === undefined) throw new RangeError("nothing to join");
  const choice = next();
  if (choice < 2) return not(joined(parts, next));
  if (rest.length === 0) return first;
  const cut = 1 + (next() % rest.length);
  const [left, right] = [parts.slice(0, cut), parts.slice(cut)];
  return (choice % 2 === 0 ? all : any)(joined(left, next), joined(right, next));
}

describe("laws", () => {
  test("whatever is changed in a criterion that asks for no fact twice, a vector notices", () => {
    let changed = 0;
    fc.assert(
      fc.property(criteria, (criterion) => {
        const vectors = limitVectors(criterion, setting).map(({ facts, outcome }) => ({ facts: read(facts), outcome }));
        const mutations = mutationsOf(criterion, vocabulary);
        const unnoticed = mutations.filter((mutation) =>
          vectors.every(({ facts, outcome }) => evaluate(mutation.criterion, facts, setting) === outcome),
        );
        changed += mutations.length;
        expect(unnoticed).toEqual([]);
      }),
    );
    expect(changed).toBeGreaterThan(500);
  });

  test("what a vector expects is what the evaluator says of the facts as read", () => {
    fc.assert(
      fc.property(criteria, (criterion) => {
        for (const vector of boundaryVectors(criterion, setting)) {
          expect(evaluate(criterion, read(vector.facts), setting)).toBe(vector.outcome);
          expect(vector.missing.length > 0).toBe(vector.outcome === "undetermined");
        }
      }),
      { numRuns: 40 },
    );
  });

  test("no vector states a fact that the vocabulary refuses", () => {
    fc.assert(
      fc.property(criteria, (criterion) => {
        for (const { facts } of boundaryVectors(criterion, setting))
          expect(readFacts(vocabulary, facts)).toMatchObject({ problems: [], unknown: [] });
      }),
      { numRuns: 40 },
    );
  });
});
