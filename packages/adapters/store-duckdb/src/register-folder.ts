import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { StoreNotReadable } from "@finsam/store";
import { columnNames, type Kind, kinds, layouts, typeOf } from "./record-layout.ts";

/**
 * A register as a folder: `register.json`, which says which batches there are and what happened, and a folder for each batch with a Parquet
 * file for each kind of record in it. A file that is written is never changed. What `register.json` does not name is not there: it is
 * written last, and in one go.
 */
export interface RegisterFolder {
  readonly path: string;
  /** What the register says now. */
  readonly contents: () => RegisterContents;
}

/** What a register holds at one moment. */
export interface RegisterContents {
  readonly batches: readonly Batch[];
  /** What happened, oldest first, as it was written: whoever reads an entry checks it. */
  readonly history: readonly unknown[];
}

/** The Parquet files of one batch, by kind; a kind without records has none. */
export interface Batch {
  readonly name: string;
  readonly files: Readonly<Partial<Record<Kind, BatchFile>>>;
}

/** One Parquet file, as it was when it was written. */
interface BatchFile {
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256: string;
}

const registerFile = "register.json";
const format = "finsam-parquet-register";
const version = 1;

/** A file beside the batches that is locked by who writes. */
export const lockFile = "writer.lock";
/** What names of batches, and of what is being written, begin with. */
export const batchPrefix = "batch-";
export const writingPrefix = ".writing-";
/** What names of folders begin with that a process puts there what does not fit into its memory; its number follows. */
export const spillPrefix = ".spill-";

/**
 * Opens the folder of a register, or makes it if there is none. A folder that holds anything else is refused and left as it is.
 *
 * @throws StoreNotReadable when the folder is no store, or a newer one; else what `node:fs` throws
 */
export function openRegisterFolder(path: string): RegisterFolder {
  const entries = entriesOf(path);
  if (!entries.includes(registerFile)) {
    if (entries.some((entry) => !isOurs(entry))) throw notAStore(path);
    makePrivate(path);
    writeContents(path, { batches: [], history: [] });
  }
  let read = { stamp: "", contents: readContents(path) };
  return {
    path,
    contents: () => {
      const { ino, mtimeMs, size } = statSync(join(path, registerFile));
      const stamp = [ino, mtimeMs, size].join();
      if (stamp !== read.stamp) read = { stamp, contents: readContents(path) };
      return read.contents;
    },
  };
}

const isOurs = (entry: string): boolean =>
  entry === lockFile || [batchPrefix, writingPrefix, spillPrefix].some((prefix) => entry.startsWith(prefix));

/** What lies in a folder; nothing when there is none. */
function entriesOf(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    if (codeOf(error) === "ENOTDIR") throw notAStore(path);
    throw error;
  }
}

/** A new register is for its owner only. Who lets others in later is not overruled. */
function makePrivate(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

function readContents(path: string): RegisterContents {
  let stated: unknown;
  try {
    stated = JSON.parse(readFileSync(join(path, registerFile), "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw notAStore(path);
    throw error;
  }
  const { format: stands, version: by, batches, history } = fieldsOf(stated);
  if (stands !== format || typeof by !== "number") throw notAStore(path);
  if (by > version) throw tooNew(path);
  if (!Array.isArray(batches) || !Array.isArray(history)) throw notAStore(path);
  return { batches: batches.map((batch) => batchIn(batch, path)), history };
}

function batchIn(stated: unknown, path: string): Batch {
  const { name, files } = fieldsOf(stated);
  if (typeof name !== "string" || !/^batch-\d+$/.test(name)) throw notAStore(path);
  const known: Partial<Record<Kind, BatchFile>> = {};
  for (const kind of kinds) {
    const file = fieldsOf(files)[kind];
    if (file === undefined) continue;
    const { rows, bytes, sha256 } = fieldsOf(file);
    if (typeof rows !== "number" || typeof bytes !== "number" || typeof sha256 !== "string") throw notAStore(path);
    known[kind] = { rows, bytes, sha256 };
  }
  return { name, files: known };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? { ...value } : {};

/** Puts what a register holds in the place of what it held, in one go and on the disk. */
export function writeContents(path: string, contents: RegisterContents): void {
  const written = join(path, `${writingPrefix}${registerFile}`);
  const file = openSync(written, "w", 0o600);
  try {
    writeSync(file, `${JSON.stringify({ format, version, ...contents })}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(written, join(path, registerFile));
  synchronise(path);
}

/** Waits until a file or a folder is on the disk. */
export function synchronise(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes what a register does not name: batches that it has no more, and what somebody began to write and did not finish. */
export function removeStrays({ path, contents }: RegisterFolder): void {
  const named = new Set(contents().batches.map(({ name }) => name));
  for (const entry of readdirSync(path)) {
    const isStray =
      entry.startsWith(writingPrefix) ||
      (entry.startsWith(batchPrefix) && !named.has(entry)) ||
      (entry.startsWith(spillPrefix) && !isRunning(Number.parseInt(entry.slice(spillPrefix.length), 10)));
    if (isStray) rmSync(join(path, entry), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** The rows of a kind in some batches, as a query without parameters. */
export const rowsOf = (path: string, kind: Kind, batches: readonly Batch[]): string =>
  `SELECT ${columnNames(kind)} FROM (${rowsWithFolder(kind, filesOf(path, kind, batches))})`;

/** The rows of a kind in some files, and the name of the `folder` that each lies in. */
export function rowsWithFolder(kind: Kind, files: readonly string[]): string {
  const folder = "parse_path(filename)[-2] AS folder";
  if (files.length > 0)
    return `SELECT ${columnNames(kind)}, ${folder} FROM read_parquet([${files.map(pathToRead).join(", ")}], filename = true)`;
  const none = layouts[kind].columns.map((column) => `NULL::${typeOf(column)} AS ${column.name}`);
  return `SELECT ${none.join(", ")}, NULL::VARCHAR AS folder WHERE false`;
}

/** Writes the rows of a query to a Parquet file, as a query. */
export const copying = (rows: string, file: string, rowsOfGroup: number): string =>
  `COPY (${rows}) TO ${quotedPath(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowsOfGroup})`;

/** The files of a kind in some batches. */
export const filesOf = (path: string, kind: Kind, batches: readonly Batch[]): readonly string[] =>
  batches.filter(({ files }) => files[kind] !== undefined).map(({ name }) => join(path, name, `${kind}.parquet`));

/** How many rows of all kinds a batch has. */
export const rowsIn = (batch: Batch): number => kinds.reduce((rows, kind) => rows + rowsOfKindIn([batch], kind), 0);

/** How many rows of a kind some batches have. */
export const rowsOfKindIn = (batches: readonly Batch[], kind: Kind): number =>
  batches.reduce((rows, { files }) => rows + (files[kind]?.rows ?? 0), 0);

/** A path as a text of SQL. */
export const quotedPath = (path: string): string => `'${path.replaceAll("'", "''")}'`;

/** A path as one of files to read, among which some characters would stand for others. */
export const pathToRead = (path: string): string => quotedPath(path.replaceAll(/[*?[]/g, "[$&]"));

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);

const notAStore = (path: string): StoreNotReadable =>
  new StoreNotReadable({
    code: "not-a-store",
    text: {
      sv: `Mappen ${path} är inget finsam-register. Den är orörd. Välj en annan mapp, eller ett namn som inte finns för att skapa ett nytt register.`,
      en: `The folder ${path} is not a finsam register. It is left as it was. Choose another folder, or a name that does not exist to make a new register.`,
    },
  });

const tooNew = (path: string): StoreNotReadable =>
  new StoreNotReadable({
    code: "store-too-new",
    text: {
      sv: `Registret ${path} är gjort av en nyare version av finsam. Det är orört. Uppdatera finsam och öppna det igen.`,
      en: `The register ${path} was made by a newer version of finsam. It is left as it was. Update finsam and open it again.`,
    },
  });
