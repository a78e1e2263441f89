import type { Condition, Criterion } from "../criterion.ts";

/** A criterion, and what it is to come out as. */
export interface Goal {
  readonly criterion: Criterion;
  readonly outcome: "met" | "notMet";
}

/** A condition, and what everything beside it must come out as for it to decide alone. */
export interface DecidingCondition {
  readonly condition: Condition;
  readonly others: readonly Goal[];
}

/**
 * Every condition of a criterion, from left to right. One inside an all decides when the other parts are met, one inside an any when
 * they are not: then the condition and the whole turn together.
 */
export function decidingConditions(criterion: Criterion, others: readonly Goal[] = []): readonly DecidingCondition[] {
  switch (criterion.op) {
    case "all":
    case "any": {
      const outcome = criterion.op === "all" ? "met" : "notMet";
      return criterion.of.flatMap((part, index) => {
        const beside = criterion.of.filter((_, other) => other !== index);
        return decidingConditions(part, [...others, ...beside.map((one) => ({ criterion: one, outcome }) as const)]);
      });
    }
    case "not":
      return decidingConditions(criterion.of, others);
    case "rule":
      throw new TypeError(`the rule "${criterion.rule}" is only named: resolve the reference against a policy first`);
    default:
      return [{ condition: criterion, others }];
  }
}
