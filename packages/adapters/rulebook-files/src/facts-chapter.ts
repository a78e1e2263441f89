import type { FactDefinition } from "@finsam/criteria";
import { type Book, type Chapter, sourceOf } from "./book.ts";
import { html } from "./html.ts";
import { words } from "./words.ts";

/** The facts that rules may ask about, and those that none may depend on. */
export function factsChapter(book: Book): Chapter {
  const { profile, language, vocabulary } = book;
  const say = words[language];
  const answers = (definition: FactDefinition): string => {
    if (definition.type === "completedYears")
      return `${say.factTypes.completedYears} ${vocabulary[definition.since]?.label[language] ?? definition.since}`;
    if (definition.type === "number")
      return [say.factTypes.number, definition.unit?.[language] ?? ""].filter((part) => part !== "").join(", ");
    if (definition.type === "boolean" || definition.type === "date") return say.factTypes[definition.type];
    const labels = Object.values(definition.codes).map((label) => label[language]);
    return labels.length === 0 ? say.factTypes.anyCode : labels.join(" · ");
  };
  const { mayNotDecide } = profile;
  return {
    id: "facts",
    title: say.chapters.facts,
    content: html`${
      mayNotDecide === undefined
        ? ""
        : html`<div class="callout"><p><strong>${say.mayNotDecide}</strong> ${mayNotDecide.facts.map((fact) => vocabulary[fact]?.label[language] ?? fact).join(", ")}.</p>
<p>${mayNotDecide.reason[language]} ${sourceOf(mayNotDecide.citation, book)}</p></div>`
    }
<div class="scroll" role="group" tabindex="0" aria-label="${say.chapters.facts}"><table>
<thead><tr><th scope="col">${say.fact}</th><th scope="col">${say.answers}</th></tr></thead>
<tbody>${Object.entries(profile.vocabulary).map(
      ([name, definition]) =>
        html`<tr><th scope="row">${definition.label[language]}<small>${name}</small></th><td>${answers(definition)}</td></tr>\n`,
    )}</tbody>
</table></div>`,
  };
}
