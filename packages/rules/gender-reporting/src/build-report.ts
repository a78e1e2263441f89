import { type CodeId, calendarYear } from "@finsam/model";
import { at, type Profile } from "@finsam/policy";
import { categoriesOf } from "./category.ts";
import { withheldCells } from "./disclosure.ts";
import { categoryLine, cellKey, isMultiple } from "./equations.ts";
import { wholePercent } from "./percent.ts";
import { checkPrintedFigures } from "./printed-figures/check-printed-figures.ts";
import { printedFiguresOf } from "./printed-figures-of.ts";
import type { Base, CellShares, Column, PublishedCounts, Report, Row, Share, Table } from "./report.ts";
import { reportTables } from "./report-tables.ts";
import { baseLabel, categoryLabel, reportNotes } from "./report-texts.ts";
import { noCounts, type SexCounts } from "./sex-counts.ts";
import { type TableCounts, unknownCategory } from "./table-counts.ts";
import type { TableSpec } from "./table-spec.ts";

/** What may be chosen for one report. */
export interface ReportOptions {
  /** Counts under this are withheld, and those that would give them away; 0 withholds nothing. The profile's own when left out. */
  readonly threshold?: number;
}

/**
 * The yearly report of an association, from the counts that a store or {@link tabulate} made of `reportTables(profile, year)`.
 *
 * @throws NoVersionCovers when the profile has no report layout for the year; RangeError when the counts of a table are missing.
 * @example
 * ```ts
 * import { buildReport, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * report.tables[0]?.rows[0]?.counts; // => { woman: 0, man: 0, other: 0, unknown: 0, total: 0 }
 * ```
 */
export function buildReport(
  profile: Profile,
  year: number,
  counted: readonly TableCounts[],
  options: ReportOptions = {},
): Report {
  const specs = reportTables(profile, year);
  const period = calendarYear(year);
  const threshold = options.threshold ?? at(profile.report, period.to, "report").value.threshold;
  const withheld = withheldCells(specs, counted, threshold);
  const tables = specs.map((spec) => {
    const counts = counted.find(({ id }) => id === spec.id);
    if (counts === undefined) throw new RangeError(`the table "${spec.id}" was not counted`);
    return publishTable(spec, counts, withheld);
  });
  return {
    format: "finsam-report/1",
    association: { id: profile.id, name: profile.name, policyVersion: profile.version, language: profile.language },
    year,
    period,
    threshold,
    tables,
    notes: [...reportNotes(tables, threshold)],
    findings: [...checkPrintedFigures(tables.flatMap(printedFiguresOf))],
  };
}

function publishTable(spec: TableSpec, counts: TableCounts, withheld: ReadonlySet<string>): Table {
  const publish = (line: string, of: SexCounts): PublishedCounts => {
    const shown = (column: Column) => (withheld.has(cellKey({ table: spec.id, line, column })) ? null : of[column]);
    return {
      woman: shown("woman"),
      man: shown("man"),
      other: shown("other"),
      unknown: shown("unknown"),
      total: shown("total"),
    };
  };
  const base: Base = {
    population: spec.population,
    unit: "participations",
    label: baseLabel(spec, counts.excluded.total > 0),
    counts: publish("base", counts.base),
    notFollowed: publish("notFollowed", counts.notFollowed),
    excluded: publish("excluded", counts.excluded),
  };
  const rows = categoriesInOrder(spec, counts).map((category): Row => {
    const published = publish(categoryLine(category), counts.categories[category] ?? noCounts);
    const cell = (column: Column): CellShares => cellShares(published, base.counts, column);
    return {
      category,
      label: categoryLabel(spec.dimension, category),
      counts: published,
      shares: {
        woman: cell("woman"),
        man: cell("man"),
        other: cell("other"),
        unknown: cell("unknown"),
        total: cell("total"),
      },
    };
  });
  return { id: spec.id, title: spec.title, base, multiple: isMultiple(spec), rows };
}

/** The categories in the order of their list, wherever they were counted; then those the list lacks; what is not stated comes last. */
function categoriesInOrder({ dimension }: TableSpec, { categories }: TableCounts): readonly CodeId[] {
  const listed = categoriesOf(dimension).filter((id) => id !== unknownCategory);
  const others = Object.keys(categories).filter((id) => id !== unknownCategory && !listed.includes(id));
  return [...listed, ...others.sort(), ...(Object.hasOwn(categories, unknownCategory) ? [unknownCategory] : [])];
}

function cellShares(row: PublishedCounts, base: PublishedCounts, column: Column): CellShares {
  return {
    ...(row[column] === null ? { withheld: true as const } : {}),
    ofBase: share(row[column], base[column]),
    sexDistribution: column === "total" ? null : share(row[column], row.total),
  };
}

const share = (numerator: number | null, denominator: number | null): Share | null =>
  numerator === null || denominator === null || denominator === 0
    ? null
    : { numerator, denominator, percent: wholePercent(numerator, denominator) };
