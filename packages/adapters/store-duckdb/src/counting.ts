import type { TableCounts, TableSpec } from "@finsam/gender-reporting";
import { type CountingSyntax, countingPlan, type PlannedGroups } from "@finsam/store/sql";
import type { Parameters, Row } from "./engine.ts";
import { type RowsOf, shown } from "./reading.ts";
import { DamagedRow } from "./record-layout.ts";

/** Tables that are counted by groups, all in one query; see `countingPlan`. */
export interface GroupedCounting {
  readonly sql: (rowsOf: RowsOf) => string;
  readonly parameters: Parameters;
  /**
   * The counts of all tables, from the rows of the query.
   *
   * @throws DamagedRow when something was counted that is no participation
   */
  readonly counts: (rows: readonly Row[]) => readonly TableCounts[];
}

/** Groupings that are worked out in one pass, over the same computed columns. */
interface Pass {
  readonly beside: PlannedGroups["beside"];
  readonly columns: PlannedGroups["columns"];
  readonly groupings: readonly PlannedGroups[];
}

/** Plans the counting of tables. */
export function groupedCounting(specs: readonly TableSpec[]): GroupedCounting {
  const { groupings, parameters, counts } = countingPlan(specs, duckdbCounting);
  const passes = [...grouped(groupings, ({ beside }) => beside)].map(
    ([beside, together]): Pass => ({
      beside,
      columns: Object.assign({}, ...together.map(({ columns }) => columns)),
      groupings: together,
    }),
  );
  const keys = new Map(
    passes.flatMap((pass) => pass.groupings.map((groups) => [groups, groupingId(groups, pass)] as const)),
  );
  return {
    parameters,
    sql: (rowsOf) =>
      passes.map((pass) => `(${passQuery(pass, rowsOf)})`).join(" UNION ALL BY NAME ") || "SELECT 1 WHERE false",
    counts: (rows) => {
      const rowsByKey = grouped(rows, (row) => `${row.beside} ${row.grouping}`);
      const counted = counts((groups) => rowsByKey.get(keys.get(groups) ?? "") ?? []);
      if (counted === undefined) throw new DamagedRow();
      return counted;
    },
  };
}

const duckdbCounting: CountingSyntax = {
  place: (position) => `$${position}::VARCHAR`,
  flag: (condition) => `(${condition})::UTINYINT`,
  year: (day) => `substr(${day}, 1, 4)::SMALLINT`,
  code: (column) => column,
  supports: "array_to_string(support_at_start, ' ')",
};

function passQuery({ beside, columns, groupings }: Pass, rowsOf: RowsOf): string {
  const names = Object.keys(columns).join(", ");
  const computed = Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`);
  const [pair, found] =
    beside === "nothing" ? ["", ""] : [`, ${groupings[0]?.pair} AS pair`, ", any_value(pair) AS pair"];
  return `
    SELECT '${beside}' AS beside, ${names}, GROUPING_ID(${names}) AS grouping, count(*) AS count,
      min(start_date) AS start_date, min(end_date) AS end_date${found}
    FROM (
      SELECT ${computed.join(", ")}, start_date, end_date${pair} FROM ${participations(beside, rowsOf)} WHERE ${shown.participation}
    )
    GROUP BY GROUPING SETS (${groupings.map(({ columns: by }) => `(${Object.keys(by).join(", ")})`).join(", ")})`;
}

const participations = (beside: PlannedGroups["beside"], rowsOf: RowsOf): string =>
  beside !== "birth"
    ? rowsOf("participation")
    : `(SELECT one.*, birth_date FROM ${rowsOf("participation")} AS one LEFT JOIN (
        SELECT id AS person_id, birth_date FROM ${rowsOf("person")} WHERE ${shown.person}
      ) ON person_id = one.person)`;

/** The pass of a grouping, and what GROUPING_ID says of it: a bit for each column, set where it does not group by it. */
const groupingId = (groups: PlannedGroups, { beside, columns }: Pass): string =>
  `${beside} ${Object.keys(columns).reduce((id, name) => id * 2 + (Object.hasOwn(groups.columns, name) ? 0 : 1), 0)}`;

function grouped<A, K>(all: readonly A[], keyFor: (one: A) => K): ReadonlyMap<K, readonly A[]> {
  const groups = new Map<K, A[]>();
  for (const one of all) {
    const key = keyFor(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
