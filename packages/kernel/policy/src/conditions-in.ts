import type { Condition, Criterion } from "@finsam/criteria";

/** The conditions of a criterion itself, from left to right; those of rules that it only names are not among them. */
export function conditionsIn(criterion: Criterion): readonly Condition[] {
  switch (criterion.op) {
    case "all":
    case "any":
      return criterion.of.flatMap(conditionsIn);
    case "not":
      return conditionsIn(criterion.of);
    case "rule":
      return [];
    default:
      return [criterion];
  }
}
