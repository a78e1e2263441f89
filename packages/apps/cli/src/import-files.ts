import { checkExit } from "@finsam/exit-reasons";
import type { Language } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import { type ImportAccount, importRegisterInto, type RefusedRow } from "@finsam/register-files";
import type { OpenStore } from "@finsam/store";
import { inputFile } from "./input-file.ts";
import type { Session } from "./session.ts";

/** Imports register files into a store, with progress for the person who waits. Ctrl-C stops it, with nothing saved. */
export async function importFiles(
  session: Session,
  store: OpenStore,
  files: readonly string[],
  profile: Profile,
  keyFile: string | undefined,
): Promise<ImportAccount> {
  const stop = new AbortController();
  const onInterrupt = () => stop.abort(new Error("interrupted"));
  process.once("SIGINT", onInterrupt);
  try {
    return await importRegisterInto(store, files, profile, {
      signal: stop.signal,
      pseudonymKey: keyFile === undefined ? undefined : await inputFile(keyFile),
      examine: (participation) => checkExit(participation, profile.codeLists.exitReasons),
      onProgress: ({ file, rows }) => session.progress({ sv: `${file}: ${rows} rader`, en: `${file}: ${rows} rows` }),
    });
  } finally {
    process.off("SIGINT", onInterrupt);
  }
}

/** Tells on standard error what was read, refused and remarked. No value of any row is repeated. */
export function tellAccount(session: Session, { files }: ImportAccount): void {
  for (const { name, read, saved, refused, remarks, ignoredColumns } of files) {
    session.tell({
      sv: `${name}: ${read} rader lästa, ${saved} sparade, ${refused.length} avvisade.`,
      en: `${name}: ${read} rows read, ${saved} saved, ${refused.length} refused.`,
    });
    if (ignoredColumns.length > 0)
      session.tell({
        sv: `  Kolumner som inte läses: ${ignoredColumns.join(", ")}.`,
        en: `  Columns that are not read: ${ignoredColumns.join(", ")}.`,
      });
    tellRefused(session, refused);
    for (const { line, column, message } of remarks)
      session.tell({
        sv: `  Rad ${line}${inBrackets(column ?? "")}, anmärkning: ${message.sv}`,
        en: `  Line ${line}${inBrackets(column ?? "")}, remark: ${message.en}`,
      });
  }
}

/** Tells on standard error why rows were refused. No value of any row is repeated. */
export function tellRefused(session: Session, refused: readonly RefusedRow[]): void {
  for (const { line, problems } of refused)
    for (const { column, value, reason } of problems) {
      const place = (language: Language) => [column, value?.[language]].filter((part) => part !== undefined).join(", ");
      session.tell({
        sv: `  Rad ${line}${inBrackets(place("sv"))}: ${reason.sv}`,
        en: `  Line ${line}${inBrackets(place("en"))}: ${reason.en}`,
      });
    }
}

const inBrackets = (place: string): string => (place === "" ? "" : ` (${place})`);

/** Whether any row was refused. */
export const anyRefused = ({ files }: ImportAccount): boolean => files.some(({ refused }) => refused.length > 0);
