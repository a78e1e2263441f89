import { addDays, type CalendarDate, daysBetween, includesDay, overlap } from "@finsam/model";
import type { Focus } from "@finsam/policy";
import { compare, type DayRun, daySetOf } from "./day-set.ts";
import { activeIn, type Pathway } from "./pathway.ts";

/** Up to which day to look, and whether a hand-over on the same day counts as parallel (else it does not). */
export interface ParallelOptions {
  readonly on: CalendarDate;
  readonly sameDayHandOver?: "parallel";
}

/** Two interventions that share a day or more. */
export interface Overlap extends DayRun {
  readonly between: readonly [string, string];
  readonly days: number;
  /** What the two work on together; missing when it is not known of one of them. */
  readonly focus?: readonly Focus[];
}

/** Days on which the same interventions go on. */
export interface OngoingRun extends DayRun {
  readonly interventions: readonly string[];
  readonly focus: readonly Focus[];
  /** Whether there are two or more. */
  readonly parallel: boolean;
  /**
   * Whether they are as the research on indicators (BIP) asks: something job-focused together with something else. `undetermined` when
   * what is known is not enough and the focus of one is not known.
   */
  readonly bip: "met" | "notMet" | "undetermined";
}

/**
 * Pairs of interventions that go on at the same time (parallella insatser): they share at least one day. When one ends on the day the
 * next begins, that is a hand-over and not parallel, unless asked for. Where spells are recorded, a pause is not parallel to anything.
 *
 * @example
 * ```ts
 * import { overlapsOf } from "@finsam/pathway";
 * const label = { sv: "Insats", en: "Intervention" };
 * const pathway = { person: "p1", interventions: [
 *   { id: "a", label, start: "2024-01-01", end: "2024-03-31" }, { id: "b", label, start: "2024-03-25" }] };
 * overlapsOf(pathway, { on: "2024-06-30" }); // => [{ between: ["a", "b"], from: "2024-03-25", to: "2024-03-31", days: 7 }]
 * ```
 */
export function overlapsOf(pathway: Pathway, options: ParallelOptions): readonly Overlap[] {
  const begun = begunIn(pathway, options.on);
  return begun.flatMap((one, index) =>
    begun.slice(index + 1).flatMap((other): readonly Overlap[] => {
      const shared = overlap(one.days, other.days);
      if (shared === undefined || shared.to === null) return [];
      if (options.sameDayHandOver !== "parallel" && (handsOver(one, other) || handsOver(other, one))) return [];
      const focus = one.focus === undefined || other.focus === undefined ? undefined : focusOf([one, other]);
      return [
        {
          between: [one.id, other.id],
          from: shared.from,
          to: shared.to,
          days: daysBetween(shared.from, shared.to) + 1,
          ...(focus === undefined ? {} : { focus }),
        },
      ];
    }),
  );
}

/**
 * The days with interventions, in runs on which the same ones go on. Days without any are in no run. The day of a hand-over belongs to the
 * intervention that begins.
 *
 * @example
 * ```ts
 * import { ongoingRuns } from "@finsam/pathway";
 * const label = { sv: "Insats", en: "Intervention" };
 * const pathway = { person: "p1", interventions: [
 *   { id: "health", label, focus: ["health" as const], start: "2024-01-01", end: "2024-03-31" },
 *   { id: "job", label, focus: ["job-focused" as const], start: "2024-03-01" }] };
 * ongoingRuns(pathway, { on: "2024-04-30" }).map(({ from, bip }) => [from, bip]);
 * // => [["2024-01-01", "notMet"], ["2024-03-01", "met"], ["2024-04-01", "notMet"]]
 * ```
 */
export function ongoingRuns(pathway: Pathway, options: ParallelOptions): readonly OngoingRun[] {
  const all = begunIn(pathway, options.on);
  // The day of a hand-over belongs to the one that begins.
  const begun =
    options.sameDayHandOver === "parallel"
      ? all
      : all.map((one) =>
          all.some((other) => handsOver(one, other))
            ? { ...one, days: { from: one.days.from, to: addDays(one.days.to, -1) } }
            : one,
        );
  const borders = [...new Set(begun.flatMap(({ days }) => [days.from, ...dayAfter(days.to)]))].sort();
  return borders.flatMap((from, index): readonly OngoingRun[] => {
    const next = borders[index + 1];
    const ongoing = begun.filter(({ days }) => includesDay(days, from));
    if (ongoing.length === 0) return [];
    return [
      {
        from,
        to: next === undefined ? options.on : addDays(next, -1),
        interventions: ongoing.map(({ id }) => id),
        focus: focusOf(ongoing),
        parallel: ongoing.length > 1,
        bip: bipOutcome(ongoing),
      },
    ];
  });
}

/** The day after a day; none after the last one that there is. */
const dayAfter = (day: CalendarDate): readonly CalendarDate[] => (day === "9999-12-31" ? [] : [addDays(day, 1)]);

/** A run of days on which an intervention goes on, up to the reference date. */
interface Begun {
  readonly id: string;
  readonly focus?: readonly Focus[] | undefined;
  readonly days: DayRun;
  /** The last day, where the run has ended by the reference date. */
  readonly ended: CalendarDate | undefined;
}

const begunIn = ({ interventions }: Pathway, on: CalendarDate): readonly Begun[] =>
  interventions
    .flatMap((intervention) => {
      const { id, focus } = intervention;
      const active = activeIn(intervention);
      const goesOn = active.some((days) => days.from <= on && (days.to === null || days.to > on));
      return daySetOf(active, on).map(
        (days): Begun => ({ id, focus, days, ended: days.to === on && goesOn ? undefined : days.to }),
      );
    })
    .sort((a, b) => compare(a.days.from, b.days.from) || compare(a.id, b.id));

/** One ends on the day the other begins, having begun earlier, and the other goes on after it. */
const handsOver = (one: Begun, other: Begun): boolean =>
  one.ended !== undefined &&
  one.ended === other.days.from &&
  one.days.from < other.days.from &&
  (other.ended === undefined || other.ended > one.ended);

const foci: readonly Focus[] = ["job-focused", "competence", "health", "social"];

const focusOf = (ongoing: readonly Begun[]): readonly Focus[] =>
  foci.filter((focus) => ongoing.some((one) => one.focus?.includes(focus)));

function bipOutcome(ongoing: readonly Begun[]): OngoingRun["bip"] {
  const known = focusOf(ongoing);
  if (known.includes("job-focused") && known.length > 1) return "met";
  return ongoing.some(({ focus }) => focus === undefined) ? "undetermined" : "notMet";
}
