import { type Html, html } from "./html.ts";

/** A table of texts: its name, its headings, and rows that begin with what they are about. */
export interface PlainTable {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly [string | Html, ...(string | Html)[]])[];
}

/** A small table of texts. On a narrow screen each row is stacked, every cell named by its heading. */
export const plainTableHtml = ({ caption, headings, rows }: PlainTable): Html => html`
<div class="table plain-table">
<table role="table">
<caption class="heard">${caption}</caption>
<thead role="rowgroup"><tr role="row">${headings.map((heading) => html`<th role="columnheader" scope="col">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
  ([name, ...cells]) => html`
<tr role="row"><th role="rowheader" scope="row">${name}</th>${cells.map((cell, index) => html`<td role="cell" data-measure="${headings[index + 1] ?? ""}">${cell === "" ? "" : html`<span>${cell}</span>`}</td>`)}</tr>`,
)}
</tbody>
</table>
</div>`;
