import { brokenLinks, type HistoryEntry, type HistoryEvent, nextEntry } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";
import { describe, expect, test } from "vitest";
import { joinedHistory } from "./joined-history.ts";

const counts = { persons: 1, participations: 2, measurements: 0, spells: 0 };
const erased: HistoryEvent = { event: "erased", counts };
const nothingErased: HistoryEvent = { event: "erased", counts: { ...counts, persons: 0, participations: 0 } };
const restored = (origin: string): HistoryEvent => ({ event: "restored", origin, counts });

/** A history of events, by the hour of their day. */
function historyOf(...events: readonly (readonly [hour: string, event: HistoryEvent])[]): readonly HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  for (const [hour, event] of events) entries.push(nextEntry(entries.at(-1), `2021-03-01T${hour}:00:00.000Z`, event));
  return entries;
}

const joined = (...histories: readonly (readonly HistoryEntry[])[]): Promise<readonly HistoryEntry[]> =>
  Effect.runPromise(Stream.runCollect(joinedHistory(histories.map((entries) => Stream.fromIterable(entries)))));

const north = historyOf(["08", restored("north.csv")], ["12", erased]);
const south = historyOf(["09", restored("south.csv")], ["10", erased], ["13", erased]);

describe("the histories of several parts", () => {
  test("of one part are its own", async () => {
    expect(await joined(north)).toEqual(north);
    expect(await joined(north, [])).toEqual(north);
    expect(await joined()).toEqual([]);
  });

  test("come by time, as one chain that is whole", async () => {
    const entries = await joined(north, south);
    expect(entries.map(({ at }) => at.slice(11, 13))).toEqual(["08", "09", "10", "12", "13"]);
    expect(entries.map((entry) => ("origin" in entry ? entry.origin : entry.event))).toEqual([
      "north.csv",
      "south.csv",
      "erased",
      "erased",
      "erased",
    ]);
    expect(brokenLinks(entries)).toEqual([]);
  });

  test("leave out an erasure where it took nothing", async () => {
    const asked = historyOf(["08", restored("north.csv")], ["12", nothingErased], ["14", erased]);
    const entries = await joined(asked, south);
    expect(entries.map(({ at }) => at.slice(11, 13))).toEqual(["08", "09", "10", "13", "14"]);
    expect(brokenLinks(entries)).toEqual([]);
  });

  test("show what was altered, taken away or moved in a part", async () => {
    const [first, second, third] = south;
    if (first === undefined || second === undefined || third === undefined) throw new Error("there are three entries");
    const spoilt: readonly (readonly HistoryEntry[])[] = [
      [{ ...first, origin: "other.csv" } as HistoryEntry, second, third],
      [first, third],
      [second, third],
      [first, { ...second, at: third.at }, { ...third, at: second.at }],
      [first, { ...second, ...nothingErased } as HistoryEntry, third],
    ];
    for (const history of spoilt) expect(brokenLinks(await joined(north, history))).not.toEqual([]);
  });
});
