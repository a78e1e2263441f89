import type { Report, TableDifferences } from "@finsam/gender-reporting";
import type { Language } from "@finsam/model";
import { goalList } from "./goal-sections.ts";
import { type Html, html } from "./html.ts";
import type { PageFindings } from "./page-findings.ts";
import type { PageSection } from "./page-section.ts";
import { words } from "./page-words.ts";
import { shownTable } from "./shown-table.ts";
import { aboutBase, dividedTable, overviewTable } from "./table-sections.ts";

/** Every intervention by itself: who took part, what came of it, its goals, and its tables one click away. */
export function interventionsSection(
  report: Report,
  findings: PageFindings,
  language: Language,
): readonly PageSection[] {
  if (report.sections.length === 0) return [];
  return [
    {
      id: "interventions",
      title: words.interventions[language],
      content: html`
<ul class="jump">${report.sections.map(({ intervention, label }) => html`<li><a href="#intervention-${intervention}">${label[language]}</a></li>`)}</ul>
${report.sections.map((section) => interventionHtml(section, findings, language))}`,
    },
  ];
}

function interventionHtml(
  { intervention, label, tables: all }: Report["sections"][number],
  { differences, goals = [] }: PageFindings,
  language: Language,
): Html {
  const tables = all.map((table) => shownTable(table, language));
  const [undivided, divided] = [tables.filter((table) => table.undivided), tables.filter((table) => !table.undivided)];
  const own = goals.filter((goal) => goal.intervention === intervention);
  const compared = differences?.sections.find((one) => one.intervention === intervention)?.tables ?? [];
  const id = `intervention-${intervention}`;
  return html`
<article id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title">${label[language]}</h3>
${resultSentences(compared, language)}
${undivided.length === 0 ? "" : overviewTable(undivided, id, label[language], language)}
${own.length === 0 ? "" : html`<h4>${words.goals[language]}</h4>${goalList(own, language, "whole")}`}
${
  divided.length === 0
    ? ""
    : html`<details class="more"><summary>${words.tablesOf[language]}<span class="heard">: ${label[language]}</span></summary>
${divided.map((table) => html`<h4 id="table-${table.id}">${table.title}</h4>${aboutBase(table, `table-${table.id}`, language)}${dividedTable(table, `table-${table.id}`, language)}`)}
</details>`
}
</article>`;
}

/** How the results of women and men differ in an intervention, as far as it can be told. */
function resultSentences(tables: readonly TableDifferences[], language: Language): Html {
  const results = tables
    .filter(({ table }) => table.startsWith("ended-by-result"))
    .flatMap(({ rows }) => rows.map(({ difference }) => difference.sentence[language]));
  return results.length === 0 ? html`` : html`<p>${results.join(" ")}</p>`;
}
