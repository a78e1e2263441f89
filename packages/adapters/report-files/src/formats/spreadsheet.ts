import { type Column, columns, type Report } from "@finsam/gender-reporting";
import type { Language } from "@finsam/model";
import type { CellObject, Row, Sheet } from "write-excel-file/node";
import { harmlessText } from "../html.ts";
import { columnNames, protectionWords, words } from "../page-words.ts";
import { listed } from "../written.ts";
import { measureTexts, tableNotes } from "./measure-texts.ts";
import { sheetNames } from "./sheet-names.ts";
import {
  type Figure,
  figureMarks,
  figuresOfReport,
  type Measure,
  measures,
  type TableFigures,
} from "./table-figures.ts";

/**
 * The report as a spreadsheet (xlsx): a sheet about the report and its notes, then a sheet for each table with its title, headings that
 * stay while one scrolls, real numbers, and its notes below. A withheld figure is the text `..`, never empty and never 0; a share
 * that cannot be is the text `.`. Sexes that are zero in every line of a table are named below it instead of shown. The same report gives the same cells; the file itself holds the time of writing.
 *
 * @example
 * ```ts
 * import { buildReport, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { reportSpreadsheet } from "@finsam/report-files";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * (await reportSpreadsheet(report, "sv")).subarray(0, 2).toString(); // => "PK"
 * ```
 */
export async function reportSpreadsheet(report: Report, language: Language): Promise<Buffer> {
  // The library is loaded by those who want a spreadsheet only.
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const tables = figuresOfReport(report);
  const [about = "", ...names] = sheetNames([words.about[language], ...tables.map(({ title }) => title[language])]);
  return writeExcelFile([
    aboutSheet(about, report, tables, names, language),
    ...tables.map((figures, index) => tableSheet(names[index] ?? "", figures, report, language)),
  ]).toBuffer();
}

type AnySheet = Sheet<Buffer>;

const strong = (value: string): CellObject => ({ value: harmlessText(value), type: String, fontWeight: "bold" });
const heading = (value: string): CellObject => ({ ...strong(value), fontSize: 14 });
const plain = (value: string): CellObject => ({ value: harmlessText(value), type: String });
const note = (value: string): CellObject => ({ ...plain(value), textColor: "#545b66" });

function aboutSheet(
  name: string,
  report: Report,
  tables: readonly TableFigures[],
  names: readonly string[],
  language: Language,
): AnySheet {
  const { association, period, year, notes, format } = report;
  return {
    sheet: name,
    columns: [{ width: 34 }, { width: 110 }],
    data: [
      [heading(`${words.title[language]} ${year} ${words.bySex[language]}`)],
      [],
      [strong(words.association[language]), plain(association.name[language])],
      [strong(words.period[language]), plain(`${period.from} – ${period.to}`)],
      [
        strong(words.policy[language]),
        plain(`${association.id}, ${words.version[language]} ${association.policyVersion}`),
      ],
      [strong(words.threshold[language]), plain(protectionWords(report)[language])],
      [strong(words.format[language]), plain(format)],
      [],
      [strong(words.notes[language])],
      ...notes.map((text): Row => [null, { ...plain(text[language]), wrap: true }]),
      [],
      [strong(words.contents[language])],
      ...tables.map(({ title }, index): Row => [plain(names[index] ?? ""), plain(title[language])]),
    ],
  };
}

function tableSheet(name: string, figures: TableFigures, report: Report, language: Language): AnySheet {
  const { table, lines, title } = figures;
  const texts = measureTexts(table.base.unit);
  const zero = (["other", "unknown"] as const).filter((sex) => lines.every((line) => line.figures[sex].count === 0));
  const shown = columns.filter((column) => !zero.some((sex) => sex === column));
  const groups = measures.map((measure) => ({
    measure,
    columns: shown.filter((column) => measure !== "sexDistribution" || column !== "total"),
  }));
  const zeroNames = zero.map((sex) => (sex === "other" ? words.otherSex : words.unknownSex)[language]);
  const header = { fontWeight: "bold", bottomBorderStyle: "thin", align: "right", wrap: true } as const;
  return {
    sheet: name,
    stickyRowsCount: 3,
    stickyColumnsCount: 1,
    orientation: "landscape",
    columns: [{ width: 52 }, ...groups.flatMap((group) => group.columns.map(() => ({ width: 10 })))],
    data: [
      [heading(title[language])],
      [
        null,
        ...groups.flatMap(
          ({ measure, columns: of }): Row => [
            { ...strong(texts[measure].label[language]), columnSpan: of.length, wrap: true, height: 32 },
            ...of.slice(1).map(() => null),
          ],
        ),
      ],
      [
        { ...strong(words.category[language]), ...header, align: "left" },
        ...groups.flatMap((group) =>
          group.columns.map((column) => ({ ...plain(columnNames[column][language]), ...header })),
        ),
      ],
      ...lines.map(
        (line): Row => [
          line.kind === "category"
            ? plain(line.label[language])
            : { ...plain(line.label[language]), fontStyle: "italic" },
          ...groups.flatMap(({ measure, columns: of }) =>
            of.map((column) => figureCell(line.figures[column][measure], measure, column)),
          ),
        ],
      ),
      [],
      ...tableNotes(figures, report).map((text): Row => [note(text[language])]),
      ...(zero.length === 0 ? [] : [[note(`${words.zeroColumns[language]} ${listed(zeroNames, language)}.`)]]),
    ],
  };
}

function figureCell(figure: Figure, measure: Measure, column: Column): CellObject {
  const style = column === "total" ? ({ fontWeight: "bold" } as const) : {};
  if (typeof figure !== "number") return { ...plain(figureMarks[figure]), ...style, align: "right" };
  return measure === "count"
    ? { value: figure, type: Number, format: "#,##0", ...style }
    : { value: figure / 100, type: Number, format: "0%", ...style };
}
