import { type CodeId, calendarYear, codeById, noCounts, type SexCounts } from "@finsam/model";
import { at, type DisclosurePolicy, type Profile } from "@finsam/policy";
import { categoriesOf } from "./category.ts";
import type { Column } from "./column.ts";
import { withheldCells } from "./disclosure.ts";
import { categoryLine, cellKey, keysByTable } from "./equations.ts";
import { wholePercent } from "./percent.ts";
import { checkPrintedFigures } from "./printed-figures/check-printed-figures.ts";
import { printedFiguresOf } from "./printed-figures-of.ts";
import { readingDayOf } from "./reading-day.ts";
import { reconcile } from "./reconcile/reconcile.ts";
import type {
  Base,
  CellShares,
  CountedUnder,
  PublishedCounts,
  RegisterState,
  Report,
  Row,
  Share,
  Table,
} from "./report.ts";
import { type ReportTablesOptions, reportTables, sectionsOf } from "./report-tables.ts";
import { baseLabel, categoryLabel, missingNotes, registerNotes, reportNotes } from "./report-texts.ts";
import { resultInGroup } from "./result-within.ts";
import { isUnanswered, type TableCounts, undeterminedCategory, unknownCategory } from "./table-counts.ts";
import { countsPersons, isMultiple, type TableSpec } from "./table-spec.ts";
import { toldTogetherNotes } from "./told-together.ts";

/** What may be chosen for one report. */
export interface ReportOptions extends ReportTablesOptions {
  /** Counts under this are withheld, and those that would give them away; 0 withholds nothing. The profile's own when left out. */
  readonly threshold?: number;
  /** The cells that disclosure control withholds, by their keys; {@link withheldCells} decides when left out. */
  readonly withheld?: ReadonlySet<string>;
  /** How they were chosen, or that the counts are rounded; the report says so. */
  readonly disclosure?: DisclosurePolicy;
  /** What is known of the register itself, so that the report can say what is not in it. */
  readonly register?: RegisterState;
}

/**
 * The yearly report of an association, from the counts that a store or {@link tabulate} made of `reportTables(profile, year)`. With
 * `sections`, from those of `reportTables(profile, year, { sections: true })`: the tables of each intervention, protected together with
 * the others.
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
  const specs = reportTables(profile, year, options);
  const period = calendarYear(year);
  const threshold = options.threshold ?? at(profile.report, period.to, "report").value.threshold;
  const policy: CountedUnder = { profile: profile.id, version: profile.version, on: period.to };
  const withheld = keysByTable(options.withheld ?? withheldCells(specs, counted, threshold));
  const published = specs.map((spec) => {
    const counts = counted.find(({ id }) => id === spec.id);
    if (counts === undefined) throw new RangeError(`the table "${spec.id}" was not counted`);
    return publishTable(spec, counts, withheld.get(spec.id), policy);
  });
  const tables = published.filter(({ intervention }) => intervention === undefined);
  const sections = (options.sections === true ? sectionsOf(profile) : []).map((intervention) => ({
    intervention,
    label: codeById(profile.codeLists.interventions, intervention)?.label ?? { sv: intervention, en: intervention },
    tables: published.filter((table) => table.intervention === intervention),
  }));
  const { register } = options;
  return {
    format: "finsam-report/2",
    association: { id: profile.id, name: profile.name, policyVersion: profile.version, language: profile.language },
    year,
    period,
    threshold,
    ...(options.disclosure === undefined ? {} : { disclosure: options.disclosure }),
    rounding: "half-up-to-whole-percent",
    ...(register === undefined ? {} : { register }),
    tables,
    sections,
    reconciliation: reconcile({ tables, sections }),
    notes: [
      ...missingNotes(published),
      ...reportNotes(tables, threshold),
      ...toldTogetherNotes(profile, period.to, tables),
      ...registerNotes(register ?? {}, period),
    ],
    findings: [...checkPrintedFigures(published.flatMap(printedFiguresOf))],
  };
}

function publishTable(
  spec: TableSpec,
  counts: TableCounts,
  withheld: ReadonlySet<string> | undefined,
  policy: CountedUnder,
): Table {
  const publish = (line: string, of: SexCounts): PublishedCounts => {
    const isWithheld = (column: Column) => withheld?.has(cellKey({ table: spec.id, line, column })) === true;
    return byColumn((column) => (isWithheld(column) ? null : of[column]));
  };
  const categories = categoriesInOrder(spec, counts).map((category) => ({
    category,
    published: publish(categoryLine(category), counts.categories[category] ?? noCounts),
  }));
  const baseCounts = publish("base", counts.base);
  const excluded = publish("excluded", counts.excluded);
  const base: Base = {
    population: spec.population,
    unit: countsPersons(spec) ? "persons" : "participations",
    // Its words tell no more than its figures: what is withheld may be none.
    label: baseLabel(spec, excluded.total !== 0),
    counts: baseCounts,
    known: knownOf(
      baseCounts,
      categories.filter(({ category }) => isUnanswered(category)).map(({ published }) => published),
    ),
    notFollowed: publish("notFollowed", counts.notFollowed),
    excluded,
  };
  const rows = categories.map(({ category, published }): Row => {
    const cell = (column: Column): CellShares => ({
      ...(published[column] === null ? { withheld: true as const } : {}),
      ofBase: share(published[column], base.counts[column]),
      ofKnown: isUnanswered(category) ? null : share(published[column], base.known[column]),
      sexDistribution: column === "total" ? null : share(published[column], published.total),
    });
    return {
      category,
      label: categoryLabel(spec.dimension, category),
      ...madeOf(spec, category),
      ...withinGroup(spec, category),
      counts: published,
      shares: byColumn(cell),
    };
  });
  return {
    id: spec.id,
    title: spec.title,
    ...(spec.where === undefined ? {} : { intervention: spec.where.intervention }),
    period: spec.population === "not-started" ? null : spec.period,
    readOn: readingDayOf(spec.dimension),
    ...withinDivision(spec),
    policy,
    ...(counts.missing === undefined ? {} : { missing: [...counts.missing] }),
    base,
    multiple: isMultiple(spec),
    rows,
  };
}

function madeOf({ dimension }: TableSpec, category: CodeId): Pick<Row, "madeOf"> {
  if (dimension.by !== "exitResult" || category === undeterminedCategory) return {};
  const reasons = Object.entries(dimension.results).filter(([, result]) => result === category);
  // Who ended for no stated reason has no known result either.
  const missing = category === unknownCategory ? [unknownCategory] : [];
  return { madeOf: [...new Set([...reasons.map(([reason]) => reason), ...missing])] };
}

function withinGroup({ dimension }: TableSpec, category: CodeId): Pick<Row, "within"> {
  if (dimension.by !== "exitResultWithin") return {};
  const found = resultInGroup(category);
  return found === undefined ? {} : { within: { ...found, label: categoryLabel(dimension.within, found.group) } };
}

function withinDivision({ dimension }: TableSpec): Pick<Table, "within"> {
  if (dimension.by !== "exitResultWithin") return {};
  const readOn = readingDayOf(dimension.within);
  return readOn === null ? {} : { within: { by: dimension.within.by, readOn } };
}

/** Those whose answer is known, from published figures only, so that they give nothing away that is withheld. */
function knownOf(base: PublishedCounts, unanswered: readonly PublishedCounts[]): PublishedCounts {
  return byColumn((column) =>
    unanswered.reduce<number | null>((left, counts) => {
      const count = counts[column];
      return left === null || count === null ? null : left - count;
    }, base[column]),
  );
}

const byColumn = <Value>(value: (column: Column) => Value): Record<Column, Value> => ({
  woman: value("woman"),
  man: value("man"),
  other: value("other"),
  unknown: value("unknown"),
  total: value("total"),
});

/** The categories in the order of their list, wherever they were counted; then those the list lacks; what is not stated comes last. */
function categoriesInOrder({ dimension }: TableSpec, { categories }: TableCounts): readonly CodeId[] {
  const listed = categoriesOf(dimension).filter((id) => id !== unknownCategory);
  const others = Object.keys(categories).filter((id) => id !== unknownCategory && !listed.includes(id));
  return [...listed, ...others.sort(), ...(Object.hasOwn(categories, unknownCategory) ? [unknownCategory] : [])];
}

const share = (numerator: number | null, denominator: number | null): Share | null =>
  numerator === null || denominator === null || denominator === 0
    ? null
    : { numerator, denominator, percent: wholePercent(numerator, denominator) };
