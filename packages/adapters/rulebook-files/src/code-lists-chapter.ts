import type { Code, CodeList } from "@finsam/model";
import { type Book, type Chapter, mark, sourceOf } from "./book.ts";
import { type Html, html } from "./html.ts";
import { words } from "./words.ts";

/** Every code list, and what each exit reason says about the result. */
export function codeListsChapter(book: Book): Chapter {
  const { profile, language } = book;
  const lists = Object.entries(profile.codeLists).flatMap(([key, list]) => (list === undefined ? [] : [{ key, list }]));
  return {
    id: "code-lists",
    title: words[language].chapters.codeLists,
    places: lists.map(({ list }) => ({ id: `list-${list.id}`, title: list.title[language] })),
    content: html`${lists.map(({ key, list }) => listHtml(list, key === "exitReasons", book))}`,
  };
}

function listHtml(list: CodeList, hasResults: boolean, book: Book): Html {
  const { language, profile } = book;
  const say = words[language];
  const codes = new Map(list.codes.map((code) => [code.id, code]));
  const named = (id: string): string => codes.get(id)?.label[language] ?? id;
  const remarks = ({
    legacyCodes = [],
    aliases = [],
    parent,
    reportAs,
    validFrom,
    validTo,
  }: Code): readonly string[] => [
    ...(legacyCodes.length === 0 ? [] : [`${say.legacyCodes} ${legacyCodes.join(", ")}`]),
    ...(aliases.length === 0 ? [] : [`${say.aliases} ${aliases.join(", ")}`]),
    ...(parent === undefined ? [] : [`${say.belongsTo} ${named(parent)}`]),
    ...(reportAs === undefined ? [] : [`${say.reportedAs} ${named(reportAs)}`]),
    ...(validFrom === undefined && validTo === undefined ? [] : [`${validFrom ?? ""} – ${validTo ?? ""}`.trim()]),
  ];
  const line = (code: Code): Html => {
    const result = profile.exitResults[code.id];
    return html`<tr><th scope="row">${code.label[language]}<small>${code.id}</small></th>
${hasResults ? html`<td>${result === undefined ? "" : html`<span class="result ${result}">${say.results[result]}</span>`}</td>` : ""}
<td>${remarks(code).map((remark) => html`<div>${remark}</div>`)}</td>
<td>${mark(code.status, book)}${code.citation === undefined ? "" : html` ${sourceOf(code.citation, book)}`}</td></tr>
`;
  };
  return html`<article class="entry" id="list-${list.id}">
<h3>${list.title[language]} <code>${list.id}</code></h3>
<div class="scroll" role="group" tabindex="0" aria-label="${list.title[language]}"><table>
<thead><tr><th scope="col">${say.code}</th>${hasResults ? html`<th scope="col">${say.result}</th>` : ""}<th scope="col">${say.alsoCalled}</th><th scope="col">${say.source}</th></tr></thead>
<tbody>${list.codes.map(line)}</tbody>
</table></div>
</article>
`;
}
