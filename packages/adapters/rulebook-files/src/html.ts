/** Markup that is ready to stand in a page. Only {@link html} and {@link trustedMarkup} make it. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: markup as it is, texts and numbers escaped, lists one after another, `undefined` as nothing. */
export type HtmlValue = Html | string | number | undefined | readonly HtmlValue[];

/** A tagged template for markup: what is put into it is escaped unless it is {@link Html} already. Attributes are always in quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.map((text, index) => text + markupOf(values[index])).join(""));
}

/** Takes the style sheet of the page, which holds no text of a profile, as it is. */
export const trustedMarkup = (markup: string): Html => new Html(markup);

function markupOf(value: HtmlValue): string {
  if (value === undefined) return "";
  if (value instanceof Html) return value.markup;
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  return value.map(markupOf).join("");
}

// Control characters, marks that turn the direction of reading, and halves of characters would change what stands around them.
const escaped = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\p{Cs}]+/gu, " ")
    .replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
