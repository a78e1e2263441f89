import type { Dialect, SqlParameter } from "@finsam/criteria/sql";

/** What a column of a person holds. */
export type Cell = boolean | number | string | readonly string[] | null;

/** A column of a table, with its type as the dialect writes it. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** A database engine that the harness can ask. */
export interface Engine {
  readonly dialect: Dialect;
  /** Makes a table with a column `id`, the number of the row from 0, and these columns. */
  readonly createTable: (name: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]) => Promise<void>;
  /** The rows of a query, as the driver gives them. */
  readonly query: (sql: string, parameters: readonly SqlParameter[]) => Promise<readonly (readonly unknown[])[]>;
  readonly close: () => Promise<void>;
}
