import { expect, test } from "vitest";
import { isText, valueClass } from "./value-class.ts";

test.each([
  ["", "empty"],
  ["   ", "empty"],
  ["2021-13-45", "date-like text"],
  ["01/02/2021", "date-like text"],
  ["20211301", "date-like text"],
  ["2021-03-01 14:30", "date-like text"],
  ["7", "number"],
  ["-3,5", "number"],
  ["199001252387", "number"],
  ["K", "text of 1 character"],
  [" Kvinna ", "text of 6 characters"],
  [null, "characters that are not text"],
])("a cell with %j is called %s", (cell, called) => {
  expect(valueClass(cell).en).toBe(called);
});

test("tab, line breaks and letters of any language are text; other control characters and lost letters are not", () => {
  for (const text of ["a\tb", "a\r\nb", "Åsa Öberg", "=cmd|'/C calc'!A1", "日本語", "😀"])
    expect(isText(text)).toBe(true);
  for (const text of ["a\0b", "\u001b[31m", "a\u0085b", "\u007f", "K\ufffdnn"]) expect(isText(text)).toBe(false);
});
