import { columns, type Report } from "@finsam/gender-reporting";
import type { Language } from "@finsam/model";
import { stringify } from "csv-stringify/sync";
import { columnNames } from "../page-words.ts";
import { type Figure, figureMarks, figuresOfReport, type TableFigures } from "./table-figures.ts";

/**
 * Every table of a report as tidy CSV, one row for each line and sex: RFC 4180 with commas, in UTF-8. A withheld figure is `..`, a share
 * that cannot be is `.`; a label that a spreadsheet would take for a formula has a `'` before it.
 *
 * @example
 * ```ts
 * import { buildReport, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { reportCsv } from "@finsam/report-files";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * reportCsv(report, "en")[0]?.csv.split("\r\n")[1]; // => "participants,,2021-01-01,2021-12-31,all,category,All,woman,Women,0,.,.,."
 * ```
 */
export const reportCsv = (
  report: Report,
  language: Language,
): readonly { readonly id: string; readonly csv: string }[] =>
  figuresOfReport(report).map((figures) => ({ id: figures.table.id, csv: csvOf(figures, language) }));

const headings = [
  "table",
  "intervention",
  "from",
  "to",
  "line",
  "kind",
  "label",
  "sex",
  "sex_label",
  "count",
  "percent_of_base",
  "percent_of_known",
  "percent_of_row",
];

function csvOf({ table, lines }: TableFigures, language: Language): string {
  const place = [table.id, table.intervention ?? "", table.period?.from ?? "", table.period?.to ?? ""];
  const rows = lines.flatMap(({ id, kind, label, figures }) =>
    columns.map((column) => {
      const { count, ofBase, ofKnown, sexDistribution } = figures[column];
      return [
        ...place,
        id,
        kind,
        label[language],
        column,
        columnNames[column][language],
        ...[count, ofBase, ofKnown, sexDistribution].map(written),
      ];
    }),
  );
  return stringify([headings, ...rows], { record_delimiter: "windows", escape_formulas: true });
}

const written = (figure: Figure): number | string => (typeof figure === "number" ? figure : figureMarks[figure]);
