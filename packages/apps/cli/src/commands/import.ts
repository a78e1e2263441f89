import { ImportAccount } from "@finsam/register-files";
import { inColumns } from "../columns.ts";
import { documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { anyRefused, importFiles, tellAccount } from "../import-files.ts";
import { profileOf } from "../profile-option.ts";
import type { Session } from "../session.ts";
import { openStoreOption } from "../store-option.ts";

/** What `finsam import` was asked to do. */
export interface ImportCommandOptions {
  readonly store: string;
  readonly profile: string;
  readonly key?: string;
  readonly json?: true;
}

/** Reads register files into a store: all their good rows, or nothing. */
export async function importCommand(
  session: Session,
  files: readonly string[],
  options: ImportCommandOptions,
): Promise<ExitCode> {
  const profile = await profileOf(options.profile);
  await using store = await openStoreOption(options.store, "write", profile.id);
  const account = await importFiles(session, store, files, profile, options.key);
  tellAccount(session, account);
  session.print(options.json === true ? documentText(ImportAccount, account) : inWords(account, session));
  return anyRefused(account) ? exitCodes.badInput : exitCodes.fine;
}

function inWords({ store, origin }: ImportAccount, { language }: Session): string {
  const words = {
    sv: { head: ["I lagret", "nya", "ändrade", "oförändrade"], person: "personer", participation: "deltaganden" },
    en: { head: ["In the store", "new", "changed", "unchanged"], person: "persons", participation: "participations" },
  }[language];
  const history = { sv: "I historiken", en: "In the history" }[language];
  const line = (kind: "person" | "participation") => {
    const { added, replaced, unchanged } = store[kind];
    return [words[kind], String(added), String(replaced), String(unchanged)];
  };
  return `${inColumns([words.head, line("person"), line("participation")])}
${history}: ${origin}`;
}
