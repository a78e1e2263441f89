import type { Facts, FactValue } from "@finsam/model";
import { conditionOutcome } from "../condition-outcome.ts";
import type { Condition } from "../criterion.ts";
import { knownFact, type Setting, statedFactBehind } from "../known-fact.ts";
import { readFacts } from "../vocabulary.ts";
import { comfortableValues } from "./comfortable-values.ts";
import type { Goal } from "./deciding-conditions.ts";
import { tellingValues } from "./telling-values.ts";

/** For each stated fact that a criterion asks for, in order: values worth trying, those far from every limit first. */
export type Candidates = ReadonlyMap<string, readonly FactValue[]>;

export function candidatesFor(conditions: readonly Condition[], setting: Setting): Candidates {
  const facts = new Set(conditions.map(({ fact }) => statedFactBehind(fact, setting.vocabulary)));
  return new Map(
    [...facts].map((fact) => {
      const asked = conditions.filter((one) => statedFactBehind(one.fact, setting.vocabulary) === fact);
      const telling = asked.flatMap((one) => tellingValues(one, setting).map(({ value }) => value));
      // An answer that means missing is no value: nothing is known of such a person.
      const known = telling.filter((value) =>
        Object.hasOwn(readFacts(setting.vocabulary, { [fact]: value }).facts, fact),
      );
      return [fact, [...comfortableValues(asked, setting), ...known]];
    }),
  );
}

// More than any rule that a person can read needs; a rule beyond it gets fewer vectors, not an endless search.
const mostSteps = 20_000;

/**
 * A person for whom each criterion comes out as its goal says, with every fact stated. `undefined` when the candidates hold none.
 * Facts that no goal needs get a value that meets no condition, where there is one.
 */
export function personFor(
  goals: readonly Goal[],
  conditions: readonly Condition[],
  candidates: Candidates,
  setting: Setting,
): Facts | undefined {
  let steps = 0;

  function search([goal, ...rest]: readonly Goal[], facts: Facts): Facts | undefined {
    if (goal === undefined) return facts;
    steps += 1;
    if (steps > mostSteps) return undefined;
    const { criterion, outcome } = goal;
    switch (criterion.op) {
      case "all":
      case "any": {
        const parts = criterion.of.map((part) => ({ criterion: part, outcome }));
        const needsEvery = (criterion.op === "all") === (outcome === "met");
        return needsEvery
          ? search([...parts, ...rest], facts)
          : firstFound(parts, (part) => search([part, ...rest], facts));
      }
      case "not":
        return search([{ criterion: criterion.of, outcome: outcome === "met" ? "notMet" : "met" }, ...rest], facts);
      case "rule":
        throw new TypeError(`the rule "${criterion.rule}" is only named: resolve the reference against a policy first`);
      default: {
        const fact = statedFactBehind(criterion.fact, setting.vocabulary);
        const values = Object.hasOwn(facts, fact) ? [facts[fact] ?? null] : (candidates.get(fact) ?? []);
        return firstFound(values, (value) => {
          const stated = { ...facts, [fact]: value };
          return outcomeFor(criterion, stated, setting) === outcome ? search(rest, stated) : undefined;
        });
      }
    }
  }

  const found = search(goals, {});
  return found && completed(found, conditions, candidates, setting);
}

function completed(found: Facts, conditions: readonly Condition[], candidates: Candidates, setting: Setting): Facts {
  const entries = [...candidates].map(([fact, values]) => {
    if (Object.hasOwn(found, fact)) return [fact, found[fact] ?? null] as const;
    const asked = conditions.filter((one) => statedFactBehind(one.fact, setting.vocabulary) === fact);
    const unmet = values.find((value) =>
      asked.every((one) => outcomeFor(one, { [fact]: value }, setting) === "notMet"),
    );
    return [fact, unmet ?? values[0] ?? null] as const;
  });
  return Object.fromEntries(entries);
}

const outcomeFor = (condition: Condition, facts: Facts, setting: Setting) =>
  conditionOutcome(condition, knownFact(condition.fact, facts, setting));

function firstFound<From, To>(values: readonly From[], find: (value: From) => To | undefined): To | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
