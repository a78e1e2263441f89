import { type Condition, conditionsIn, type FactDefinition, type Setting } from "@finsam/criteria";
import type { ResolvedRule } from "../rule-at.ts";

/** A condition as it is asked of everybody: with the reference date, and whatever else its outcome depends on. */
export interface AskedCondition {
  readonly condition: Condition;
  readonly setting: Setting;
}

/**
 * The conditions that rules ask of people, each once, in an order that does not depend on the order of the rules. Two are the same when
 * nobody could answer them differently; where a limit comes from, and what things are called, makes no difference.
 *
 * @example
 * ```ts
 * import { ruleAt } from "@finsam/policy";
 * import { askedConditions } from "@finsam/policy/compare";
 * import { stockholm } from "@finsam/stockholm";
 * const [one, other] = [ruleAt(stockholm, "sig0", "2024-03-01"), ruleAt(stockholm, "sig0-jarva", "2024-03-01")];
 * askedConditions(one, other).map(({ condition }) => condition.fact);
 * // => ["monthsOfSocialAssistance", "sicknessBenefitIncome", "needsCoordinatedRehabilitation", "workCapacityReducedByIllness"]
 * ```
 */
export function askedConditions(...rules: readonly ResolvedRule[]): readonly AskedCondition[] {
  const asked = rules.flatMap(({ criterion, setting }) =>
    conditionsIn(criterion).map((condition) => ({ condition, setting })),
  );
  const byKey = new Map(asked.map((one) => [keyOf(one), one]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}

/** A text that two conditions share when their outcome is the same for everybody. */
export function keyOf({ condition: { op, fact, value }, setting }: AskedCondition): string {
  const { vocabulary, on, leapDayBirthday } = setting;
  const definition = Object.hasOwn(vocabulary, fact) ? vocabulary[fact] : undefined;
  const countedBy = definition?.type === "completedYears" ? [definition.since, on, leapDayBirthday] : [];
  return JSON.stringify([op, fact, sorted(value), ...meaningOf(definition), ...countedBy]);
}

const sorted = (value: Condition["value"]): unknown => (Array.isArray(value) ? value.toSorted() : value);

/** What a definition says about answers: all of it but the labels. */
function meaningOf(definition: FactDefinition | undefined): readonly unknown[] {
  switch (definition?.type) {
    case "code":
      return ["code", Object.keys(definition.codes).sort(), [...(definition.missing ?? [])].sort()];
    case "codes":
      return ["codes", Object.keys(definition.codes).sort()];
    default:
      return [definition?.type];
  }
}
