import type { TableCounts, TableSpec } from "@finsam/gender-reporting";
import { type CountingSyntax, countingPlan, type PlannedGroups, personCounting } from "@finsam/store/sql";
import type { Row } from "./engine.ts";
import { type AskedQuery, type RowsOf, shown } from "./reading.ts";
import { DamagedRow } from "./record-layout.ts";

/** Tables that are counted by groups, those of participations in one query; see `countingPlan` and `personCounting`. */
export interface GroupedCounting {
  /** What is asked of a register with so many participations. */
  readonly queries: (participations: number) => readonly AskedQuery[];
  /**
   * The counts of all tables, from the rows of all queries.
   *
   * @throws DamagedRow when something was counted that is no participation
   */
  readonly counts: (rows: readonly Row[]) => readonly TableCounts[];
}

/** Plans the counting of tables. */
export function groupedCounting(specs: readonly TableSpec[]): GroupedCounting {
  const persons = personCounting(specs, duckdbCounting);
  const { groupings, parameters, counts } = countingPlan(persons.others, duckdbCounting);
  // Where participations are told apart by more columns, they are by fewer.
  const finest = groupings.filter((groups) => !groupings.some((other) => other !== groups && isWithin(groups, other)));
  const columns: Columns = Object.assign({}, ...finest.map((groups) => groups.columns));
  return {
    queries: (participations) => [
      ...(finest.length === 0 ? [] : [{ sql: (rowsOf: RowsOf) => countingQuery(finest, columns, rowsOf), parameters }]),
      ...persons.queries.flatMap(({ sql, parameters: values }) =>
        partsOf(participations).map((isInPart) => ({
          sql: (rowsOf: RowsOf) =>
            sql(`(FROM ${rowsOf("participation")} WHERE ${shown.participation} AND ${isInPart})`),
          parameters: values,
        })),
      ),
    ],
    counts: (rows) => {
      const isOfPersons = ({ tables }: Row): boolean => typeof tables === "string";
      const ofGroups = rows.filter((row) => !isOfPersons(row));
      const found = finest.map((groups) => {
        const id = groupingId(groups, columns);
        return { groups, rows: ofGroups.filter(({ grouping }) => Number(grouping) === id) };
      });
      const ofOthers = counts((asked) =>
        found
          .filter(({ groups }) => isWithin(asked, groups))
          .map((one) => one.rows)
          .reduce((fewest, some) => (some.length < fewest.length ? some : fewest)),
      );
      const counted = ofOthers && persons.counts(rows.filter(isOfPersons), ofOthers);
      if (counted === undefined) throw new DamagedRow();
      return counted;
    },
  };
}

// To tell persons apart takes a place in memory for each, so they are counted in parts of about so many participations.
const participationsInPart = 250_000;

/** Conditions that divide participations into parts, those of one person into the same. */
function partsOf(participations: number): readonly string[] {
  const parts = Math.max(1, Math.ceil(participations / participationsInPart));
  return Array.from({ length: parts }, (_, part) => `hash(coalesce(person, id)) % ${parts} = ${part}`);
}

type Columns = PlannedGroups["columns"];

/** Whether another grouping tells apart all that a grouping does. */
const isWithin = ({ beside, columns }: PlannedGroups, other: PlannedGroups): boolean =>
  (beside === "nothing" || beside === other.beside) &&
  Object.keys(columns).every((name) => Object.hasOwn(other.columns, name));

const duckdbCounting: CountingSyntax = {
  place: (position) => `$${position}::VARCHAR`,
  flag: (condition) => `(${condition})::UTINYINT`,
  year: (day) => `substr(${day}, 1, 4)::SMALLINT`,
  code: (column) => column,
  supports: "array_to_string(support_at_start, ' ')",
};

/** All groupings in one reading of the rows. What is told of a group beside its columns is told of one participation in it. */
function countingQuery(groupings: readonly PlannedGroups[], columns: Columns, rowsOf: RowsOf): string {
  const names = Object.keys(columns).join(", ");
  const computed = Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`);
  const sets = groupings.map(({ columns: by }) => `(${Object.keys(by).join(", ")})`);
  const pairs = groupings.map((groups) => `WHEN ${groupingId(groups, columns)} THEN ${groups.pair}`);
  const asksForBirth = groupings.some(({ beside }) => beside === "birth");
  return `
    SELECT *, CASE grouping ${pairs.join(" ")} END AS pair FROM (
      SELECT ${names}, grouping, count, unnest(one) FROM (
        SELECT ${names}, GROUPING_ID(${names}) AS grouping, count(*) AS count, first(one) AS one FROM (
          SELECT ${computed.join(", ")}, {${oneOf.map((name) => `${name}: ${name}`).join(", ")}} AS one
          FROM ${participations(rowsOf, asksForBirth)} WHERE ${shown.participation}
        )
        GROUP BY GROUPING SETS (${sets.join(", ")})
      )
    )`;
}

const oneOf = ["start_date", "end_date", "birth_date", "support_since"];

const participations = (rowsOf: RowsOf, asksForBirth: boolean): string =>
  asksForBirth
    ? `(SELECT one.*, birth_date FROM ${rowsOf("participation")} AS one LEFT JOIN (
        SELECT id AS person_id, birth_date FROM ${rowsOf("person")} WHERE ${shown.person}
      ) ON person_id = one.person)`
    : `(SELECT *, NULL::VARCHAR AS birth_date FROM ${rowsOf("participation")})`;

/** What GROUPING_ID says of a grouping: a bit for each column, set where it does not group by it. */
const groupingId = (groups: PlannedGroups, columns: Columns): number =>
  Object.keys(columns).reduce((id, name) => id * 2 + (Object.hasOwn(groups.columns, name) ? 0 : 1), 0);
