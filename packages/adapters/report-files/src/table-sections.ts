import type { Language } from "@finsam/model";
import { barChart, isWorthAChart } from "./bar-chart.ts";
import { chartDescription } from "./chart-description.ts";
import { type Html, html, withWholeDates } from "./html.ts";
import type { PageSection } from "./page-section.ts";
import { columnNames, words } from "./page-words.ts";
import type { ShownTable } from "./shown-table.ts";
import { tableHtml } from "./table-html.ts";
import { listed, withheldMark, writtenNumber } from "./written.ts";

/** The tables that nothing divides, as the rows of one. `id` sets it apart from others of its kind. */
export function overviewTable(tables: readonly ShownTable[], id: string, caption: string, language: Language): Html {
  const zeroColumns = (tables[0]?.zeroColumns ?? []).filter((sex) =>
    tables.every((table) => table.zeroColumns.includes(sex)),
  );
  const columns = tables.flatMap(({ columns }) => columns);
  const together = {
    missing: [...new Set(tables.flatMap(({ missing }) => missing))],
    columns: (["woman", "man", "other", "unknown", "total"] as const).filter((column) => columns.includes(column)),
    zeroColumns,
    zeroLabels: [],
    multiple: false,
    hasWithheld: tables.some(({ hasWithheld }) => hasWithheld),
    hasNone: tables.some(({ hasNone }) => hasNone),
  };
  return html`
<p class="about-base" id="${id}-base">${words.overviewBase[language]}${together.hasNone ? "" : ` ${words.overviewShares[language]}`}</p>
${tableHtml(
  {
    caption,
    describedBy: `${id}-base`,
    measures: ["counts", "sexDistribution"],
    columns: together.columns,
    counted: tables.some(({ unit }) => unit === "persons") ? words.ofParticipationsOrPersons : words.ofParticipations,
    lines: tables.map(({ id: table, title, baseLabel, lines, base }) => ({
      ...(lines[0] ?? base),
      id: `table-${table}`,
      name: title,
      explanation: baseLabel,
    })),
  },
  language,
)}
${tableNotes(together, language)}`;
}

/** A divided table with its chart, as a section of its own. */
export const tableSection = async (table: ShownTable, language: Language): Promise<PageSection> => ({
  id: `table-${table.id}`,
  title: table.title,
  content: await tableWithChart(table, language),
});

/** A divided table with its base, its chart where there is something to compare, and its notes. */
async function tableWithChart(table: ShownTable, language: Language): Promise<Html> {
  const id = `table-${table.id}`;
  const chart = isWorthAChart(table)
    ? html`<figure><div role="img" aria-label="${chartDescription(table, language)}">${await barChart(table, language)}</div><figcaption><a href="#${id}-figures">${words.toTable[language]}</a></figcaption></figure>`
    : "";
  const slim = table.columns.length <= 3 && table.known === undefined;
  return html`
${aboutBase(table, id, language)}
<div${slim ? html` class="side-by-side"` : ""}>
${chart}
<div id="${id}-figures" tabindex="-1">
${dividedTable(table, id, language)}
</div>
</div>`;
}

/** A divided table and its notes. */
export const dividedTable = (table: ShownTable, id: string, language: Language): Html => html`
${tableHtml(
  {
    caption: table.title,
    describedBy: `${id}-base`,
    measures: ["counts", "ofBase", ...(table.known === undefined ? [] : (["ofKnown"] as const)), "sexDistribution"],
    columns: table.columns,
    counted: table.unit === "persons" ? words.ofPersons : words.ofParticipations,
    lines: table.lines.map((line) => ({ ...line, name: line.label })),
    below: [
      { ...table.base, name: words.base[language] },
      ...(table.known === undefined ? [] : [{ ...table.known, name: words.known[language] }]),
      ...table.outside.map((line) => ({
        ...line,
        name: (line.kind === "excluded"
          ? words.excluded
          : table.unit === "persons"
            ? words.participationsNotFollowed
            : words.notFollowed)[language],
      })),
    ],
  },
  language,
)}
${tableNotes(table, language)}`;

/** The base in a line, and all that is to be known of it one click away. */
export function aboutBase(table: ShownTable, id: string, language: Language): Html {
  const inBase = table.columns.map((column) => {
    const count = table.base.counts[column];
    return `${columnNames[column][language].toLocaleLowerCase(language)} ${typeof count === "number" ? writtenNumber(count, language) : withheldMark}`;
  });
  return html`
<p class="about-base" id="${id}-base">${words.baseIs[language]} ${withWholeDates(table.baseLabel)}.</p>
<details class="base">
<summary>${words.aboutBase[language]}<span class="heard">: ${table.title}</span></summary>
<dl>
<dt>${words.unit[language]}</dt><dd>${words[table.unit][language]}</dd>
<dt>${words.population[language]}</dt><dd>${withWholeDates(table.baseLabel)}</dd>
<dt>${words.inBase[language]}</dt><dd>${inBase.join(", ")}</dd>
${table.period === undefined ? "" : html`<dt>${words.period[language]}</dt><dd>${withWholeDates(table.period)}</dd>`}
${table.readOn === undefined ? "" : html`<dt>${words.readOn[language]}</dt><dd>${table.readOn}</dd>`}
${table.groupsReadOn === undefined ? "" : html`<dt>${words.groupsReadOn[language]}</dt><dd>${table.groupsReadOn}</dd>`}
<dt>${words.policy[language]}</dt><dd>${withWholeDates(table.policy)}</dd>
</dl>
</details>`;
}

/** What has to be said below a table for it to be read right. */
function tableNotes(
  table: Pick<ShownTable, "missing" | "multiple" | "zeroColumns" | "zeroLabels" | "hasWithheld" | "hasNone">,
  language: Language,
): Html {
  const sexNames = table.zeroColumns.map((sex) => (sex === "other" ? words.otherSex : words.unknownSex)[language]);
  const notes = [
    ...(table.missing.length === 0 ? [] : [`${words.noAnswerFrom[language]} ${listed(table.missing, language)}.`]),
    ...(table.multiple ? [words.multipleNote[language]] : []),
    ...(table.hasWithheld ? [words.withheldNote[language]] : []),
    ...(table.hasNone ? [words.noneNote[language]] : []),
    ...(table.zeroLabels.length === 0 ? [] : [`${words.zeroRows[language]} ${listed(table.zeroLabels, language)}.`]),
    ...(sexNames.length === 0 ? [] : [`${words.zeroColumns[language]} ${listed(sexNames, language)}.`]),
  ];
  return notes.length === 0 ? html`` : html`<ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>`;
}
