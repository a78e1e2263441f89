import type { Condition } from "../criterion.ts";
import { definitionOf } from "../definition-of.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** The age whose birthday turns a condition: at most 66 turns on the 67th. `undefined` when it does not ask for completed years. */
export function turningAge({ fact, op, value }: Condition, vocabulary: Vocabulary): number | undefined {
  if (definitionOf(vocabulary, fact)?.type !== "completedYears" || typeof value !== "number") return undefined;
  return op === "atLeast" || op === "lessThan" ? Math.ceil(value) : Math.floor(value) + 1;
}
