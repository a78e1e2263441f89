import type { ReconcileCheck, Report } from "@finsam/gender-reporting";
import type { Language, Text } from "@finsam/model";
import { html } from "./html.ts";
import type { PageSection } from "./page-section.ts";
import { words } from "./page-words.ts";
import { plainTableHtml } from "./plain-table.ts";
import { writtenNumber } from "./written.ts";

/** What was checked in the finished report, how often, and every contradiction found. */
export function checksSection({ findings, tables, sections, reconciliation }: Report, language: Language): PageSection {
  const everyTable = [...tables, ...sections.flatMap((section) => section.tables)];
  const place = (table: string, category: string): string => {
    const found = everyTable.find(({ id }) => id === table || `${id}-base` === table);
    const row = found?.rows.find((one) => one.category === category);
    return [found?.title[language] ?? table, row?.label[language] ?? category].join(", ");
  };
  const said = [
    ...findings.map(({ table, category, message }) => `${place(table, category)}: ${message[language]}`),
    ...reconciliation.disagreements.map(({ message }) => message[language]),
  ];
  return {
    id: "checks",
    title: words.checks[language],
    content: html`
${
  said.length === 0
    ? html`<p>${words.noFindings[language]}</p>`
    : html`<p>${words.findings[language]}</p>
<ul class="plain">${said.map((text) => html`<li>${text}</li>`)}</ul>`
}
${
  reconciliation.checks.length === 0
    ? ""
    : html`<details class="more"><summary>${words.checksMade[language]}</summary>
${plainTableHtml({
  caption: words.checksMade[language],
  headings: [words.check[language], words.made[language], words.notMade[language]],
  rows: reconciliation.checks.map(({ check, made, withheld }) => [
    checkNames[check][language],
    writtenNumber(made, language),
    writtenNumber(withheld, language),
  ]),
})}
</details>`
}`,
  };
}

const checkNames: Readonly<Record<ReconcileCheck, Text>> = {
  "sexes-make-the-total": { sv: "Könen ger tillsammans totalen", en: "The sexes make the total" },
  "rows-make-the-base": { sv: "Raderna ger tillsammans basen", en: "The rows make the base" },
  "answered-and-unanswered-make-the-base": {
    sv: "Kända och okända svar ger basen",
    en: "Answered and unanswered make the base",
  },
  "base-and-outside-make-the-population": {
    sv: "Basen och de utanför ger populationen",
    en: "The base and those outside make the population",
  },
  "groups-make-the-result": { sv: "Grupperna ger tillsammans resultatet", en: "The groups make the result" },
  "nobody-counted-twice": { sv: "Ingen person räknas två gånger", en: "Nobody is counted twice" },
  "exits-among-participations": { sv: "Avslut finns bland deltaganden", en: "Exits are among participations" },
  "carried-over-and-started-make-all": {
    sv: "Från tidigare år och påbörjade ger alla",
    en: "Carried over and started make all",
  },
  "sections-make-the-whole": { sv: "Insatserna ger tillsammans helheten", en: "The interventions make the whole" },
  "shares-are-of-their-counts": { sv: "Andelarna följer av antalen", en: "Shares follow from their counts" },
};
