import type { Report } from "@finsam/gender-reporting";
import type { Language } from "@finsam/model";
import { checksSection } from "./checks-section.ts";
import { comparisonSection } from "./comparison-section.ts";
import { differencesSection } from "./difference-sections.ts";
import { flowSection } from "./flow-section.ts";
import { costsSection, goalsSection } from "./goal-sections.ts";
import { type Html, html, withWholeDates } from "./html.ts";
import { interventionsSection } from "./intervention-sections.ts";
import { type KeyAnswer, keyAnswers } from "./key-answers.ts";
import type { PageFindings } from "./page-findings.ts";
import type { PageSection } from "./page-section.ts";
import { pageStyle } from "./page-style.ts";
import { protectionWords, words } from "./page-words.ts";
import { shownTable } from "./shown-table.ts";
import { overviewTable, tableSection } from "./table-sections.ts";

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
export async function reportHtml(report: Report, language: Language, findings: PageFindings = {}): Promise<string> {
  const tables = report.tables.map((table) => shownTable(table, language));
  const undivided = tables.filter((table) => table.undivided);
  const divided: PageSection[] = [];
  for (const table of tables) if (!table.undivided) divided.push(await tableSection(table, language));
  const overview = {
    id: "overview",
    title: words.overview[language],
    content: overviewTable(undivided, "overview", words.overview[language], language),
  };
  const sections = [
    ...(undivided.length === 0 ? [] : [overview]),
    ...(await flowSection(report, language)),
    ...(await differencesSection(findings, language)),
    ...goalsSection(report, findings.goals ?? [], language),
    ...(await comparisonSection(report, findings.earlier, language)),
    ...divided,
    ...interventionsSection(report, findings, language),
    ...costsSection(findings.costs ?? [], language),
    notesSection(report, language),
    checksSection(report, language),
    aboutSection(report, language),
  ];
  return `${page(report, keyAnswers(report, findings, language), sections, language).markup.trim()}\n`;
}

function page(
  report: Report,
  answers: readonly KeyAnswer[],
  sections: readonly PageSection[],
  language: Language,
): Html {
  const { association, period, year } = report;
  const name = association.name[language];
  const linked = new Set(sections.map(({ id }) => id));
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
<section aria-labelledby="summary">
<h2 id="summary">${words.summary[language]}</h2>
<div class="answers">${answers.map(
    ({ id, question, figure, unit, sentences, more }) => html`
<article aria-labelledby="${id}">
<h3 id="${id}">${question}</h3>
${figure === undefined ? "" : html`<p class="figure">${figure}${unit === undefined ? "" : html` <small>${unit}</small>`}</p>`}
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
${linked.has(more) ? html`<p class="more-link"><a href="#${more}">${words.more[language]}<span class="heard">: ${question}</span></a></p>` : ""}
</article>`,
  )}
</div>
</section>
<nav aria-labelledby="contents">
<h2 id="contents">${words.contents[language]}</h2>
<ol>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>\n`)}</ol>
</nav>
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

const notesSection = ({ notes }: Report, language: Language): PageSection => ({
  id: "notes",
  title: words.notes[language],
  content: html`<ul class="plain">${notes.map((note) => html`<li>${note[language]}</li>`)}</ul>`,
});

const aboutSection = (report: Report, language: Language): PageSection => ({
  id: "about",
  title: words.about[language],
  content: html`<dl class="about">
<dt>${words.association[language]}</dt><dd>${report.association.name[language]}</dd>
<dt>${words.period[language]}</dt><dd>${withWholeDates(`${report.period.from} – ${report.period.to}`)}</dd>
<dt>${words.policy[language]}</dt><dd>${report.association.id}, ${words.version[language]} ${report.association.policyVersion}</dd>
<dt>${words.threshold[language]}</dt><dd>${protectionWords(report)[language]}</dd>
<dt>${words.format[language]}</dt><dd>${report.format}</dd>
</dl>`,
});
