import type { Report } from "@finsam/gender-reporting";
import type { Language } from "@finsam/model";
import { exitFlow } from "./exit-flow.ts";
import { flowChart } from "./flow-chart.ts";
import { html } from "./html.ts";
import type { PageSection } from "./page-section.ts";
import { words } from "./page-words.ts";
import { listed, writtenNumber } from "./written.ts";

/** The way of all participations through the year, drawn and in a list. */
export async function flowSection(report: Report, language: Language): Promise<readonly PageSection[]> {
  const flow = exitFlow(report, language);
  if (flow === undefined) return [];
  const line = (label: string, count: number) => `${label}: ${writtenNumber(count, language)}`;
  const lines = [
    ...flow.sources.map(({ label, count }) => line(label, count)),
    ...flow.ends.map(({ label, count, positive }) =>
      positive ? `${line(label, count)} (${words.positive[language]})` : line(label, count),
    ),
  ];
  const description = {
    sv: `Flödesdiagram: ${lines.join("; ")}.`,
    en: `Flow chart: ${lines.join("; ")}.`,
  }[language];
  const explanation = {
    sv: "Varje band är så tjockt som antalet deltaganden. Grönt: slutade av en orsak som räknas som positivt resultat.",
    en: "Each ribbon is as thick as its number of participations. Green: ended for a reason that counts as a positive result.",
  }[language];
  const withheld =
    flow.withheld.length === 0
      ? ""
      : {
          sv: ` Orsaker vars antal inte visas är ett band: ${listed(flow.withheld, language)}.`,
          en: ` Reasons whose counts are withheld are one ribbon: ${listed(flow.withheld, language)}.`,
        }[language];
  return [
    {
      id: "flow",
      title: words.flow[language],
      content: html`
<figure class="flow"><div role="img" aria-label="${description}">
<div class="for-wide">${await flowChart(flow, "wide", language)}</div>
<div class="for-narrow">${await flowChart(flow, "narrow", language)}</div>
</div>
<figcaption>${explanation}${withheld} <a href="#table-ended-by-exit-reason">${words.toTable[language]}</a></figcaption></figure>
<details class="more"><summary>${words.flowNumbers[language]}</summary>
<ul class="plain">${lines.map((text) => html`<li>${text}</li>`)}</ul>
</details>`,
    },
  ];
}
