import type { Report, Table } from "@finsam/gender-reporting";
import type { Language, Text } from "@finsam/model";
import { type Html, html } from "./html.ts";
import type { PageSection } from "./page-section.ts";
import { words } from "./page-words.ts";
import { plainTableHtml } from "./plain-table.ts";
import { withheldMark, writtenNumber } from "./written.ts";
import { type TwoYears, yearsChart } from "./years-chart.ts";

/** The report beside that of an earlier year: what both published, and how it changed. */
export async function comparisonSection(
  report: Report,
  earlier: Report | undefined,
  language: Language,
): Promise<readonly PageSection[]> {
  if (earlier === undefined) return [];
  const pairs = report.tables.flatMap((table) => {
    const before = earlier.tables.find(({ id }) => id === table.id);
    return before === undefined ? [] : [{ before, table }];
  });
  // Nobody in both years is not worth a line.
  const [undivided, divided] = [
    pairs.filter(({ before, table }) => isUndivided(table) && rowPairs(before, table).length > 0),
    pairs.filter(({ table }) => !isUndivided(table)),
  ];
  const charts: Html[] = [];
  for (const { before, table } of undivided)
    charts.push(...(await yearsFigure(before, table, earlier, report, language)));
  const years = [earlier.year, report.year] as const;
  return [
    {
      id: "comparison",
      title: `${words.comparison[language]} ${earlier.year}`,
      content: html`
${policyNote(earlier, report, language)}
<div class="charts">${charts}</div>
${comparedTable(
  words.overview[language],
  undivided.map(({ before, table }) => ({ title: table.title[language], pair: rowPairs(before, table)[0] })),
  years,
  language,
)}
<details class="more"><summary>${{ sv: "Alla tabeller bredvid varandra", en: "Every table side by side" }[language]}</summary>
${divided.map(
  ({ before, table }) => html`<h3>${table.title[language]}</h3>
${comparedTable(
  table.title[language],
  rowPairs(before, table).map((pair) => ({ title: pair.label[language], pair })),
  years,
  language,
)}`,
)}
</details>`,
    },
  ];
}

const isUndivided = ({ rows }: Table): boolean => rows.length === 1 && rows[0]?.category === "all";

type Counts = Readonly<Record<"woman" | "man" | "total", number | null>>;
interface RowPair {
  readonly label: Text;
  readonly before: Counts | undefined;
  readonly after: Counts | undefined;
}

/** The rows of two tables beside each other; a row that one of them lacks was not asked about there, and is not zero. */
function rowPairs(before: Table, after: Table): readonly RowPair[] {
  const gone = before.rows.filter(({ category }) => !after.rows.some((row) => row.category === category));
  return [
    ...after.rows.map(({ category, label, counts }) => ({
      label,
      before: before.rows.find((row) => row.category === category)?.counts,
      after: counts,
    })),
    ...gone.map(({ label, counts }) => ({ label, before: counts, after: undefined })),
  ].filter((pair) => [pair.before, pair.after].some((counts) => counts !== undefined && counts.total !== 0));
}

function comparedTable(
  caption: string,
  rows: readonly { readonly title: string; readonly pair: RowPair | undefined }[],
  [first, last]: readonly [number, number],
  language: Language,
): Html {
  const columns = ["woman", "man", "total"] as const;
  const names = { woman: words.women, man: words.men, total: { sv: "Alla", en: "All" } };
  return plainTableHtml({
    caption,
    headings: [
      words.category[language],
      ...columns.flatMap((column) => [first, last].map((year) => `${names[column][language]} ${year}`)),
      words.change[language],
    ],
    rows: rows.map(({ title, pair }) => [
      title,
      ...columns.flatMap((column) =>
        [pair?.before, pair?.after].map((counts) => (counts === undefined ? "–" : written(counts[column], language))),
      ),
      changeOf(pair?.before?.total, pair?.after?.total, language),
    ]),
  });
}

const written = (count: number | null, language: Language): string =>
  count === null ? withheldMark : writtenNumber(count, language);

function changeOf(before: number | null | undefined, after: number | null | undefined, language: Language): string {
  if (before === undefined || after === undefined) return "–";
  if (before === null || after === null) return withheldMark;
  const change = after - before;
  return `${change > 0 ? "+" : change < 0 ? "−" : "±"}${writtenNumber(Math.abs(change), language)}`;
}

async function yearsFigure(
  before: Table,
  after: Table,
  earlier: Report,
  report: Report,
  language: Language,
): Promise<readonly Html[]> {
  const [first, last] = [before.rows[0]?.counts, after.rows[0]?.counts];
  const sexes = (["woman", "man"] as const).flatMap((sex): TwoYears["sexes"] => {
    const [from, to] = [first?.[sex], last?.[sex]];
    return typeof from === "number" && typeof to === "number" ? [{ sex, counts: [from, to] }] : [];
  });
  if (sexes.length < 2 || sexes.every(({ counts }) => counts.every((count) => count === 0))) return [];
  const names = { woman: words.women[language], man: words.men[language] };
  const description = [
    `${after.title[language]}, ${earlier.year}–${report.year}`,
    ...sexes.map(
      ({ sex, counts }) => `${names[sex]}: ${counts.map((count) => writtenNumber(count, language)).join(", ")}`,
    ),
  ].join(". ");
  const chart = await yearsChart({ years: [earlier.year, report.year], sexes }, language);
  return [
    html`<figure><figcaption>${after.title[language]}</figcaption><div role="img" aria-label="${description}.">${chart}</div></figure>`,
  ];
}

/** Years counted under different policies may differ for that reason alone. */
function policyNote(earlier: Report, report: Report, language: Language): Html {
  const [before, after] = [earlier.association, report.association];
  if (before.id === after.id && before.policyVersion === after.policyVersion) return html``;
  const note = {
    sv: `Rapporterna är räknade under olika regelverk: ${before.id} ${before.policyVersion} och ${after.id} ${after.policyVersion}. En förändring kan bero på det.`,
    en: `The reports were counted under different policies: ${before.id} ${before.policyVersion} and ${after.id} ${after.policyVersion}. A change may be due to that.`,
  }[language];
  return html`<p class="warning">${note}</p>`;
}
