import { type CalendarDate, daysBetween, type Text } from "@finsam/model";

/** Something to be done (att göra): a milestone, a follow-up, a review. */
export interface Duty {
  readonly id: string;
  readonly label: Text;
  /** First day on which it falls due; left out when it may be done at any time before the last. */
  readonly from?: CalendarDate;
  /** Last day; left out when no source states one, and then it is never late. */
  readonly by?: CalendarDate;
  /** What is to be done at it. */
  readonly actions?: readonly Text[];
  /** The organisations or roles that have it to do. */
  readonly responsible?: readonly Text[];
}

/**
 * What is known about whether it was done: done, with the day where that is known; `not-done`, by a record that would say so; or
 * `not-recorded`, where no record would tell (a register that does not hold it).
 */
export type Done = { readonly on?: CalendarDate | undefined } | "not-done" | "not-recorded";

/**
 * How something stands on a day: `upcoming` (kommer) before its first day, `due` (aktuell) within its days, `late` (försenad) after them,
 * `done` (gjord), or `passed` (passerad): its days are over and nobody recorded whether it was done, which is not the same as late.
 */
export interface Standing {
  readonly state: "upcoming" | "due" | "late" | "done" | "passed";
  readonly doneOn?: CalendarDate;
  /** Days after the last day: up to the reference date when late, up to the day it was done when done too late. */
  readonly daysLate?: number;
}

/**
 * How something stands on a reference date. What was done after that date was not yet done on it; what was done on a day nobody knows is
 * done.
 *
 * @example
 * ```ts
 * import { standingOf } from "@finsam/pathway";
 * const followUp = { id: "follow-up-1", label: { sv: "Uppföljning", en: "Follow-up" }, from: "2023-09-04", by: "2023-09-24" };
 * standingOf(followUp, "not-done", "2023-09-26"); // => { state: "late", daysLate: 2 }
 * standingOf(followUp, "not-recorded", "2023-09-26"); // => { state: "passed" }
 * standingOf(followUp, { on: "2023-09-20" }, "2023-09-26"); // => { state: "done", doneOn: "2023-09-20" }
 * ```
 */
export function standingOf({ from, by }: Pick<Duty, "from" | "by">, done: Done, on: CalendarDate): Standing {
  if (typeof done === "object" && done.on === undefined) return { state: "done" };
  if (typeof done === "object" && done.on !== undefined && done.on <= on) {
    const daysLate = by === undefined ? 0 : daysBetween(by, done.on);
    return { state: "done", doneOn: done.on, ...(daysLate > 0 ? { daysLate } : {}) };
  }
  if (from !== undefined && on < from) return { state: "upcoming" };
  if (by === undefined || on <= by) return { state: "due" };
  return done === "not-recorded" ? { state: "passed" } : { state: "late", daysLate: daysBetween(by, on) };
}

/** What the states are called. */
export const standingLabels: Readonly<Record<Standing["state"], Text>> = {
  upcoming: { sv: "kommer", en: "upcoming" },
  due: { sv: "aktuell", en: "due" },
  late: { sv: "försenad", en: "late" },
  done: { sv: "gjord", en: "done" },
  passed: { sv: "passerad, ej registrerat", en: "passed, not recorded" },
};
