import type { Language } from "@finsam/model";

// Made once: to make one takes far longer than to write with it.
const numbers = inBoth((locale) => new Intl.NumberFormat(locale));
const percentages = inBoth(
  (locale) => new Intl.NumberFormat(locale, { style: "unit", unit: "percent", maximumFractionDigits: 0 }),
);
const lists = inBoth((locale) => new Intl.ListFormat(locale, { type: "conjunction" }));

/** What stands where a count is withheld, as statistics do it. */
export const withheldMark = "..";

/** A whole number as people write it: 12 480 in Swedish, with a thin space that does not break, and 12,480 in English. */
export const writtenNumber = (number: number, language: Language): string =>
  numbers[language].format(number).replaceAll(/\s/gu, "\u202f");

/** A whole per cent as people write it: 35 % in Swedish, 35% in English. */
export const writtenPercent = (percent: number, language: Language): string => percentages[language].format(percent);

/** Words as a list: a, b och c; a, b and c. */
export const listed = (words: readonly string[], language: Language): string => lists[language].format(words);

function inBoth<Format>(format: (locale: string) => Format): Readonly<Record<Language, Format>> {
  return { sv: format("sv-SE"), en: format("en-GB") };
}
