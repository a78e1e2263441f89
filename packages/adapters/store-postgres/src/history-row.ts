import { HistoryEntry } from "@finsam/store";
import { DamagedRow, type Row } from "./record-table.ts";

/**
 * The entry of the history in a row.
 *
 * @throws DamagedRow when the row holds none
 */
export function historyEntryIn({ position, at, event, origin, counts, previous, hash }: Row): HistoryEntry {
  const entry = HistoryEntry.safeParse({
    position,
    at,
    event,
    ...(origin === null ? {} : { origin }),
    counts,
    previous,
    hash,
  });
  if (!entry.success) throw new DamagedRow();
  return entry.data;
}
