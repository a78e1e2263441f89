import type { Text } from "@finsam/model";
import { StoreUnavailable } from "@finsam/store";
import { DamagedRow } from "./record-table.ts";

interface Failure {
  readonly retryable: boolean;
  readonly text: (file: string) => Text;
}

/** What can be told about a file that fails, by the primary result code of SQLite. */
const failures: Readonly<Record<number, Failure>> = {
  5: { retryable: true, text: inUse },
  6: { retryable: true, text: inUse },
  8: {
    retryable: false,
    text: (file) => ({
      sv: `Registret ${file} är skrivskyddat. Ge programmet rätt att skriva till filen och mappen, eller välj en annan fil.`,
      en: `The register ${file} is write-protected. Let the program write to the file and its folder, or choose another file.`,
    }),
  },
  10: {
    retryable: false,
    text: (file) => ({
      sv: `Disken som registret ${file} ligger på kunde inte läsas eller skrivas. Kontrollera disken och försök igen.`,
      en: `The disk that the register ${file} lies on could not be read or written. Check the disk and try again.`,
    }),
  },
  11: { retryable: false, text: damaged },
  13: {
    retryable: false,
    text: (file) => ({
      sv: `Disken som registret ${file} ligger på är full. Frigör plats och försök igen.`,
      en: `The disk that the register ${file} lies on is full. Make room and try again.`,
    }),
  },
  14: {
    retryable: false,
    text: (file) => ({
      sv: `Registret ${file} kan inte öppnas. Kontrollera att mappen finns, att det inte är en mapp och att programmet får läsa och skriva där.`,
      en: `The register ${file} cannot be opened. Check that its folder exists, that it is no folder itself, and that the program may read and write there.`,
    }),
  },
  26: { retryable: false, text: damaged },
};

const closed: Failure = {
  retryable: false,
  text: (file) => ({
    sv: `Registret ${file} har stängts. Öppna det igen.`,
    en: `The register ${file} has been closed. Open it again.`,
  }),
};

/** What an error of `node:sqlite`, or a row that holds no record, means to who asked. */
export function storeFailure(file: string, cause: unknown): StoreUnavailable {
  const known = knownFailure(cause);
  return new StoreUnavailable({
    retryable: known?.retryable ?? false,
    text: known?.text(file) ?? {
      sv: `Registret ${file} gjorde inte det som det ombads. Inget är ändrat. Orsaken står i felets "cause".`,
      en: `The register ${file} did not do what it was asked. Nothing is changed. The reason stands in the error's "cause".`,
    },
    cause,
  });
}

function knownFailure(cause: unknown): Failure | undefined {
  if (cause instanceof DamagedRow) return { retryable: false, text: damaged };
  if (isClosed(cause)) return closed;
  // The lowest byte is the primary code; those above say more, and some of that changes from version to version.
  return failures[extendedCode(cause) & 0xff];
}

const isClosed = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_INVALID_STATE";

const extendedCode = (error: unknown): number =>
  error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode : 0;

function inUse(file: string): Text {
  return {
    sv: `Ett annat program sparar i registret ${file} just nu. Försök igen när det är klart.`,
    en: `Another program is saving to the register ${file} right now. Try again when it is done.`,
  };
}

function damaged(file: string): Text {
  return {
    sv: `Registret ${file} är skadat. Återställ det från en säkerhetskopia.`,
    en: `The register ${file} is damaged. Restore it from a backup.`,
  };
}
