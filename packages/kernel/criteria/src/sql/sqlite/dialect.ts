import type { Dialect } from "../dialect.ts";
import { capabilities } from "./capabilities.ts";
import { syntax } from "./syntax.ts";

/**
 * SQLite 3.38 or later. Yes and no are 1 and 0, a set of codes is a JSON array of texts. Parameters are `?1`, `?2` and so on.
 *
 * @example
 * ```ts
 * import { sqlite } from "@finsam/criteria/sql";
 * sqlite.columnTypes.codes; // => "TEXT"
 * ```
 */
export const sqlite: Dialect = {
  name: "SQLite",
  capabilities,
  columnTypes: { boolean: "INTEGER", code: "TEXT", codes: "TEXT", number: "REAL", date: "TEXT", known: "INTEGER" },
  syntax,
};
