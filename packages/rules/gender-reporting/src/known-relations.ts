import { sexes } from "@finsam/model";
import * as z from "zod";
import { type Column, columns, columnsOfPersons, statedSexes } from "./column.ts";
import { categoryLine, cellKey, equationsOf, type Place } from "./equations.ts";
import { type TableCounts, unknownCategory } from "./table-counts.ts";
import { countsPersons, isMultiple, leavesOutNotFollowed, type TableSpec } from "./table-spec.ts";

/** What a reader knows of several figures together: the sum of each, so many times, lies between two numbers, both included. */
export const Relation = z.strictObject({
  terms: z.array(z.strictObject({ cell: z.string().min(1), times: z.int() })).readonly(),
  atLeast: z.int().nullable(),
  atMost: z.int().nullable(),
});
export type Relation = z.infer<typeof Relation>;

/**
 * What a reader knows of the figures of one report before seeing any: all sums within and between its tables (see `equationsOf`), that no
 * row of a table with several answers exceeds its base, and that who started or ended took part. How many
 * there are is not asked.
 */
export const knownRelations = (specs: readonly TableSpec[], tables: readonly TableCounts[]): readonly Relation[] => [
  ...equationsOf(specs, tables).map(
    (equation): Relation => ({
      terms: equation.map(({ cell, sign }) => ({ cell, times: sign })),
      atLeast: 0,
      atMost: 0,
    }),
  ),
  ...specs.flatMap((spec) => rowsWithinBase(spec, tables)),
  ...specs.flatMap((spec) => withinParticipants(spec, specs)),
  ...specs.flatMap((spec) => personsWithinParticipations(spec, specs)),
];

/** Lines that are zero in every report, by what the table is about. */
export const isAlwaysZero = (spec: TableSpec | undefined, line: string): boolean =>
  spec !== undefined &&
  ((line === "notFollowed" && !leavesOutNotFollowed(spec)) ||
    (line === "excluded" && !["exitReason", "exitResult", "exitResultWithin"].includes(spec.dimension.by)));

/** Who started or ended took part: in all, among those followed up and among those not. */
function withinParticipants(spec: TableSpec, specs: readonly TableSpec[]): readonly Relation[] {
  if (spec.population !== "started" && spec.population !== "ended") return [];
  const all = specs.find(
    (other) =>
      other.population === "participants" &&
      !countsPersons(other) &&
      other.where?.intervention === spec.where?.intervention &&
      other.period.from === spec.period.from &&
      other.period.to === spec.period.to &&
      leavesOutNotFollowed(other) === leavesOutNotFollowed(spec) &&
      (leavesOutNotFollowed(other) || other.dimension.by === spec.dimension.by),
  );
  if (all === undefined) return [];
  return columns.flatMap((column) =>
    [["base", "excluded"], ["notFollowed"]].map((lines) => ({
      terms: lines.flatMap((line) => [
        { cell: cellKey({ table: all.id, line, column }), times: 1 },
        { cell: cellKey({ table: spec.id, line, column }), times: -1 },
      ]),
      atLeast: 0,
      atMost: null,
    })),
  );
}

/**
 * Persons are at most the participations that are followed up (of unknown sex there may be more), those of an intervention are among
 * all, and all are among those of the interventions.
 */
function personsWithinParticipations(spec: TableSpec, specs: readonly TableSpec[]): readonly Relation[] {
  if (!countsPersons(spec)) return [];
  const alike = (other: TableSpec): boolean =>
    other.population === spec.population &&
    other.period.from === spec.period.from &&
    other.period.to === spec.period.to;
  const all = specs.find(
    (other) =>
      alike(other) && other.dimension.by === "nothing" && other.where?.intervention === spec.where?.intervention,
  );
  const sections = specs.filter((other) => alike(other) && countsPersons(other) && other.where !== undefined);
  const base = (table: string, column: Column, times: number) => ({
    cell: cellKey({ table, line: "base", column }),
    times,
  });
  const atLeastZero = (terms: Relation["terms"]): Relation => ({ terms, atLeast: 0, atMost: null });
  return [
    ...(all === undefined
      ? []
      : columnsOfPersons.map((column) =>
          atLeastZero([
            base(all.id, column, 1),
            { cell: cellKey({ table: spec.id, line: "notFollowed", column }), times: -1 },
            base(spec.id, column, -1),
          ]),
        )),
    ...(spec.where !== undefined || sections.length === 0
      ? []
      : [
          ...sections.map((section) => atLeastZero([base(spec.id, "total", 1), base(section.id, "total", -1)])),
          // Who is of unknown sex in all may be of one sex in each intervention.
          ...sections.flatMap((section) =>
            statedSexes.map((sex) =>
              atLeastZero([base(spec.id, sex, 1), base(spec.id, "unknown", 1), base(section.id, sex, -1)]),
            ),
          ),
          ...columnsOfPersons.map((column) =>
            atLeastZero([...sections.map((section) => base(section.id, column, 1)), base(spec.id, column, -1)]),
          ),
        ]),
  ];
}

/** Where several answers are possible: no row exceeds the base, not even with those without an answer, and each has some answer. */
function rowsWithinBase(spec: TableSpec, tables: readonly TableCounts[]): readonly Relation[] {
  const table = tables.find(({ id }) => id === spec.id);
  if (table === undefined || !isMultiple(spec)) return [];
  const at = (line: string, column: Column): Place => ({ table: spec.id, line, column });
  const term = (place: Place, times: number) => ({ cell: cellKey(place), times });
  const answers = Object.keys(table.categories).filter((id) => id !== unknownCategory);
  const unanswered = Object.hasOwn(table.categories, unknownCategory) ? [categoryLine(unknownCategory)] : [];
  return [...sexes, "total" as const].flatMap((column) => {
    const base = term(at("base", column), 1);
    const without = unanswered.map((line) => term(at(line, column), -1));
    return [
      ...answers.map((id) => ({
        terms: [base, term(at(categoryLine(id), column), -1), ...without],
        atLeast: 0,
        atMost: null,
      })),
      {
        terms: [base, ...answers.map((id) => term(at(categoryLine(id), column), -1)), ...without],
        atLeast: null,
        atMost: 0,
      },
    ];
  });
}
