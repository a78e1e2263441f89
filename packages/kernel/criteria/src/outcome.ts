import type { Text } from "@finsam/model";
import * as z from "zod";

/**
 * What a criterion says about a person: `met`, `notMet`, or `undetermined` when a missing fact could still turn it either way. Never
 * a boolean, so that "not known" is not taken for "no".
 */
export const Outcome = z.enum(["met", "notMet", "undetermined"]);
export type Outcome = z.infer<typeof Outcome>;

/**
 * What to call each outcome. An association may not decide on an individual's rights (FINSAM act, 2003:1210, 7 §), so the words speak
 * of stated criteria and never of something granted or denied.
 */
export const outcomeLabels: Readonly<Record<Outcome, Text>> = {
  met: { sv: "uppfyller de angivna kriterierna", en: "meets the stated criteria" },
  notMet: { sv: "uppfyller inte de angivna kriterierna", en: "does not meet the stated criteria" },
  undetermined: { sv: "kan inte bedömas, uppgifter saknas", en: "cannot be determined, facts are missing" },
};

/**
 * All of several outcomes, in Kleene's logic: one `notMet` settles it, else one `undetermined` leaves it open.
 *
 * @example
 * ```ts
 * import { allOf } from "@finsam/criteria";
 * allOf(["met", "undetermined"]); // => "undetermined"
 * allOf(["notMet", "undetermined"]); // => "notMet"
 * ```
 */
export function allOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes("notMet")) return "notMet";
  return outcomes.includes("undetermined") ? "undetermined" : "met";
}

/**
 * Any of several outcomes, in Kleene's logic: one `met` settles it, else one `undetermined` leaves it open.
 *
 * @example
 * ```ts
 * import { anyOf } from "@finsam/criteria";
 * anyOf(["met", "undetermined"]); // => "met"
 * anyOf(["notMet", "undetermined"]); // => "undetermined"
 * ```
 */
export function anyOf(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes("met")) return "met";
  return outcomes.includes("undetermined") ? "undetermined" : "notMet";
}

/**
 * The opposite of an outcome. What is undetermined stays so.
 *
 * @example
 * ```ts
 * import { opposite } from "@finsam/criteria";
 * opposite("met"); // => "notMet"
 * opposite("undetermined"); // => "undetermined"
 * ```
 */
export function opposite(outcome: Outcome): Outcome {
  if (outcome === "undetermined") return outcome;
  return outcome === "met" ? "notMet" : "met";
}
