import type { FactValue } from "@finsam/model";
import type { Comparison, Condition } from "./criterion.ts";
import { boundsOf } from "./known-fact.ts";
import type { Outcome } from "./outcome.ts";

/**
 * Whether what is known of a fact meets a condition.
 *
 * @throws TypeError when the value is of a kind that the condition cannot judge: facts go through `readFacts`, criteria through
 * `criterionProblems` and limits through policy before they come here.
 */
export function conditionOutcome(condition: Condition, known: FactValue | undefined): Outcome {
  const limit = condition.value;
  if (typeof limit === "object" && "parameter" in limit)
    throw new TypeError(`the limit "${limit.parameter}" is not filled in: resolve the rule against a policy first`);
  if (known === undefined) return "undetermined";
  switch (condition.op) {
    case "is":
      if (typeof known === "boolean") return known === limit ? "met" : "notMet";
      break;
    case "in":
      if (typeof known === "string" && Array.isArray(limit)) return limit.includes(known) ? "met" : "notMet";
      break;
    case "hasAny":
      if (Array.isArray(known) && Array.isArray(limit))
        return known.some((code) => limit.includes(code)) ? "met" : "notMet";
      break;
    default: {
      const bounds = boundsOf(known);
      if (bounds !== undefined && typeof limit === typeof bounds.min) return compare(condition.op, bounds, limit);
    }
  }
  throw new TypeError(`"${condition.fact}" cannot be judged by "${condition.op}": its value is of another kind`);
}

// Dates are compared as text: YYYY-MM-DD sorts by day.
function compare(
  op: Comparison,
  { min, max }: { readonly min: number | string; readonly max: number | string },
  limit: unknown,
): Outcome {
  const boundary = limit as number | string;
  switch (op) {
    case "atLeast":
      return min >= boundary ? "met" : max < boundary ? "notMet" : "undetermined";
    case "moreThan":
      return min > boundary ? "met" : max <= boundary ? "notMet" : "undetermined";
    case "atMost":
      return max <= boundary ? "met" : min > boundary ? "notMet" : "undetermined";
    case "lessThan":
      return max < boundary ? "met" : min >= boundary ? "notMet" : "undetermined";
  }
}
