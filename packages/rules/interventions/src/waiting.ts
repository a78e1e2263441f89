import { type CalendarDate, daysBetween, type Sex, type SexCounts, sexes } from "@finsam/model";
import { sumBySex } from "./by-sex.ts";

/** Somebody who has applied to an intervention, and what came of it. */
export interface Application {
  readonly sex: Sex;
  /** The day of the application. */
  readonly applied: CalendarDate;
  /** First day of the participation; missing while the person waits. */
  readonly started?: CalendarDate | undefined;
  /** The day on which the person left the queue without starting (återremitterad före start). */
  readonly left?: CalendarDate | undefined;
}

/**
 * How many wait on a day: who has applied, and has neither started nor left the queue. On the day of the start one waits no more.
 *
 * @example
 * ```ts
 * import { queueOn } from "@finsam/interventions";
 * const applications = [{ sex: "woman", applied: "2021-03-01", started: "2021-08-02" }, { sex: "man", applied: "2021-06-01" }] as const;
 * queueOn(applications, "2021-08-01").total; // => 2
 * queueOn(applications, "2021-08-02"); // => { woman: 0, man: 1, other: 0, unknown: 0, total: 1 }
 * ```
 */
export const queueOn = (applications: readonly Application[], on: CalendarDate): SexCounts =>
  sumBySex(
    applications.filter(({ applied, started, left }) => applied <= on && !isOver(started, on) && !isOver(left, on)),
  );

/** How long people waited, as known on a day. */
export interface WaitingTime {
  /** People who have started. */
  readonly started: number;
  /** People who still wait. */
  readonly waiting: number;
  /** People who left the queue without starting. */
  readonly left: number;
  /**
   * The days within which half of them start (Kaplan and Meier's median). Who still waits, and who left, has waited at least so long as
   * is known. Null while it is not reached: it is then more than `longestDays`.
   */
  readonly medianDays: number | null;
  /** The longest that anybody is known to have waited, started or not; null when nobody has applied. */
  readonly longestDays: number | null;
}

/**
 * Waiting times (väntetid) in whole days from the application to the start, for all and for each sex. Who still waits counts as having
 * waited at least until the day asked about, never as zero and never left out: otherwise a queue that stands still looks short. An
 * application with a start or an end before it is in `notUsable`. The counts may be of one person: withhold small ones, with their
 * medians, before they are published.
 *
 * Source of the method: Kaplan and Meier, Nonparametric estimation from incomplete observations, JASA 53 (1958).
 *
 * @example
 * ```ts
 * import { waitingTimes } from "@finsam/interventions";
 * const applications = [
 *   { sex: "woman", applied: "2021-01-01", started: "2021-01-11" },
 *   { sex: "man", applied: "2021-01-01" },
 *   { sex: "man", applied: "2021-01-01" },
 * ] as const;
 * waitingTimes(applications, "2021-06-01").total;
 * // => { started: 1, waiting: 2, left: 0, medianDays: null, longestDays: 151 }
 * ```
 */
export function waitingTimes(
  applications: readonly Application[],
  on: CalendarDate,
): Readonly<Record<Sex | "total", WaitingTime>> & { readonly notUsable: number } {
  const made = applications.filter(({ applied }) => applied <= on);
  const usable = made.filter(({ applied, started, left }) => !(isBefore(started, applied) || isBefore(left, applied)));
  const of = (some: readonly Application[]): WaitingTime => waitingTime(some.map((one) => waitOf(one, on)));
  const [woman, man, other, unknown] = sexes.map((sex) => of(usable.filter((one) => one.sex === sex)));
  const none = of([]);
  return {
    woman: woman ?? none,
    man: man ?? none,
    other: other ?? none,
    unknown: unknown ?? none,
    total: of(usable),
    notUsable: made.length - usable.length,
  };
}

interface Wait {
  readonly days: number;
  readonly ended: "started" | "left" | "waiting";
}

function waitOf({ applied, started, left }: Application, on: CalendarDate): Wait {
  if (started !== undefined && started <= on) return { days: daysBetween(applied, started), ended: "started" };
  if (left !== undefined && left <= on) return { days: daysBetween(applied, left), ended: "left" };
  return { days: daysBetween(applied, on), ended: "waiting" };
}

function waitingTime(waits: readonly Wait[]): WaitingTime {
  const number = (ended: Wait["ended"]) => waits.filter((wait) => wait.ended === ended).length;
  return {
    started: number("started"),
    waiting: number("waiting"),
    left: number("left"),
    medianDays: medianOf(waits),
    longestDays: waits.length === 0 ? null : Math.max(...waits.map(({ days }) => days)),
  };
}

/** The first day by which at most half are still without a start. */
function medianOf(waits: readonly Wait[]): number | null {
  const days = [...new Set(waits.filter(({ ended }) => ended === "started").map((wait) => wait.days))].sort(
    (a, b) => a - b,
  );
  let without = 1;
  for (const day of days) {
    const stillThere = waits.filter((wait) => wait.days >= day).length;
    const starting = waits.filter((wait) => wait.days === day && wait.ended === "started").length;
    without *= (stillThere - starting) / stillThere;
    // The factors are fractions of small numbers: exactly half must not be missed by a rounding.
    if (without <= 0.5 + 1e-9) return day;
  }
  return null;
}

const isOver = (day: CalendarDate | undefined, on: CalendarDate): boolean => day !== undefined && day <= on;

const isBefore = (day: CalendarDate | undefined, applied: CalendarDate): boolean => day !== undefined && day < applied;
