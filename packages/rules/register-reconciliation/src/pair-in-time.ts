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
  // From the end to the beginning: the best worth of what is left of both lists, and the first step towards it.
  const steps = here.map(() => new Uint8Array(there.length));
  let after: readonly Worth[] = there.map(() => nothing);
  for (let i = here.length - 1; i >= 0; i -= 1) {
    const worths: Worth[] = [];
    for (let j = there.length - 1; j >= 0; j -= 1) {
      const [one, other] = [here[i], there[j]];
      if (one === undefined || other === undefined) continue;
      const pair = withPair(one, other, withinDays, after[j + 1] ?? nothing);
      const leaveHere = after[j] ?? nothing;
      const leaveThere = worths[j + 1] ?? nothing;
      // Where either can be left over, the earlier one is: that does not depend on whose list it stands in.
      const better = compareWorth(leaveHere, leaveThere) || -order(one, other);
      const left = better >= 0 ? leaveHere : leaveThere;
      const pairs = pair !== undefined && compareWorth(pair, left) >= 0;
      worths[j] = pairs ? pair : left;
      const row = steps[i];
      if (row !== undefined) row[j] = pairs ? step.pair : better >= 0 ? step.leaveHere : step.leaveThere;
    }
    after = worths;
  }

  const pairs: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < here.length && j < there.length; ) {
    const taken = steps[i]?.[j];
    if (taken === step.pair) pairs.push([i, j]);
    if (taken !== step.leaveThere) i += 1;
    if (taken !== step.leaveHere) j += 1;
  }
  return pairs;
}

const step = { pair: 1, leaveHere: 2, leaveThere: 3 } as const;

/** The worth of a pair together with what is left after it; nothing when the starts lie too far apart. */
function withPair(one: InTime, other: InTime, withinDays: number, [pairs, starts, ends]: Worth): Worth | undefined {
  const startDays = Math.abs(daysBetween(one.start, other.start));
  return startDays > withinDays ? undefined : [pairs + 1, starts + startDays, ends + daysBetweenEnds(one, other)];
}

const nothing: Worth = [0, 0, 0];

const daysBetweenEnds = (one: InTime, other: InTime): number =>
  one.end === undefined || other.end === undefined ? 0 : Math.abs(daysBetween(one.end, other.end));

/** Above 0 when the first is better. */
const compareWorth = (one: Worth, other: Worth): number => one[0] - other[0] || other[1] - one[1] || other[2] - one[2];
