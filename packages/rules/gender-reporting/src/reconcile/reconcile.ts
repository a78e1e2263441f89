import { sexes, type Text } from "@finsam/model";
import { type Column, columns } from "../column.ts";
import { wholePercent } from "../percent.ts";
import type { PublishedCounts, Report, Row, Share, Table } from "../report.ts";
import { isUnanswered } from "../table-counts.ts";
import { type Disagreement, type ReconcileCheck, type Reconciliation, reconcileChecks } from "./reconciliation.ts";

/**
 * Checks that the published figures of a finished report agree with each other: the sexes make the total, the rows the base, base and
 * those outside it the population; exits are no more than participations; carried over and started make all; the interventions make the
 * whole; every share is of the counts beside it. A withheld figure keeps a check from being made, and that is counted. Nothing is repaired.
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
  const all = [...tables, ...sections.flatMap((section) => section.tables)];
  const comparisons = [
    ...all.flatMap(sexesMakeTheTotal),
    ...all.flatMap(rowsMakeTheBase),
    ...all.flatMap(answeredAndUnanswered),
    ...all.flatMap((table) => baseAndOutside(table, all)),
    ...all.flatMap((table) => exitsAmongParticipations(table, all)),
    ...all.flatMap((table) => carriedOverAndStarted(table, all)),
    ...sections.flatMap((section) => section.tables.flatMap((table) => sectionsMakeTheWhole(table, tables))),
    ...all.flatMap(sharesOfTheirCounts),
  ];
  return {
    checks: reconcileChecks.map((check) => {
      const of = comparisons.filter((comparison) => comparison.check === check);
      const withheld = of.filter(({ expected, actual }) => expected === null || actual === null).length;
      return { check, made: of.length - withheld, withheld };
    }),
    disagreements: comparisons.flatMap(disagreement),
  };
}

/** Two figures that have to be equal, or of which the actual may be at most the expected; `null` where one is withheld. */
interface Comparison {
  readonly check: ReconcileCheck;
  readonly table: string;
  readonly line: string;
  readonly column: Column;
  readonly expected: number | null;
  readonly actual: number | null;
  readonly atMost?: true;
  /** Where the expected figure is withheld, the actual has to be as well. */
  readonly givesAway?: true;
}

function disagreement({ atMost, givesAway, expected, actual, ...place }: Comparison): readonly Disagreement[] {
  if (givesAway === true && expected === null && actual !== null)
    return [
      {
        ...place,
        expected,
        actual,
        difference: null,
        message: {
          sv: `En andel står bredvid ett antal som inte visas, och röjer det. ${place.table}, ${place.line}, ${place.column}.`,
          en: `A share stands beside a withheld count, and gives it away. ${place.table}, ${place.line}, ${place.column}.`,
        },
      },
    ];
  if (expected === null || actual === null) return [];
  if (atMost === true ? actual <= expected : actual === expected) return [];
  const { sv, en } = messages[place.check];
  const where = `${place.table}, ${place.line}, ${place.column}`;
  return [
    {
      ...place,
      expected,
      actual,
      difference: actual - expected,
      message: {
        sv: `${sv} ${where}: ${actual} i stället för ${atMost === true ? "högst " : ""}${expected}.`,
        en: `${en} ${where}: ${actual} instead of ${atMost === true ? "at most " : ""}${expected}.`,
      },
    },
  ];
}

const messages: Readonly<Record<ReconcileCheck, Text>> = {
  "sexes-make-the-total": {
    sv: "Kvinnor, män, annat och uppgift saknas ger inte totalen.",
    en: "Women, men, other and unknown do not make the total.",
  },
  "rows-make-the-base": { sv: "Raderna ger inte basen.", en: "The rows do not make the base." },
  "answered-and-unanswered-make-the-base": {
    sv: "De med och utan känt svar ger inte basen.",
    en: "Those with and without a known answer do not make the base.",
  },
  "base-and-outside-make-the-population": {
    sv: "Basen och de som står utanför den ger inte alla.",
    en: "The base and those outside it do not make all.",
  },
  "exits-among-participations": {
    sv: "Fler har avslutats än deltagit.",
    en: "More have ended than taken part.",
  },
  "carried-over-and-started-make-all": {
    sv: "Pågående från tidigare år och påbörjade ger inte alla deltaganden.",
    en: "Carried over and started do not make all participations.",
  },
  "sections-make-the-whole": {
    sv: "Insatsens tabell säger inte detsamma som raden för insatsen.",
    en: "The table of the intervention does not say what its row says.",
  },
  "shares-are-of-their-counts": {
    sv: "Andelen är inte den som antalen bredvid ger.",
    en: "The share is not the one that the counts beside it make.",
  },
};

function sexesMakeTheTotal(table: Table): readonly Comparison[] {
  return linesOf(table).map(([line, counts]) => ({
    check: "sexes-make-the-total",
    table: table.id,
    line,
    column: "total",
    expected: sumOf(sexes.map((sex) => counts[sex])),
    actual: counts.total,
  }));
}

function rowsMakeTheBase({ id, base, multiple, rows }: Table): readonly Comparison[] {
  return columns.map((column) => {
    const sum = sumOf(rows.map(({ counts }) => counts[column]));
    const place = { check: "rows-make-the-base" as const, table: id, line: "base", column };
    // Where one can stand in several rows, the rows are at least the base, and no row is more than it.
    if (!multiple) return { ...place, expected: sum, actual: base.counts[column] };
    return { ...place, expected: sum, actual: base.counts[column], atMost: true };
  });
}

function answeredAndUnanswered({ id, base, rows }: Table): readonly Comparison[] {
  const unanswered = rows.filter(({ category }) => isUnanswered(category));
  return columns.map((column) => ({
    check: "answered-and-unanswered-make-the-base",
    table: id,
    line: "base",
    column,
    expected: sumOf([base.known[column], ...unanswered.map(({ counts }) => counts[column])]),
    actual: base.counts[column],
  }));
}

function baseAndOutside(table: Table, all: readonly Table[]): readonly Comparison[] {
  const whole = undivided(all, table, table.base.population);
  if (whole === undefined || whole === table) return [];
  const { counts, notFollowed, excluded } = table.base;
  return columns.map((column) => ({
    check: "base-and-outside-make-the-population",
    table: table.id,
    line: "base",
    column,
    expected: whole.base.counts[column],
    actual: sumOf([counts[column], notFollowed[column], excluded[column]]),
  }));
}

function exitsAmongParticipations(table: Table, all: readonly Table[]): readonly Comparison[] {
  const participants = undivided(all, table, "participants");
  if (table.base.population !== "ended" || participants === undefined) return [];
  return columns.map((column) => ({
    check: "exits-among-participations",
    table: table.id,
    line: "base",
    column,
    expected: participants.base.counts[column],
    actual: table.base.counts[column],
    atMost: true,
  }));
}

function carriedOverAndStarted(table: Table, all: readonly Table[]): readonly Comparison[] {
  if (table !== undivided(all, table, "participants")) return [];
  const [carriedOver, started] = [undivided(all, table, "carried-over"), undivided(all, table, "started")];
  if (carriedOver === undefined || started === undefined) return [];
  return columns.map((column) => ({
    check: "carried-over-and-started-make-all",
    table: table.id,
    line: "base",
    column,
    expected: sumOf([carriedOver.base.counts[column], started.base.counts[column]]),
    actual: table.base.counts[column],
  }));
}

function sectionsMakeTheWhole(table: Table, tables: readonly Table[]): readonly Comparison[] {
  const byIntervention = tables.find(
    ({ id, base }) => id.endsWith("-by-intervention") && base.population === table.base.population,
  );
  const row = byIntervention?.rows.find(({ category }) => category === table.intervention);
  if (row === undefined || !isUndivided(table)) return [];
  return columns.map((column) => ({
    check: "sections-make-the-whole",
    table: table.id,
    line: "base",
    column,
    expected: row.counts[column],
    actual: table.base.counts[column],
  }));
}

function sharesOfTheirCounts({ id, base, rows }: Table): readonly Comparison[] {
  return rows.flatMap((row) =>
    columns.flatMap((column) => {
      const { ofBase, ofKnown, sexDistribution } = row.shares[column];
      const of = (share: Share | null, whole: number | null) => shareComparisons(id, row, column, share, whole);
      return [
        ...of(ofBase, base.counts[column]),
        ...of(ofKnown, base.known[column]),
        ...of(sexDistribution, row.counts.total),
      ];
    }),
  );
}

function shareComparisons(
  table: string,
  { category, counts }: Row,
  column: Column,
  share: Share | null,
  whole: number | null,
): readonly Comparison[] {
  if (share === null) return [];
  const place = { check: "shares-are-of-their-counts" as const, table, line: category, column };
  return [
    { ...place, expected: counts[column], actual: share.numerator, givesAway: true },
    { ...place, expected: whole, actual: share.denominator, givesAway: true },
    { ...place, expected: wholePercent(share.numerator, share.denominator), actual: share.percent },
  ];
}

const linesOf = ({ base, rows }: Table): readonly (readonly [string, PublishedCounts])[] => [
  ["base", base.counts],
  ["known", base.known],
  ["not-followed", base.notFollowed],
  ["excluded", base.excluded],
  ...rows.map(({ category, counts }) => [category, counts] as const),
];

const isUndivided = ({ rows }: Table): boolean => rows.length === 1 && rows[0]?.category === "all";

/** The table of all in a population, in the whole or in the same intervention. */
const undivided = (all: readonly Table[], like: Table, population: Table["base"]["population"]): Table | undefined =>
  all.find(
    (table) =>
      isUndivided(table) &&
      table.base.population === population &&
      table.intervention === like.intervention &&
      table.period?.from === like.period?.from &&
      table.period?.to === like.period?.to,
  );

const sumOf = (counts: readonly (number | null)[]): number | null =>
  counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
