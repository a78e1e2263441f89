import type { DuckDBValue } from "@duckdb/node-api";
import { HistoryEntry, NotFound, type Store, type StoreUnavailable } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Option from "effect/Option";
import * as Stream from "effect/Stream";
import { storeFailure } from "./duckdb-failure.ts";
import type { Engine, Parameters, PulledColumns, Row } from "./engine.ts";
import { columnsToRead, DamagedRow, type Kind, layouts, type RecordsByKind } from "./record-layout.ts";
import { type RegisterContents, type RegisterFolder, rowsOf } from "./register-folder.ts";

/** A query about what the register holds, with the values for its places. */
export interface AskedQuery {
  readonly sql: (rowsOf: RowsOf) => string;
  readonly parameters: Parameters;
}

/** How a register is asked. */
export interface Reading {
  /** The rows of a query about what the register holds now. */
  readonly rows: (
    sql: (rowsOf: RowsOf) => string,
    parameters?: Parameters,
  ) => Effect.Effect<readonly Row[], StoreUnavailable>;
  /** The rows of several queries, one after the other, all of one moment; which they are may depend on what the register holds. */
  readonly rowsOfEach: (
    queries: (contents: RegisterContents) => readonly AskedQuery[],
  ) => Effect.Effect<readonly Row[], StoreUnavailable>;
  /** What is read of the rows of a query, pulled bit by bit; all of it is of one moment. */
  readonly stream: <A>(
    sql: (rowsOf: RowsOf) => string,
    parameters: Parameters,
    read: (columns: readonly (readonly DuckDBValue[])[]) => readonly A[],
  ) => Stream.Stream<A, StoreUnavailable>;
}

/** The rows of a kind as the register holds them, as a query without parameters. */
export type RowsOf = (kind: Kind) => string;

/** Prepares what asks a register. */
export function readingFrom(register: RegisterFolder, engine: Engine): Reading {
  const { path } = register;
  const contents = Effect.try({ try: register.contents, catch: (error) => storeFailure(path, error) });
  const rowsNow =
    ({ batches }: RegisterContents): RowsOf =>
    (kind) =>
      `(${rowsOf(path, kind, batches)})`;

  /**
   * Asks about what the register holds now. Who writes removes the files of what was replaced, which may be those that were just about to
   * be read; then what took their place is asked.
   */
  const ofNow = <A, R>(
    ask: (rows: RowsOf, contents: RegisterContents) => Effect.Effect<A, StoreUnavailable, R>,
  ): Effect.Effect<A, StoreUnavailable, R> =>
    Effect.flatMap(contents, (now) =>
      Effect.catch(ask(rowsNow(now), now), (error) =>
        Effect.flatMap(contents, (then) => (then === now ? Effect.fail(error) : ofNow(ask))),
      ),
    );

  return {
    rows: (sql, parameters) => ofNow((rows) => engine.rows(sql(rows), parameters)),
    rowsOfEach: (queries) =>
      ofNow((rows, now) =>
        Effect.map(
          Effect.forEach(queries(now), ({ sql, parameters }) => engine.rows(sql(rows), parameters)),
          (found) => found.flat(),
        ),
      ),
    stream: (sql, parameters, read) =>
      Stream.unwrap(
        Effect.gen(function* () {
          const { columns } = yield* engine.connection;
          // When the first rows have come all have been read, since they come in order.
          const [first, pull] = yield* ofNow((rows) =>
            Effect.gen(function* () {
              const pulled = yield* columns(sql(rows), parameters);
              return [yield* pulled, pulled] as const;
            }),
          );
          const readable = (some: readonly (readonly DuckDBValue[])[]) =>
            Effect.try({ try: () => read(some), catch: (error) => storeFailure(path, error) });
          return Stream.paginate(first, (some) => pageOf(some, pull, readable));
        }),
      ),
  };
}

const pageOf = <A>(
  columns: readonly (readonly DuckDBValue[])[] | undefined,
  pull: PulledColumns,
  read: (columns: readonly (readonly DuckDBValue[])[]) => Effect.Effect<readonly A[], StoreUnavailable>,
) =>
  columns === undefined
    ? Effect.succeed([[], Option.none()] as const)
    : Effect.flatMap(read(columns), (page) =>
        Effect.map(pull, (next) => [page, Option.fromUndefinedOr(next)] as const),
      );

/** The operations of the port that read records. */
type ReadingOfRecords = Pick<
  Store["Service"],
  "person" | "participation" | "persons" | "participations" | "measurements" | "spells" | "count" | "history"
>;

/** Which records of a kind are shown. */
export const shown: Readonly<Record<Kind, string>> = {
  person: "NOT protected",
  participation: "follow_up <> 'anonymous'",
  measurement: "true",
  spell: "true",
};

/** Prepares what reads records out of a register. */
export function readingOfRecords(register: RegisterFolder, { rows, stream }: Reading): ReadingOfRecords {
  const { path } = register;
  const found =
    <K extends "person" | "participation">(kind: K) =>
    (id: string): Effect.Effect<RecordsByKind[K], NotFound | StoreUnavailable> =>
      stream(
        (rowsOf) => `SELECT ${columnsToRead(kind)} FROM ${rowsOf(kind)} WHERE id = $1 AND ${shown[kind]}`,
        [id],
        layouts[kind].recordsIn,
      ).pipe(
        Stream.runHead,
        Effect.flatMap(
          Option.match({ onNone: () => Effect.fail(new NotFound({ kind })), onSome: (one) => Effect.succeed(one) }),
        ),
      );

  const all = <K extends Kind>(kind: K): Stream.Stream<RecordsByKind[K], StoreUnavailable> =>
    stream(
      (rowsOf) => `SELECT ${columnsToRead(kind)} FROM ${rowsOf(kind)} WHERE ${shown[kind]} ORDER BY id`,
      [],
      layouts[kind].recordsIn,
    );

  const counted =
    (kind: Kind): ((rowsOf: (kind: Kind) => string) => string) =>
    (rowsOf) =>
      `(SELECT count(*) FROM ${rowsOf(kind)} WHERE ${shown[kind]})`;

  return {
    person: found("person"),
    participation: found("participation"),
    persons: all("person"),
    participations: all("participation"),
    measurements: all("measurement"),
    spells: all("spell"),
    count: Effect.map(
      rows(
        (
          rowsOf,
        ) => `SELECT ${counted("person")(rowsOf)} AS persons, ${counted("participation")(rowsOf)} AS participations,
          ${counted("measurement")(rowsOf)} AS measurements, ${counted("spell")(rowsOf)} AS spells`,
      ),
      ([counts]) => ({
        persons: Number(counts?.persons),
        participations: Number(counts?.participations),
        measurements: Number(counts?.measurements),
        spells: Number(counts?.spells),
      }),
    ),
    history: Stream.fromIterableEffect(
      Effect.try({
        try: () =>
          register.contents().history.map((stated) => {
            const entry = HistoryEntry.safeParse(stated);
            if (!entry.success) throw new DamagedRow();
            return entry.data;
          }),
        catch: (error) => storeFailure(path, error),
      }),
    ),
  };
}
