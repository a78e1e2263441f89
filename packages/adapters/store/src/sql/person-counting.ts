import { countsPersons, type TableCounts, type TableSpec } from "@finsam/gender-reporting";
import { addCounts, noCounts, Sex, type SexCounts } from "@finsam/model";
import * as z from "zod";
import type { CountingSyntax } from "./counting-plan.ts";
import type { GroupRow } from "./outcome-groups.ts";

/** The counting of tables of persons, apart from those of participations. */
export interface PersonCounting {
  /** The tables of participations, which are counted in another way. */
  readonly others: readonly TableSpec[];
  /** What counts the tables of persons; none when no table is of persons. */
  readonly queries: readonly PersonQuery[];
  /** The counts of all tables in their order, from the rows of all queries; `undefined` when one counts nobody that there can be. */
  readonly counts: (rows: Iterable<GroupRow>, ofOthers: readonly TableCounts[]) => readonly TableCounts[] | undefined;
}

/** A query that counts persons. */
export interface PersonQuery {
  /** Over rows of participations that are given as SQL: a table, or a query in parentheses. */
  readonly sql: (participations: string) => string;
  /** The values for the places in the query. */
  readonly parameters: readonly string[];
}

/**
 * Plans the counting of persons by an SQL engine: for who writes a store. Nobody is counted twice, and who is stated with different
 * sexes is of unknown sex, as `tabulate` of `@finsam/gender-reporting` has it. Rows are of participations that are not anonymous, with
 * the columns `id`, `person`, `sex`, `follow_up`, `intervention`, `start_date`, `end_date` and `exit_reason`.
 *
 * @example
 * ```ts
 * import { personCounting } from "@finsam/store/sql";
 * const period = { from: "2021-01-01", to: "2021-12-31" };
 * const title = { sv: "Personer", en: "People" };
 * const persons = { id: "persons", title, population: "participants", period, dimension: { by: "persons" }, without: [] } as const;
 * const { queries, counts } = personCounting([persons], { place: (position) => `?${position}`, code: (column) => column });
 * const row = { tables: queries[0]?.parameters[0], part: "", key_follow_up: "followed", key_sex: "woman", count: 3 };
 * counts([row], [])?.[0]?.base.woman; // => 3
 * ```
 */
export function personCounting(
  specs: readonly TableSpec[],
  syntax: Pick<CountingSyntax, "place" | "code">,
): PersonCounting {
  const together = new Map<string, TableSpec[]>();
  for (const spec of specs.filter((spec) => countsPersons(spec))) {
    const key = keyOf(spec);
    together.set(key, [...(together.get(key) ?? []), spec]);
  }
  return {
    others: specs.filter((spec) => !countsPersons(spec)),
    queries: [...together].map(([key, tables]) => queryOf(key, tables, syntax)),
    counts: (rows, ofOthers) => {
      const counted = countedIn(rows);
      const left = [...ofOthers];
      return (
        counted &&
        specs.flatMap((spec): readonly TableCounts[] => {
          if (!countsPersons(spec)) return left.splice(0, 1);
          const lineOf = (followUp: string) => counted.get(lineKey(keyOf(spec), partOf(spec), followUp)) ?? noCounts;
          const base = lineOf("followed");
          return [
            { id: spec.id, base, notFollowed: lineOf("not-followed"), excluded: noCounts, categories: { all: base } },
          ];
        })
      );
    },
  };
}

/** What tables have in common that one query counts: all but the intervention. */
const keyOf = ({ population, period, without, where }: TableSpec): string =>
  JSON.stringify([population, period.from, period.to, without, where === undefined]);

const partOf = ({ where }: TableSpec): string => where?.intervention ?? "";

const lineKey = (...parts: readonly string[]): string => JSON.stringify(parts);

/** The counts of each line of each table; `undefined` when one is of nobody that there can be. */
function countedIn(rows: Iterable<GroupRow>): ReadonlyMap<string, SexCounts> | undefined {
  const counted = new Map<string, SexCounts>();
  for (const row of rows) {
    const sex = Sex.safeParse(row.key_sex);
    const count = z.int().min(0).safeParse(Number(row.count));
    if (!sex.success || !count.success) return undefined;
    const key = lineKey(String(row.tables), String(row.part), String(row.key_follow_up));
    const more = { ...noCounts, [sex.data]: count.data, total: count.data };
    counted.set(key, addCounts(counted.get(key) ?? noCounts, more));
  }
  return counted;
}

/** Persons by sex, in all or in each intervention: first one row for each of them, which then are counted. */
function queryOf(
  key: string,
  [table, ...others]: readonly TableSpec[],
  { place, code }: Pick<CountingSyntax, "place" | "code">,
): PersonQuery {
  if (table === undefined) throw new RangeError("a query counts a table at least");
  const parameters: string[] = [];
  const bind = (text: string): string => place(parameters.push(text));
  const name = bind(key);
  const list = (texts: readonly string[]): string => texts.map(bind).join(", ");
  const interventions = [table, ...others].flatMap(({ where }) => where?.intervention ?? []);
  const conditions = [
    belonging(table, bind),
    ...(table.without.length === 0 ? [] : [`(exit_reason IS NULL OR exit_reason NOT IN (${list(table.without)}))`]),
    ...(interventions.length === 0 ? [] : [`intervention IN (${list(interventions)})`]),
  ];
  const [part, byPart] = interventions.length === 0 ? ["''", ""] : [code("intervention"), "intervention, "];
  const sex = code("sex");
  return {
    parameters,
    sql: (from) => `
    SELECT ${name} AS tables, part, key_follow_up, key_sex, count(*) AS count
    FROM (
      SELECT ${part} AS part, ${code("follow_up")} AS key_follow_up,
        CASE WHEN min(${sex}) = max(${sex}) THEN min(${sex}) ELSE 'unknown' END AS key_sex
      FROM ${from} AS counted
      WHERE ${conditions.join(" AND ")}
      GROUP BY ${byPart}follow_up, coalesce(person, id)
    ) AS persons
    GROUP BY part, key_follow_up, key_sex`,
  };
}

/** Which participations belong to a population. */
function belonging({ population, period }: TableSpec, bind: (text: string) => string): string {
  const [from, to] = [() => bind(period.from), () => bind(period.to)];
  switch (population) {
    case "participants":
      return `start_date <= ${to()} AND (end_date IS NULL OR end_date >= ${from()})`;
    case "carried-over":
      return `start_date < ${from()} AND (end_date IS NULL OR end_date >= ${from()})`;
    case "started":
      return `start_date >= ${from()} AND start_date <= ${to()}`;
    case "ended":
      return `start_date IS NOT NULL AND end_date >= ${from()} AND end_date <= ${to()}`;
    // A database takes no value that no place asks for.
    case "not-started":
      return "start_date IS NULL";
  }
}
