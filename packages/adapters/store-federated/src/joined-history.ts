import { type HistoryEntry, nextEntry, type StoreUnavailable } from "@finsam/store";
import * as Stream from "effect/Stream";
import { mergeInOrder } from "./merge-in-order.ts";

/**
 * The histories of the parts as one, by time, chained anew. An erasure that took nothing away, as in all parts but those that the
 * person was in, is left out. What does not follow from the entry before it in its own part is given as it stands there, so that
 * it does not fit into this chain either.
 */
export const joinedHistory = (
  histories: readonly Stream.Stream<HistoryEntry, StoreUnavailable>[],
): Stream.Stream<HistoryEntry, StoreUnavailable> =>
  Stream.suspend(() => {
    const lastOfPart: (HistoryEntry | undefined)[] = [];
    let last: HistoryEntry | undefined;
    const join = ({ part, entry }: EntryOfPart): readonly HistoryEntry[] => {
      const { position, at, previous, hash, ...event } = entry;
      const expected = nextEntry(lastOfPart[part], at, event);
      lastOfPart[part] = entry;
      const follows = position === expected.position && previous === expected.previous && hash === expected.hash;
      if (follows && tookNothing(entry)) return [];
      last = follows ? nextEntry(last, at, event) : entry;
      return [last];
    };
    const entries = histories.map((history, part) => Stream.map(history, (entry): EntryOfPart => ({ part, entry })));
    return Stream.flattenIterable(Stream.map(mergeInOrder(entries, byTime), join));
  });

interface EntryOfPart {
  readonly part: number;
  readonly entry: HistoryEntry;
}

// Instants in UTC of one form, which sort as texts.
const byTime = (a: EntryOfPart, b: EntryOfPart): number =>
  a.entry.at < b.entry.at ? -1 : a.entry.at > b.entry.at ? 1 : 0;

const tookNothing = (entry: HistoryEntry): boolean =>
  entry.event === "erased" && Object.values(entry.counts).every((count) => count === 0);
