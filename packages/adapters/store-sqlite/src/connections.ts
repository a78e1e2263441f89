import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import type { Row } from "./record-table.ts";
import { makePrivate, migrate, refuseStrangers } from "./store-file.ts";

/**
 * The connections to one register. There is one that writes, and others that read, so that who reads while a save goes on gets what was
 * there before it.
 */
export interface Connections {
  readonly writer: DatabaseSync;
  /** Whether the one that writes also reads, so that who reads would see what is not saved yet. */
  readonly isOnlyConnection: boolean;
  /** For what is read in one go. */
  readonly reader: DatabaseSync;
  /** For what is read bit by bit. */
  readonly snapshot: () => Snapshot;
  readonly close: () => void;
}

/** The register as it was when reading began, however long that takes. */
interface Snapshot {
  readonly rows: (sql: string) => Iterator<Row>;
  /** All rows of a query that has few. */
  readonly all: (sql: string, ...parameters: readonly SQLInputValue[]) => readonly Row[];
  /** The same with each row as an array. */
  readonly arrays: (sql: string) => Iterator<readonly SQLOutputValue[]>;
  /** A query that is asked several times. */
  readonly asking: (sql: string) => (...parameters: readonly SQLInputValue[]) => Row | undefined;
  readonly close: () => void;
}

/** The name that stands for a register in memory. */
export const inMemory = ":memory:";

/**
 * Opens the connections to a file, and makes it a store if it is new.
 *
 * @throws StoreNotReadable when the file is no store of this version or an older one, else what `node:sqlite` throws
 */
export const openConnections = (file: string): Connections => (file === inMemory ? openMemory() : openFile(file));

function openFile(file: string): Connections {
  refuseStrangers(file);
  makePrivate(file);
  // Who waits for another writer does so without blocking the process; see `whenFree`.
  const writer = new DatabaseSync(file, { timeout: 0 });
  try {
    // Also what a migration moves is not to be left lying where it was.
    writer.exec("PRAGMA secure_delete = ON");
    migrate(writer, file);
    settings(writer);
    const readers = new Set<DatabaseSync>();
    // A connection sees one state of the file for as long as a query of it runs, so each long query has its own. Opening one costs a
    // twentieth of a millisecond.
    const openReader = () => {
      const reader = new DatabaseSync(file, { readOnly: true, timeout: 1000 });
      // What a query sorts on its way is not to lie on the disk.
      reader.exec("PRAGMA temp_store = MEMORY");
      readers.add(reader);
      return reader;
    };
    const closeReader = (reader: DatabaseSync) => {
      if (readers.delete(reader)) reader.close();
    };
    return {
      writer,
      isOnlyConnection: false,
      reader: openReader(),
      snapshot: () => {
        const reader = openReader();
        // Without a transaction, each query of several would see a state of its own.
        reader.exec("BEGIN");
        return { ...readingOver(reader), close: () => closeReader(reader) };
      },
      close: () => {
        readers.forEach(closeReader);
        closeWriter(writer);
      },
    };
  } catch (error) {
    writer.close();
    throw error;
  }
}

const readingOver = (reader: DatabaseSync): Omit<Snapshot, "close"> => ({
  rows: (sql) => reader.prepare(sql).iterate(),
  all: (sql, ...parameters) => reader.prepare(sql).all(...parameters),
  arrays: (sql) => asArrays(reader.prepare(sql)).iterate(),
  asking: (sql) => {
    const query = reader.prepare(sql);
    return (...parameters) => query.get(...parameters);
  },
});

interface ArrayRows {
  readonly all: () => readonly (readonly SQLOutputValue[])[];
  readonly iterate: () => Iterator<readonly SQLOutputValue[]>;
}

/** A query that gives its rows as arrays, which the types of `node:sqlite` do not say. */
function asArrays(query: StatementSync): ArrayRows {
  query.setReturnArrays(true);
  return query as unknown as ArrayRows;
}

/** What lies in memory has only one connection, so its snapshots are copies. */
function openMemory(): Connections {
  const only = new DatabaseSync(inMemory);
  migrate(only, inMemory);
  const { all, asking } = readingOver(only);
  const rows = (sql: string) => only.prepare(sql).all().values();
  const arrays = (sql: string) => asArrays(only.prepare(sql)).all().values();
  const snapshot = () => ({ rows, all, arrays, asking, close: () => {} });
  return { writer: only, isOnlyConnection: true, reader: only, snapshot, close: () => only.close() };
}

function settings(writer: DatabaseSync): void {
  writer.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -16000;
  `);
}

/** Moves everything into the file itself, so that it can be copied alone, and closes. */
function closeWriter(writer: DatabaseSync): void {
  try {
    if (writer.isTransaction) writer.exec("ROLLBACK");
    writer.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  } finally {
    writer.close();
  }
}
