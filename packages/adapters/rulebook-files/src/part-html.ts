import { type Criterion, Criterion as CriterionSchema } from "@finsam/criteria";
import { Citation, SourceStatus, Text } from "@finsam/model";
import * as z from "zod";
import { type Book, capitalised, daysText, labelOf, mark, sourceOf } from "./book.ts";
import { criterionHtml } from "./criterion-html.ts";
import { type Html, html } from "./html.ts";
import { inOneLine, numberIn } from "./in-one-line.ts";
import { partWord } from "./part-words.ts";
import { timelineHtml } from "./timeline-html.ts";
import { words } from "./words.ts";

/**
 * Any part of a profile, read from its shape: a text in the language of the page, a criterion in words, versions in time as a timeline, a
 * list of named things as entries, the rest as terms and what they are. A part that this page has never heard of is shown as well.
 */
export function partHtml(part: unknown, name: string, book: Book, level: 3 | 4 = 3): Html {
  const { language } = book;
  const say = words[language];
  if (part === null || part === undefined) return html`${say.notKnown}`;
  if (part === true) return html`${say.yes}`;
  if (part === false) return html`${say.no}`;
  if (typeof part === "number") return html`${numberText(part, name, book)}`;
  if (typeof part === "string") return html`${named(part, name, book)}`;
  const text = Text.safeParse(part);
  if (text.success) return html`${text.data[language]}`;
  const line = inOneLine(part, name, book);
  if (line !== undefined) return html`${line}`;
  const criterion = criterionIn(part);
  if (criterion !== undefined) return criterionHtml(criterion, book);
  const versions = Versions.safeParse(part);
  if (versions.success) return versionsHtml(versions.data, name, book, level);
  if (Array.isArray(part)) return listHtml(part, name, book, level);
  return objectHtml(Object.entries(part), book, level);
}

const Version = z.object({
  value: z.unknown(),
  validFrom: z.string(),
  validTo: z.string().optional(),
  status: SourceStatus,
  citation: Citation,
});
const Versions = z.array(Version).min(1);

const criterionIn = (part: object): Criterion | undefined =>
  "op" in part ? CriterionSchema.safeParse(part).data : undefined;

function versionsHtml(versions: z.infer<typeof Versions>, name: string, book: Book, level: 3 | 4): Html {
  const bodies = versions.map((version) => ({ version, body: partHtml(version.value, name, book, level) }));
  return html`${versions.length === 1 ? "" : timelineHtml(versions, book)}${bodies.map(({ version, body }, index) => {
    const same = bodies[index - 1]?.body.markup === body.markup;
    return html`<div class="version"><p class="origin">${daysText(version, book)} ${mark(version.status, book)} ${sourceOf(version.citation, book)}</p>
${same ? html`<p class="muted">${words[book.language].asBefore}</p>` : body}</div>`;
  })}`;
}

function listHtml(list: readonly unknown[], name: string, book: Book, level: 3 | 4): Html {
  if (list.length === 0) return html`${words[book.language].nothing}`;
  if (list.every((one) => typeof one !== "object"))
    return html`${list
      .map(String)
      .map((one) => named(one, name, book))
      .join(", ")}`;
  if (list.every((one) => Text.safeParse(one).success))
    return html`<ul>${list.map((one) => html`<li>${partHtml(one, name, book, level)}</li>`)}</ul>`;
  return html`${list.map((one) => entryHtml(one, name, book, level))}`;
}

/** One of several things, under its name when it has one. */
export function entryHtml(entry: unknown, name: string, book: Book, level: 3 | 4 = 3, anchor?: string): Html {
  if (typeof entry !== "object" || entry === null) return partHtml(entry, name, book, level);
  const fields = Object.entries(entry);
  const title = titleOf(entry, book);
  if (title === undefined) return html`<div class="part">${objectHtml(fields, book, 4)}</div>`;
  const { id } = IdField.safeParse(entry).data ?? {};
  const rest = fields.filter(([key]) => key !== title.key && key !== "id");
  const heading = html`${title.text}${id === undefined ? "" : html` <code>${id}</code>`}`;
  // Limits of a band are said beside its name.
  if (rest.every(([, value]) => typeof value === "number")) {
    const limits = rest.map(
      ([key, value]) => `${partWord(key, book.language)} ${numberText(Number(value), key, book)}`,
    );
    return html`<p><span class="name">${heading}</span> ${limits.join(", ")}</p>\n`;
  }
  return level === 3
    ? html`<article class="entry"${anchor === undefined ? "" : html` id="${anchor}"`}><h3>${heading}</h3>${objectHtml(rest, book, 4)}</article>\n`
    : html`<div class="part"><p class="name">${heading}</p>${objectHtml(rest, book, 4)}</div>\n`;
}

const IdField = z.object({ id: z.string() });
const InterventionField = z.object({ intervention: z.string() });

function titleOf(entry: object, book: Book): { readonly key: string; readonly text: string } | undefined {
  for (const key of ["name", "title", "label"]) {
    const text = Text.safeParse(Object.entries(entry).find(([field]) => field === key)?.[1]);
    if (text.success) return { key, text: text.data[book.language] };
  }
  // A budget has no name of its own: it is the intervention's.
  const { intervention } = InterventionField.safeParse(entry).data ?? {};
  return intervention === undefined
    ? undefined
    : { key: "intervention", text: named(intervention, "intervention", book) };
}

/** Terms and what they are; how sure it is and where it stands come last, on one line. */
function objectHtml(fields: readonly (readonly [string, unknown])[], book: Book, level: 3 | 4): Html {
  const status = SourceStatus.safeParse(fields.find(([key]) => key === "status")?.[1]).data;
  const citation = Citation.safeParse(fields.find(([key]) => key === "citation")?.[1]).data;
  const terms = fields.filter(([key, value]) => value !== undefined && key !== "status" && key !== "citation");
  const origin =
    status === undefined && citation === undefined
      ? ""
      : html`<p class="origin">${status === undefined ? "" : mark(status, book)} ${citation === undefined ? "" : sourceOf(citation, book)}</p>`;
  const short = terms.filter(([key, value]) => isShort(value, key, book));
  const wide = terms.filter(([key, value]) => !isShort(value, key, book));
  return html`${
    short.length === 0
      ? ""
      : html`<dl>${short.map(
          ([key, value]) =>
            html`<div><dt>${capitalised(partWord(key, book.language))}</dt><dd>${partHtml(value, key, book, 4)}</dd></div>`,
        )}</dl>`
  }${origin}${wide.map(([key, value]) => wideHtml(key, value, book, level))}`;
}

/** What takes room: under a heading at the top of a chapter, else under its name. The versions of a thing are the thing. */
function wideHtml(key: string, value: unknown, book: Book, level: 3 | 4): Html {
  const content = partHtml(value, key, book, 4);
  if (key === "versions") return content;
  const name = capitalised(partWord(key, book.language));
  return level === 3
    ? html`<article class="entry"><h3>${name}</h3>${content}</article>\n`
    : html`<div class="wide"><p class="term">${name}</p><div>${content}</div></div>\n`;
}

const isShort = (value: unknown, name: string, book: Book): boolean =>
  typeof value !== "object" ||
  value === null ||
  Text.safeParse(value).success ||
  inOneLine(value, name, book) !== undefined ||
  (Array.isArray(value) && value.every((one) => typeof one !== "object" || Text.safeParse(one).success));

/** Keys whose values are words of the schema; what stands under others is the association's own. */
const valuesWithWords = new Set([
  "change",
  "comparator",
  "direction",
  "focus",
  "forecast",
  "form",
  "forms",
  "inferred",
  "intake",
  "key",
  "kind",
  "length",
  "part",
  "participants",
  "per",
  "respondents",
  "sex",
  "unit",
  "value",
]);

/** A code by its label where the profile has one; another text as it stands. */
function named(text: string, name: string, book: Book): string {
  const { codeLists } = book.profile;
  switch (name) {
    case "owner":
    case "partners":
      return labelOf(text, book, []);
    case "referrers":
      return labelOf(text, book, [codeLists.referrers]);
    case "districts":
      return labelOf(text, book, [codeLists.districts]);
    case "intervention":
      return labelOf(text, book, [codeLists.interventions]);
    case "partOf":
      return book.profile.catalogue?.interventions.find(({ id }) => id === text)?.name[book.language] ?? text;
    case "party": {
      const party = book.profile.funding?.parties.find(({ id }) => id === text);
      return party?.label[book.language] ?? text;
    }
    default:
      return valuesWithWords.has(name) ? partWord(text, book.language) : text;
  }
}

const numberText = (value: number, name: string, { language }: Book): string => {
  if (name === "amount") return `${numberIn(language, value / 100)} ${words[language].kronor}`;
  return name === "year" ? String(value) : numberIn(language, value);
};
