import type { Facts } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Criterion } from "../criterion.ts";
import { evaluate } from "../evaluate.ts";
import { not } from "../join-criteria.ts";
import { askNext, type SettledOutcome } from "./ask-next.ts";
import { criteria, everybodyWho, factNames, knownFacts, meets, setting } from "./brute-force.fixture.ts";
import { decidedBy } from "./decided-by.ts";
import { findPerson } from "./find-person.ts";
import { partsThatNeverMatter } from "./never-matters.ts";
import { everybody, leavesOf, nobody, type Path, withPart } from "./parts.ts";
import { regionsOf } from "./regions.ts";
import { division, relate } from "./relate.ts";

const everyone = everybodyWho({});

describe("regions", () => {
  test("every answer lies in exactly one region of its fact", () => {
    fc.assert(
      fc.property(criteria, criteria, fc.constantFrom(...everyone), (first, second, person) => {
        for (const { fact, conditions, regions } of regionsOf([first, second], setting)) {
          const judged = conditions.map((condition) => evaluate(condition, person, setting) === "met");
          const same = regions.filter(({ met }) => JSON.stringify(met) === JSON.stringify(judged));
          expect([fact, same.length]).toEqual([fact, 1]);
        }
      }),
    );
  });

  test("the answer that stands for a region is judged as the region says", () => {
    fc.assert(
      fc.property(criteria, knownFacts, (criterion, known) => {
        for (const { fact, conditions, regions } of regionsOf([criterion], setting, known))
          for (const { answer, met } of regions)
            expect(conditions.map((condition) => evaluate(condition, { [fact]: answer }, setting))).toEqual(
              met.map((yes) => (yes ? "met" : "notMet")),
            );
      }),
    );
  });
});

describe("finding a person", () => {
  test("finds one exactly when going through everybody does", () => {
    fc.assert(
      fc.property(criteria, knownFacts, (criterion, known) => {
        const person = findPerson(criterion, setting, known);
        expect(person !== undefined).toBe(everybodyWho(known).some((one) => meets(criterion, one)));
        if (person !== undefined) expect(evaluate(criterion, person, setting)).toBe("met");
      }),
    );
  });

  test("agrees with going through every combination of regions", () => {
    fc.assert(
      fc.property(criteria, (criterion) => {
        const people = regionsOf([criterion], setting).reduce<readonly Facts[]>(
          (some, { fact, regions }) =>
            some.flatMap((person) => regions.map(({ answer }) => ({ ...person, [fact]: answer }))),
          [{}],
        );
        expect(findPerson(criterion, setting) !== undefined).toBe(people.some((one) => meets(criterion, one)));
        expect(findPerson(not(criterion), setting) !== undefined).toBe(people.some((one) => !meets(criterion, one)));
      }),
    );
  });
});

describe("how criteria lie to each other", () => {
  test("each field of two has a person exactly when somebody is there, and that person is there", () => {
    fc.assert(
      fc.property(criteria, criteria, (first, second) => {
        const field = (one: Facts) => `${meets(first, one)},${meets(second, one)}`;
        const inhabited = new Set(everyone.map(field));
        const { both, onlyFirst, onlySecond, neither } = relate(first, second, setting);
        const found = { "true,true": both, "true,false": onlyFirst, "false,true": onlySecond, "false,false": neither };
        for (const [name, person] of Object.entries(found)) {
          expect(person !== undefined).toBe(inhabited.has(name));
          if (person !== undefined) expect(field(person)).toBe(name);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("several overlap, leave a gap or are empty exactly when going through everybody shows it", () => {
    fc.assert(
      fc.property(fc.tuple(criteria, criteria, criteria), criteria, ([a, b, c], within) => {
        const namesMet = (one: Facts): readonly string[] =>
          Object.entries({ a, b, c }).flatMap(([name, criterion]) => (meets(criterion, one) ? [name] : []));
        const met = everyone.filter((one) => meets(within, one)).map(namesMet);
        const { overlaps, gap, empty } = division({ a, b, c }, setting, within);

        const pairs = [["a", "b"] as const, ["a", "c"] as const, ["b", "c"] as const];
        expect(overlaps.map(({ between }) => between)).toEqual(
          pairs.filter((pair) => met.some((names) => pair.every((name) => names.includes(name)))),
        );
        expect(gap !== undefined).toBe(met.some((names) => names.length === 0));
        expect(empty).toEqual(["a", "b", "c"].filter((name) => !met.some((names) => names.includes(name))));
        for (const { between, person } of overlaps)
          expect(namesMet(person)).toEqual(expect.arrayContaining([...between]));
        if (gap !== undefined) expect([namesMet(gap), meets(within, gap)]).toEqual([[], true]);
      }),
      { numRuns: 40 },
    );
  });
});

test("a part never matters exactly when putting another in its place changes the outcome for nobody", () => {
  fc.assert(
    fc.property(criteria, (criterion) => {
      const outcomes = everyone.map((one) => meets(criterion, one));
      const unchangedBy = (path: Path, part: Criterion) => {
        const changed = withPart(criterion, path, part);
        return everyone.every((one, index) => meets(changed, one) === outcomes[index]);
      };
      const expected = leavesOf(criterion).flatMap(({ path }) => {
        const [met, notMet] = [unchangedBy(path, everybody), unchangedBy(path, nobody)];
        return met || notMet ? [{ path, replaceableBy: met && notMet ? "either" : met ? "met" : "notMet" }] : [];
      });
      expect(partsThatNeverMatter(criterion, setting)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

test("a fact decides exactly when two people differ in it alone and in the outcome, and such two are shown", () => {
  fc.assert(
    fc.property(criteria, fc.constantFrom(...factNames), (criterion, fact) => {
      const groups = new Map<string, Set<boolean>>();
      for (const one of everyone) {
        const key = JSON.stringify({ ...one, [fact]: null });
        groups.set(key, (groups.get(key) ?? new Set()).add(meets(criterion, one)));
      }
      const two = decidedBy(fact, criterion, setting);
      expect(two !== undefined).toBe([...groups.values()].some(({ size }) => size > 1));
      if (two === undefined) return;
      expect(two.map((one) => meets(criterion, one))).toEqual([true, false]);
      expect({ ...two[0], [fact]: null }).toEqual({ ...two[1], [fact]: null });
    }),
  );
});

describe("asking next", () => {
  const costs: Readonly<Record<string, number>> = { birthDate: 3, months: 5, support: 2 };

  /** The outcomes that people have who give the same answers to the facts, by those answers. */
  const outcomesByAnswers = (criterion: Criterion, known: Facts, facts: readonly string[]) => {
    const groups = new Map<string, Set<SettledOutcome>>();
    for (const person of everybodyWho(known)) {
      const key = JSON.stringify(facts.map((fact) => person[fact]));
      groups.set(key, (groups.get(key) ?? new Set()).add(meets(criterion, person) ? "met" : "notMet"));
    }
    return [...groups.values()];
  };
  const settledBy = (criterion: Criterion, known: Facts, facts: readonly string[]): readonly SettledOutcome[] => {
    const settled = outcomesByAnswers(criterion, known, facts).filter(({ size }) => size === 1);
    return (["met", "notMet"] as const).filter((outcome) => settled.some((outcomes) => outcomes.has(outcome)));
  };

  test("a fact is asked for exactly when two of its answers lead to different outcomes", () => {
    fc.assert(
      fc.property(criteria, knownFacts, (criterion, known) => {
        const matters = factNames.filter((fact) => {
          const others = factNames.filter((other) => other !== fact);
          return outcomesByAnswers(criterion, known, others).some(({ size }) => size > 1);
        });
        const { alwaysEnough, mayBeEnough } = askNext(criterion, known, setting);
        expect([...alwaysEnough.facts].sort()).toEqual([...matters].sort());
        for (const { facts } of mayBeEnough) for (const fact of facts) expect(matters).toContain(fact);
      }),
    );
  });

  test("the facts that matter settle the outcome whatever is answered, and not without any one of them", () => {
    fc.assert(
      fc.property(criteria, knownFacts, (criterion, known) => {
        const { facts } = askNext(criterion, known, setting).alwaysEnough;
        const isOpen = ({ size }: ReadonlySet<SettledOutcome>) => size > 1;
        expect(outcomesByAnswers(criterion, known, facts).filter(isOpen)).toEqual([]);
        for (const fact of facts) {
          const without = facts.filter((other) => other !== fact);
          expect(outcomesByAnswers(criterion, known, without).some(isOpen)).toBe(true);
        }
      }),
    );
  });

  test("the sets that may be enough are those that can settle an outcome that no part of them can", () => {
    const subsets = Array.from({ length: 2 ** factNames.length }, (_, bits) =>
      factNames.filter((_, index) => (bits >> index) % 2 === 1),
    ).filter(({ length }) => length > 0);
    fc.assert(
      fc.property(criteria, knownFacts, (criterion, known) => {
        const reach = new Map(subsets.map((facts) => [facts.join(), settledBy(criterion, known, facts)]));
        const alreadySettled = settledBy(criterion, known, []).length > 0;
        const expected = subsets.filter((facts) => {
          const parts = facts.map((fact) => facts.filter((other) => other !== fact).join());
          const settles = reach.get(facts.join()) ?? [];
          return settles.some((outcome) => !parts.some((part) => reach.get(part)?.includes(outcome)));
        });
        const found = askNext(criterion, known, setting, costs).mayBeEnough;
        const sorted = found.map(({ facts, outcomes }) => [
          factNames.filter((fact) => facts.includes(fact)).join(),
          outcomes,
        ]);
        expect(Object.fromEntries(sorted)).toEqual(
          alreadySettled ? {} : Object.fromEntries(expected.map((facts) => [facts.join(), reach.get(facts.join())])),
        );
      }),
    );
  });

  test("sets stand cheapest first, and the possible outcomes are those that somebody has", () => {
    fc.assert(
      fc.property(criteria, knownFacts, (criterion, known) => {
        const { possible, mayBeEnough } = askNext(criterion, known, setting, costs);
        const prices = mayBeEnough.map(({ cost }) => cost);
        expect(prices).toEqual([...prices].sort((a, b) => a - b));
        for (const { facts, cost } of mayBeEnough)
          expect(cost).toBe(facts.reduce((sum, fact) => sum + (costs[fact] ?? 1), 0));
        const people = everybodyWho(known);
        expect(possible.includes("met")).toBe(people.some((one) => meets(criterion, one)));
        expect(possible.includes("notMet")).toBe(people.some((one) => !meets(criterion, one)));
      }),
    );
  });
});
