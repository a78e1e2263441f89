import { type CalendarDate, daysBetween } from "@finsam/model";

/** Something that begins, and perhaps ends, on a day. */
interface InTime {
  readonly start: CalendarDate;
  readonly end?: CalendarDate | undefined;
}

/** What a pairing is worth. More pairs are better; then fewer days between the starts; then fewer days between the ends. */
type Worth = readonly [pairs: number, startDays: number, endDays: number];

/**
 * Pairs two lists that are in order of time, each entry at most once, and only where the starts lie at most so many days apart: first as
 * many pairs as there can be, then as few days between their starts as there can be, then as few days between their ends as the order
 * allows. Pairs never cross in time: two that cross can always change partners without adding a day between the starts. Of equally good
 * pairings it is always the same one, also when the lists change places.
 *
 * @param order the order of both lists
 * @returns the places of the pairs in the two lists
 * @example
 * ```ts
 * import { pairInTime } from "@finsam/register-reconciliation";
 * const [january, march, april] = [{ start: "2021-01-10" }, { start: "2021-03-01" }, { start: "2021-04-01" }];
 * const byStart = (one: { start: string }, other: { start: string }) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0);
 * pairInTime([january, march], [{ start: "2021-03-03" }, april], 30, byStart); // => [[1, 0]]
 * ```
 */
export function pairInTime<Entry extends InTime>(
  here: readonly Entry[],
  there: readonly Entry[],
  withinDays: number,
  order: (one: Entry, other: Entry) => number,
): readonly (readonly [here: number, there: number])[] {
  // The best worth of what is left of both lists, from the end to the beginning.
  const rest: Worth[][] = Array.from({ length: here.length + 1 }, () => []);
  const restAt = (i: number, j: number): Worth => rest[i]?.[j] ?? nothing;
  const paired = (i: number, j: number): Worth | undefined => {
    const [one, other] = [here[i], there[j]];
    if (one === undefined || other === undefined) return undefined;
    const startDays = Math.abs(daysBetween(one.start, other.start));
    if (startDays > withinDays) return undefined;
    const [pairs, starts, ends] = restAt(i + 1, j + 1);
    return [pairs + 1, starts + startDays, ends + daysBetweenEnds(one, other)];
  };
  for (let i = here.length - 1; i >= 0; i -= 1) {
    const row = rest[i] ?? [];
    for (let j = there.length - 1; j >= 0; j -= 1)
      row[j] = best([paired(i, j), restAt(i + 1, j), restAt(i, j + 1)].filter((worth) => worth !== undefined));
  }

  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [one, other] = [here[i], there[j]];
    if (one === undefined || other === undefined) return pairs;
    const worth = restAt(i, j);
    const pair = paired(i, j);
    if (pair !== undefined && compareWorth(pair, worth) === 0) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
      continue;
    }
    const [leaveOne, leaveOther] = [restAt(i + 1, j), restAt(i, j + 1)].map((left) => compareWorth(left, worth) === 0);
    // Where either can be left over, the earlier one is: that does not depend on whose list it stands in.
    if (leaveOne === true && (leaveOther !== true || order(one, other) <= 0)) i += 1;
    else j += 1;
  }
}

const nothing: Worth = [0, 0, 0];

const daysBetweenEnds = (one: InTime, other: InTime): number =>
  one.end === undefined || other.end === undefined ? 0 : Math.abs(daysBetween(one.end, other.end));

const best = (worths: readonly Worth[]): Worth =>
  worths.reduce((found, worth) => (compareWorth(worth, found) > 0 ? worth : found));

/** Above 0 when the first is better. */
const compareWorth = (one: Worth, other: Worth): number => one[0] - other[0] || other[1] - one[1] || other[2] - one[2];
