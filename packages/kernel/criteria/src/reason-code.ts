import type { FactValue } from "@finsam/model";
import * as z from "zod";
import type { Condition } from "./criterion.ts";

/**
 * What is known of the fact that a condition asks about, by its kind: a yes or a no, a code, several codes or none of them, an amount (a
 * number or completed years), a date; and whether it is known in part, or not at all. `@finsam/criteria/sv` and `/en` have the words.
 */
export const ReasonCode = z.enum([
  "yes",
  "no",
  "answer-missing",
  "code",
  "code-missing",
  "codes",
  "no-codes",
  "codes-missing",
  "amount",
  "amount-between",
  "amount-missing",
  "date",
  "date-in-part",
  "date-missing",
]);
export type ReasonCode = z.infer<typeof ReasonCode>;

/** The code of a condition and of what is known of its fact. */
export function reasonCodeOf({ op, value: limit }: Condition, known: FactValue | undefined): ReasonCode {
  switch (op) {
    case "is":
      return known === undefined ? "answer-missing" : known === true ? "yes" : "no";
    case "in":
      return known === undefined ? "code-missing" : "code";
    case "hasAny":
      return known === undefined ? "codes-missing" : Array.isArray(known) && known.length === 0 ? "no-codes" : "codes";
    default:
      if (typeof known === "string") return known.length === 10 ? "date" : "date-in-part";
      if (known === undefined) return typeof limit === "string" ? "date-missing" : "amount-missing";
      return typeof known === "number" ? "amount" : "amount-between";
  }
}
