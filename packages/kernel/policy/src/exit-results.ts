import { type CodeList, codeById } from "@finsam/model";
import * as z from "zod";

/**
 * What an exit reason says about the result of a participation: `positive` or `not-positive`; `unknown`, it ended and nobody knows why;
 * `excluded`, it ended for a reason that says nothing about the intervention; `not-a-participation`, there was none (felregistrering), so
 * it is counted nowhere.
 */
export const ExitReasonResult = z.enum(["positive", "not-positive", "unknown", "excluded", "not-a-participation"]);
export type ExitReasonResult = z.infer<typeof ExitReasonResult>;

/** An exit reason without a result, or a result without an exit reason; the path is within the results. */
export interface ExitResultProblem {
  readonly code: "exit-result-missing" | "exit-reason-unknown";
  readonly path: readonly string[];
  readonly message: string;
}

/**
 * What keeps a list of exit reasons and their results from fitting each other: every reason has a result, and every result a reason.
 *
 * @example
 * ```ts
 * import { exitResultProblems } from "@finsam/policy";
 * const list = { id: "reasons", version: "1", title: { sv: "Orsaker", en: "Reasons" }, codes: [
 *   { id: "work", label: { sv: "Arbete", en: "Work" }, status: "attested" as const },
 * ] };
 * exitResultProblems(list, { work: "positive" }); // => []
 * exitResultProblems(list, {})[0]?.code; // => "exit-result-missing"
 * ```
 */
export function exitResultProblems(
  list: CodeList,
  results: Readonly<Record<string, ExitReasonResult>>,
): readonly ExitResultProblem[] {
  return [
    ...list.codes
      .filter(({ id }) => !Object.hasOwn(results, id))
      .map(
        ({ id }): ExitResultProblem => ({
          code: "exit-result-missing",
          path: [],
          message: `the exit reason "${id}" has no result; give it one`,
        }),
      ),
    ...Object.keys(results)
      .filter((id) => codeById(list, id) === undefined)
      .map(
        (id): ExitResultProblem => ({
          code: "exit-reason-unknown",
          path: [id],
          message: `"${id}" has a result, but the list has no such exit reason`,
        }),
      ),
  ];
}
