import { type CodeId, type SexCounts, sexes } from "@finsam/model";
import { type Column, columns } from "./column.ts";
import { resultInGroup } from "./result-within.ts";
import { type TableCounts, unknownCategory } from "./table-counts.ts";
import { countsPersons, isMultiple, leavesOutNotFollowed, type Population, type TableSpec } from "./table-spec.ts";

/** One figure of a report: the table, the line in it (`base`, `notFollowed`, `excluded` or `category:` and its id), and the column. */
export interface Place {
  readonly table: string;
  readonly line: string;
  readonly column: Column;
}

/** A figure with what makes it dear to withhold: a total or a line that other tables repeat tells a reader the most. */
export interface Cell {
  readonly count: number;
  readonly column: Column;
  readonly dear: number;
}

/** Figures whose sum, each with its sign, is zero; any reader knows that. */
export type Equation = readonly { readonly cell: string; readonly sign: 1 | -1 }[];

/**
 * The text that stands for a place among withheld cells.
 *
 * @example
 * ```ts
 * import { categoryLine, cellKey } from "@finsam/gender-reporting";
 * cellKey({ table: "started", line: categoryLine("all"), column: "woman" }); // => "started category:all woman"
 * ```
 */
export const cellKey = ({ table, line, column }: Place): string => `${table} ${line} ${column}`;

/** The keys of cells, by the table that each stands in. */
export function keysByTable(keys: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const byTable = new Map<string, Set<string>>();
  for (const key of keys) {
    const table = key.slice(0, key.indexOf(" "));
    const known = byTable.get(table);
    if (known === undefined) byTable.set(table, new Set([key]));
    else known.add(key);
  }
  return byTable;
}

/**
 * The line of a category.
 *
 * @example
 * ```ts
 * import { categoryLine } from "@finsam/gender-reporting";
 * categoryLine("illness"); // => "category:illness"
 * ```
 */
export const categoryLine = (category: string): string => `category:${category}`;

/** Every figure of the tables by its key. */
export function cellsOf(specs: readonly TableSpec[], tables: readonly TableCounts[]): ReadonlyMap<string, Cell> {
  const undivided = new Set(
    specs.filter((spec) => spec.dimension.by === "nothing" || countsPersons(spec)).map(({ id }) => id),
  );
  const cells = tables.flatMap((table) =>
    linesOf(table).flatMap(([line, counts]) =>
      columns.map((column): [string, Cell] => {
        const shared = line === "base" || line === "notFollowed" || line === "excluded" || undivided.has(table.id);
        return [
          cellKey({ table: table.id, line, column }),
          { count: counts[column], column, dear: (shared ? 2 : 0) + (column === "total" ? 1 : 0) },
        ];
      }),
    ),
  );
  return new Map(cells);
}

/** The lines of a table with their counts, the categories last. */
export const linesOf = (table: TableCounts): readonly (readonly [string, SexCounts])[] => [
  ["base", table.base],
  ["notFollowed", table.notFollowed],
  ["excluded", table.excluded],
  ...Object.entries(table.categories).map(([id, counts]) => [categoryLine(id), counts] as const),
];

/**
 * What a reader knows of the figures before seeing any.
 *
 * In a table: the sexes of a line sum to its total; the categories sum to the base, unless one participation can stand in several; base,
 * not followed and excluded sum to the population. Between tables: the population is printed by itself; the same participations are not
 * followed wherever they are left out; carried over and started are the participants; a result sums up its exit reasons, and is
 * the sum of its groups; and the sections of all interventions sum to the whole.
 */
export function equationsOf(specs: readonly TableSpec[], tables: readonly TableCounts[]): readonly Equation[] {
  const known = tables.flatMap((counts): readonly CountedTable[] => {
    const spec = specs.find(({ id }) => id === counts.id);
    return spec === undefined ? [] : [{ spec, counts }];
  });
  return [
    ...tables.flatMap(sexesSumToTotals),
    ...columns.flatMap((column) => [
      ...known.flatMap((table) => [
        ...categoriesSumToBase(table, column),
        ...linesSumToPopulation(table, known, column),
        ...sameNotFollowed(table, known, column),
        ...resultsSumUpReasons(table, known, column),
        ...groupsSumToResults(table, known, column),
      ]),
      ...participantsAreCarriedOverOrStarted(known, column),
      ...sectionsSumToTheWhole(known, column),
    ]),
  ];
}

interface CountedTable {
  readonly spec: TableSpec;
  readonly counts: TableCounts;
}

const balance = (left: readonly Place[], right: readonly Place[]): Equation => [
  ...left.map((place) => ({ cell: cellKey(place), sign: 1 as const })),
  ...right.map((place) => ({ cell: cellKey(place), sign: -1 as const })),
];

const lineIn =
  (table: string, column: Column) =>
  (line: string): Place => ({ table, line, column });

const allOf = ({ spec: { id: table } }: CountedTable, column: Column): Place => ({
  table,
  line: categoryLine("all"),
  column,
});

const sexesSumToTotals = (counts: TableCounts): readonly Equation[] =>
  linesOf(counts).map(([line]) =>
    balance(
      sexes.map((column) => ({ table: counts.id, line, column })),
      [{ table: counts.id, line, column: "total" }],
    ),
  );

function categoriesSumToBase({ spec, counts }: CountedTable, column: Column): readonly Equation[] {
  if (isMultiple(spec)) return [];
  const at = lineIn(spec.id, column);
  return [balance(Object.keys(counts.categories).map(categoryLine).map(at), [at("base")])];
}

function linesSumToPopulation(table: CountedTable, known: readonly CountedTable[], column: Column) {
  if (countsPersons(table.spec)) return [];
  const whole = known.find((other) => other.spec.dimension.by === "nothing" && samePeople(other, table));
  return whole === undefined
    ? []
    : [balance(["base", "notFollowed", "excluded"].map(lineIn(table.spec.id, column)), [allOf(whole, column)])];
}

/** Those not followed up are a row of the table by follow-up where there is one, and the same in every table that leaves them out. */
function sameNotFollowed(table: CountedTable, known: readonly CountedTable[], column: Column): readonly Equation[] {
  if (!leavesOutNotFollowed(table.spec)) return [];
  const byFollowUp = known.find((other) => other.spec.dimension.by === "followUp" && samePeople(other, table));
  const first = known.find((other) => leavesOutNotFollowed(other.spec) && samePeople(other, table));
  const here = lineIn(table.spec.id, column)("notFollowed");
  if (byFollowUp !== undefined)
    return [balance([here], [lineIn(byFollowUp.spec.id, column)(categoryLine("not-followed"))])];
  return first === undefined || first === table
    ? []
    : [balance([here], [lineIn(first.spec.id, column)("notFollowed")])];
}

/** A result is the sum of the exit reasons that have it; left out where a row of reasons has no one result. */
function resultsSumUpReasons({ spec, counts }: CountedTable, known: readonly CountedTable[], column: Column) {
  const { dimension } = spec;
  if (dimension.by !== "exitResult") return [];
  const byReason = known.find(
    (other) => other.spec.dimension.by === "exitReason" && samePeople(other, { spec, counts }),
  );
  if (byReason?.spec.dimension.by !== "exitReason") return [];
  const { codes } = byReason.spec.dimension.list;
  const resultOf = (reason: CodeId): string | undefined => {
    const results = codes
      .filter(({ id, reportAs }) => (reportAs ?? id) === reason)
      .map(({ id }) => (Object.hasOwn(dimension.results, id) ? dimension.results[id] : undefined));
    if (reason === unknownCategory) results.push("unknown");
    return new Set(results).size === 1 ? results[0] : undefined;
  };
  const reasons = Object.keys(byReason.counts.categories).map((id) => ({ id, result: resultOf(id) }));
  if (reasons.some(({ result }) => result === undefined)) return [];
  return Object.keys(counts.categories).map((result) =>
    balance(
      reasons
        .filter((reason) => reason.result === result)
        .map(({ id }) => lineIn(byReason.spec.id, column)(categoryLine(id))),
      [lineIn(spec.id, column)(categoryLine(result))],
    ),
  );
}

/** A result is the sum of its groups, whatever makes them. */
function groupsSumToResults({ spec, counts }: CountedTable, known: readonly CountedTable[], column: Column) {
  if (spec.dimension.by !== "exitResultWithin") return [];
  const byResult = known.find(
    (other) => other.spec.dimension.by === "exitResult" && samePeople(other, { spec, counts }),
  );
  if (byResult === undefined) return [];
  const groups = Object.keys(counts.categories);
  return Object.keys(byResult.counts.categories).map((result) =>
    balance(
      groups
        .filter((group) => (resultInGroup(group)?.result ?? group) === result)
        .map((group) => lineIn(spec.id, column)(categoryLine(group))),
      [lineIn(byResult.spec.id, column)(categoryLine(result))],
    ),
  );
}

function participantsAreCarriedOverOrStarted(known: readonly CountedTable[], column: Column): readonly Equation[] {
  const undivided = (population: Population) =>
    known.filter(({ spec }) => spec.dimension.by === "nothing" && spec.population === population);
  return undivided("participants").flatMap((participants) => {
    const parts = [...undivided("carried-over"), ...undivided("started")].filter((part) =>
      sameSection(part, participants),
    );
    return parts.length === 2
      ? [
          balance(
            parts.map((part) => allOf(part, column)),
            [allOf(participants, column)],
          ),
        ]
      : [];
  });
}

/** The sections sum to the table of all interventions, line by line, when none is without a section. */
function sectionsSumToTheWhole(known: readonly CountedTable[], column: Column): readonly Equation[] {
  const sections = known.filter(({ spec }) => spec.where !== undefined);
  const byIntervention = known.find(({ spec }) => spec.dimension.by === "intervention" && spec.where === undefined);
  if (sections.length === 0 || byIntervention === undefined) return [];
  const interventions = Object.keys(byIntervention.counts.categories);
  return known
    .filter(({ spec }) => spec.where === undefined && !countsPersons(spec))
    .flatMap((whole) => {
      const its = sections.filter((section) => sameButForSection(section, whole));
      const rows =
        whole.spec.dimension.by === "nothing" && samePopulation(whole, byIntervention)
          ? its.map((section) =>
              balance(
                [allOf(section, column)],
                [lineIn(byIntervention.spec.id, column)(categoryLine(section.spec.where?.intervention ?? ""))],
              ),
            )
          : [];
      if (!interventions.every((id) => its.some(({ spec }) => spec.where?.intervention === id))) return rows;
      const lines = [whole, ...its].flatMap(({ counts }) => linesOf(counts).map(([line]) => line));
      const sums = [...new Set(lines)].map((line) =>
        balance(
          its.filter((section) => hasLine(section, line)).map((section) => lineIn(section.spec.id, column)(line)),
          hasLine(whole, line) ? [lineIn(whole.spec.id, column)(line)] : [],
        ),
      );
      return [...rows, ...sums];
    });
}

const hasLine = ({ counts }: CountedTable, line: string): boolean => linesOf(counts).some(([id]) => id === line);

const samePeriod = (a: TableSpec, b: TableSpec): boolean =>
  a.period.from === b.period.from && a.period.to === b.period.to;

const samePopulation = (a: CountedTable, b: CountedTable): boolean =>
  a.spec.population === b.spec.population && samePeriod(a.spec, b.spec);

const sameSection = (a: CountedTable, b: CountedTable): boolean =>
  a.spec.where?.intervention === b.spec.where?.intervention && samePeriod(a.spec, b.spec);

const samePeople = (a: CountedTable, b: CountedTable): boolean => samePopulation(a, b) && sameSection(a, b);

/** Whether a table counts the same as another, in one intervention only. */
const sameButForSection = (section: CountedTable, whole: CountedTable): boolean =>
  section.spec.dimension.by === whole.spec.dimension.by &&
  samePopulation(section, whole) &&
  section.spec.id === `${whole.spec.id}-in-${section.spec.where?.intervention}`;
