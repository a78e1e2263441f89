import { conditionsIn } from "@finsam/criteria";
import { type Language, SourceStatus } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import { type Book, bookOf, type Chapter, codeOf, daysText, mark, sourceOf } from "./book.ts";
import { codeListsChapter } from "./code-lists-chapter.ts";
import { factsChapter } from "./facts-chapter.ts";
import { type Html, html } from "./html.ts";
import { pageStyle } from "./page-style.ts";
import { entryHtml, partHtml } from "./part-html.ts";
import { partWord } from "./part-words.ts";
import { registerChapter } from "./register-chapter.ts";
import { rulesChapter } from "./rules-chapter.ts";
import { timelineHtml } from "./timeline-html.ts";
import { words } from "./words.ts";

/**
 * A profile as a book that people read, in one language: one page of HTML that needs nothing else, no script, no font, no network. It reads
 * on a phone, in the dark, by ear and by keyboard, and prints on A4. Every text of the profile is escaped.
 *
 * Every part of the profile is in it. A part that this package has never heard of is shown by its shape, under its own name.
 *
 * @throws CriterionTooLarge, NoVersionCovers as `ruleVectors` of `@finsam/policy` does, of a profile that does not hold together.
 * @example
 * ```ts
 * import { ruleBookHtml } from "@finsam/rulebook-files";
 * import { stockholm } from "@finsam/stockholm";
 * const page = ruleBookHtml(stockholm, "sv");
 * page.slice(0, 33); // => '<!doctype html>\n<html lang="sv">\n'
 * page.includes("Förbundets målgrupp"); // => true
 * ```
 */
export function ruleBookHtml(profile: Profile, language: Language): string {
  const book = bookOf(profile, language);
  return `${pageHtml(book, chaptersOf(book)).markup.trim()}\n`;
}

/** What stands in the head of the page, or in a chapter together with something else. */
const elsewhere = [
  "$schema",
  "unlessStated",
  "id",
  "version",
  "name",
  "language",
  "vocabulary",
  "mayNotDecide",
  "exitResults",
];

/** In which order chapters come; what is not named here comes before the sources. */
const order = [
  "rules",
  "parameters",
  "leapDayBirthday",
  "catalogue",
  "goals",
  "pathway",
  "measuring",
  "budgets",
  "funding",
  "codeLists",
  "report",
  "register",
  "registerComparison",
];

function chaptersOf(book: Book): readonly Chapter[] {
  const { profile } = book;
  const parts = Object.entries(profile).filter(([key, part]) => part !== undefined && !elsewhere.includes(key));
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  const written: Readonly<Record<string, (book: Book) => readonly Chapter[]>> = {
    rules: (it) => [rulesChapter(it), factsChapter(it)],
    parameters: (it) => (Object.keys(profile.parameters).length === 0 ? [] : [parametersChapter(it)]),
    leapDayBirthday: (it) => [leapDayChapter(it)],
    catalogue: (it) => [catalogueChapter(it)],
    codeLists: (it) => [codeListsChapter(it)],
    register: (it) => [registerChapter(it)],
    sources: () => [],
  };
  return [
    ...parts
      .toSorted(([one], [other]) => place(one) - place(other))
      .flatMap(([key, part]) => written[key]?.(book) ?? [partChapter(key, part, book)]),
    sourcesChapter(book),
  ];
}

/** A part of the profile that is shown by its shape. */
const partChapter = (key: string, part: unknown, book: Book): Chapter => ({
  id: key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  title: new Map(Object.entries(words[book.language].chapters)).get(key) ?? partWord(key, book.language),
  content: partHtml(part, key, book),
});

function parametersChapter(book: Book): Chapter {
  const { profile, language } = book;
  const say = words[language];
  const rulesWith = (name: string): readonly string[] =>
    Object.entries(profile.rules).flatMap(([id, { versions }]) =>
      versions
        .flatMap(({ value }) => conditionsIn(value))
        .some(({ value }) => typeof value === "object" && "parameter" in value && value.parameter === name)
        ? [id]
        : [],
    );
  const parameters = Object.entries(profile.parameters);
  return {
    id: "parameters",
    title: say.chapters.parameters,
    places: parameters.map(([name, { title }]) => ({ id: `parameter-${name}`, title: title[language] })),
    content: html`${parameters.map(([name, { title, limits, versions }]) => {
      const used = rulesWith(name);
      return html`<article class="entry" id="parameter-${name}">
<h3>${title[language]} <code>${name}</code></h3>
${timelineHtml(versions, book)}
<ul class="origins">${versions.map(
        (version) =>
          html`<li><strong>${valueText(version.value, name, book)}</strong> ${daysText(version, book)} ${mark(version.status, book)} ${sourceOf(version.citation, book)}</li>`,
      )}</ul>
${limits === undefined ? "" : html`<p class="origin">${say.limits} ${limits.lowest ?? ""} – ${limits.highest ?? ""}</p>`}
${used.length === 0 ? "" : html`<p class="origin">${say.usedIn} ${used.map((id, place) => html`${place === 0 ? "" : ", "}<a href="#rule-${id}">${profile.rules[id]?.title[language] ?? id}</a>`)}</p>`}
</article>
`;
    })}`,
  };
}

/** A value, codes by the labels of the fact that a rule compares them with. */
function valueText(value: unknown, name: string, book: Book): Html {
  const { profile, vocabulary, language } = book;
  if (!Array.isArray(value)) return partHtml(value, name, book);
  const facts = Object.values(profile.rules)
    .flatMap(({ versions }) => versions.flatMap((version) => conditionsIn(version.value)))
    .filter(({ value: limit }) => typeof limit === "object" && "parameter" in limit && limit.parameter === name)
    .map(({ fact }) => vocabulary[fact]);
  const fact = facts.find((one) => one?.type === "code" || one?.type === "codes");
  return html`${value
    .map(String)
    .map((code) => codeOf(fact, code, language))
    .join(", ")}`;
}

const leapDayChapter = (book: Book): Chapter => ({
  id: "leap-day-birthday",
  title: words[book.language].chapters.leapDayBirthday,
  content: html`<ul class="origins">${book.profile.leapDayBirthday.map(
    (version) =>
      html`<li><strong>${words[book.language].leapDay[version.value]}</strong> ${daysText(version, book)} ${mark(version.status, book)} ${sourceOf(version.citation, book)}</li>`,
  )}</ul>`,
});

function catalogueChapter(book: Book): Chapter {
  const interventions = book.profile.catalogue?.interventions ?? [];
  return {
    id: "catalogue",
    title: words[book.language].chapters.catalogue,
    places: interventions.map(({ id, name }) => ({ id: `intervention-${id}`, title: name[book.language] })),
    content: html`${interventions.map((entry) => entryHtml(entry, "interventions", book, 3, `intervention-${entry.id}`))}`,
  };
}

function sourcesChapter({ profile, language }: Book): Chapter {
  return {
    id: "sources",
    title: words[language].chapters.sources,
    content: html`<dl class="sources">${Object.entries(profile.sources).map(
      ([id, { title, date, url }]) =>
        html`<div id="source-${id}"><dt><code>${id}</code></dt><dd>${url === undefined ? title[language] : html`<a href="${url}">${title[language]}</a>`}${date === undefined ? "" : html` <small>${words[language].date} ${date}</small>`}</dd></div>\n`,
    )}</dl>`,
  };
}

function pageHtml(book: Book, chapters: readonly Chapter[]): Html {
  const { profile, language } = book;
  const say = words[language];
  return html`
<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${say.title} – ${profile.name[language]}</title>
<link rel="icon" href="data:,">
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#content">${say.skip}</a>
<header>
<h1>${say.title}</h1>
<p class="association">${profile.name[language]}</p>
<dl class="about">
<div><dt>${say.profile}</dt><dd>${profile.id}</dd></div>
<div><dt>${say.version}</dt><dd>${profile.version}</dd></div>
<div><dt>${say.language}</dt><dd>${say.languageName}</dd></div>
</dl>
<p class="lead">${say.lead}</p>
<p>${say.decided}</p>
<ul class="marks" aria-label="${say.marks}">${SourceStatus.options.map((status) => html`<li>${mark(status, book)} ${say.marksNote[status]}</li>`)}</ul>
</header>
<div class="columns">
<nav aria-labelledby="contents">
<h2 id="contents">${say.contents}</h2>
<ol>${chapters.map(
    ({ id, title, places = [] }) =>
      html`<li><a href="#${id}">${title}</a>${places.length === 0 ? "" : html`<ol>${places.map((one) => html`<li><a href="#${one.id}">${one.title}</a></li>\n`)}</ol>`}</li>\n`,
  )}</ol>
</nav>
<main id="content" tabindex="-1">
${chapters.map(
  ({ id, title, content }) => html`
<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${content}
</section>
`,
)}
</main>
</div>
</body>
</html>`;
}
