import { createHash } from "node:crypto";
import { canonicalJson } from "@finsam/policy/receipts";
import * as z from "zod";
import type { SaveAccount } from "./save-account.ts";
import type { RecordCounts, SaveOptions } from "./store.ts";

const count = z.int().min(0);
const SavedCounts = z.strictObject({ added: count, replaced: count, unchanged: count });
const Account = z.strictObject({
  person: SavedCounts,
  participation: SavedCounts,
  measurement: SavedCounts,
  spell: SavedCounts,
});
const Counts = z.strictObject({ persons: count, participations: count, measurements: count, spells: count });
const Digest = z.string().regex(/^[0-9a-f]{64}$/);

const chained = {
  /** Which entry it is, counted from 1. */
  position: z.int().min(1),
  /** When, by the clock of who saved: an instant in UTC. */
  at: z.iso.datetime(),
  /** The `hash` of the entry before; 64 zeros in the first. */
  previous: Digest,
  /** SHA-256 of the entry without this field, as canonical JSON, in hexadecimal. */
  hash: Digest,
};

/**
 * What happened to a register, once: a save with its account, an erasure with what went, or a register restored from an export. No entry
 * says who it was about.
 *
 * @example
 * ```ts
 * import { HistoryEntry } from "@finsam/store";
 * HistoryEntry.safeParse({ position: 1, event: "erased", person: "p1" }).success; // => false
 * ```
 */
export const HistoryEntry = z.discriminatedUnion("event", [
  z.strictObject({ ...chained, event: z.literal("saved"), origin: z.string().optional(), counts: Account }),
  z.strictObject({ ...chained, event: z.literal("erased"), counts: Counts }),
  z.strictObject({ ...chained, event: z.literal("restored"), origin: z.string().optional(), counts: Counts }),
]);
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** What an entry tells of, before it has its place in the chain. */
export type HistoryEvent =
  | { readonly event: "saved"; readonly origin?: string | undefined; readonly counts: SaveAccount }
  | { readonly event: "erased"; readonly counts: RecordCounts }
  | { readonly event: "restored"; readonly origin?: string | undefined; readonly counts: RecordCounts };

/**
 * What the history is to tell of a save: its origin and its account or, of an export restored, what came.
 *
 * @example
 * ```ts
 * import { savedEvent, startAccount } from "@finsam/store";
 * const account = startAccount().account();
 * savedEvent(account, { origin: "register-2021.csv" }); // => { event: "saved", origin: "register-2021.csv", counts: account }
 * savedEvent(account, { restoring: true }).event; // => "restored"
 * ```
 */
export function savedEvent(account: SaveAccount, { origin, restoring }: SaveOptions = {}): HistoryEvent {
  // Not every store keeps every text, and no import is to fail for the name of its file.
  const from = origin === undefined ? {} : { origin: origin.replaceAll(/\0|\p{Surrogate}/gu, "\ufffd") };
  if (restoring !== true) return { event: "saved", ...from, counts: account };
  const { person, participation, measurement, spell } = account;
  const counts = {
    persons: person.added,
    participations: participation.added,
    measurements: measurement.added,
    spells: spell.added,
  };
  return { event: "restored", ...from, counts };
}

/**
 * The entry that comes after another in a history, or the first: for who writes a store. It is written in the transaction of the change
 * that it tells of.
 *
 * @param at the instant in UTC, such as `2021-03-01T12:00:00.000Z`
 * @example
 * ```ts
 * import { brokenLinks, nextEntry } from "@finsam/store";
 * const counts = { persons: 1, participations: 2, measurements: 0, spells: 0 };
 * const first = nextEntry(undefined, "2021-03-01T12:00:00.000Z", { event: "erased", counts });
 * first.position; // => 1
 * first.previous; // => "0".repeat(64)
 * const second = nextEntry(first, "2021-03-02T12:00:00.000Z", { event: "erased", counts });
 * second.previous === first.hash; // => true
 * brokenLinks([first, second]); // => []
 * ```
 */
export function nextEntry(
  previous: Pick<HistoryEntry, "position" | "hash"> | undefined,
  at: string,
  event: HistoryEvent,
): HistoryEntry {
  const entry = { position: (previous?.position ?? 0) + 1, at, ...event, previous: previous?.hash ?? "0".repeat(64) };
  return HistoryEntry.parse({ ...entry, hash: hashOf(entry) });
}

/**
 * The positions at which a history is not what was written: an entry that was altered, or that does not follow from the one before it
 * because one was taken away, put in or moved. Empty when it is whole. Whoever can rewrite the whole chain can hide that; keep the last
 * `hash` somewhere else to see that, too.
 *
 * @example
 * ```ts
 * import { brokenLinks, nextEntry } from "@finsam/store";
 * const counts = { persons: 1, participations: 2, measurements: 0, spells: 0 };
 * const first = nextEntry(undefined, "2021-03-01T12:00:00.000Z", { event: "erased", counts });
 * const second = nextEntry(first, "2021-03-02T12:00:00.000Z", { event: "erased", counts });
 * brokenLinks([{ ...first, at: "2021-02-01T12:00:00.000Z" }, second]); // => [1]
 * brokenLinks([second]); // => [1]
 * ```
 */
export function brokenLinks(entries: readonly HistoryEntry[]): readonly number[] {
  const broken: number[] = [];
  for (const [index, { hash, ...entry }] of entries.entries()) {
    const before = entries[index - 1];
    const follows = entry.position === index + 1 && entry.previous === (before?.hash ?? "0".repeat(64));
    if (!follows || hash !== hashOf(entry)) broken.push(index + 1);
  }
  return broken;
}

const hashOf = (entry: object): string => createHash("sha256").update(canonicalJson(entry)).digest("hex");
