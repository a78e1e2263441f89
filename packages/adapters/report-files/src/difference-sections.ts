import {
  type ReportDifferences,
  type SexDifference,
  type Share,
  type StandardisedDifference,
  type TableDifferences,
  writtenInterval,
  writtenPoints,
} from "@finsam/gender-reporting";
import type { Language, Text } from "@finsam/model";
import { type Html, html } from "./html.ts";
import { type ComparedOutcome, intervalChart } from "./interval-chart.ts";
import type { PageFindings } from "./page-findings.ts";
import type { PageSection } from "./page-section.ts";
import { words } from "./page-words.ts";
import { plainTableHtml } from "./plain-table.ts";
import { listed, withheldMark, writtenNumber, writtenPercent } from "./written.ts";

/** The differences between women and men: how participations ended first, then the mix, then who started and took part. */
export async function differencesSection(
  { differences, within = {}, overYears }: PageFindings,
  language: Language,
): Promise<readonly PageSection[]> {
  if (differences === undefined || differences.tables.length === 0) return [];
  const ends = differences.tables
    .filter(({ population }) => population === "ended")
    .toSorted((a, b) => Number(b.table === "ended-by-result") - Number(a.table === "ended-by-result"));
  const others = differences.tables.filter(({ population }) => population !== "ended");
  const change = overYears?.change;
  return [
    {
      id: "differences",
      title: words.differences[language],
      content: html`
${change === undefined || change === null ? "" : html`<p>${change.sentence[language]}</p>`}
${await comparedOutcomes(ends, language)}
${mixes(within, language)}
${
  others.length === 0
    ? ""
    : html`<details class="more"><summary>${words.otherDifferences[language]}</summary>
${others.map((table) => html`<h3>${table.title[language]}</h3>${differencesTable(table.title[language], [table], language)}`)}
</details>`
}
${notesHtml(differences, language)}`,
    },
  ];
}

async function comparedOutcomes(tables: readonly TableDifferences[], language: Language): Promise<Html> {
  const rows = tables.flatMap((table) => table.rows);
  const compared = rows.flatMap(({ label, difference }): readonly ComparedOutcome[] =>
    difference.state === "compared" ? [{ label: label[language], difference }] : [],
  );
  if (rows.length === 0) return html``;
  const description = compared.map(({ label, difference }) => `${label}: ${pointsOf(difference, language)}`);
  return html`
<div class="side-by-side">
${
  compared.length === 0
    ? ""
    : html`<figure><div role="img" aria-label="${[words.differences[language], ...description].join(". ")}.">${await intervalChart(compared, language)}</div><figcaption><a href="#differences-figures">${words.toTable[language]}</a></figcaption></figure>`
}
<div id="differences-figures" tabindex="-1">
${differencesTable(words.differencesTable[language], tables, language)}
<details class="more"><summary>${words.inSentences[language]}</summary>
<ul class="sentences">${rows.map(({ difference }) => html`<li>${difference.sentence[language]}</li>`)}</ul>
</details>
</div>
</div>`;
}

const differencesTable = (caption: string, tables: readonly TableDifferences[], language: Language): Html =>
  plainTableHtml({
    caption,
    headings: [
      words.outcome[language],
      words.women[language],
      words.men[language],
      words.pointsApart[language],
      words.ratio[language],
    ],
    rows: tables.flatMap(({ rows }) =>
      rows.map(({ label, difference }) =>
        difference.state === "compared"
          ? [
              label[language],
              ofWhole(difference.woman, language),
              ofWhole(difference.man, language),
              pointsOf(difference, language),
              difference.ratio === null ? "–" : ratioOf(difference.ratio.value, language),
            ]
          : [label[language], withheldMark, withheldMark, whyNot(difference, language), withheldMark],
      ),
    ),
  });

const whyNot = ({ state }: SexDifference, language: Language): string =>
  (state === "too-few" ? words.tooFew : words.notCompared)[language];

const ofWhole = ({ numerator, denominator, percent }: Share, language: Language): Html =>
  html`${writtenPercent(percent, language)} <small>${writtenNumber(numerator, language)}/${writtenNumber(denominator, language)}</small>`;

const pointsOf = (
  { points, pointsInterval }: Pick<Extract<SexDifference, { state: "compared" }>, "points" | "pointsInterval">,
  language: Language,
): string => `${writtenPoints(points, language)} (${writtenInterval(pointsInterval, language)})`;

const ratioOf = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);

/** Whether a difference is one of the mix, for each division that it was looked at within. */
function mixes(within: NonNullable<PageFindings["within"]>, language: Language): Html {
  const found = divisions.flatMap((division) => {
    const difference = within[division];
    return difference === undefined ? [] : [{ name: divisionNames[division][language], difference }];
  });
  if (found.length === 0) return html``;
  return html`
<h3>${words.mix[language]}</h3>
${found.map(
  ({ name, difference }) => html`
<p>${difference.sentence[language]}</p>
<details class="more"><summary>${words.arithmetic[language]} ${name}</summary>
${arithmetic(difference, name, language)}
</details>`,
)}`;
}

const divisions = ["intervention", "ageAtStart", "education", "referrer"] as const;
const divisionNames: Readonly<Record<(typeof divisions)[number], Text>> = {
  intervention: { sv: "efter insats", en: "by intervention" },
  ageAtStart: { sv: "efter ålder vid start", en: "by age at the start" },
  education: { sv: "efter utbildning", en: "by education" },
  referrer: { sv: "efter remittent", en: "by referrer" },
};

/** The shares in each group, how they are weighed, and who is left out. */
function arithmetic(difference: StandardisedDifference, name: string, language: Language): Html {
  const left = difference.leftOut.map(({ label }) => label[language]);
  const leftOut =
    left.length === 0 ? "" : html`<p class="about-base">${words.leftOut[language]} ${listed(left, language)}.</p>`;
  if (difference.state !== "compared") return html`${leftOut}`;
  const { strata, crude, adjusted } = difference;
  return html`
${plainTableHtml({
  caption: `${words.arithmetic[language]} ${name}`,
  headings: [words.group[language], words.weight[language], words.women[language], words.men[language]],
  rows: [
    ...strata.map(
      ({ label, weight, woman, man }) =>
        [
          label[language],
          `${weight.numerator}/${weight.denominator}`,
          ofWhole(woman, language),
          ofWhole(man, language),
        ] as const,
    ),
    [words.crude[language], "", ofWhole(crude.woman, language), ofWhole(crude.man, language)] as const,
    [
      words.adjusted[language],
      "",
      writtenPercent(Math.round(adjusted.womanPercent), language),
      writtenPercent(Math.round(adjusted.manPercent), language),
    ] as const,
  ],
})}
${leftOut}`;
}

const notesHtml = ({ notes }: ReportDifferences, language: Language): Html =>
  html`<ul class="notes">${notes.map((note) => html`<li>${note[language]}</li>`)}</ul>`;
