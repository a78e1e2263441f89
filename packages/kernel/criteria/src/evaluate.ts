import type { Facts } from "@finsam/model";
import { conditionOutcome } from "./condition-outcome.ts";
import type { Criterion } from "./criterion.ts";
import { knownFact, type Setting } from "./known-fact.ts";
import { allOf, anyOf, type Outcome, opposite } from "./outcome.ts";

/**
 * What a criterion says about a person, from the facts known on the reference date. This plain evaluator is the oracle: every other
 * way to evaluate a criterion must agree with it.
 *
 * @throws TypeError when a limit is still a parameter, a reference to a rule is not resolved, or a fact is of the wrong kind.
 * @example
 * ```ts
 * import { all, conditions, evaluate } from "@finsam/criteria";
 * const vocabulary = {
 *   birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
 *   age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
 * } as const;
 * const { age } = conditions(vocabulary);
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * evaluate(age.between(16, 66), { birthDate: "1957-03-01" }, setting); // => "met"
 * evaluate(age.between(16, 66), { birthDate: "1957" }, setting); // => "undetermined"
 * ```
 */
export function evaluate(criterion: Criterion, facts: Facts, setting: Setting): Outcome {
  switch (criterion.op) {
    case "all":
      return allOf(criterion.of.map((part) => evaluate(part, facts, setting)));
    case "any":
      return anyOf(criterion.of.map((part) => evaluate(part, facts, setting)));
    case "not":
      return opposite(evaluate(criterion.of, facts, setting));
    case "rule":
      throw new TypeError(`the rule "${criterion.rule}" is only named: resolve the reference against a policy first`);
    default:
      return conditionOutcome(criterion, knownFact(criterion.fact, facts, setting));
  }
}
