import { columns, type Report, type Table } from "@finsam/gender-reporting";
import type { Language, Text } from "@finsam/model";
import { columnNames } from "../page-words.ts";
import { measureTexts, tableNotes } from "./measure-texts.ts";
import { type Figure, figureMarks, figuresOfReport, measures, type TableFigures } from "./table-figures.ts";

interface Dimension {
  readonly label: string;
  readonly category: {
    readonly index: readonly string[];
    readonly label: Readonly<Record<string, string>>;
    readonly unit?: Readonly<Record<string, { readonly label: string; readonly decimals: number }>>;
  };
}

/** A table as a dataset of JSON-stat 2.0. */
export interface JsonStatDataset {
  readonly version: "2.0";
  readonly class: "dataset";
  readonly label: string;
  readonly source: string;
  readonly note: readonly string[];
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly role: { readonly time: readonly string[]; readonly metric: readonly string[] };
  readonly dimension: Readonly<Record<string, Dimension>>;
  readonly value: readonly (number | null)[];
  /** Why a value is `null`, by its place: `..` is withheld, `.` cannot be. */
  readonly status: Readonly<Record<string, string>>;
  readonly extension: { readonly table: string; readonly intervention?: string };
}

/** A report as a collection of JSON-stat 2.0, with a dataset for each table. */
export interface JsonStatCollection {
  readonly version: "2.0";
  readonly class: "collection";
  readonly label: string;
  readonly link: { readonly item: readonly JsonStatDataset[] };
}

/**
 * The report as JSON-stat 2.0: a collection with every table as a dataset by line, sex, year and measure. A withheld figure is `null`
 * with the status `..`, a share that cannot be `null` with `.`.
 *
 * @example
 * ```ts
 * import { buildReport, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { reportJsonStat } from "@finsam/report-files";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * reportJsonStat(report, "en").link.item[0]?.id; // => ["line", "sex", "year", "measure"]
 * ```
 */
export function reportJsonStat(report: Report, language: Language): JsonStatCollection {
  const { association, year } = report;
  return {
    version: "2.0",
    class: "collection",
    label: `${association.name[language]} ${year}`,
    link: { item: figuresOfReport(report).map((figures) => datasetOf(figures, report, language)) },
  };
}

function datasetOf(figures: TableFigures, report: Report, language: Language): JsonStatDataset {
  const { table, title, lines } = figures;
  const values = lines.flatMap((line) =>
    columns.flatMap((column) => measures.map((measure): Figure => line.figures[column][measure])),
  );
  const year = String(report.year);
  return {
    version: "2.0",
    class: "dataset",
    label: title[language],
    source: report.association.name[language],
    note: tableNotes(figures, report).map((note) => note[language]),
    id: ["line", "sex", "year", "measure"],
    size: [lines.length, columns.length, 1, measures.length],
    role: { time: ["year"], metric: ["measure"] },
    dimension: {
      line: dimension(
        { sv: "Grupp", en: "Group" },
        lines.map(({ id, label }) => [id, label]),
        language,
      ),
      sex: dimension(
        { sv: "Kön", en: "Sex" },
        columns.map((column) => [column, columnNames[column]]),
        language,
      ),
      year: dimension({ sv: "År", en: "Year" }, [[year, { sv: year, en: year }]], language),
      measure: measureDimension(table, language),
    },
    value: values.map((figure) => (typeof figure === "number" ? figure : null)),
    status: Object.fromEntries(
      values.flatMap((figure, place) => (typeof figure === "number" ? [] : [[String(place), figureMarks[figure]]])),
    ),
    extension: {
      table: table.id,
      ...(table.intervention === undefined ? {} : { intervention: table.intervention }),
    },
  };
}

const dimension = (label: Text, categories: readonly (readonly [string, Text])[], language: Language): Dimension => ({
  label: label[language],
  category: {
    index: categories.map(([id]) => id),
    label: Object.fromEntries(categories.map(([id, text]) => [id, text[language]])),
  },
});

function measureDimension({ base }: Table, language: Language): Dimension {
  const texts = measureTexts(base.unit);
  const { label, category } = dimension(
    { sv: "Innehåll", en: "Contents" },
    measures.map((measure) => [measure, texts[measure].label]),
    language,
  );
  const unit = measures.map((measure) => [measure, { label: texts[measure].unit[language], decimals: 0 }]);
  return { label, category: { ...category, unit: Object.fromEntries(unit) } };
}
