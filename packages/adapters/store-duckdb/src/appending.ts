import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from "@duckdb/node-api";

// What a chunk of DuckDB holds.
const rowsOfChunk = 2048;

/** Values of some rows, by column. */
type Columns = readonly (readonly DuckDBValue[])[];

/** Appends rows to tables. What was appended can be asked about when it was flushed or closed. */
export interface Appending {
  readonly append: (table: string, columns: Columns, types?: readonly DuckDBType[]) => Promise<void>;
  /** Has all of it in the tables. */
  readonly flush: () => void;
  /** Has all of one table in it, and lets go of it. */
  readonly close: (table: string) => void;
  readonly closeAll: () => void;
}

/** A table that is appended to, and the chunk that its rows go through. */
interface OpenTable {
  readonly appender: DuckDBAppender;
  readonly chunk: DuckDBDataChunk;
}

/**
 * Appends to the tables of a connection. An appender stays open, since opening one is slow, and so does its chunk: what a chunk takes
 * outside of JavaScript comes back only when Node happens to collect it.
 */
export function startAppending(connection: DuckDBConnection): Appending {
  const tables = new Map<string, OpenTable>();
  const open = async (table: string, types: readonly DuckDBType[]): Promise<OpenTable> => {
    const opened = { appender: await connection.createAppender(table), chunk: DuckDBDataChunk.create(types) };
    tables.set(table, opened);
    return opened;
  };
  const close = (table: string) => {
    const opened = tables.get(table);
    tables.delete(table);
    opened?.appender.closeSync();
  };
  return {
    append: async (table, columns, types = [VARCHAR]) => {
      const rows = columns[0]?.length ?? 0;
      if (rows === 0) return;
      const { appender, chunk } = tables.get(table) ?? (await open(table, types));
      for (let from = 0; from < rows; from += rowsOfChunk) {
        chunk.reset();
        chunk.setColumns(columns.map((column) => column.slice(from, from + rowsOfChunk)));
        appender.appendDataChunk(chunk);
      }
    },
    flush: () => {
      for (const { appender } of tables.values()) appender.flushSync();
    },
    close,
    closeAll: () => {
      for (const table of [...tables.keys()]) close(table);
    },
  };
}
