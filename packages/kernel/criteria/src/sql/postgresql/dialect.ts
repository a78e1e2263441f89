import type { Dialect } from "../dialect.ts";
import { capabilities } from "./capabilities.ts";
import { syntax } from "./syntax.ts";

/**
 * PostgreSQL. A set of codes is a `text[]`. Texts are compared as `COLLATE "C"`; columns that are declared so can use their indexes.
 * Parameters are `$1`, `$2` and so on.
 *
 * @example
 * ```ts
 * import { postgresql } from "@finsam/criteria/sql";
 * postgresql.columnTypes.number; // => "double precision"
 * ```
 */
export const postgresql: Dialect = {
  name: "PostgreSQL",
  capabilities,
  columnTypes: {
    boolean: "boolean",
    code: 'text COLLATE "C"',
    codes: 'text[] COLLATE "C"',
    number: "double precision",
    date: 'text COLLATE "C"',
    known: "boolean",
  },
  syntax,
};
