import { columns, type Report } from "@finsam/gender-reporting";
import { type Language, Language as LanguageSchema, type Text } from "@finsam/model";
import { harmlessText } from "../html.ts";
import { columnNames } from "../page-words.ts";
import { wrapped } from "../wrapped.ts";
import { measureTexts, tableNotes } from "./measure-texts.ts";
import { type Figure, figureMarks, figuresOfReport, measures, type TableFigures } from "./table-figures.ts";

/**
 * Every table of a report as a PX file, the format of Statistics Sweden's PxWeb and PxWin (PX file format specification, AXIS-VERSION
 * 2013): in Swedish and English at once, the wanted language first, in UTF-8 as `CODEPAGE` says. A withheld figure is `".."`, a share
 * that cannot be is `"."`. All rows are written, without `KEYS`, since with keys a reader takes a row that is left out for zeros.
 *
 * @example
 * ```ts
 * import { buildReport, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { reportPx } from "@finsam/report-files";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * reportPx(report, "sv")[0]?.px.split("\r\n")[0]; // => 'CHARSET="ANSI";'
 * ```
 */
export const reportPx = (report: Report, language: Language): readonly { readonly id: string; readonly px: string }[] =>
  figuresOfReport(report).map((figures, index) => ({
    id: figures.table.id,
    px: pxOf(figures, report, language, index + 1),
  }));

/** The variables of every file, and their names. */
const variables = {
  line: { sv: "grupp", en: "group" },
  measure: { sv: "innehåll", en: "contents" },
  sex: { sv: "kön", en: "sex" },
  year: { sv: "år", en: "year" },
} as const satisfies Readonly<Record<string, Text>>;

function pxOf(figures: TableFigures, report: Report, first: Language, number: number): string {
  const { table, lines } = figures;
  const { association, year } = report;
  const texts = measureTexts(table.base.unit);
  const languages = [first, ...LanguageSchema.options.filter((language) => language !== first)];
  const matrix = `finsam${year}t${String(number).padStart(2, "0")}`;
  // The first language is the file's own; keywords in another name it.
  const inEach = (say: (language: Language, keyword: (name: string) => string) => readonly string[]) =>
    languages.flatMap((language) => say(language, (name) => (language === first ? name : `${name}[${language}]`)));
  const values = (language: Language): readonly (readonly [Text, readonly string[], readonly string[]])[] => [
    [variables.line, lines.map(({ label }) => label[language]), lines.map(({ id }) => id)],
    [variables.measure, measures.map((measure) => texts[measure].label[language]), measures],
    [variables.sex, columns.map((column) => columnNames[column][language]), columns],
    [variables.year, [String(year)], [String(year)]],
  ];

  return [
    'CHARSET="ANSI";',
    'AXIS-VERSION="2013";',
    'CODEPAGE="utf-8";',
    `LANGUAGE=${quoted(first)};`,
    `LANGUAGES=${listOf(languages)};`,
    `TABLEID=${quoted(table.id)};`,
    "DECIMALS=0;",
    "SHOWDECIMALS=0;",
    `MATRIX=${quoted(matrix)};`,
    "AGGREGALLOWED=NO;",
    'SUBJECT-CODE="FIN";',
    ...inEach((language, keyword) => [
      `${keyword("SUBJECT-AREA")}=${quoted(subject[language])};`,
      `${keyword("DESCRIPTION")}=${long(figures.title[language])};`,
      `${keyword("TITLE")}=${long(titleOf(figures, year)[language])};`,
      `${keyword("CONTENTS")}=${long(figures.title[language])};`,
      `${keyword("UNITS")}=${quoted(texts.count.unit[language])};`,
      `${keyword("STUB")}=${quoted(variables.line[language])};`,
      `${keyword("HEADING")}=${listOf([variables.measure, variables.sex, variables.year].map((name) => name[language]))};`,
      `${keyword("CONTVARIABLE")}=${quoted(variables.measure[language])};`,
      ...values(language).map(([name, texts]) => `${keyword("VALUES")}(${quoted(name[language])})=${listOf(texts)};`),
      `${keyword("TIMEVAL")}(${quoted(variables.year[language])})=TLIST(A1),${quoted(String(year))};`,
      ...values(language).map(([name, , codes]) => `${keyword("CODES")}(${quoted(name[language])})=${listOf(codes)};`),
      ...measures.map(
        (measure) =>
          `${keyword("UNITS")}(${quoted(texts[measure].label[language])})=${quoted(texts[measure].unit[language])};`,
      ),
      `${keyword("CONTACT")}=${long(association.name[language])};`,
      ...(table.period === null
        ? []
        : [`${keyword("REFPERIOD")}=${quoted(`${table.period.from} – ${table.period.to}`)};`]),
      `${keyword("SOURCE")}=${long(association.name[language])};`,
      `${keyword("NOTE")}=${long(
        tableNotes(figures, report)
          .map((note) => note[language])
          .join("#"),
      )};`,
    ]),
    "DATA=",
    ...lines.map(
      ({ figures: of }) =>
        `${measures.flatMap((measure) => columns.map((column) => written(of[column][measure]))).join(" ")} `,
    ),
    ";",
    "",
  ].join("\r\n");
}

const subject: Text = { sv: "Finansiell samordning av rehabilitering", en: "Financial coordination of rehabilitation" };

const titleOf = ({ title }: TableFigures, year: number): Text => ({
  sv: `${title.sv}; efter grupp, innehåll och kön ${year}`,
  en: `${title.en}; by group, contents and sex ${year}`,
});

/** A text between quotation marks, which it cannot hold itself; nothing in it ends the line. */
const quoted = (text: string): string => `"${harmlessText(text).replaceAll('"', "'")}"`;

/** A long text in pieces, each on its own line. */
const long = (text: string): string =>
  wrapped(text, 200)
    .map((piece, index, pieces) => quoted(index < pieces.length - 1 ? `${piece} ` : piece))
    .join("\r\n");

/** Texts in a list; a long one has line breaks, between texts only. */
function listOf(texts: readonly string[]): string {
  const inOneLine = texts.map(quoted).join(",");
  return inOneLine.length <= 200 ? inOneLine : texts.map(quoted).join(",\r\n");
}

const written = (figure: Figure): string => (typeof figure === "number" ? String(figure) : `"${figureMarks[figure]}"`);
