import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { RecordCountsDocument } from "../record-counts.ts";
import type { Session } from "../session.ts";
import { openStoreOption } from "../store-option.ts";

/** What `finsam export` was asked to do. */
export interface ExportCommandOptions {
  readonly store: string;
  readonly json?: true;
}

/** Writes what a store shows to a file of JSON lines, which any store can restore. The file is there whole, or not at all. */
export async function exportCommand(session: Session, file: string, options: ExportCommandOptions): Promise<ExitCode> {
  await using store = await openStoreOption(options.store, "read");
  const counts = await store.count();
  const unfinished = `${file}.unfinished`;
  async function* lines(): AsyncIterable<string> {
    for await (const line of store.exportLines()) yield `${line}\n`;
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw notWritten(file, error);
  }
  session.print(
    options.json === true
      ? documentText(RecordCountsDocument, counts)
      : {
          sv: `${file}: ${counts.persons} personer, ${counts.participations} deltaganden, ${counts.measurements} mätningar och ${counts.spells} perioder. Skyddade och anonyma är inte med, och inte historiken: ta säkerhetskopia av lagret självt.`,
          en: `${file}: ${counts.persons} persons, ${counts.participations} participations, ${counts.measurements} measurements and ${counts.spells} spells. Protected and anonymous records are not in it, nor the history: back up the store itself.`,
        }[session.language],
  );
  return exitCodes.fine;
}

/** What a file system said, in words; anything else as it is. */
function notWritten(file: string, error: unknown): unknown {
  const code = error instanceof Error && "syscall" in error && "code" in error ? error.code : undefined;
  if (code === undefined) return error;
  return new Failure(
    {
      sv: `${file} kan inte skrivas (${code}). Kontrollera mappen och att det finns plats.`,
      en: `${file} cannot be written (${code}). Check the folder, and that there is room.`,
    },
    exitCodes.failed,
  );
}
