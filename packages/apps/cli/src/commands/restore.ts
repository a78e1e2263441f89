import { open } from "node:fs/promises";
import { basename } from "node:path";
import { documentText } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { Failure } from "../failure.ts";
import { RecordCountsDocument } from "../record-counts.ts";
import type { Session } from "../session.ts";
import { openStoreOption } from "../store-option.ts";

/** What `finsam restore` was asked to do. */
export interface RestoreCommandOptions {
  readonly store: string;
  readonly json?: true;
}

/** Restores a file of `finsam export` into a new store: all of it, or nothing. */
export async function restoreCommand(
  session: Session,
  file: string,
  options: RestoreCommandOptions,
): Promise<ExitCode> {
  await using handle = await open(file).catch((error) => {
    throw notReadable(file, error);
  });
  await using store = await openStoreOption(options.store, "write");
  // Asked for with the first line: what is read from sooner than a store takes it would be lost.
  async function* lines(): AsyncIterable<string> {
    yield* handle.readLines({ autoClose: false });
  }
  const counts = await store.restoreLines(lines(), {
    origin: basename(file),
    progress: (records) => session.progress({ sv: `${records} poster`, en: `${records} records` }),
  });
  session.print(
    options.json === true
      ? documentText(RecordCountsDocument, counts)
      : {
          sv: `Återställt: ${counts.persons} personer, ${counts.participations} deltaganden, ${counts.measurements} mätningar och ${counts.spells} perioder.`,
          en: `Restored: ${counts.persons} persons, ${counts.participations} participations, ${counts.measurements} measurements and ${counts.spells} spells.`,
        }[session.language],
  );
  return exitCodes.fine;
}

function notReadable(file: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return new Failure(
    { sv: `${file} går inte att läsa (${code}).`, en: `${file} cannot be read (${code}).` },
    code === "ENOENT" ? exitCodes.badInput : exitCodes.failed,
  );
}
