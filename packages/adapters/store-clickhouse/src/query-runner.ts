/** A value that is bound in a query. Nothing but values of the kinds that ClickHouse names in the place is ever bound. */
export type QueryParameters = Readonly<Record<string, string | number>>;

/**
 * What runs queries on ClickHouse: the official client ({@link clickhouseClientRunner}), or the engine in process. Names in `sql` such as
 * `{tenant:String}` are bound by the engine, never put into the text.
 */
export interface QueryRunner {
  /** The rows of a query, each as its columns in their order, as JSON has them. */
  readonly rows: (
    sql: string,
    parameters: QueryParameters,
    signal?: AbortSignal,
  ) => Promise<readonly (readonly unknown[])[]>;
  /** Runs a statement that has no rows. */
  readonly run: (sql: string, parameters?: QueryParameters) => Promise<void>;
  /** Inserts rows into a table, each as its columns in their order. */
  readonly insert: (table: string, rows: readonly (readonly unknown[])[]) => Promise<void>;
}
