import { harmlessText } from "../html.ts";

/** The most characters that the name of a sheet may have. */
const longest = 31;

/**
 * Names for sheets: each begins with its number, so that no two are alike, and is cut to what a spreadsheet takes; the characters that
 * it forbids become spaces.
 */
export const sheetNames = (titles: readonly string[]): readonly string[] =>
  titles.map((title, index) => {
    const plain = harmlessText(title)
      .replaceAll(/[[\]:*?/\\]/gu, " ")
      .replaceAll(/\s+/gu, " ");
    return cut(`${index + 1} ${plain}`).replace(/[\s']+$/u, "");
  });

/** Whole characters only: half of one would make the file unreadable. */
function cut(text: string): string {
  if (text.length <= longest) return text;
  let short = "";
  for (const character of text) {
    if (short.length + character.length > longest - 1) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
