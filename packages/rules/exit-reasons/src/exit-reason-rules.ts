import { Citation, CodeId, CodeList } from "@finsam/model";
import { ExitReasonResult, exitResultProblems } from "@finsam/policy";
import * as z from "zod";
import { exitReasons } from "./exit-reasons.ts";

/**
 * A list of exit reasons and the result that each stands for. An association with other reasons, or another view of what is a positive
 * result, gives its own. Refused unless every code of the list has a result and every result has a code.
 *
 * @example
 * ```ts
 * import { ExitReasonRules } from "@finsam/exit-reasons";
 * const list = { id: "reasons", version: "1", title: { sv: "Orsaker", en: "Reasons" }, codes: [
 *   { id: "work", label: { sv: "Arbete", en: "Work" }, status: "attested" },
 * ] };
 * ExitReasonRules.safeParse({ list, results: { work: "positive" } }).success; // => true
 * ExitReasonRules.safeParse({ list, results: {} }).success; // => false
 * ```
 */
export const ExitReasonRules = z
  .strictObject({ list: CodeList, results: z.record(CodeId, ExitReasonResult), citation: Citation.optional() })
  .superRefine(({ list, results }, context) => {
    for (const { code, path, message } of exitResultProblems(list, results))
      context.addIssue({ code: "custom", params: { code }, path: ["results", ...path], message });
  });
export type ExitReasonRules = z.infer<typeof ExitReasonRules>;

/**
 * The {@link exitReasons} with the results of Follow-up 2021: positive is reason 1 and 2, and nothing else.
 *
 * That deceased participants and those who withdrew their consent are excluded is a choice of this package: no source says how to
 * count them.
 *
 * @example
 * ```ts
 * import { exitReasonRules } from "@finsam/exit-reasons";
 * exitReasonRules.results["continued-rehabilitation"]; // => "positive"
 * exitReasonRules.results["wrong-registration"]; // => "not-a-participation"
 * ```
 */
export const exitReasonRules: ExitReasonRules = {
  list: exitReasons,
  results: {
    "work-studies-or-active-job-search": "positive",
    "continued-rehabilitation": "positive",
    illness: "not-positive",
    moved: "not-positive",
    "not-relevant-for-members": "not-positive",
    "interrupted-by-participant": "not-positive",
    "consent-withdrawn": "excluded",
    deceased: "excluded",
    "wrong-registration": "not-a-participation",
    other: "not-positive",
    unknown: "unknown",
  },
  citation: { source: "follow-up-2021", place: "Aktivitetsplatsen, lines 325–328" },
};
