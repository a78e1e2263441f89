import { randomUUID } from "node:crypto";
import { join } from "node:path";
import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBResult,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from "@duckdb/node-api";
import type { StoreUnavailable } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import type * as Scope from "effect/Scope";
import { storeFailure } from "./duckdb-failure.ts";
import { pathToRead, quotedPath, spillPrefix } from "./register-folder.ts";

/** A row as DuckDB gives it, by column. */
export type Row = Readonly<Record<string, DuckDBValue>>;

/** Values for the places in a query, in their order. */
export type Parameters = readonly DuckDBValue[];

/** DuckDB in process, over one folder. */
export interface Engine {
  /** A connection for as long as a scope lasts. */
  readonly connection: Effect.Effect<Connection, StoreUnavailable, Scope.Scope>;
  /** The rows of one query. */
  readonly rows: (sql: string, parameters?: Parameters) => Effect.Effect<readonly Row[], StoreUnavailable>;
}

/** A connection. An effect of it that is interrupted stops the query, and waits until it has stopped. */
export interface Connection {
  readonly rows: (sql: string, parameters?: Parameters) => Effect.Effect<readonly Row[], StoreUnavailable>;
  /** Begins a query whose rows are pulled bit by bit, column by column. */
  readonly columns: (sql: string, parameters?: Parameters) => Effect.Effect<PulledColumns, StoreUnavailable>;
  /** Works on the connection of DuckDB itself. */
  readonly attempt: <A>(work: (connection: DuckDBConnection) => A | Promise<A>) => Effect.Effect<A, StoreUnavailable>;
}

/** The next rows of a query, by column; none when there are no more. */
export type PulledColumns = Effect.Effect<readonly (readonly DuckDBValue[])[] | undefined, StoreUnavailable>;

/** What an engine may use. */
export interface EngineOptions {
  readonly memoryLimit: string;
  readonly threads: number | undefined;
}

/** Starts DuckDB for the register in a folder; it ends with the scope. */
export const startEngine = (
  folder: string,
  { memoryLimit, threads }: EngineOptions,
): Effect.Effect<Engine, StoreUnavailable, Scope.Scope> =>
  Effect.gen(function* () {
    const attempt = <A>(work: () => A | Promise<A>) =>
      Effect.tryPromise({ try: async () => work(), catch: (error) => storeFailure(folder, error) });

    const start = attempt(() =>
      DuckDBInstance.create(":memory:", {
        memory_limit: memoryLimit,
        ...(threads === undefined ? {} : { threads: String(threads) }),
        // What is sorted and does not fit lies beside the register, where the next who writes removes it should this process be killed.
        temp_directory: join(folder, `${spillPrefix}${process.pid}-${randomUUID()}`),
        // Parquet and JSON are built in; nothing is ever fetched.
        autoinstall_known_extensions: "false",
        autoload_known_extensions: "false",
        // What is erased is not to stay in memory.
        enable_external_file_cache: "false",
        preserve_insertion_order: "false",
        // What is let go of goes back to the system at once, not only when much has come together.
        allocator_flush_threshold: "1MB",
        allocator_bulk_deallocation_flush_threshold: "1MB",
      }),
    );
    const instance = yield* Effect.acquireRelease(start, (started) => Effect.sync(() => started.closeSync()));

    const connection = Effect.acquireRelease(
      attempt(() => instance.connect()),
      (opened) => Effect.sync(() => opened.closeSync()),
    ).pipe(Effect.map((opened) => connectionOver(opened, folder)));
    yield* Effect.scoped(
      Effect.flatMap(connection, ({ rows }) =>
        // No query reaches beyond the folder, whatever a text in it says.
        rows(
          `SET allowed_directories = [${quotedPath(folder)}, ${pathToRead(folder)}]; SET enable_external_access = false`,
        ),
      ),
    );
    return {
      connection,
      rows: (sql, parameters) => Effect.scoped(Effect.flatMap(connection, (opened) => opened.rows(sql, parameters))),
    };
  });

function connectionOver(connection: DuckDBConnection, folder: string): Connection {
  const attempt: Connection["attempt"] = <A>(work: (of: DuckDBConnection) => A | Promise<A>) =>
    Effect.callback<A, StoreUnavailable>((resume) => {
      const working = Promise.resolve()
        .then(() => work(connection))
        .then(Exit.succeed, (error) => Exit.fail(storeFailure(folder, error)));
      void working.then(resume);
      return Effect.promise(() => {
        connection.interrupt();
        return working;
      });
    });
  return {
    attempt,
    rows: (sql, parameters = []) =>
      attempt(async (opened) =>
        (await opened.runAndReadAll(sql, [...parameters], typesOf(parameters))).getRowObjects(),
      ),
    columns: (sql, parameters = []) =>
      Effect.map(
        attempt((opened) => opened.stream(sql, [...parameters], typesOf(parameters))),
        (result) => attempt(() => nextColumns(result)),
      ),
  };
}

// A whole number would else be bound as one of 64 bits, whatever its size.
const typesOf = (parameters: Parameters): DuckDBType[] =>
  parameters.map((value) => (typeof value === "number" ? DOUBLE : VARCHAR));

async function nextColumns(result: DuckDBResult): Promise<readonly (readonly DuckDBValue[])[] | undefined> {
  const chunk = await result.fetchChunk();
  return chunk === null || chunk.rowCount === 0 ? undefined : chunk.getColumns();
}
