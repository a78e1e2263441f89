import type { Facts, FactValue } from "@finsam/model";
import { conditionOutcome } from "./condition-outcome.ts";
import type { Cited, Condition } from "./criterion.ts";
import { knownFact, type Setting } from "./known-fact.ts";
import { type Outcome, opposite } from "./outcome.ts";
import { type ReasonCode, reasonCodeOf } from "./reason-code.ts";

/**
 * One condition of a criterion as it stands for a person: what it asks, what is known, and where its limit comes from. It is data; `say`
 * of `@finsam/criteria/sv` or `/en` puts it in words.
 */
export interface Reason {
  readonly code: ReasonCode;
  readonly fact: string;
  /** What is known of the fact: null when nothing is, an interval when it is known in part. */
  readonly value: FactValue | null;
  readonly op: Condition["op"];
  readonly limit: Condition["value"];
  /** True when the criterion asks for the opposite of the condition. */
  readonly negated: boolean;
  /** What the condition, or its opposite when negated, says. */
  readonly outcome: Outcome;
  /** Where the limit comes from, when policy filled it in. */
  readonly cited?: Cited;
}

/** A condition with what it says, asked for as it stands or negated. */
export function reasonOf(condition: Condition, facts: Facts, setting: Setting, negated: boolean): Reason {
  const known = knownFact(condition.fact, facts, setting);
  const plain = conditionOutcome(condition, known);
  return {
    code: reasonCodeOf(condition, known),
    fact: condition.fact,
    value: known ?? null,
    op: condition.op,
    limit: condition.value,
    negated,
    outcome: negated ? opposite(plain) : plain,
    ...(condition.cited === undefined ? {} : { cited: condition.cited }),
  };
}

/** The reasons of a criterion, each once, numbered in the order in which they are first asked for. */
export function numberedReasons(facts: Facts, setting: Setting) {
  const reasons: Reason[] = [];
  const numbers = new Map<string, number>();
  return {
    reasons: reasons as readonly Reason[],
    numberOf: (condition: Condition, negated: boolean): number => {
      const key = JSON.stringify([condition.op, condition.fact, condition.value, negated]);
      const number = numbers.get(key) ?? reasons.push(reasonOf(condition, facts, setting, negated)) - 1;
      numbers.set(key, number);
      return number;
    },
  };
}
