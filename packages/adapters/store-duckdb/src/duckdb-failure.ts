import type { Text } from "@finsam/model";
import { StoreUnavailable } from "@finsam/store";
import { DamagedRow } from "./record-layout.ts";

interface Failure {
  readonly isMeant: (error: Error) => boolean;
  readonly retryable: boolean;
  readonly text: (folder: string) => Text;
}

const says =
  (pattern: RegExp) =>
  ({ message }: Error): boolean =>
    pattern.test(message);

/** What can be told about a folder that fails, by what DuckDB, SQLite's lock and the system say. */
const failures: readonly Failure[] = [
  {
    isMeant: (error) => "errcode" in error && error.errcode === 5,
    retryable: true,
    text: (folder) => ({
      sv: `Ett annat program sparar i registret ${folder} just nu. Försök igen när det är klart.`,
      en: `Another program is saving to the register ${folder} right now. Try again when it is done.`,
    }),
  },
  {
    isMeant: says(/ENOSPC|EDQUOT|No space left|disk is full|quota/i),
    retryable: false,
    text: (folder) => ({
      sv: `Disken som registret ${folder} ligger på är full. Frigör plats och försök igen.`,
      en: `The disk that the register ${folder} lies on is full. Make room and try again.`,
    }),
  },
  {
    isMeant: says(/EACCES|EPERM|EROFS|Permission denied|Read-only file system|readonly database/i),
    retryable: false,
    text: (folder) => ({
      sv: `Programmet får inte läsa eller skriva i registret ${folder}. Ge det rätt till mappen, eller välj en annan.`,
      en: `The program may not read or write in the register ${folder}. Give it the right to the folder, or choose another.`,
    }),
  },
  {
    isMeant: says(/Out of Memory Error/),
    retryable: false,
    text: (folder) => ({
      sv: `Minnet räckte inte till för registret ${folder}. Öppna det med en högre memoryLimit.`,
      en: `There was too little memory for the register ${folder}. Open it with a higher memoryLimit.`,
    }),
  },
  {
    isMeant: (error) =>
      error instanceof DamagedRow ||
      says(
        /magic bytes|parquet|thrift|TProtocol|snappy|zstd|corrupt|No files found|No such file|ENOENT|Invalid unicode/i,
      )(error) ||
      says(/malformed json|Malformed JSON|failed to cast/i)(error),
    retryable: false,
    text: (folder) => ({
      sv: `Registret ${folder} är skadat. Återställ det från en säkerhetskopia.`,
      en: `The register ${folder} is damaged. Restore it from a backup.`,
    }),
  },
];

/** What an error of DuckDB, of a file or of the lock, or a row that holds no record, means to who asked. */
export function storeFailure(folder: string, cause: unknown): StoreUnavailable {
  if (cause instanceof StoreUnavailable) return cause;
  const known = cause instanceof Error ? failures.find(({ isMeant }) => isMeant(cause)) : undefined;
  return new StoreUnavailable({
    retryable: known?.retryable ?? false,
    text: known?.text(folder) ?? {
      sv: `Registret ${folder} gjorde inte det som det ombads. Inget är ändrat. Orsaken står i felets "cause".`,
      en: `The register ${folder} did not do what it was asked. Nothing is changed. The reason stands in the error's "cause".`,
    },
    cause,
  });
}
