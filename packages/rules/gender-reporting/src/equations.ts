import { sexes } from "@finsam/model";
import { type Column, columns } from "./report.ts";
import type { SexCounts } from "./sex-counts.ts";
import type { TableCounts } from "./table-counts.ts";
import type { TableSpec } from "./table-spec.ts";

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

/** The text that stands for a place among withheld cells. */
export const cellKey = ({ table, line, column }: Place): string => `${table} ${line} ${column}`;

/** The line of a category. */
export const categoryLine = (category: string): string => `category:${category}`;

/** Every figure of the tables by its key. */
export function cellsOf(specs: readonly TableSpec[], tables: readonly TableCounts[]): ReadonlyMap<string, Cell> {
  const undivided = new Set(specs.filter(({ dimension }) => dimension.by === "nothing").map(({ id }) => id));
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

/**
 * What a reader knows of the figures before seeing any: the sexes of a line sum to its total; the categories of a table sum to its base,
 * unless one participation can stand in several; base, not followed and excluded sum to the population, which other tables print.
 */
export function equationsOf(specs: readonly TableSpec[], tables: readonly TableCounts[]): readonly Equation[] {
  return tables.flatMap((table) => {
    const spec = specs.find(({ id }) => id === table.id);
    const sumsBySex = linesOf(table).map(([line]) =>
      sums(
        sexes.map((column) => ({ table: table.id, line, column })),
        { table: table.id, line, column: "total" },
      ),
    );
    if (spec === undefined) return sumsBySex;
    const samePopulation = (by: string): string | undefined =>
      specs.find(
        (other) =>
          other.dimension.by === by &&
          other.population === spec.population &&
          other.period.from === spec.period.from &&
          other.period.to === spec.period.to,
      )?.id;
    const [whole, byFollowUp] = [samePopulation("nothing"), samePopulation("followUp")];
    const at = (line: string, column: Column): Place => ({ table: table.id, line, column });
    const sumsByColumn = columns.flatMap((column) => [
      ...(isMultiple(spec)
        ? []
        : [
            sums(
              Object.keys(table.categories).map((id) => at(categoryLine(id), column)),
              at("base", column),
            ),
          ]),
      ...(whole === undefined
        ? []
        : [
            sums([at("base", column), at("notFollowed", column), at("excluded", column)], {
              table: whole,
              line: categoryLine("all"),
              column,
            }),
          ]),
      // Only the tables that nobody is missing from do not repeat who is followed up.
      ...(byFollowUp === undefined || !leavesOutNotFollowed(spec)
        ? []
        : [sums([at("notFollowed", column)], { table: byFollowUp, line: categoryLine("not-followed"), column })]),
    ]);
    return [...sumsBySex, ...sumsByColumn];
  });
}

/** Whether one participation can stand in several rows of a table. */
export const isMultiple = ({ dimension }: TableSpec): boolean => dimension.by === "supportAtStart";

const leavesOutNotFollowed = ({ dimension }: TableSpec): boolean =>
  !["nothing", "followUp", "intervention"].includes(dimension.by);

const linesOf = (table: TableCounts): readonly (readonly [string, SexCounts])[] => [
  ["base", table.base],
  ["notFollowed", table.notFollowed],
  ["excluded", table.excluded],
  ...Object.entries(table.categories).map(([id, counts]) => [categoryLine(id), counts] as const),
];

const sums = (parts: readonly Place[], whole: Place): Equation => [
  ...parts.map((part) => ({ cell: cellKey(part), sign: 1 as const })),
  { cell: cellKey(whole), sign: -1 as const },
];
