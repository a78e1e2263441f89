import {
  type Column,
  columns,
  type PublishedCounts,
  type Row,
  type Share,
  type Table,
  wholePercent,
} from "@finsam/gender-reporting";
import type { Language, Sex } from "@finsam/model";

/** What a cell shows: a number, that it is withheld, or that there is none (the share of nothing). */
export type Cell = number | "withheld" | "none";

type Cells = Readonly<Record<Column, Cell>>;

/** One line of a table as a page shows it. */
export interface ShownLine {
  readonly kind: "category" | "base" | "known" | "not-followed" | "excluded";
  /** The label of a category; the other lines are named by the page. */
  readonly label: string;
  readonly counts: Cells;
  /** Whole per cent of all in the base of the same column. */
  readonly ofBase: Cells;
  /** Whole per cent of those in the base whose answer is known. */
  readonly ofKnown: Cells;
  /** Whole per cent of all in the line. */
  readonly sexDistribution: Cells;
}

/** A table as a page shows it: what is zero throughout is not a line or a column of its own, but named. */
export interface ShownTable {
  readonly id: string;
  readonly title: string;
  readonly baseLabel: string;
  readonly unit: Table["base"]["unit"];
  readonly multiple: boolean;
  /** Whether nothing divides the table: one row with all, which is its own base. */
  readonly undivided: boolean;
  readonly columns: readonly Column[];
  /** The categories in their order, but for those that are zero in every column. */
  readonly lines: readonly ShownLine[];
  readonly base: ShownLine;
  /** Those in the base whose answer is known, where that is not all of them. */
  readonly known: ShownLine | undefined;
  /** When that which divides the table is read, in words. */
  readonly readOn: string | undefined;
  /** The same of the groups that it is divided by once more. */
  readonly groupsReadOn: string | undefined;
  readonly period: string | undefined;
  readonly policy: string;
  /** Places that did not answer when the table was counted. */
  readonly missing: readonly string[];
  /** Who stands outside the base: not followed, excluded. */
  readonly outside: readonly ShownLine[];
  /** Which of `other` and `unknown` are zero in every line. Women and men are always shown. */
  readonly zeroColumns: readonly Sex[];
  /** The labels of the categories that are zero in every column. */
  readonly zeroLabels: readonly string[];
  readonly hasWithheld: boolean;
  readonly hasNone: boolean;
}

/** What a page shows of a table. */
export function shownTable(table: Table, language: Language): ShownTable {
  const { id, title, base, multiple, rows, period, policy } = table;
  const outside = [
    { kind: "not-followed", counts: base.notFollowed } as const,
    { kind: "excluded", counts: base.excluded } as const,
  ].filter(({ counts }) => !isZero(counts));
  const everyLine = [base.counts, ...rows.map(({ counts }) => counts), ...outside.map(({ counts }) => counts)];
  const zeroColumns = (["other", "unknown"] as const).filter((sex) => everyLine.every((counts) => counts[sex] === 0));
  const shownColumns = columns.filter((column) => !zeroColumns.some((zero) => zero === column));

  const lines = rows.filter(({ counts }) => !isZero(counts)).map((row) => categoryLine(row, table, language));
  const baseLine = lineOf("base", base.counts, base.counts);
  const allKnown = columns.every((column) => base.known[column] === base.counts[column]);
  const outsideLines = outside.map(({ kind, counts }) => lineOf(kind, counts));
  const cells = [...lines, baseLine].flatMap(({ kind, counts, ofBase, ofKnown, sexDistribution }) =>
    shownColumns.flatMap((column) => [
      counts[column],
      ofBase[column],
      ...(allKnown || kind !== "category" ? [] : [ofKnown[column]]),
      ...(column === "total" ? [] : [sexDistribution[column]]),
    ]),
  );
  return {
    id,
    title: title[language],
    baseLabel: base.label[language],
    unit: base.unit,
    multiple,
    undivided: rows.length === 1 && rows[0]?.category === "all",
    columns: shownColumns,
    lines,
    base: baseLine,
    known: allKnown ? undefined : lineOf("known", base.known, base.counts),
    readOn: table.readOn?.label[language],
    groupsReadOn: table.within?.readOn.label[language],
    period: period === null ? undefined : `${period.from} – ${period.to}`,
    missing: (table.missing ?? []).map((name) => name[language]),
    policy: `${policy.profile} ${policy.version}, ${policy.on}`,
    outside: outsideLines,
    zeroColumns,
    zeroLabels: rows.filter(({ counts }) => isZero(counts)).map(({ label }) => label[language]),
    hasWithheld: [...cells, ...outsideLines.flatMap(({ counts }) => Object.values(counts))].includes("withheld"),
    hasNone: cells.includes("none"),
  };
}

/** A category with the shares that the report gives it. */
function categoryLine({ category, label, counts, shares }: Row, { base }: Table, language: Language): ShownLine {
  const answered = category !== "unknown" && category !== "undetermined";
  return {
    kind: "category",
    label: label[language],
    counts: byColumn((column) => counts[column] ?? "withheld"),
    ofBase: byColumn((column) => given(shares[column].ofBase, base.counts[column])),
    ofKnown: byColumn((column) => (answered ? given(shares[column].ofKnown, base.known[column]) : "none")),
    sexDistribution: byColumn((column) => given(shares[column].sexDistribution, counts.total)),
  };
}

/** A line that a report gives counts of only, with the shares that follow from them. */
function lineOf(kind: ShownLine["kind"], counts: PublishedCounts, base?: PublishedCounts): ShownLine {
  return {
    kind,
    label: "",
    counts: byColumn((column) => counts[column] ?? "withheld"),
    ofBase: byColumn((column) => (base === undefined ? "none" : percent(counts[column], base[column]))),
    ofKnown: byColumn(() => "none"),
    sexDistribution: byColumn((column) => percent(counts[column], counts.total)),
  };
}

const byColumn = (cell: (column: Column) => Cell): Cells => ({
  woman: cell("woman"),
  man: cell("man"),
  other: cell("other"),
  unknown: cell("unknown"),
  total: cell("total"),
});

/** A share is missing because the whole is nothing, or else because a count is withheld. */
const given = (share: Share | null, whole: number | null): Cell =>
  share === null ? (whole === 0 ? "none" : "withheld") : share.percent;

function percent(part: number | null, whole: number | null): Cell {
  if (part === null || whole === null) return "withheld";
  return whole === 0 ? "none" : wholePercent(part, whole);
}

const isZero = (counts: PublishedCounts): boolean => columns.every((column) => counts[column] === 0);
