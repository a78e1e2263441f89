import type { Language } from "@finsam/model";

const locales: Readonly<Record<Language, string>> = { sv: "sv-SE", en: "en-GB" };

/** What stands where a count is withheld, as statistics do it. */
export const withheldMark = "..";

/** A whole number as people write it: 12 480 in Swedish, with a thin space that does not break, and 12,480 in English. */
export const writtenNumber = (number: number, language: Language): string =>
  new Intl.NumberFormat(locales[language])
    .formatToParts(number)
    .map(({ type, value }) => (type === "group" && language === "sv" ? "\u202f" : value))
    .join("");

/** A whole per cent as people write it: 35 % in Swedish, 35% in English. */
export const writtenPercent = (percent: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { style: "unit", unit: "percent", maximumFractionDigits: 0 }).format(
    percent,
  );

/** Words as a list: a, b och c; a, b and c. */
export const listed = (words: readonly string[], language: Language): string =>
  new Intl.ListFormat(locales[language], { type: "conjunction" }).format(words);
