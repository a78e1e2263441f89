import { sexes, sexLabels } from "@finsam/model";
import { type Book, type Chapter, capitalised } from "./book.ts";
import { type Html, html } from "./html.ts";
import { words } from "./words.ts";

/** How the register is laid out: its headings, and how its answers are spelled. */
export function registerChapter({ profile, language }: Book): Chapter {
  const say = words[language];
  const { columns, facts = {}, sexes: spelled, yes, no, listSeparator, personIs, sexBasis } = profile.register;
  const headings = [
    ...Object.entries(columns).map(([field, heading]) => [heading, say.fields[field] ?? field]),
    ...Object.entries(facts).map(([fact, heading]) => [heading, profile.vocabulary[fact]?.label[language] ?? fact]),
  ];
  const answers = [
    ...sexes.flatMap((sex) => (spelled[sex] === undefined ? [] : [[sexLabels[sex][language], spelled[sex]] as const])),
    [capitalised(say.yes), yes] as const,
    [capitalised(say.no), no] as const,
  ];
  const table = (name: string, head: readonly [string, string], lines: readonly Html[]): Html =>
    html`<div class="scroll" role="group" tabindex="0" aria-label="${name}"><table>
<thead><tr><th scope="col">${head[0]}</th><th scope="col">${head[1]}</th></tr></thead><tbody>${lines}</tbody></table></div>`;
  return {
    id: "register",
    title: say.chapters.register,
    content: html`<p>${say.personIs[personIs]} ${say.sexBasis[sexBasis]} ${say.separator} <code>${listSeparator}</code>.</p>
${table(
  say.registerColumns,
  [say.heading, say.means],
  headings.map(([heading, meaning]) => html`<tr><th scope="row">${heading}</th><td>${meaning}</td></tr>\n`),
)}
<h3 class="below">${say.registerAnswers}</h3>
${table(
  say.registerAnswers,
  [say.means, say.heading],
  answers.map(
    ([meaning, spellings]) =>
      html`<tr><th scope="row">${meaning}</th><td>${spellings.map((one) => (one === "" ? say.emptyCell : one)).join(", ")}</td></tr>\n`,
  ),
)}`,
  };
}
