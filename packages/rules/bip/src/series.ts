import {
  addDays,
  type CalendarDate,
  calendarDate,
  dateParts,
  daysBetween,
  type Measurement,
  monthsAfter,
  type PersonId,
} from "@finsam/model";
import type { Instrument } from "@finsam/policy";
import { type Change, change } from "./change.ts";
import { type PersonChange, personChange } from "./changes.ts";
import { contradict, contradictory } from "./contradiction.ts";
import { grouped } from "./grouped.ts";

/**
 * The change from one answer to the next. `caseWorker` tells whether another case worker (handläggare) stands by the later one; `unknown`
 * where one of the two does not say. It names nobody.
 *
 * @example
 * ```ts
 * import type { Step } from "@finsam/bip";
 * const step: Step = { from: "2024-03-01", to: "2024-06-01", change: { outcome: "improved" }, caseWorker: "other" };
 * step.caseWorker; // => "other"
 * ```
 */
export type Step = {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly change: Change;
  readonly caseWorker: "same" | "other" | "unknown";
};

/**
 * The direction of the steps between answers, and nothing more: `improving` when some step is up and none down, `worsening` when some is
 * down and none up, `steady` when all are equal, `mixed` when some go up and some down; `undetermined` when a step cannot be told or
 * there is none.
 *
 * @example
 * ```ts
 * import type { Trend } from "@finsam/bip";
 * const trend: Trend = "mixed";
 * trend; // => "mixed"
 * ```
 */
export type Trend = "improving" | "worsening" | "steady" | "mixed" | "undetermined";

/**
 * A round of measuring: the day it was due, and whether there is an answer, the question was put and not answered, nothing was
 * measured (`missing`), or its days are not over yet (`open`).
 *
 * @example
 * ```ts
 * import type { Round } from "@finsam/bip";
 * const round: Round = { due: "2024-06-01", state: "missing" };
 * round.state; // => "missing"
 * ```
 */
export type Round = {
  readonly due: CalendarDate;
  readonly state: "answered" | "unanswered" | "missing" | "open";
};

/**
 * How one person moved on one indicator, as one respondent sees it, on one scale, round by round. It tells what was answered; it foretells
 * nothing.
 *
 * @example
 * ```ts
 * import { bip, type Series, series } from "@finsam/bip";
 * const none: readonly Series[] = series([], bip, { on: "2024-12-31" });
 * none; // => []
 * ```
 */
export type Series = PersonChange & {
  readonly steps: readonly Step[];
  readonly trend: Trend;
  /** The rounds from the first measurement to the day asked for; `null` when the instrument states no cadence. */
  readonly rounds: readonly Round[] | null;
};

/**
 * Until when rounds are due.
 *
 * @example
 * ```ts
 * import type { SeriesOptions } from "@finsam/bip";
 * const options: SeriesOptions = { on: "2024-12-31", lastDayOf: (person) => (person === "P1" ? "2024-08-31" : undefined) };
 * options.lastDayOf?.("P2"); // => undefined
 * ```
 */
export type SeriesOptions = {
  /** The reference date: rounds after it are not due, and later measurements are left out. */
  readonly on: CalendarDate;
  /** The last day of a person's participation, where it has ended: no round is due after it. */
  readonly lastDayOf?: (person: PersonId) => CalendarDate | undefined;
};

/**
 * Measurement series (mätserier) at the cadence of the instrument, for each person, indicator, respondent and scale, in whatever order
 * the measurements come. Rounds fall due so many months after the first measurement. A measurement belongs to a round within
 * the days that the instrument allows for it, or to the nearest round when it states none.
 *
 * @example
 * ```ts
 * import { bip, series } from "@finsam/bip";
 * const march = { id: "M1", person: "P1", indicator: "own-job-belief", respondent: "participant" as const,
 *   on: "2024-03-01", scale: "one-to-five", value: 2 };
 * const [one] = series([march, { ...march, id: "M2", on: "2024-09-03", value: 4 }], bip, { on: "2024-10-01" });
 * one?.trend; // => "improving"
 * one?.rounds?.map(({ due, state }) => [due, state]);
 * // => [["2024-03-01", "answered"], ["2024-06-01", "missing"], ["2024-09-01", "answered"]]
 * ```
 */
export function series(
  measurements: Iterable<Measurement>,
  instrument: Instrument,
  { on, lastDayOf }: SeriesOptions,
): readonly Series[] {
  const known = [...measurements].filter((measurement) => measurement.on <= on);
  return grouped(known, ({ indicator, respondent, scale, person }) => [indicator, respondent, scale, person]).map(
    (group) => {
      const inOrder = group.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
      const steps = stepsOf(inOrder, instrument);
      const last = lastDayOf?.(group[0].person);
      return {
        ...personChange(group, instrument),
        steps,
        trend: trendOf(steps),
        rounds: roundsOf(inOrder, instrument, on, last === undefined || on < last ? on : last),
      };
    },
  );
}

function stepsOf(inOrder: readonly Measurement[], instrument: Instrument): readonly Step[] {
  const days = grouped(
    inOrder.filter(({ value }) => value !== null),
    ({ on }) => [on],
  );
  return days.slice(1).map((later, index) => {
    const earlier = days[index] ?? later;
    return {
      from: earlier[0].on,
      to: later[0].on,
      change: contradict(earlier) || contradict(later) ? contradictory : change(earlier[0], later[0], instrument),
      caseWorker: caseWorkerBetween(earlier, later),
    };
  });
}

function caseWorkerBetween(earlier: readonly Measurement[], later: readonly Measurement[]): Step["caseWorker"] {
  const [before, after] = [earlier, later].map((day) => day.flatMap(({ caseWorker }) => caseWorker ?? []));
  if (before === undefined || after === undefined || before.length === 0 || after.length === 0) return "unknown";
  return after.some((caseWorker) => before.includes(caseWorker)) ? "same" : "other";
}

function trendOf(steps: readonly Step[]): Trend {
  const outcomes = new Set(steps.map(({ change }) => change.outcome));
  if (steps.length === 0 || outcomes.has("undetermined")) return "undetermined";
  if (outcomes.has("improved")) return outcomes.has("worsened") ? "mixed" : "improving";
  return outcomes.has("worsened") ? "worsening" : "steady";
}

function roundsOf(
  inOrder: readonly Measurement[],
  { cadenceMonths, roundWindowDays }: Instrument,
  on: CalendarDate,
  until: CalendarDate,
): readonly Round[] | null {
  const first = inOrder[0]?.on;
  if (cadenceMonths === undefined || first === undefined) return null;
  const { year, month } = dateParts(first);
  const monthsLeft = (lastYear - year) * 12 + 12 - month;
  const dueOf = (round: number): CalendarDate | undefined =>
    round < 0 || round * cadenceMonths > monthsLeft ? undefined : monthsAfter(first, round * cadenceMonths);
  const rounds: Round[] = [];
  for (let due = dueOf(0); due !== undefined && due <= until; due = dueOf(rounds.length)) {
    const beside = { before: dueOf(rounds.length - 1), after: dueOf(rounds.length + 1) };
    const days = windowOf(due, beside, roundWindowDays);
    const held = inOrder.filter((measurement) => days.from <= measurement.on && measurement.on <= days.to);
    const state = held.some(({ value }) => value !== null)
      ? "answered"
      : held.length > 0
        ? "unanswered"
        : on <= days.to
          ? "open"
          : "missing";
    rounds.push({ due, state });
  }
  return rounds;
}

/** The last year that a date can have: no round is due after it, however far away the reference date is. */
const lastYear = 9999;

/** The days of a round: those that are stated, or those nearer to it than to the rounds beside it, where there are such. */
function windowOf(
  due: CalendarDate,
  beside: { readonly before: CalendarDate | undefined; readonly after: CalendarDate | undefined },
  windowDays: number | undefined,
) {
  const before = beside.before === undefined ? 0 : Math.floor(daysBetween(beside.before, due) / 2);
  const next =
    beside.after === undefined
      ? daysBetween(due, calendarDate(lastYear, 12, 31))
      : Math.floor((daysBetween(due, beside.after) - 1) / 2);
  return {
    from: addDays(due, -Math.min(before, windowDays ?? before)),
    to: addDays(due, Math.min(next, windowDays ?? next)),
  };
}
