import {
  addDays,
  type CalendarDate,
  calendarDate,
  type DateInterval,
  dateParts,
  daysBetween,
  daysInMonth,
  overlap,
  type Sex,
  type SexCounts,
} from "@finsam/model";
import { sumBySex } from "./by-sex.ts";

/** Places that a supplier (leverantör), or an intervention, has room for in a run of days. Several at once add up. */
export interface PlacesOffered {
  /** Which supplier or intervention. */
  readonly at: string;
  readonly from: CalendarDate;
  /** Last day; missing while no end is known. */
  readonly to?: CalendarDate | undefined;
  readonly places: number;
}

/** Somebody who takes up a place: a participation with its first and last day. */
export interface PlaceTaken {
  readonly at: string;
  readonly sex: Sex;
  readonly start: CalendarDate;
  /** Last day; missing while it goes on. */
  readonly end?: CalendarDate | undefined;
}

/** A run of days on which neither the places nor who takes them changes. */
export interface OccupancyRun {
  readonly at: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Null when nothing states how many places there are: not known is not none. */
  readonly places: number | null;
  readonly taken: SexCounts;
}

/**
 * How many places there are and how many are taken, for every day of a period, in runs of days that are alike. More can be taken than
 * there are; that shows, and is not corrected. The counts may be of one person: withhold small ones before they are published. A period
 * that ends before it begins has no days, and no runs.
 *
 * @example
 * ```ts
 * import { occupancyByDay } from "@finsam/interventions";
 * const places = [{ at: "workshop", from: "2021-01-01", places: 2 }];
 * const taken = [{ at: "workshop", sex: "woman", start: "2021-01-02", end: "2021-01-03" }] as const;
 * occupancyByDay(places, taken, { from: "2021-01-01", to: "2021-01-04" }).map(({ from, to, taken: { total } }) => [from, to, total]);
 * // => [["2021-01-01", "2021-01-01", 0], ["2021-01-02", "2021-01-03", 1], ["2021-01-04", "2021-01-04", 0]]
 * ```
 */
export function occupancyByDay(
  offered: readonly PlacesOffered[],
  taken: readonly PlaceTaken[],
  period: { readonly from: CalendarDate; readonly to: CalendarDate },
): readonly OccupancyRun[] {
  const where = [...new Set([...offered, ...taken].map(({ at }) => at))].sort();
  return where.flatMap((at) => {
    const places = offered.filter((one) => one.at === at).map((one) => ({ ...one, days: daysOf(one.from, one.to) }));
    const people = taken.filter((one) => one.at === at).map((one) => ({ ...one, days: daysOf(one.start, one.end) }));
    return alikeRuns([...places, ...people], period).map(({ from, to }): OccupancyRun => {
      const then = { from, to };
      const now = places.filter(({ days }) => overlap(days, then) !== undefined);
      return {
        at,
        from,
        to,
        places: now.length === 0 ? null : now.reduce((sum, one) => sum + one.places, 0),
        taken: sumBySex(people.filter(({ days }) => overlap(days, then) !== undefined)),
      };
    });
  });
}

/** The places of a calendar month, and how much of them was taken. */
export interface OccupancyMonth {
  readonly at: string;
  /** Such as `2021-03`. */
  readonly month: string;
  /** Days of the month that lie in the period. */
  readonly days: number;
  /** Days of them for which nothing states how many places there are. */
  readonly daysWithoutPlaces: number;
  /** Places times the days that they were there. */
  readonly placeDays: number;
  /** People times the days that they took a place. */
  readonly takenDays: SexCounts;
  /** Taken of offered, from 0; above 1 when more was taken. Null when for some day nothing states the places, or there are none. */
  readonly share: number | null;
}

/**
 * Occupancy by calendar month, weighed by days.
 *
 * @example
 * ```ts
 * import { occupancyByMonth } from "@finsam/interventions";
 * const places = [{ at: "workshop", from: "2021-04-01", places: 2 }];
 * const taken = [{ at: "workshop", sex: "man", start: "2021-04-16" }] as const;
 * occupancyByMonth(places, taken, { from: "2021-04-01", to: "2021-04-30" }).map(({ month, share }) => [month, share]); // => [["2021-04", 0.25]]
 * ```
 */
export function occupancyByMonth(
  offered: readonly PlacesOffered[],
  taken: readonly PlaceTaken[],
  period: { readonly from: CalendarDate; readonly to: CalendarDate },
): readonly OccupancyMonth[] {
  const where = [...new Set([...offered, ...taken].map(({ at }) => at))].sort();
  return where.flatMap((at) => {
    const here = (one: { readonly at: string }) => one.at === at;
    return monthsOf(period).map((month): OccupancyMonth => {
      const runs = occupancyByDay(offered.filter(here), taken.filter(here), month);
      const lengthOf = ({ from, to }: OccupancyRun) => daysBetween(from, to) + 1;
      const placeDays = runs.reduce((sum, run) => sum + (run.places ?? 0) * lengthOf(run), 0);
      const daysWithoutPlaces = runs.reduce((sum, run) => sum + (run.places === null ? lengthOf(run) : 0), 0);
      const takenDays = runs.reduce((sum, run) => added(sum, run.taken, lengthOf(run)), sumBySex([]));
      return {
        at,
        month: month.from.slice(0, 7),
        days: daysBetween(month.from, month.to) + 1,
        daysWithoutPlaces,
        placeDays,
        takenDays,
        share: daysWithoutPlaces > 0 || placeDays === 0 ? null : takenDays.total / placeDays,
      };
    });
  });
}

const added = (sum: SexCounts, more: SexCounts, times: number): SexCounts => ({
  woman: sum.woman + more.woman * times,
  man: sum.man + more.man * times,
  other: sum.other + more.other * times,
  unknown: sum.unknown + more.unknown * times,
  total: sum.total + more.total * times,
});

const daysOf = (from: CalendarDate, to: CalendarDate | undefined): DateInterval => ({ from, to: to ?? null });

/** A period cut wherever one of some intervals begins, and after one ends. */
function alikeRuns(
  of: readonly { readonly days: DateInterval }[],
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): readonly { readonly from: CalendarDate; readonly to: CalendarDate }[] {
  if (to < from) return [];
  const cuts = of.flatMap(({ days }) => [
    days.from,
    ...(days.to === null || days.to === "9999-12-31" ? [] : [addDays(days.to, 1)]),
  ]);
  const starts = [...new Set([from, ...cuts.filter((day) => from < day && day <= to)])].sort();
  return starts.map((start, index) => {
    const next = starts[index + 1];
    return { from: start, to: next === undefined ? to : addDays(next, -1) };
  });
}

/** The calendar months that a period touches, each cut to it. */
function monthsOf({ from, to }: { readonly from: CalendarDate; readonly to: CalendarDate }) {
  const months: { from: CalendarDate; to: CalendarDate }[] = [];
  for (let start = from; start <= to; ) {
    const { year, month } = dateParts(start);
    const last = calendarDate(year, month, daysInMonth(year, month));
    months.push({ from: start, to: last < to ? last : to });
    if (last >= to) break;
    start = addDays(last, 1);
  }
  return months;
}
