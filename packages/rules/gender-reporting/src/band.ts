import { addDays, type CalendarDate, completedYears } from "@finsam/model";
import type { Band } from "@finsam/policy";

/** The first band that a number of years lies in, or `undefined` when none holds it. */
export function bandOf(bands: readonly Band[], years: number): Band | undefined {
  return bands.find(
    ({ atLeast, moreThan, atMost, lessThan }) =>
      (atLeast === undefined || years >= atLeast) &&
      (moreThan === undefined || years > moreThan) &&
      (atMost === undefined || years <= atMost) &&
      (lessThan === undefined || years < lessThan),
  );
}

/**
 * Years from one day to another, exact enough to compare with whole years: the completed ones on an anniversary, and half a year more
 * on any day between two.
 */
export function exactYears(from: CalendarDate, to: CalendarDate): number {
  const completed = completedYears(from, to);
  // There is no day before the first one that there is.
  const onAnniversary = from === to || (from < to && completed > completedYears(from, addDays(to, -1)));
  return onAnniversary ? completed : completed + 0.5;
}
