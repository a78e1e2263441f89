import { HistoryEntry } from "@finsam/store";
import * as z from "zod";
import { inColumns } from "../columns.ts";
import { documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import type { Session } from "../session.ts";
import { openStoreOption } from "../store-option.ts";

/** What `finsam history --json` prints. */
export const HistoryDocument = z.strictObject({ entries: z.array(HistoryEntry) });
export type HistoryDocument = z.infer<typeof HistoryDocument>;

/** What `finsam history` was asked to do. */
export interface HistoryCommandOptions {
  readonly store: string;
  readonly json?: true;
}

/** Tells what was saved and erased in a store, when and from where, oldest first. */
export async function historyCommand(session: Session, options: HistoryCommandOptions): Promise<ExitCode> {
  await using store = await openStoreOption(options.store, "read");
  const entries: HistoryEntry[] = [];
  for await (const entry of store.history()) entries.push(entry);
  session.print(options.json === true ? documentText(HistoryDocument, { entries }) : inWords(entries, session));
  return exitCodes.fine;
}

function inWords(entries: readonly HistoryEntry[], { language }: Session): string {
  const { head, events, none } = words[language];
  if (entries.length === 0) return none;
  const lines = entries.map((entry) => [
    String(entry.position),
    entry.at,
    events[entry.event],
    String(participationsIn(entry)),
    // What follows a name of any length would not stand in line.
    (entry.event === "erased" ? undefined : entry.origin) ?? "",
  ]);
  return inColumns([head, ...lines]);
}

/** How many participations came, changed or went. */
const participationsIn = (entry: HistoryEntry): number =>
  entry.event === "saved"
    ? entry.counts.participation.added + entry.counts.participation.replaced
    : entry.counts.participations;

const words = {
  sv: {
    head: ["Nr", "När (UTC)", "Vad", "Deltaganden", "Varifrån"],
    events: { saved: "sparat", erased: "raderat", restored: "återställt" },
    none: "Inget har sparats.",
  },
  en: {
    head: ["No", "When (UTC)", "What", "Participations", "From where"],
    events: { saved: "saved", erased: "erased", restored: "restored" },
    none: "Nothing has been saved.",
  },
} as const;
