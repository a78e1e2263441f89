import { completedYears, type Facts, type FactValue, isCalendarDate } from "@finsam/model";
import type { Vector, VectorDocument } from "@finsam/policy";
import { type Book, capitalised, codeOf } from "./book.ts";
import { type Html, html } from "./html.ts";
import { words } from "./words.ts";

type Judged = Extract<Vector, { readonly outcome: unknown }>;

/**
 * The boundary cases of the latest version of a rule on its first day: the first case whole, and of the others only in what they differ from
 * it. All the others, of other days, are printed by `finsam vectors`.
 */
export function boundaryCasesHtml({ rule, versions, vectors }: VectorDocument, book: Book): Html {
  const on = versions.at(-1)?.validFrom;
  const cases = vectors.filter((vector): vector is Judged => vector.on === on && "outcome" in vector);
  const [first, ...others] = cases;
  const say = words[book.language];
  if (first === undefined || on === undefined) return html``;
  const leapDayBirthday = versions.at(-1)?.leapDayBirthday ?? "1-march";
  const facts = (stated: Facts, names: readonly string[]): Html =>
    html`${names.map((name, place) => html`${place === 0 ? "" : html`<br>`}${factHtml(name, stated[name] ?? null, book)}${ageOn(on, name, stated[name], book, leapDayBirthday)}`)}`;
  const differing = (stated: Facts): readonly string[] =>
    [...new Set([...Object.keys(first.facts), ...Object.keys(stated)])].filter(
      (name) => JSON.stringify(stated[name]) !== JSON.stringify(first.facts[name]),
    );
  const line = ({ outcome, missing }: Judged, known: Html): Html =>
    html`<tr><th scope="row">${known}</th><td><span class="outcome ${outcome}">${say.outcomes[outcome]}</span></td><td>${missing.map((name) => book.vocabulary[name]?.label[book.language] ?? name).join(", ")}</td></tr>\n`;
  return html`<details>
<summary>${say.cases(cases.length, on)}</summary>
<p class="muted">${say.casesNote(vectors.length)} <code>finsam vectors --rule ${rule} --profile …</code></p>
<div class="scroll" role="group" tabindex="0" aria-label="${say.cases(cases.length, on)}"><table class="cases">
<thead><tr><th scope="col">${say.known}</th><th scope="col">${say.outcome}</th><th scope="col">${say.missing}</th></tr></thead>
<tbody>
${line(first, facts(first.facts, Object.keys(first.facts)))}
${others.map((vector) => line(vector, html`<span class="muted">${say.otherwise}</span> ${facts(vector.facts, differing(vector.facts))}`))}
</tbody>
</table></div>
</details>`;
}

function factHtml(name: string, value: FactValue | null, book: Book): Html {
  const label = book.vocabulary[name]?.label[book.language] ?? name;
  return html`${capitalised(label)}: <strong class="whole">${valueText(name, value, book)}</strong>`;
}

function valueText(name: string, value: FactValue | null, { vocabulary, language }: Book): string {
  const say = words[language];
  const definition = vocabulary[name];
  const unit = definition?.type === "number" ? ` ${definition.unit?.[language] ?? ""}`.trimEnd() : "";
  if (value === null) return say.notKnown;
  if (typeof value === "boolean") return value ? say.yes : say.no;
  if (typeof value === "number") return `${number(value, language)}${unit}`;
  if (typeof value === "string") return codeOf(definition, value, language);
  if ("min" in value) return `${number(value.min, language)}–${number(value.max, language)}${unit}`;
  return value.length === 0 ? say.nothing : value.map((code) => codeOf(definition, code, language)).join(", ");
}

/** The years completed since a date, beside it: an age is what the reader looks for. */
function ageOn(
  on: string,
  name: string,
  value: FactValue | null | undefined,
  { vocabulary, language }: Book,
  leapDayBirthday: "1-march" | "28-february",
): Html {
  const isAge = Object.values(vocabulary).some(
    (definition) => definition.type === "completedYears" && definition.since === name,
  );
  if (!isAge || typeof value !== "string" || !isCalendarDate(value) || value > on) return html``;
  return html` (${words[language].years(completedYears(value, on, leapDayBirthday))})`;
}

const number = (value: number, language: "sv" | "en"): string =>
  language === "sv" ? String(value).replace(".", ",") : String(value);
