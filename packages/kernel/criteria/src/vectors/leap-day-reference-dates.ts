import { type CalendarDate, calendarDate, dateParts, daysInMonth } from "@finsam/model";
import type { Criterion } from "../criterion.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { decidingConditions } from "./deciding-conditions.ts";
import { turningAge } from "./turning-age.ts";

/**
 * The first reference dates in a period on which a birth on 29 February matters to a criterion: 28 February and 1 March of a year
 * without that day in which someone born on it reaches a limit, and the first 29 February itself. Empty when the criterion asks for no
 * age. Nothing is sought more than eight years into the period.
 *
 * @example
 * ```ts
 * import { conditions } from "@finsam/criteria";
 * import { leapDayReferenceDates } from "@finsam/criteria/vectors";
 * const vocabulary = {
 *   birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
 *   age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
 * } as const;
 * const { age } = conditions(vocabulary);
 * leapDayReferenceDates(age.atMost(66), vocabulary, { from: "2023-01-01", to: null });
 * // => ["2023-02-28", "2023-03-01", "2024-02-29"]
 * ```
 */
export function leapDayReferenceDates(
  criterion: Criterion,
  vocabulary: Vocabulary,
  period: { readonly from: CalendarDate; readonly to: CalendarDate | null },
): readonly CalendarDate[] {
  const ages = decidingConditions(criterion).flatMap(({ condition }) => turningAge(condition, vocabulary) ?? []);
  const inPeriod = (day: CalendarDate) => period.from <= day && (period.to === null || day <= period.to);
  const { year: first } = dateParts(period.from);
  const years = Array.from({ length: 9 }, (_, passed) => first + passed).filter((year) => year <= 9999);

  const reached = ages.flatMap((age) => {
    const days = years
      .filter((year) => year > age && !isLeapYear(year) && isLeapYear(year - age))
      .map((year) => [calendarDate(year, 2, 28), calendarDate(year, 3, 1)]);
    return days.find((pair) => pair.every(inPeriod)) ?? [];
  });
  const leapDays = years.filter(isLeapYear).map((year) => calendarDate(year, 2, 29));
  const leapDay = ages.length === 0 ? undefined : leapDays.find(inPeriod);
  return [...new Set([...reached, ...(leapDay === undefined ? [] : [leapDay])])].sort();
}

const isLeapYear = (year: number): boolean => daysInMonth(year, 2) === 29;
