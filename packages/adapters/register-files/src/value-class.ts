import type { Text } from "@finsam/model";

/** What kind of value stands in a cell, for an account that must not repeat the value itself. */
export function valueClass(cell: string | null): Text {
  if (cell === null) return { sv: "tecken som inte är text", en: "characters that are not text" };
  const text = cell.trim();
  if (text === "") return { sv: "tom", en: "empty" };
  if (dateLike.test(text)) return { sv: "datumliknande text", en: "date-like text" };
  if (numeric.test(text)) return { sv: "tal", en: "number" };
  return {
    sv: `text med ${text.length} tecken`,
    en: `text of ${text.length} character${text.length === 1 ? "" : "s"}`,
  };
}

const dateLike = /^(\d{1,4}([-/.])\d{1,2}\2\d{1,4}|(19|20)\d{6})([ T][\d:.Z+-]+)?$/;
const numeric = /^[+-]?\d[\d .,]*$/;

/** Whether a cell holds only what a person can have written: no control characters, and no mark that letters were lost earlier. */
export const isText = (cell: string): boolean => !notText.test(cell);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for; tab and line breaks are text.
const notText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/;
