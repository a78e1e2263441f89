import { sexes } from "@finsam/model";
import { type Column, columns, columnsOfPersons } from "../column.ts";
import { wholePercent } from "../percent.ts";
import type { PublishedCounts, Report, Share, Table } from "../report.ts";
import { isUnanswered } from "../table-counts.ts";
import type { Reconciliation } from "./reconciliation.ts";
import { type Compare, startTally } from "./tally.ts";

/**
 * Checks that the published figures of a finished report agree with each other: the sexes make the total, the rows the base, base and
 * those outside it the population; exits are no more than participations; carried over and started make all; the interventions make the
 * whole; persons are no more than their participations; every share is of the counts beside it. A withheld figure keeps a check from being
 * made, and that is counted. Nothing is repaired.
 *
 * @example
 * ```ts
 * import { buildReport, reconcile, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * reconcile(report).disagreements; // => []
 * ```
 */
export function reconcile({ tables, sections }: Pick<Report, "tables" | "sections">): Reconciliation {
  const { compare, reconciliation } = startTally();
  const ofSections = sections.flatMap((section) => section.tables);
  const all = [...tables, ...ofSections];
  for (const table of all) sexesMakeTheTotal(table, compare);
  for (const table of all) rowsMakeTheBase(table, compare);
  for (const table of all) answeredAndUnanswered(table, compare);
  for (const table of all) baseAndOutside(table, all, compare);
  for (const table of all) groupsMakeTheResult(table, all, compare);
  for (const table of all) exitsAmongParticipations(table, all, compare);
  for (const table of all) carriedOverAndStarted(table, all, compare);
  for (const table of ofSections) sectionsMakeTheWhole(table, tables, compare);
  for (const table of all) personsAmongParticipations(table, all, compare);
  for (const table of ofSections) personsAmongAll(table, tables, compare);
  for (const table of all) sharesOfTheirCounts(table, compare);
  return reconciliation();
}

function sexesMakeTheTotal(table: Table, compare: Compare): void {
  for (const [line, counts] of linesOf(table)) {
    const sum = sumOf(sexes.map((sex) => counts[sex]));
    compare("sexes-make-the-total", table.id, line, "total", sum, counts.total);
  }
}

/** Where one can stand in several rows, the rows are at least the base. */
function rowsMakeTheBase({ id, base, multiple, rows }: Table, compare: Compare): void {
  for (const column of columns) {
    const sum = sumOf(rows.map(({ counts }) => counts[column]));
    compare("rows-make-the-base", id, "base", column, sum, base.counts[column], multiple ? "at-most" : "equal");
  }
}

function answeredAndUnanswered({ id, base, rows }: Table, compare: Compare): void {
  const unanswered = rows.filter(({ category }) => isUnanswered(category));
  for (const column of columns) {
    const sum = sumOf([base.known[column], ...unanswered.map(({ counts }) => counts[column])]);
    compare("answered-and-unanswered-make-the-base", id, "base", column, sum, base.counts[column]);
  }
}

function baseAndOutside(table: Table, all: readonly Table[], compare: Compare): void {
  const whole = allIn(all, table, table.base.population);
  if (whole === undefined || whole === table || table.base.unit === "persons") return;
  const { counts, notFollowed, excluded } = table.base;
  for (const column of columns) {
    const sum = sumOf([counts[column], notFollowed[column], excluded[column]]);
    compare("base-and-outside-make-the-population", table.id, "base", column, whole.base.counts[column], sum);
  }
}

/** What the rows of a result in its groups make is what the table of results says. */
function groupsMakeTheResult(table: Table, all: readonly Table[], compare: Compare): void {
  if (table.within === undefined) return;
  const byResult = all.find(({ id, intervention }) => id === "ended-by-result" && intervention === table.intervention);
  for (const { category, counts } of byResult?.rows ?? []) {
    const groups = table.rows.filter((row) => (row.within?.result ?? row.category) === category);
    for (const column of columns) {
      const sum = sumOf(groups.map((row) => row.counts[column]));
      compare("groups-make-the-result", table.id, category, column, counts[column], sum);
    }
  }
}

function exitsAmongParticipations(table: Table, all: readonly Table[], compare: Compare): void {
  const participants = allIn(all, table, "participants");
  if (table.base.population !== "ended" || participants === undefined) return;
  for (const column of columns) {
    const [most, ended] = [participants.base.counts[column], table.base.counts[column]];
    compare("exits-among-participations", table.id, "base", column, most, ended, "at-most");
  }
}

function carriedOverAndStarted(table: Table, all: readonly Table[], compare: Compare): void {
  if (table !== allIn(all, table, "participants")) return;
  const [carriedOver, started] = [allIn(all, table, "carried-over"), allIn(all, table, "started")];
  if (carriedOver === undefined || started === undefined) return;
  for (const column of columns) {
    const sum = sumOf([carriedOver.base.counts[column], started.base.counts[column]]);
    compare("carried-over-and-started-make-all", table.id, "base", column, sum, table.base.counts[column]);
  }
}

function sectionsMakeTheWhole(table: Table, tables: readonly Table[], compare: Compare): void {
  const byIntervention = tables.find(
    ({ id, base }) => id.endsWith("-by-intervention") && base.population === table.base.population,
  );
  const row = byIntervention?.rows.find(({ category }) => category === table.intervention);
  if (row === undefined || !isAllParticipations(table)) return;
  for (const column of columns)
    compare("sections-make-the-whole", table.id, "base", column, row.counts[column], table.base.counts[column]);
}

/** Persons are at most the participations that are followed up. */
function personsAmongParticipations(table: Table, all: readonly Table[], compare: Compare): void {
  const participants = allIn(all, table, table.base.population);
  if (table.base.unit !== "persons" || participants === undefined) return;
  const { counts, notFollowed } = table.base;
  for (const column of columnsOfPersons) {
    const most = differenceOf(participants.base.counts[column], notFollowed[column]);
    compare("nobody-counted-twice", table.id, "base", column, most, counts[column], "at-most");
  }
}

/** Who takes part in an intervention is one of all. */
function personsAmongAll(table: Table, tables: readonly Table[], compare: Compare): void {
  const whole = tables.find(({ base }) => base.unit === "persons" && base.population === table.base.population);
  if (table.base.unit !== "persons" || whole === undefined) return;
  const { counts } = whole.base;
  // Who is of unknown sex in all may be of one sex in each intervention.
  const mostOf = (column: Column) => (column === "total" ? counts.total : sumOf([counts[column], counts.unknown]));
  for (const column of columnsOfPersons)
    compare("nobody-counted-twice", table.id, "base", column, mostOf(column), table.base.counts[column], "at-most");
}

function sharesOfTheirCounts({ id, base, rows }: Table, compare: Compare): void {
  const check = "shares-are-of-their-counts";
  for (const { category, counts, shares } of rows)
    for (const column of columns) {
      const compareShare = (share: Share | null, whole: number | null) => {
        if (share === null) return;
        const { numerator, denominator, percent } = share;
        compare(check, id, category, column, counts[column], numerator, "withheld-together");
        compare(check, id, category, column, whole, denominator, "withheld-together");
        compare(check, id, category, column, wholePercent(numerator, denominator), percent);
      };
      const { ofBase, ofKnown, sexDistribution } = shares[column];
      compareShare(ofBase, base.counts[column]);
      compareShare(ofKnown, base.known[column]);
      compareShare(sexDistribution, counts.total);
    }
}

const linesOf = ({ base, rows }: Table): readonly (readonly [string, PublishedCounts])[] => [
  ["base", base.counts],
  ["known", base.known],
  ["not-followed", base.notFollowed],
  ["excluded", base.excluded],
  ...rows.map(({ category, counts }) => [category, counts] as const),
];

const isAllParticipations = ({ base, rows }: Table): boolean =>
  base.unit === "participations" && rows.length === 1 && rows[0]?.category === "all";

/** The table of all in a population, in the whole or in the same intervention. */
const allIn = (all: readonly Table[], like: Table, population: Table["base"]["population"]): Table | undefined =>
  all.find(
    (table) =>
      isAllParticipations(table) &&
      table.base.population === population &&
      table.intervention === like.intervention &&
      table.period?.from === like.period?.from &&
      table.period?.to === like.period?.to,
  );

const differenceOf = (whole: number | null, part: number | null): number | null =>
  whole === null || part === null ? null : whole - part;

const sumOf = (counts: readonly (number | null)[]): number | null =>
  counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
