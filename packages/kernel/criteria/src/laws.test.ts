import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeFacts, criteria, leaves, names, without } from "./arbitraries.fixture.ts";
import { type Condition, Criterion } from "./criterion.ts";
import { evaluate } from "./evaluate.ts";
import { explain } from "./explain.ts";
import { all, any, not } from "./join-criteria.ts";
import type { Reason } from "./reason.ts";
import { setting } from "./vocabulary.fixture.ts";
import { whatWouldMake } from "./what-would-make.ts";

describe("laws", () => {
  test("an outcome that is settled stays as it is, whatever the missing facts turn out to be", () => {
    fc.assert(
      fc.property(criteria, completeFacts, fc.subarray([...names]), (criterion, facts, hidden) => {
        const early = evaluate(criterion, without(facts, hidden), setting);
        const late = evaluate(criterion, facts, setting);
        expect(late).not.toBe("undetermined");
        if (early !== "undetermined") expect(early).toBe(late);
      }),
    );
  });

  test("the explained outcome is the evaluated outcome", () => {
    fc.assert(
      fc.property(criteria, completeFacts, fc.subarray([...names]), (criterion, facts, hidden) => {
        const known = without(facts, hidden);
        expect(explain(criterion, known, setting).outcome).toBe(evaluate(criterion, known, setting));
      }),
    );
  });

  test("every reason given has the outcome it is given for", () => {
    fc.assert(
      fc.property(criteria, completeFacts, fc.subarray([...names]), (criterion, facts, hidden) => {
        const { outcome, because } = explain(criterion, without(facts, hidden), setting);
        expect(because.length).toBeGreaterThan(0);
        expect(because.filter((reason) => reason.outcome !== outcome)).toEqual([]);
      }),
    );
  });

  test("an open outcome names missing facts, and stating them all settles it", () => {
    fc.assert(
      fc.property(criteria, completeFacts, fc.subarray([...names]), (criterion, facts, hidden) => {
        const { outcome, missing } = explain(criterion, without(facts, hidden), setting);
        expect(missing.length > 0).toBe(outcome === "undetermined");
        for (const name of missing) expect(hidden).toContain(name);
      }),
    );
  });

  test("facts that no reason names can change without changing a settled outcome", () => {
    fc.assert(
      fc.property(criteria, completeFacts, completeFacts, (criterion, facts, others) => {
        const { outcome, because } = explain(criterion, facts, setting);
        const named = new Set(because.map(({ fact }) => (fact === "age" ? "birthDate" : fact)));
        const changed = Object.fromEntries(names.map((name) => [name, named.has(name) ? facts[name] : others[name]]));
        expect(evaluate(criterion, changed, setting)).toBe(outcome);
      }),
    );
  });

  test("not all is any not, and the reasons are the same", () => {
    fc.assert(
      fc.property(leaves, leaves, completeFacts, fc.subarray([...names]), (a, b, facts, hidden) => {
        const known = without(facts, hidden);
        expect(explain(not(all(a, b)), known, setting)).toEqual(explain(any(not(a), not(b)), known, setting));
      }),
    );
  });

  test("a criterion is the same after a journey as JSON", () => {
    fc.assert(
      fc.property(criteria, (criterion) => {
        expect(Criterion.parse(JSON.parse(JSON.stringify(criterion)))).toEqual(criterion);
      }),
    );
  });
});

/** The criterion with every condition replaced that a choice does not keep. */
const replacing = (
  criterion: Criterion,
  replacement: (condition: Condition, negated: boolean) => Criterion,
  negated = false,
): Criterion => {
  switch (criterion.op) {
    case "all":
    case "any":
      return { op: criterion.op, of: criterion.of.map((part) => replacing(part, replacement, negated)) };
    case "not":
      return not(replacing(criterion.of, replacement, !negated));
    case "rule":
      return criterion;
    default:
      return replacement(criterion, negated);
  }
};
const isAmong =
  (reasons: readonly (Reason | undefined)[]) =>
  ({ op, fact, value }: Condition, negated: boolean): boolean =>
    reasons.some(
      (reason) =>
        reason?.op === op &&
        reason.fact === fact &&
        reason.negated === negated &&
        JSON.stringify(reason.limit) === JSON.stringify(value),
    );
const notKnown: Criterion = { op: "is", fact: "neverStated", value: true };
const settled = (outcome: "met" | "notMet", negated: boolean): Criterion => ({
  op: "is",
  fact: "stated",
  value: (outcome === "met") !== negated,
});

describe("what decides", () => {
  test("the conditions of one set decide on their own, and none of them can be left out", () => {
    fc.assert(
      fc.property(criteria, completeFacts, (criterion, facts) => {
        const { outcome, because, decidedBy } = explain(criterion, facts, setting);
        const knowingOnly = (reasons: readonly (Reason | undefined)[]) =>
          evaluate(
            replacing(criterion, (condition, negated) => (isAmong(reasons)(condition, negated) ? condition : notKnown)),
            facts,
            setting,
          );
        expect(decidedBy.length).toBeGreaterThan(0);
        for (const set of decidedBy) {
          expect(knowingOnly(set.map((number) => because[number]))).toBe(outcome);
          for (const left of set)
            expect(knowingOnly(set.filter((number) => number !== left).map((number) => because[number]))).toBe(
              "undetermined",
            );
        }
      }),
    );
  });

  test("the conditions of one way, come out otherwise, make the goal; any fewer do not", () => {
    fc.assert(
      fc.property(
        criteria,
        completeFacts,
        fc.constantFrom("met" as const, "notMet" as const),
        (criterion, facts, goal) => {
          const turning = (reasons: readonly (Reason | undefined)[]) =>
            evaluate(
              replacing(criterion, (condition, negated) =>
                isAmong(reasons)(condition, negated) ? settled(goal, negated) : condition,
              ),
              { ...facts, stated: true },
              setting,
            );
          const ways = whatWouldMake(goal, criterion, facts, setting);
          expect(ways.length).toBeGreaterThan(0);
          for (const way of ways) {
            expect(turning(way)).toBe(goal);
            for (const left of way) expect(turning(way.filter((reason) => reason !== left))).not.toBe(goal);
          }
        },
      ),
    );
  });
});
