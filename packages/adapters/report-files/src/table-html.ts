import type { Column } from "@finsam/gender-reporting";
import type { Language, Text } from "@finsam/model";
import { type Html, html, withWholeDates } from "./html.ts";
import { columnNames, words } from "./page-words.ts";
import type { Cell, ShownLine } from "./shown-table.ts";
import { withheldMark, writtenNumber, writtenPercent } from "./written.ts";

/** What the numbers of a group of columns are: counts, or one of the shares. */
type Measure = "counts" | "ofBase" | "ofKnown" | "sexDistribution";

/** A line with the name of its row, and what explains it. */
interface NamedLine extends ShownLine {
  readonly name: string;
  readonly explanation?: string;
  /** Where links to the line lead. */
  readonly id?: string;
}

/** The parts of a table on the page. */
export interface TableParts {
  readonly caption: string;
  /** The id of what describes the table further. */
  readonly describedBy: string;
  readonly measures: readonly Measure[];
  readonly columns: readonly Column[];
  /** What is counted. */
  readonly counted: Text;
  readonly lines: readonly NamedLine[];
  /** Lines below the others: the base, and who stands outside of it. */
  readonly below?: readonly NamedLine[];
}

const measureWords: Readonly<Record<Measure, { readonly title: Text; readonly of?: Text }>> = {
  counts: { title: words.counts },
  ofBase: { title: words.ofBase, of: words.ofBaseOf },
  ofKnown: { title: words.ofKnown, of: words.ofKnownOf },
  sexDistribution: { title: words.sexDistribution, of: words.sexDistributionOf },
};

/**
 * A table of counts and shares by sex. On a narrow screen the style sheet stacks each line: its name above, and a line below it for
 * each measure, named by `data-measure`. The roles keep it a table for those who hear it, whatever the style sheet does.
 */
export function tableHtml(
  { caption, describedBy, measures, columns, counted, lines, below = [] }: TableParts,
  language: Language,
): Html {
  const columnsOf = (measure: Measure) =>
    measure === "sexDistribution" ? columns.filter((column) => column !== "total") : columns;
  const row = (line: NamedLine): Html => html`
<tr role="row" class="${line.kind}"${line.id === undefined ? "" : html` id="${line.id}"`}>
<th role="rowheader" scope="row">${line.name}${line.explanation === undefined ? "" : html` <small>${withWholeDates(line.explanation)}</small>`}</th>
${measures.map((measure) =>
  columnsOf(measure).map((column, index) => {
    const absent = isAbsent(measure, line.kind);
    const label = index === 0 && !absent ? html` data-measure="${measureWords[measure].title[language]}"` : "";
    return html`<td role="cell" class="${measure} ${column}${index === 0 ? " first" : ""}${absent ? " absent" : ""}"${label}>${absent ? "" : cellHtml(line[measure][column], measure, language)}</td>`;
  }),
)}
</tr>`;

  return html`
<div class="table ${columns.length > 3 ? "broad" : "slim"}${measures.includes("ofKnown") ? " four" : ""}">
<table role="table" aria-describedby="${describedBy}" style="--columns: ${columns.length}">
<caption class="heard">${caption}</caption>
<thead role="rowgroup">
<tr role="row">
<td role="cell" rowspan="2"></td>
${measures.map((measure) => {
  const { title } = measureWords[measure];
  const of = measure === "ofBase" && columns.length > 3 ? words.ofBaseOfColumn : (measureWords[measure].of ?? counted);
  return html`<th role="columnheader" scope="colgroup" colspan="${columnsOf(measure).length}" class="${measure} first">${title[language]} <small>${of[language]}</small></th>`;
})}
</tr>
<tr role="row">
${measures.map((measure) =>
  columnsOf(measure).map(
    (column, index) =>
      html`<th role="columnheader" scope="col" class="${measure} ${column}${index === 0 ? " first" : ""}">${columnNames[column][language]}</th>`,
  ),
)}
</tr>
</thead>
<tbody role="rowgroup">${lines.map(row)}
</tbody>
${
  below.length === 0
    ? ""
    : html`<tbody role="rowgroup" class="below">${below.map(row)}
</tbody>`
}
</table>
</div>`;
}

/** A share of the base is for those in it, one of the answers for those who gave one. */
const isAbsent = (measure: Measure, kind: ShownLine["kind"]): boolean =>
  (measure === "ofBase" && (kind === "not-followed" || kind === "excluded")) ||
  (measure === "ofKnown" && kind !== "category");

function cellHtml(cell: Cell, measure: Measure, language: Language): Html {
  if (cell === "withheld") return spoken(withheldMark, words.withheld[language]);
  if (cell === "none") return spoken("–", words.none[language]);
  return html`${measure === "counts" ? writtenNumber(cell, language) : writtenPercent(cell, language)}`;
}

/** A mark that is seen, and what is heard instead. */
const spoken = (mark: string, heard: string): Html =>
  html`<span aria-hidden="true">${mark}</span><span class="heard">${heard}</span>`;
