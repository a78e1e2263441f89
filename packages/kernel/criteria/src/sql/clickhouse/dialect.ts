import type { Dialect } from "../dialect.ts";
import { capabilities } from "./capabilities.ts";
import { syntax } from "./syntax.ts";

/**
 * ClickHouse. A set of codes is an `Array(String)` with a `Bool` column beside it that says whether the set is known, since an Array is
 * never NULL. Parameters are `p1`, `p2` and so on. Its AND, OR and NOT on Nullable are Kleene's and need no setting. Before version 26.7,
 * set `precise_float_parsing` to 1, or a limit with decimals may be read a trace too low or too high.
 *
 * @example
 * ```ts
 * import { clickhouse } from "@finsam/criteria/sql";
 * clickhouse.columnTypes.codes; // => "Array(String)"
 * clickhouse.capabilities.nullableSets; // => false
 * ```
 */
export const clickhouse: Dialect = {
  name: "ClickHouse",
  capabilities,
  columnTypes: {
    boolean: "Nullable(Bool)",
    code: "Nullable(String)",
    codes: "Array(String)",
    number: "Nullable(Float64)",
    date: "Nullable(String)",
    known: "Bool",
  },
  syntax,
};
