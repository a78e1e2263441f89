import { sexes, type Text } from "@finsam/model";
import { type Column, columns } from "../column.ts";
import { wholePercent } from "../percent.ts";
import type { PublishedCounts, Report, Row, Share, Table } from "../report.ts";
import { isUnanswered } from "../table-counts.ts";
import { type Disagreement, type ReconcileCheck, type Reconciliation, reconcileChecks } from "./reconciliation.ts";

/**
 * Checks that the published figures of a finished report agree with each other: the sexes make the total, the rows the base, base and
 * those outside it the population; exits are no more than participations; carried over and started make all; the interventions make the
 * whole; persons are no more than their participations; every share is of the counts beside it. A withheld figure keeps a check from being made, and that is counted. Nothing is repaired.
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
    ...all.flatMap((table) => groupsMakeTheResult(table, all)),
    ...all.flatMap((table) => exitsAmongParticipations(table, all)),
    ...all.flatMap((table) => carriedOverAndStarted(table, all)),
    ...sections.flatMap((section) => section.tables.flatMap((table) => sectionsMakeTheWhole(table, tables))),
    ...all.flatMap((table) => personsAmongParticipations(table, all)),
    ...sections.flatMap((section) => section.tables.flatMap((table) => personsAmongAll(table, tables))),
    ...all.flatMap(sharesOfTheirCounts),
  ];
  const made = new Map<ReconcileCheck, number>();
  const withheld = new Map<ReconcileCheck, number>();
  for (const { check, expected, actual } of comparisons) {
    const counted = expected === null || actual === null ? withheld : made;
    counted.set(check, (counted.get(check) ?? 0) + 1);
  }
  return {
    checks: reconcileChecks.map((check) => ({ check, made: made.get(check) ?? 0, withheld: withheld.get(check) ?? 0 })),
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

function disagreement(comparison: Comparison): readonly Disagreement[] {
  const { check, table, line, column, expected, actual, atMost, givesAway } = comparison;
  if (actual === null || (expected === null && givesAway !== true)) return [];
  if (expected !== null && (atMost === true ? actual <= expected : actual === expected)) return [];
  const place = { check, table, line, column };
  const where = `${table}, ${line}, ${column}`;
  if (expected === null)
    return [
      {
        ...place,
        expected,
        actual,
        difference: null,
        message: {
          sv: `En andel står bredvid ett antal som inte visas, och röjer det. ${where}.`,
          en: `A share stands beside a withheld count, and gives it away. ${where}.`,
        },
      },
    ];
  const { sv, en } = messages[check];
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
  "groups-make-the-result": {
    sv: "Grupperna ger inte resultatet.",
    en: "The groups do not make the result.",
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
  "nobody-counted-twice": {
    sv: "Fler personer räknas än vad deltagandena rymmer.",
    en: "More people are counted than the participations can have.",
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
  const whole = allIn(all, table, table.base.population);
  if (whole === undefined || whole === table || table.base.unit === "persons") return [];
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

/** What the rows of a result in its groups make is what the table of results says. */
function groupsMakeTheResult(table: Table, all: readonly Table[]): readonly Comparison[] {
  if (table.within === undefined) return [];
  const byResult = all.find(({ id, intervention }) => id === "ended-by-result" && intervention === table.intervention);
  return (byResult?.rows ?? []).flatMap(({ category, counts }) => {
    const groups = table.rows.filter((row) => (row.within?.result ?? row.category) === category);
    return columns.map((column) => ({
      check: "groups-make-the-result" as const,
      table: table.id,
      line: category,
      column,
      expected: counts[column],
      actual: sumOf(groups.map((row) => row.counts[column])),
    }));
  });
}

function exitsAmongParticipations(table: Table, all: readonly Table[]): readonly Comparison[] {
  const participants = allIn(all, table, "participants");
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
  if (table !== allIn(all, table, "participants")) return [];
  const [carriedOver, started] = [allIn(all, table, "carried-over"), allIn(all, table, "started")];
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
  if (row === undefined || !isAllParticipations(table)) return [];
  return columns.map((column) => ({
    check: "sections-make-the-whole",
    table: table.id,
    line: "base",
    column,
    expected: row.counts[column],
    actual: table.base.counts[column],
  }));
}

/**
 * Persons are at most the participations that are followed up. Of unknown sex there may be more of them: those who are stated with
 * different sexes.
 */
function personsAmongParticipations(table: Table, all: readonly Table[]): readonly Comparison[] {
  const participants = allIn(all, table, table.base.population);
  if (table.base.unit !== "persons" || participants === undefined) return [];
  return columns
    .filter((column) => column !== "unknown")
    .map((column) => ({
      check: "nobody-counted-twice" as const,
      table: table.id,
      line: "base",
      column,
      expected: differenceOf(participants.base.counts[column], table.base.notFollowed[column]),
      actual: table.base.counts[column],
      atMost: true,
    }));
}

/** Who takes part in an intervention is one of all. */
function personsAmongAll(table: Table, tables: readonly Table[]): readonly Comparison[] {
  const whole = tables.find(({ base }) => base.unit === "persons" && base.population === table.base.population);
  if (table.base.unit !== "persons" || whole === undefined) return [];
  const { counts } = whole.base;
  // Who is of unknown sex in all may be of one sex in each intervention.
  const most = (column: Column) => (column === "total" ? counts.total : sumOf([counts[column], counts.unknown]));
  return columns
    .filter((column) => column !== "unknown")
    .map((column) => ({
      check: "nobody-counted-twice",
      table: table.id,
      line: "base",
      column,
      expected: most(column),
      actual: table.base.counts[column],
      atMost: true,
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
