import { basename } from "node:path";
import type { Profile } from "@finsam/policy";
import {
  Conflict,
  type OpenStore,
  type RefusedRecord,
  type RegisterRecord,
  type SaveAccount,
  Store,
  type StoreUnavailable,
} from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";
import type { RegisterFileError } from "./errors.ts";
import type { FileAccount, ImportAccount, RefusedRow } from "./import-account.ts";
import { type ReadOptions, type RegisterReading, readAmong } from "./read-register.ts";
import type { RegisterFile } from "./register-file.ts";
import type { Remark } from "./row-problem.ts";
import { startSeenRows } from "./seen-rows.ts";

/** How registers are imported. */
export interface ImportOptions extends ReadOptions {
  /** Told now and then, and at the end of each file, how many rows of it have been read. */
  readonly onProgress?: ((progress: { readonly file: string; readonly rows: number }) => void) | undefined;
}

/**
 * Imports registers into the store: all their good rows in one save, or nothing when a file cannot be read, the store fails or the
 * import is interrupted. Files that are imported together are compared: an id that stands in two of them is refused the second time.
 * The same files imported again change nothing. A row whose participation the store has for another person is refused like any other
 * row with a fault; the rest is saved.
 *
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import { importRegister } from "@finsam/register-files";
 * import { memoryStore } from "@finsam/store";
 * import { stockholm } from "@finsam/stockholm";
 * const headings = [...Object.values(stockholm.register.columns), "kommun"].join(";");
 * const file = { name: "register.csv", bytes: new TextEncoder().encode(`${headings}\n`) };
 * const account = await Effect.runPromise(Effect.provide(importRegister([file], stockholm), memoryStore));
 * account.files[0]?.read; // => 0
 * ```
 */
export const importRegister = (
  files: readonly RegisterFile[],
  profile: Profile,
  options: ImportOptions = {},
): Effect.Effect<ImportAccount, RegisterFileError | RefusedRecord | Conflict | StoreUnavailable, Store> =>
  Effect.gen(function* () {
    const store = yield* Store;
    const reading = startImport(files, profile, options);
    const saving = Effect.suspend(() => store.save(reading.records, { origin: reading.origin }));
    const saved = Effect.retry(saving, { while: (error) => error instanceof Conflict && reading.leaveOut(error) });
    return reading.account(yield* saved);
  }).pipe(Effect.withSpan("importRegister"));

/**
 * Imports registers for those who do not use Effect, as `importRegister` does. Rejects with the typed errors of this package and of the
 * store; an aborted signal stops the import, with nothing saved.
 *
 * @example
 * ```ts
 * import { importRegisterInto } from "@finsam/register-files";
 * import { memoryStore, openStore } from "@finsam/store";
 * import { stockholm } from "@finsam/stockholm";
 * await using store = await openStore(memoryStore);
 * const problem = await importRegisterInto(store, ["no-such-file.csv"], stockholm).catch((error) => error.code);
 * problem; // => "file-not-readable"
 * ```
 */
export async function importRegisterInto(
  store: OpenStore,
  files: readonly RegisterFile[],
  profile: Profile,
  { signal, ...options }: ImportOptions & { readonly signal?: AbortSignal } = {},
): Promise<ImportAccount> {
  const reading = startImport(files, profile, options);
  for (;;) {
    try {
      const records = Stream.toAsyncIterable(reading.records);
      return reading.account(await store.save(records, { signal, origin: reading.origin }));
    } catch (error) {
      if (!(error instanceof Conflict && reading.leaveOut(error))) throw error;
    }
  }
}

interface Import {
  readonly records: Stream.Stream<RegisterRecord, RegisterFileError>;
  /** Where the records come from, for the history: the names of the files, without their folders. */
  readonly origin: string;
  /** Has the rows that contradict the store refused the next time they are read; false when that would change nothing. */
  readonly leaveOut: (conflict: Conflict) => boolean;
  /** The account, once the records have been saved. */
  readonly account: (store: SaveAccount) => ImportAccount;
}

function startImport(
  files: readonly RegisterFile[],
  profile: Profile,
  { onProgress, ...options }: ImportOptions,
): Import {
  const origin = files.map((file) => basename(typeof file === "string" ? file : file.name)).join(", ");
  const conflicts = new Set<string>();
  let accounts: readonly AccountInTheMaking[] = [];
  let places: SavedPlaces = { files: [], lines: [] };
  // A store may begin anew, so nothing is remembered from one run of the stream to the next but what the store has refused.
  const records = Stream.suspend(() => {
    const saved: { files: number[]; lines: number[] } = { files: [], lines: [] };
    places = saved;
    const seen = startSeenRows(profile.register, (place) => conflicts.has(placeKey(place.fileIndex, place.line)));
    const opened = files.map((file) => ({ file, account: startFileAccount(onProgress) }));
    accounts = opened.map(({ account }) => account);
    const participations = opened.map(({ file, account }, index) =>
      readAmong(file, index, seen, profile, options).pipe(
        Stream.map((reading) => {
          const record = account.note(reading);
          if (record !== undefined && reading.kind === "row") {
            saved.files.push(index);
            saved.lines.push(reading.line);
          }
          return record;
        }),
        Stream.filter((record) => record !== undefined),
        Stream.onEnd(Effect.sync(account.end)),
      ),
    );
    // When all that the rows say about a person is known.
    const rest = Stream.suspend(() => Stream.fromIterable(seen.records()));
    return Stream.flatMap(Stream.fromIterable([...participations, rest]), (one) => one);
  });
  return {
    records,
    origin,
    leaveOut: (conflict) => {
      const known = conflicts.size;
      for (const { position } of conflict.records) {
        const [file, line] = [places.files[position - 1], places.lines[position - 1]];
        if (file !== undefined && line !== undefined) conflicts.add(placeKey(file, line));
      }
      return conflicts.size > known;
    },
    account: (store) => ({ files: accounts.map((account) => account.account()), origin, store }),
  };
}

/** The file and the line of each record that went to the store, in the order they went. The persons come after them. */
interface SavedPlaces {
  readonly files: readonly number[];
  readonly lines: readonly number[];
}

const placeKey = (file: number, line: number): string => `${file}:${line}`;

interface AccountInTheMaking {
  /** Notes what was read, and gives the participation in it, unless later rows decide what may be kept of it. */
  readonly note: (reading: RegisterReading) => RegisterRecord | undefined;
  readonly end: () => void;
  readonly account: () => FileAccount;
}

/** A participation without consent waits: a later row may say that the person is protected. The store could not find it again. */
const isSettled = (record: RegisterRecord): boolean =>
  record.kind === "participation" && record.participation.followUp !== "not-followed";

const rowsBetweenProgress = 1000;

function startFileAccount(onProgress: ImportOptions["onProgress"]): AccountInTheMaking {
  let table: Extract<RegisterReading, { kind: "table" }> | undefined;
  let saved = 0;
  const refused: RefusedRow[] = [];
  const remarks: Remark[] = [];

  const rows = (): number => saved + refused.length;
  const tell = (): void => {
    if (table !== undefined) onProgress?.({ file: table.file, rows: rows() });
  };
  return {
    note: (reading) => {
      if (reading.kind === "table") {
        table = reading;
        return undefined;
      }
      if (reading.kind === "row") {
        saved += 1;
        remarks.push(...reading.remarks);
      } else refused.push({ line: reading.line, problems: [...reading.problems] });
      if (rows() % rowsBetweenProgress === 0) tell();
      return reading.kind === "row" ? reading.records.find(isSettled) : undefined;
    },
    end: tell,
    account: () => {
      if (table === undefined) throw new Error("the account is asked for before the file was read");
      const { file, encoding, delimiter, ignoredColumns } = table;
      return { name: file, encoding, delimiter, ignoredColumns, read: rows(), saved, refused, remarks };
    },
  };
}
