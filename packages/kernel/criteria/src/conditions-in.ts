import type { Condition, Criterion } from "./criterion.ts";

/**
 * The conditions of a criterion itself, from left to right; those of rules that it only names are not among them.
 *
 * @example
 * ```ts
 * import { conditionsIn, not, rule } from "@finsam/criteria";
 * conditionsIn(not({ op: "is", fact: "illHealth", value: true })).map(({ fact }) => fact); // => ["illHealth"]
 * conditionsIn(rule("finsam")); // => []
 * ```
 */
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
