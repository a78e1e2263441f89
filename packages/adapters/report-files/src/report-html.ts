import type { Report } from "@finsam/gender-reporting";
import type { Language } from "@finsam/model";
import { barChart, isWorthAChart } from "./bar-chart.ts";
import { chartDescription } from "./chart-description.ts";
import { type Html, html, withWholeDates } from "./html.ts";
import type { PageFindings } from "./page-findings.ts";
import { pageStyle } from "./page-style.ts";
import { thresholdWords, words } from "./page-words.ts";
import { type ShownTable, shownTable } from "./shown-table.ts";
import { summarySentences } from "./summary.ts";
import { tableHtml } from "./table-html.ts";
import { listed } from "./written.ts";

/** A part of the page that the table of contents leads to. */
interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}

/**
 * The report as one page of HTML in Swedish or English that needs nothing else: no script, no font, no network. It reads on a phone, on
 * a wide screen, in the dark, by ear and by keyboard, and prints on A4. Every text of the report is escaped.
 *
 * It is a promise because the charts are.
 *
 * @example
 * ```ts
 * import { buildReport, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { reportHtml } from "@finsam/report-files";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * (await reportHtml(report, "sv")).slice(0, 33); // => '<!doctype html>\n<html lang="sv">\n'
 * ```
 */
export async function reportHtml(report: Report, language: Language, _findings: PageFindings = {}): Promise<string> {
  const tables = report.tables.map((table) => shownTable(table, language));
  const undivided = tables.filter((table) => table.undivided);
  const divided = await Promise.all(
    tables.filter((table) => !table.undivided).map((table) => tableSection(table, language)),
  );
  const sections = [
    ...(undivided.length === 0 ? [] : [overviewSection(undivided, language)]),
    ...divided,
    notesSection(report, language),
    checksSection(report, language),
    aboutSection(report, language),
  ];
  return `${page(report, sections, language).markup.trim()}\n`;
}

function page(report: Report, sections: readonly Section[], language: Language): Html {
  const { association, period, year } = report;
  const name = association.name[language];
  const [lead, ...sentences] = summarySentences(report, language);
  return html`
<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${words.title[language]} ${year} – ${name}</title>
<link rel="icon" href="data:,">
<style>${pageStyle(report, language)}</style>
</head>
<body>
<a class="skip" href="#content">${words.skip[language]}</a>
<header>
<h1>${words.title[language]} ${year} ${words.bySex[language]}</h1>
<p class="association">${name}</p>
<dl class="facts">
<div><dt>${words.period[language]}</dt><dd>${withWholeDates(`${period.from} – ${period.to}`)}</dd></div>
<div><dt>${words.language[language]}</dt><dd>${words.languageName[language]}</dd></div>
<div><dt>${words.policy[language]}</dt><dd>${association.id}, ${words.version[language]} ${association.policyVersion}</dd></div>
</dl>
</header>
<main id="content" tabindex="-1">
<div class="opening">
<section aria-labelledby="summary">
<h2 id="summary">${words.summary[language]}</h2>
${lead === undefined ? "" : html`<p class="lead">${lead}</p>`}
${sentences.length === 0 ? "" : html`<ul class="sentences">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}
</section>
<nav aria-labelledby="contents">
<h2 id="contents">${words.contents[language]}</h2>
<ol>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>\n`)}</ol>
</nav>
</div>
${sections.map(
  ({ id, title, content }) => html`
<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>${content}
</section>
`,
)}
</main>
</body>
</html>`;
}

/** The tables that nothing divides, as the rows of one. */
function overviewSection(tables: readonly ShownTable[], language: Language): Section {
  const zeroColumns = (tables[0]?.zeroColumns ?? []).filter((sex) =>
    tables.every((table) => table.zeroColumns.includes(sex)),
  );
  const columns = tables.flatMap(({ columns }) => columns);
  const together = {
    columns: (["woman", "man", "other", "unknown", "total"] as const).filter((column) => columns.includes(column)),
    zeroColumns,
    zeroLabels: [],
    multiple: false,
    hasWithheld: tables.some(({ hasWithheld }) => hasWithheld),
    hasNone: tables.some(({ hasNone }) => hasNone),
  };
  return {
    id: "overview",
    title: words.overview[language],
    content: html`
<p class="about-base" id="overview-base">${words.overviewBase[language]}${together.hasNone ? "" : ` ${words.overviewShares[language]}`}</p>
${tableHtml(
  {
    caption: words.overview[language],
    describedBy: "overview-base",
    measures: ["counts", "sexDistribution"],
    columns: together.columns,
    lines: tables.map(({ id, title, baseLabel, lines, base }) => ({
      ...(lines[0] ?? base),
      id: `table-${id}`,
      name: title,
      explanation: baseLabel,
    })),
  },
  language,
)}
${tableNotes(together, language)}`,
  };
}

async function tableSection(table: ShownTable, language: Language): Promise<Section> {
  const id = `table-${table.id}`;
  const chart = isWorthAChart(table)
    ? html`<figure><div role="img" aria-label="${chartDescription(table, language)}">${await barChart(table, language)}</div></figure>`
    : "";
  const slim = table.columns.length <= 3;
  return {
    id,
    title: table.title,
    content: html`
<p class="about-base" id="${id}-base">${words.baseIs[language]} ${withWholeDates(table.baseLabel)}.</p>
<div${slim ? html` class="side-by-side"` : ""}>
${chart}
<div>
${tableHtml(
  {
    caption: table.title,
    describedBy: `${id}-base`,
    measures: ["counts", "ofBase", "sexDistribution"],
    columns: table.columns,
    lines: table.lines.map((line) => ({ ...line, name: line.label })),
    below: [
      { ...table.base, name: words.base[language] },
      ...table.outside.map((line) => ({
        ...line,
        name: (line.kind === "excluded" ? words.excluded : words.notFollowed)[language],
      })),
    ],
  },
  language,
)}
${tableNotes(table, language)}
</div>
</div>`,
  };
}

/** What has to be said below a table for it to be read right. */
function tableNotes(
  table: Pick<ShownTable, "multiple" | "zeroColumns" | "zeroLabels" | "hasWithheld" | "hasNone">,
  language: Language,
): Html {
  const sexNames = table.zeroColumns.map((sex) => (sex === "other" ? words.otherSex : words.unknownSex)[language]);
  const notes = [
    ...(table.multiple ? [words.multipleNote[language]] : []),
    ...(table.hasWithheld ? [words.withheldNote[language]] : []),
    ...(table.hasNone ? [words.noneNote[language]] : []),
    ...(table.zeroLabels.length === 0 ? [] : [`${words.zeroRows[language]} ${listed(table.zeroLabels, language)}.`]),
    ...(sexNames.length === 0 ? [] : [`${words.zeroColumns[language]} ${listed(sexNames, language)}.`]),
  ];
  return notes.length === 0 ? html`` : html`<ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>`;
}

const notesSection = ({ notes }: Report, language: Language): Section => ({
  id: "notes",
  title: words.notes[language],
  content: html`<ul class="plain">${notes.map((note) => html`<li>${note[language]}</li>`)}</ul>`,
});

function checksSection({ findings, tables }: Report, language: Language): Section {
  const place = (table: string, category: string): string => {
    const found = tables.find(({ id }) => id === table || `${id}-base` === table);
    const row = found?.rows.find((one) => one.category === category);
    return [found?.title[language] ?? table, row?.label[language] ?? category].join(", ");
  };
  return {
    id: "checks",
    title: words.checks[language],
    content:
      findings.length === 0
        ? html`<p>${words.noFindings[language]}</p>`
        : html`<p>${words.findings[language]}</p>
<ul class="plain">${findings.map(
            ({ table, category, message }) => html`<li>${place(table, category)}: ${message[language]}</li>`,
          )}</ul>`,
  };
}

const aboutSection = ({ association, threshold, format, period }: Report, language: Language): Section => ({
  id: "about",
  title: words.about[language],
  content: html`<dl class="about">
<dt>${words.association[language]}</dt><dd>${association.name[language]}</dd>
<dt>${words.period[language]}</dt><dd>${withWholeDates(`${period.from} – ${period.to}`)}</dd>
<dt>${words.policy[language]}</dt><dd>${association.id}, ${words.version[language]} ${association.policyVersion}</dd>
<dt>${words.threshold[language]}</dt><dd>${thresholdWords(threshold)[language]}</dd>
<dt>${words.format[language]}</dt><dd>${format}</dd>
</dl>`,
});
