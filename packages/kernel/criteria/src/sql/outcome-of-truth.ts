import type { Outcome } from "../outcome.ts";

/**
 * The outcome that a row says, from what a driver gives for the expression: TRUE as `true`, 1 or 1n, FALSE as `false`, 0 or 0n, NULL as
 * `null`.
 *
 * @throws TypeError for anything else, such as a column that was not selected.
 * @example
 * ```ts
 * import { outcomeOfTruth } from "@finsam/criteria/sql";
 * outcomeOfTruth(1); // => "met"
 * outcomeOfTruth(null); // => "undetermined"
 * ```
 */
export function outcomeOfTruth(value: unknown): Outcome {
  if (value === true || value === 1 || value === 1n) return "met";
  if (value === false || value === 0 || value === 0n) return "notMet";
  if (value === null) return "undetermined";
  throw new TypeError("the value of an SQL condition is true, false, 1, 0 or null: select the expression itself");
}
