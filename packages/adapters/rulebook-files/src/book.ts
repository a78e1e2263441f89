import type { FactDefinition, Vocabulary } from "@finsam/criteria";
import type { Citation, CodeList, Language, SourceStatus } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import { type Html, html } from "./html.ts";
import { words } from "./words.ts";

/** A profile that is being written as a book, in one language. */
export interface Book {
  readonly profile: Profile;
  readonly language: Language;
  /** All facts that its criteria ask about: of people, and of applications. */
  readonly vocabulary: Vocabulary;
}

export const bookOf = (profile: Profile, language: Language): Book => ({
  profile,
  language,
  vocabulary: { ...profile.catalogue?.applicationFacts, ...profile.vocabulary },
});

/** A chapter that the table of contents leads to, and the places in it. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly content: Html;
  readonly places?: readonly { readonly id: string; readonly title: string }[];
}

/** How sure something is. */
export const mark = (status: SourceStatus, { language }: Book): Html =>
  html`<span class="mark ${status}">${words[language].statuses[status]}</span>`;

/** Where something stands, as a link to the list of sources. */
export function sourceOf({ source, place }: Citation, { profile, language }: Book): Html {
  const title = profile.sources[source]?.title[language] ?? source;
  return html`<span><a href="#source-${source}">${title}</a>${place === undefined ? "" : `, ${place}`}</span>`;
}

/** The days on which something is valid. */
export const daysText = (
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo?: string | undefined },
  { language }: Book,
): Html =>
  html`<span class="whole">${validTo === undefined ? `${words[language].from} ${validFrom}` : `${validFrom} – ${validTo}`}</span>`;

/** The label of a code in one of the lists, or of an organisation; the id where nothing has it. */
export function labelOf(id: string, { profile, language }: Book, lists: readonly (CodeList | undefined)[]): string {
  const code = lists.flatMap((list) => list?.codes ?? []).find((one) => one.id === id);
  return (code?.label ?? profile.catalogue?.organisations[id])?.[language] ?? id;
}

export const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A code by what a fact calls it; as it is written where nobody has given it a name. */
export function codeOf(fact: FactDefinition | undefined, code: string, language: Language): string {
  if (fact?.type !== "code" && fact?.type !== "codes") return code;
  return (fact.codes[code] ?? fact.phrases?.names?.[code])?.[language] ?? code;
}
