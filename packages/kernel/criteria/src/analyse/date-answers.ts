import { addDays, type CalendarDate, completedYears, daysBetween, type PartialDate, possibleDays } from "@finsam/model";
import type { Condition } from "../criterion.ts";
import type { Setting } from "../known-fact.ts";

const [firstDay, lastDay] = ["0001-01-01", "9999-12-31"] as const;
const dayCount = daysBetween(firstDay, lastDay) + 1;

/**
 * A day from every run of days that conditions on a date, and on years completed since it, cut the calendar into. Both kinds of condition
 * cut the same line of days, so a date and an age taken from it always fit together. With a partial date known, only days that it can
 * stand for.
 *
 * The day is the first of its run, where an age or a date has just been reached; the run without a first day gives its last.
 */
export function dateAnswers(
  conditions: readonly Condition[],
  setting: Setting,
  known?: PartialDate,
): readonly CalendarDate[] {
  const { earliest, latest } = known === undefined ? { earliest: firstDay, latest: lastDay } : possibleDays(known);
  const cuts = conditions.flatMap((condition) => firstDaysOfRuns(condition, setting));
  const starts = [...new Set([earliest, ...cuts.filter((day) => earliest < day && day <= latest)])].sort();
  return starts.map((start, index) => {
    const next = starts[index + 1];
    if (start !== firstDay) return start;
    return next === undefined ? setting.on : addDays(next, -1);
  });
}

/** The days from which on a condition can judge otherwise than on the day before. */
function firstDaysOfRuns({ value }: Condition, setting: Setting): readonly CalendarDate[] {
  if (typeof value === "string") return value === lastDay ? [value] : [value, addDays(value, 1)];
  if (typeof value !== "number") return [];
  const years = Math.floor(value);
  return [years, years + 1].map((limit) => firstDayWithFewer(limit, setting)).filter((day) => day !== undefined);
}

// Years completed never rise as the first day moves on, so the turning point is found by halving the calendar; 29 February needs no
// thought of its own.
function firstDayWithFewer(years: number, { on, leapDayBirthday }: Setting): CalendarDate | undefined {
  let [low, high] = [0, dayCount];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (completedYears(addDays(firstDay, middle), on, leapDayBirthday) < years) high = middle;
    else low = middle + 1;
  }
  return low < dayCount ? addDays(firstDay, low) : undefined;
}
