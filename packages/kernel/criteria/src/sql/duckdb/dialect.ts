import type { Dialect } from "../dialect.ts";
import { capabilities } from "./capabilities.ts";
import { syntax } from "./syntax.ts";

/**
 * DuckDB, also over Parquet files. A set of codes is a list of texts. Parameters are `$1`, `$2` and so on.
 *
 * @example
 * ```ts
 * import { duckdb } from "@finsam/criteria/sql";
 * duckdb.columnTypes.codes; // => "VARCHAR[]"
 * ```
 */
export const duckdb: Dialect = {
  name: "DuckDB",
  capabilities,
  columnTypes: {
    boolean: "BOOLEAN",
    code: "VARCHAR",
    codes: "VARCHAR[]",
    number: "DOUBLE",
    date: "VARCHAR",
    known: "BOOLEAN",
  },
  syntax,
};
