import type { Facts, FactValue, Text } from "@finsam/model";
import { conditionOutcome } from "./condition-outcome.ts";
import type { Cited, Condition, Criterion } from "./criterion.ts";
import { knownFact, type Setting, statedFactBehind } from "./known-fact.ts";
import { allOf, anyOf, type Outcome, opposite } from "./outcome.ts";
import { reasonText } from "./reason-text.ts";

/** One condition that decides: what it asks, what is known, and where its limit comes from. */
export interface Reason {
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
  readonly text: Text;
}

/** An outcome with the conditions that decide it, and the facts that would have to be known to settle it. */
export interface Explanation {
  readonly outcome: Outcome;
  readonly because: readonly Reason[];
  /** Names of stated facts, each once. Empty when the outcome is settled. */
  readonly missing: readonly string[];
}

/**
 * Evaluates a criterion and says why. The conditions that decide are those whose outcome is the outcome of the whole, part by part:
 * what is met in an all of which all is met, what is not met where one failure is enough, what is open where that leaves all open.
 *
 * @throws TypeError as `evaluate` does.
 * @example
 * ```ts
 * import { any, conditions, explain } from "@finsam/criteria";
 * const vocabulary = {
 *   illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" } },
 *   disability: { type: "boolean", label: { sv: "funktionsnedsättning", en: "disability" } },
 * } as const;
 * const { illHealth, disability } = conditions(vocabulary);
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * const { outcome, because, missing } = explain(any(illHealth.is(true), disability.is(true)), { illHealth: false }, setting);
 * outcome; // => "undetermined"
 * missing; // => ["disability"]
 * because.map(({ text }) => text.en); // => ["Disability: not known. Required: yes."]
 * ```
 */
export function explain(criterion: Criterion, facts: Facts, setting: Setting): Explanation {
  const { outcome, reasons } = judge(criterion, facts, setting, false);
  const open = outcome === "undetermined" ? reasons.map(({ fact }) => statedFactBehind(fact, setting.vocabulary)) : [];
  return { outcome, because: reasons, missing: [...new Set(open)] };
}

interface Judgement {
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
}

function judge(criterion: Criterion, facts: Facts, setting: Setting, negated: boolean): Judgement {
  switch (criterion.op) {
    case "all":
    case "any": {
      const parts = criterion.of.map((part) => judge(part, facts, setting, negated));
      const outcomes = parts.map((part) => part.outcome);
      // The opposite of all is any of the opposites.
      const outcome = (criterion.op === "all") === negated ? anyOf(outcomes) : allOf(outcomes);
      return { outcome, reasons: parts.filter((part) => part.outcome === outcome).flatMap((part) => part.reasons) };
    }
    case "not":
      return judge(criterion.of, facts, setting, !negated);
    case "rule":
      throw new TypeError(`the rule "${criterion.rule}" is only named: resolve the reference against a policy first`);
    default: {
      const known = knownFact(criterion.fact, facts, setting);
      const plain = conditionOutcome(criterion, known);
      const outcome = negated ? opposite(plain) : plain;
      return { outcome, reasons: [reasonOf(criterion, known, negated, outcome, setting)] };
    }
  }
}

const reasonOf = (
  condition: Condition,
  known: FactValue | undefined,
  negated: boolean,
  outcome: Outcome,
  setting: Setting,
): Reason => ({
  fact: condition.fact,
  value: known ?? null,
  op: condition.op,
  limit: condition.value,
  negated,
  outcome,
  ...(condition.cited === undefined ? {} : { cited: condition.cited }),
  text: reasonText(condition, known, negated, setting.vocabulary),
});
