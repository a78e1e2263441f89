import { codeById } from "@finsam/model";
import type { ExitReasonResult } from "@finsam/policy";
import type { ExitReasonRules } from "./exit-reason-rules.ts";
import { type ExitRecord, isFollowed } from "./exit-record.ts";

/**
 * Why a participation has no place in any base for positive results: it is not followed up (no consent, or anonymous), it never was a
 * participation (wrong registration), the person was returned before the start, it goes on, or its reason is excluded.
 *
 * @example
 * ```ts
 * import type { NotCounted } from "@finsam/exit-reasons";
 * const because: NotCounted = "ongoing";
 * because; // => "ongoing"
 * ```
 */
export type NotCounted = "not-followed" | "not-a-participation" | "returned-before-start" | "ongoing" | "excluded";

/**
 * Whether a participation ended with a positive result: `met`, `notMet`, or `undetermined` while the reason is not known. The question
 * is not put to a participation that is not `counted`.
 *
 * @example
 * ```ts
 * import type { ExitResult } from "@finsam/exit-reasons";
 * const deceased: ExitResult = { counted: false, because: "excluded" };
 * deceased.counted; // => false
 * ```
 */
export type ExitResult =
  | { readonly counted: true; readonly positive: "met" | "notMet" | "undetermined" }
  | { readonly counted: false; readonly because: NotCounted };

/**
 * Tells whether a participation ended with a positive result (positivt resultat). A reason that is missing, `unknown` or not in the list
 * leaves it undetermined.
 *
 * Source of the default rules: Follow-up 2021, "positive result, that is exit reason 1 and 2".
 *
 * @example
 * ```ts
 * import { exitReasonRules, exitResult } from "@finsam/exit-reasons";
 * exitResult({ end: "2021-09-01", exitReason: "illness" }, exitReasonRules); // => { counted: true, positive: "notMet" }
 * exitResult({ end: "2021-09-01" }, exitReasonRules); // => { counted: true, positive: "undetermined" }
 * exitResult({ start: "2021-03-01" }, exitReasonRules); // => { counted: false, because: "ongoing" }
 * ```
 */
export function exitResult(exit: ExitRecord, rules: ExitReasonRules): ExitResult {
  if (!isFollowed(exit)) return { counted: false, because: "not-followed" };
  const result = resultOfReason(exit.exitReason, rules);
  if (result === "not-a-participation") return { counted: false, because: result };
  if (exit.returnedBeforeStart !== undefined) return { counted: false, because: "returned-before-start" };
  if (exit.end === undefined) return { counted: false, because: "ongoing" };
  if (result === "excluded") return { counted: false, because: result };
  return { counted: true, positive: outcomes[result] };
}

const outcomes = { positive: "met", "not-positive": "notMet", unknown: "undetermined" } as const;

function resultOfReason(reason: string | undefined, { list, results }: ExitReasonRules): ExitReasonResult {
  const code = reason === undefined ? undefined : codeById(list, reason);
  return (code && results[code.id]) ?? "unknown";
}

/**
 * How many participations ended with which result. A share of positive results is `positive` of `baseKnown` (a known, countable reason),
 * and is shown beside `positive` of `baseAll` (unknown reasons included), so that a reader sees what the unknown ones may change.
 *
 * @example
 * ```ts
 * import { countExitResults, type ExitResultCounts, exitReasonRules } from "@finsam/exit-reasons";
 * const none: ExitResultCounts = countExitResults([], exitReasonRules);
 * none.notCounted.ongoing; // => 0
 * ```
 */
export type ExitResultCounts = {
  readonly positive: number;
  readonly notPositive: number;
  readonly undetermined: number;
  /** positive + notPositive */
  readonly baseKnown: number;
  /** positive + notPositive + undetermined */
  readonly baseAll: number;
  readonly notCounted: Readonly<Record<NotCounted, number>>;
};

/**
 * Counts results. Every participation given is counted in exactly one place: `baseAll` and the numbers in `notCounted` sum to all. Give
 * the participations of one sex, intervention or year to count those; counts of separate groups add up number by number.
 *
 * @example
 * ```ts
 * import { countExitResults, exitReasonRules } from "@finsam/exit-reasons";
 * const counts = countExitResults(
 *   [{ end: "2021-05-01", exitReason: "illness" }, { end: "2021-06-01" }, { start: "2021-03-01" }],
 *   exitReasonRules,
 * );
 * [counts.positive, counts.baseKnown, counts.baseAll, counts.notCounted.ongoing]; // => [0, 1, 2, 1]
 * ```
 */
export function countExitResults(exits: Iterable<ExitRecord>, rules: ExitReasonRules): ExitResultCounts {
  const counted = { met: 0, notMet: 0, undetermined: 0 };
  const notCounted = {
    "not-followed": 0,
    "not-a-participation": 0,
    "returned-before-start": 0,
    ongoing: 0,
    excluded: 0,
  };
  for (const exit of exits) {
    const result = exitResult(exit, rules);
    if (result.counted) counted[result.positive] += 1;
    else notCounted[result.because] += 1;
  }
  const baseKnown = counted.met + counted.notMet;
  return {
    positive: counted.met,
    notPositive: counted.notMet,
    undetermined: counted.undetermined,
    baseKnown,
    baseAll: baseKnown + counted.undetermined,
    notCounted,
  };
}
