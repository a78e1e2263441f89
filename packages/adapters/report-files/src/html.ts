/** Markup that is ready to stand in a page. Only {@link html} and {@link trustedMarkup} make it. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: markup as it is, texts and numbers escaped, lists one after another, `undefined` as nothing. */
export type HtmlValue = Html | string | number | undefined | readonly HtmlValue[];

/**
 * A tagged template for markup: whatever is put into it is escaped unless it is {@link Html} already, so a text can only ever become
 * text. Attributes are always written in quotes.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.map((text, index) => text + markupOf(values[index])).join(""));
}

/** Takes markup made by somebody who escapes as well, such as a chart, as it is. */
export const trustedMarkup = (markup: string): Html => new Html(markup);

/**
 * A text without the characters that would change what stands around it: control characters, marks that turn the direction of
 * reading, and halves of characters.
 */
export const harmlessText = (text: string): string => text.replaceAll(/[\p{Cc}\p{Bidi_Control}\p{Cs}]+/gu, " ");

/** A text whose dates, and the two of a period, stay on one line. */
export const withWholeDates = (text: string): Html =>
  html`${text.split(/(\d{4}-\d{2}-\d{2}(?: – \d{4}-\d{2}-\d{2})?)/u).map((part, index) => (index % 2 === 1 ? html`<span class="whole">${part}</span>` : part))}`;

/** A text as a string in a style sheet, every character but letters and digits written as its number. */
export const cssString = (text: string): string =>
  `"${harmlessText(text).replaceAll(/[^\p{L}\p{N}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;

function markupOf(value: HtmlValue): string {
  if (value === undefined) return "";
  if (value instanceof Html) return value.markup;
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  return value.map(markupOf).join("");
}

const escaped = (text: string): string =>
  harmlessText(text).replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
