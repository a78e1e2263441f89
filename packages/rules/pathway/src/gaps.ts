import { addDays, type CalendarDate, type DateInterval, daysBetween, overlap, type Text } from "@finsam/model";
import type { ContinuityChange } from "@finsam/policy";
import { compare, type DayRun, type DaySet, daySetOf, daysMissing, daysWithin } from "./day-set.ts";
import { daysOf, type Pathway, type PathwayAbsence, type PathwayIntervention } from "./pathway.ts";

/**
 * Why nothing went on: `waiting` (väntan) between a referral and the start; `between` the end of one intervention and the start or referral
 * of the next; or nobody in the place of a case worker or care centre that the person left.
 */
export type GapKind = "waiting" | "between" | `change-of-${ContinuityChange}`;

/** A gap (glapp): whole days, both ends included. */
export interface Gap extends DayRun {
  readonly kind: GapKind;
  readonly days: number;
  /** It goes on at the reference date. */
  readonly open: boolean;
  /** Interventions: those waited for, those before and after, or, at a change, those that went on meanwhile. */
  readonly interventions: readonly string[];
  /** Whether it is at least as long as the association marks; missing where no length is stated. */
  readonly highlighted?: boolean;
  /** Absence in these days that was known of. The gap is kept as long as it is. */
  readonly absences: readonly PathwayAbsence[];
}

/** The gaps of a person, and what could not be looked at. */
export interface Gaps {
  /** From the first referral or start to the last day on which something went on or was waited for. */
  readonly span?: DayRun;
  /** The days of the span with an intervention. Together with the gaps in them they are the whole span. */
  readonly covered: DaySet;
  /** Waiting and between, in order: days of the span without an intervention. */
  readonly withoutIntervention: readonly Gap[];
  /** Days without a case worker or care centre, whether or not an intervention went on. */
  readonly withoutContact: readonly Gap[];
  /** Interventions of which nobody can tell how long was waited: returned on a day not known, or begun or returned before the referral. */
  readonly notLookedAt: readonly string[];
}

/** Up to which day to look, and from how many days a gap is marked, where the association states it. */
export interface GapOptions {
  readonly on: CalendarDate;
  readonly highlightFrom?: number | undefined;
}

/**
 * Finds the gaps (glapp) in the pathway of a person up to a reference date: every day without an intervention between the first referral or
 * start and the last day that is known. There is no official length from which a gap does harm, so all of one day or more are listed. After
 * the last end there is no gap unless something is waited for: the person may be at work. An end and a start on the same day, or on
 * days that follow each other, leave no gap.
 *
 * @example
 * ```ts
 * import { gapsOf } from "@finsam/pathway";
 * const label = { sv: "Insats", en: "Intervention" };
 * const pathway = { person: "p1", interventions: [{ id: "a", label, start: "2024-01-01", end: "2024-01-31" },
 *   { id: "b", label, referred: "2024-02-15", start: "2024-03-01" }] };
 * gapsOf(pathway, { on: "2024-03-31" }).withoutIntervention.map(({ kind, days }) => [kind, days]);
 * // => [["between", 14], ["waiting", 15]]
 * ```
 */
export function gapsOf(pathway: Pathway, options: GapOptions): Gaps {
  const { on } = options;
  const interventions = pathway.interventions.filter(
    ({ referred, start }) => (referred ?? on) <= on || (start !== undefined && start <= on),
  );
  const notLookedAt = interventions.filter(isWaitUnknown).map(({ id }) => id);
  const covered = daySetOf(
    interventions.flatMap((one) => daysOf(one) ?? []),
    on,
  );
  const waits = interventions.flatMap((one) => waitOf(one, on));
  const waiting = daySetOf(
    waits.map(({ days }) => days),
    on,
  );
  const [first, last] = ends([...covered, ...waiting]);
  const gap = gapIn(pathway, options);
  const span = first === undefined || last === undefined ? undefined : { from: first, to: last };
  const missing = span === undefined ? [] : daysMissing(span, covered);
  const withoutIntervention = missing.flatMap((run) => [
    ...daysWithin(waiting, run).map((part) =>
      gap(
        "waiting",
        part,
        waits.filter(({ days }) => overlap(days, part) !== undefined).map(({ id }) => id),
      ),
    ),
    ...daysMissing(run, waiting).map((part) => gap("between", part, neighbours(interventions, part))),
  ]);
  const ongoingIn = (run: DayRun): readonly string[] =>
    interventions
      .filter((one) => {
        const days = daysOf(one);
        return days !== undefined && overlap(days, run) !== undefined;
      })
      .map(({ id }) => id);
  const withoutContact = (pathway.changes ?? []).flatMap(({ change, left, successor }): readonly Gap[] => {
    if (left >= on) return [];
    const from = addDays(left, 1);
    const to = successor === undefined || successor > on ? on : addDays(successor, -1);
    return from > to ? [] : [gap(`change-of-${change}`, { from, to }, ongoingIn({ from, to }))];
  });
  return {
    ...(span === undefined ? {} : { span }),
    covered,
    withoutIntervention: withoutIntervention.sort(byFirstDay),
    withoutContact: withoutContact.sort(byFirstDay),
    notLookedAt,
  };
}

/** What the kinds of gaps are called. */
export const gapLabels: Readonly<Record<GapKind, Text>> = {
  waiting: { sv: "väntan på start", en: "waiting to start" },
  between: { sv: "mellan insatser", en: "between interventions" },
  "change-of-case-worker": { sv: "byte av handläggare", en: "change of case worker" },
  "change-of-care-centre": { sv: "byte av vårdcentral", en: "change of care centre" },
};

const isWaitUnknown = ({ referred, start, returned }: PathwayIntervention): boolean => {
  const ended = returned === undefined ? start : returned.on;
  if (returned !== undefined && ended === undefined) return true;
  return referred !== undefined && ended !== undefined && ended < referred;
};

interface Wait {
  readonly id: string;
  readonly days: DateInterval;
}

/** The days from a referral to the day before the start or the return; nothing where one of them is not known. */
function waitOf({ id, referred, start, returned }: PathwayIntervention, on: CalendarDate): readonly Wait[] {
  if (referred === undefined || referred > on) return [];
  if (returned !== undefined)
    return returned.on === undefined || returned.on < referred
      ? []
      : [{ id, days: { from: referred, to: returned.on } }];
  if (start !== undefined && start <= referred) return [];
  return [{ id, days: { from: referred, to: start === undefined ? null : addDays(start, -1) } }];
}

/** The gap on a run of days, with what is known about them. */
const gapIn =
  ({ absences = [] }: Pathway, { on, highlightFrom }: GapOptions) =>
  (kind: GapKind, { from, to }: DayRun, interventions: readonly string[]): Gap => {
    const days = daysBetween(from, to) + 1;
    return {
      kind,
      from,
      to,
      days,
      open: to === on,
      interventions,
      ...(highlightFrom === undefined ? {} : { highlighted: days >= highlightFrom }),
      absences: absences.filter(
        ({ start, end }) => overlap({ from: start, to: end ?? null }, { from, to }) !== undefined,
      ),
    };
  };

/** The interventions that ended last before a run of days, and those that begin first after it. */
function neighbours(interventions: readonly PathwayIntervention[], { from, to }: DayRun) {
  const endings = interventions.filter((one) => daysOf(one)?.to === addDays(from, -1));
  const next = addDays(to, 1);
  const beginnings = interventions.filter((one) => one.start === next || one.referred === next);
  return [...endings, ...beginnings].map(({ id }) => id);
}

const ends = (runs: DaySet): readonly [CalendarDate | undefined, CalendarDate | undefined] => [
  runs.map(({ from }) => from).sort()[0],
  runs
    .map(({ to }) => to)
    .sort()
    .at(-1),
];

const byFirstDay = (a: DayRun, b: DayRun): number => compare(a.from, b.from) || compare(a.to, b.to);
