import type { TableSpec } from "@finsam/gender-reporting";
import {
  type CountingPlan,
  type CountingSyntax,
  countingPlan,
  type GroupRow,
  type PlannedGroups,
} from "@finsam/store/sql";
import type { QueryParameters } from "./query-runner.ts";

/** Tables that are counted by groups, with a query for each grouping; see `countingPlan`. */
export interface GroupedCounting extends Pick<CountingPlan, "groupings" | "counts"> {
  /** The query of a grouping, over rows of participations that are given as SQL. */
  readonly sql: (groups: PlannedGroups, participations: string) => string;
  readonly parameters: QueryParameters;
  /** A row of the query of a grouping, by the names of its columns. */
  readonly rowIn: (groups: PlannedGroups, row: readonly unknown[]) => GroupRow;
}

/** Plans the counting of tables. */
export function groupedCounting(specs: readonly TableSpec[]): GroupedCounting {
  const { groupings, parameters, counts } = countingPlan(specs, clickhouseCounting);
  return {
    groupings,
    counts,
    parameters: places(parameters),
    sql: ({ columns, pair }, participations) => {
      const names = Object.keys(columns).join(", ");
      const keys = Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`);
      return `SELECT ${names}, count(), min(start_date), min(end_date), any(pair)
        FROM (SELECT ${keys.join(", ")}, start_date, end_date, ${pair} AS pair FROM ${participations})
        GROUP BY ${names}`;
    },
    rowIn: ({ columns }, row) =>
      Object.fromEntries(
        [...Object.keys(columns), "count", "start_date", "end_date", "pair"].map((name, index) => [name, row[index]]),
      ),
  };
}

/** The values for the places that `clickhouseCounting` writes. */
export const places = (parameters: readonly string[]): QueryParameters =>
  Object.fromEntries(parameters.map((value, index) => [`t${index + 1}`, value]));

export const clickhouseCounting: CountingSyntax = {
  place: (position) => `{t${position}:String}`,
  flag: (condition) => `(${condition})`,
  year: (day) => `toInt32OrNull(substring(${day}, 1, 4))`,
  code: (column) => `toString(${column})`,
  supports: "toString(support_at_start)",
};
