import { addDays, type CalendarDate, type DateInterval, daysBetween, overlap } from "@finsam/model";

/** A run of days with a last one, both included. */
export interface DayRun {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A set of days as runs: in order, with a day or more between one and the next. */
export type DaySet = readonly DayRun[];

/**
 * The days that lie in one interval or more, each once. What goes on (`to: null`) counts up to the last day given, and nothing counts after
 * it.
 *
 * @example
 * ```ts
 * import { daySetOf } from "@finsam/pathway";
 * const twice = [{ from: "2024-01-01", to: "2024-01-10" }, { from: "2024-01-05", to: null }];
 * daySetOf(twice, "2024-01-31"); // => [{ from: "2024-01-01", to: "2024-01-31" }]
 * ```
 */
export function daySetOf(intervals: readonly DateInterval[], until: CalendarDate): DaySet {
  const bounded = intervals
    .flatMap(({ from, to }) => (from > until ? [] : [{ from, to: to === null || to > until ? until : to }]))
    .sort((a, b) => compare(a.from, b.from));
  const runs: DayRun[] = [];
  for (const run of bounded) {
    const last = runs.at(-1);
    if (last !== undefined && daysBetween(last.to, run.from) <= 1)
      runs.splice(-1, 1, { from: last.from, to: run.to > last.to ? run.to : last.to });
    else runs.push(run);
  }
  return runs;
}

/**
 * How many days a set holds.
 *
 * @example
 * ```ts
 * import { daysIn } from "@finsam/pathway";
 * daysIn([{ from: "2024-02-28", to: "2024-03-01" }]); // => 3
 * ```
 */
export function daysIn(days: DaySet): number {
  return days.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
}

/** The days of a set that lie in an interval too. */
export function daysWithin(days: DaySet, interval: DateInterval): DaySet {
  return days.flatMap((run) => {
    const shared = overlap(run, interval);
    return shared === undefined || shared.to === null ? [] : [{ from: shared.from, to: shared.to }];
  });
}

/** The days of a run that are not in a set. */
export function daysMissing(run: DayRun, days: DaySet): DaySet {
  const missing: DayRun[] = [];
  let next = run.from;
  for (const { from, to } of daysWithin(days, run)) {
    if (next < from) missing.push({ from: next, to: addDays(from, -1) });
    if (to === run.to) return missing;
    next = addDays(to, 1);
  }
  return [...missing, { from: next, to: run.to }];
}

/** Order of texts and of days. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
