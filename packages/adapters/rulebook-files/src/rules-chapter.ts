import type { Criterion } from "@finsam/criteria";
import { ruleVectors, type VectorDocument } from "@finsam/policy";
import { type Book, type Chapter, daysText, mark, sourceOf } from "./book.ts";
import { boundaryCasesHtml } from "./boundary-cases-html.ts";
import { criterionHtml } from "./criterion-html.ts";
import { type Html, html } from "./html.ts";
import { timelineHtml } from "./timeline-html.ts";
import { words } from "./words.ts";

/** Every rule: what it asks for, when and from where, and its boundary cases. */
export function rulesChapter(book: Book): Chapter {
  const { profile, language } = book;
  const rules = Object.entries(profile.rules).map(([id, { title }]) => ({ id, title: title[language] }));
  return {
    id: "rules",
    title: words[language].chapters.rules,
    places: rules.map(({ id, title }) => ({ id: `rule-${id}`, title })),
    content: html`<p class="lead">${words[language].rulesLead}</p>
${rules.map(({ id, title }) => ruleHtml(id, title, book))}`,
  };
}

type Version = VectorDocument["versions"][number];

function ruleHtml(id: string, title: string, book: Book): Html {
  const document = ruleVectors(book.profile, id);
  return html`<article class="entry" id="rule-${id}">
<h3>${title} <code>${id}</code></h3>
${timelineHtml(document.versions, book)}
${sameText(document.versions).map((versions) => versionsHtml(versions, book))}
${boundaryCasesHtml(document, book)}
</article>
`;
}

/** Versions that ask for the same, of which only the source or the mark changes: the text stands once. */
function versionsHtml(versions: readonly Version[], book: Book): Html {
  const [first] = versions;
  return first === undefined
    ? html``
    : html`${criterionHtml(first.criterion, book)}
<ul class="origins">${versions.map(
        (version) =>
          html`<li>${daysText(version, book)} ${mark(version.status, book)} ${sourceOf(version.citation, book)}</li>`,
      )}</ul>`;
}

function sameText(versions: readonly Version[]): readonly (readonly Version[])[] {
  const groups: Version[][] = [];
  for (const version of versions) {
    const group = groups.at(-1);
    const [known] = group ?? [];
    if (group !== undefined && known !== undefined && textOf(known.criterion) === textOf(version.criterion))
      group.push(version);
    else groups.push([version]);
  }
  return groups;
}

const textOf = (criterion: Criterion): string =>
  JSON.stringify(criterion, (key, value: unknown) => (key === "cited" ? undefined : value));
