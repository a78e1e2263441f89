import type * as PgConnection from "@effect/sql-pg/PgConnection";
import * as PgPool from "@effect/sql-pg/PgPool";
import type { StoreUnavailable } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Redacted from "effect/Redacted";
import type * as Scope from "effect/Scope";
import * as Stream from "effect/Stream";
import type { SqlError } from "effect/sql/SqlError";
import { storeFailure } from "./postgres-failure.ts";
import type { Row } from "./record-table.ts";
import { wholeTexts } from "./whole-texts.ts";

/** A connection inside a transaction; what fails on it fails as what that means. */
export interface Session {
  readonly rows: (sql: string, parameters?: readonly unknown[]) => Effect.Effect<readonly Row[], StoreUnavailable>;
  /** As `rows`, for a query that is written anew each time, so that it is not worth remembering. */
  readonly rowsOnce: (sql: string, parameters?: readonly unknown[]) => Effect.Effect<readonly Row[], StoreUnavailable>;
  /** How many rows a statement changed. */
  readonly run: (sql: string, parameters?: readonly unknown[]) => Effect.Effect<number, StoreUnavailable>;
  /** Rows as they come; the server waits while nobody takes them. */
  readonly stream: (sql: string, parameters?: readonly unknown[]) => Stream.Stream<Row, StoreUnavailable>;
}

/** A database: transactions on connections of a pool. */
export interface Database {
  /** The host, the port and the name: what people may read. */
  readonly place: string;
  /** Turns what may throw into an effect that fails with what that means. */
  readonly attempt: <A>(work: () => A) => Effect.Effect<A, StoreUnavailable>;
  /** One state of the database for as long as the scope lasts, of which nothing can be changed. */
  readonly reading: Effect.Effect<Session, StoreUnavailable, Scope.Scope>;
  /** Changes of `work` together, or none. It is taken back when `work` fails or is interrupted, or when the connection breaks. */
  readonly writing: <A, E, R>(
    work: (session: Session) => Effect.Effect<A, E, R>,
  ) => Effect.Effect<A, E | StoreUnavailable, R>;
}

/** How a database is connected to. */
export interface DatabaseOptions {
  readonly url: string;
  /** Whose rows the transactions are about; none for who migrates. */
  readonly tenant?: string;
  readonly maxConnections: number;
}

/** Opens a pool of connections for as long as the scope lasts. Nothing is connected before the first transaction. */
export const openDatabase = ({
  url,
  tenant,
  maxConnections,
}: DatabaseOptions): Effect.Effect<Database, StoreUnavailable, Scope.Scope> =>
  Effect.gen(function* () {
    const place = placeOf(url);
    const failure = (cause: unknown) => storeFailure(place, cause);
    const pool = yield* PgPool.make({
      url: Redacted.make(url),
      maxConnections,
      applicationName: "finsam",
      // A server that went away without a word is noticed.
      keepAlive: "30 seconds",
      maxMessageSize: largestMessage,
      types: wholeTexts(),
    }).pipe(Effect.mapError(failure));

    /** Begins a transaction, which is taken back at the end of the scope unless `end` came before. */
    const begin = Effect.fnUntraced(function* (mode: string) {
      const connection = yield* pool.reserve;
      let isOpen = true;
      yield* Effect.addFinalizer(() => (isOpen ? rollback(connection) : Effect.void));
      yield* connection.query(`BEGIN ${mode}`);
      if (tenant !== undefined) yield* connection.query("SELECT set_config('finsam.tenant', $1, true)", [tenant]);
      const commit = Effect.flatMap(connection.query("COMMIT"), ({ command }) => {
        isOpen = false;
        // So it answers after something in the transaction failed.
        return command === "ROLLBACK" ? Effect.fail(new Error("the transaction had failed")) : Effect.void;
      });
      return { connection, commit };
    });

    return {
      place,
      attempt: (work) => Effect.try({ try: work, catch: failure }),
      reading: begin("ISOLATION LEVEL REPEATABLE READ READ ONLY").pipe(
        Effect.map(({ connection }) => sessionOn(connection, failure)),
        Effect.catchTag("SqlError", (error) => Effect.fail(failure(error))),
      ),
      writing: (work) =>
        Effect.scoped(
          Effect.gen(function* () {
            const { connection, commit } = yield* begin("ISOLATION LEVEL READ COMMITTED").pipe(
              Effect.mapError(failure),
            );
            const result = yield* work(sessionOn(connection, failure));
            yield* Effect.mapError(commit, failure);
            return result;
          }),
        ),
    };
  });

// A row with a fact of many megabytes comes in one message.
const largestMessage = 1 << 30;

const rollback = (connection: PgConnection.PgConnection) =>
  connection.query("ROLLBACK").pipe(Effect.timeout("5 seconds"), Effect.ignore);

function sessionOn(connection: PgConnection.PgConnection, failure: (cause: SqlError) => StoreUnavailable): Session {
  const rows =
    (remember: boolean): Session["rows"] =>
    (sql, parameters = []) =>
      connection.query(sql, parameters, remember).pipe(
        Effect.map((result) => result.rows),
        Effect.mapError(failure),
      );
  return {
    rows: rows(true),
    rowsOnce: rows(false),
    run: (sql, parameters = []) =>
      connection.query(sql, parameters).pipe(
        Effect.map((result) => result.rowCount),
        Effect.mapError(failure),
      ),
    stream: (sql, parameters = []) => Stream.mapError(connection.stream(sql, parameters), failure),
  };
}

/** What of an address tells nothing secret. */
function placeOf(url: string): string {
  const { host, pathname } = URL.parse(url) ?? { host: "", pathname: "" };
  return host + pathname || "PostgreSQL";
}
