import {
  type Column,
  type PublishedCounts,
  type Report,
  type Row,
  type Share,
  type Table,
  wholePercent,
} from "@finsam/gender-reporting";
import type { Text } from "@finsam/model";
import { words } from "../page-words.ts";

/** What a figure is: how many, or one of the three shares, in whole per cent. */
export const measures = ["count", "ofBase", "ofKnown", "sexDistribution"] as const;
export type Measure = (typeof measures)[number];

/** A figure of a table; or that it is withheld, or that there is none, such as the share of nothing. */
export type Figure = number | "withheld" | "none";

/** How files write what is not a number, as official statistics do: two dots for withheld, one for what cannot be. */
export const figureMarks = { withheld: "..", none: "." } as const;

/** One line of a table with all its figures. */
interface FigureLine {
  /** The id of the category. Lines that are no category begin with `_`, which no category does. */
  readonly id: string;
  readonly label: Text;
  readonly kind: "category" | "base" | "known" | "not-followed" | "excluded";
  readonly figures: Readonly<Record<Column, Readonly<Record<Measure, Figure>>>>;
}

/** A table of a report as files hold it: every category, then the base, those with a known answer, and who stands outside. */
export interface TableFigures {
  readonly table: Table;
  /** The title; that of an intervention's own table begins with the intervention. */
  readonly title: Text;
  readonly lines: readonly FigureLine[];
}

/** Every table of a report, those of the whole before those of each intervention. */
export function figuresOfReport({ tables, sections }: Report): readonly TableFigures[] {
  return [
    ...tables.map((table) => figuresOf(table, table.title)),
    ...sections.flatMap((section) =>
      section.tables.map((table) =>
        figuresOf(table, {
          sv: `${section.label.sv}: ${table.title.sv}`,
          en: `${section.label.en}: ${table.title.en}`,
        }),
      ),
    ),
  ];
}

const figuresOf = (table: Table, title: Text): TableFigures => ({
  table,
  title,
  lines: [
    ...table.rows.map((row) => categoryLine(row, table)),
    outsideLine("base", words.base, table.base.counts),
    outsideLine("known", words.known, table.base.known),
    outsideLine(
      "not-followed",
      table.base.unit === "persons" ? words.participationsNotFollowed : words.notFollowed,
      table.base.notFollowed,
    ),
    outsideLine("excluded", words.excluded, table.base.excluded),
  ],
});

const categoryLine = ({ category, label, counts, shares }: Row, { base }: Table): FigureLine => ({
  id: category,
  label,
  kind: "category",
  figures: byColumn((column) => {
    const { ofBase, ofKnown, sexDistribution } = shares[column];
    const hidden = counts[column] === null;
    return {
      count: counts[column] ?? "withheld",
      ofBase: given(ofBase, hidden || base.counts[column] === null),
      // A row without an answer has no share of the answers, and hides none.
      ofKnown: given(ofKnown, !unanswered.has(category) && (hidden || base.known[column] === null)),
      sexDistribution: given(sexDistribution, column !== "total" && (hidden || counts.total === null)),
    };
  }),
});

const unanswered: ReadonlySet<string> = new Set(["unknown", "undetermined"]);

const given = (share: Share | null, withheld: boolean): Figure => share?.percent ?? (withheld ? "withheld" : "none");

const outsideLine = (
  kind: Exclude<FigureLine["kind"], "category">,
  label: Text,
  counts: PublishedCounts,
): FigureLine => ({
  id: `_${kind}`,
  label,
  kind,
  figures: byColumn((column) => ({
    count: counts[column] ?? "withheld",
    ofBase: "none",
    ofKnown: "none",
    sexDistribution: column === "total" ? "none" : distribution(counts[column], counts.total),
  })),
});

function distribution(part: number | null, whole: number | null): Figure {
  if (part === null || whole === null) return "withheld";
  return whole === 0 ? "none" : wholePercent(part, whole);
}

const byColumn = <Value>(value: (column: Column) => Value): Record<Column, Value> => ({
  woman: value("woman"),
  man: value("man"),
  other: value("other"),
  unknown: value("unknown"),
  total: value("total"),
});
