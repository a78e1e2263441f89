import { expect, test } from "vitest";
import { wrapped } from "./wrapped.ts";

test("a long label is broken between words", () => {
  expect(wrapped("Utskrivning till aktivt arbetssökande och/eller arbete och studier", 42)).toEqual([
    "Utskrivning till aktivt arbetssökande",
    "och/eller arbete och studier",
  ]);
});

test("a line may be exactly full", () => {
  expect(wrapped("ab cd ef", 5)).toEqual(["ab cd", "ef"]);
});

test("a word longer than a line is broken where the line ends", () => {
  expect(wrapped("a abcdefghijk", 5)).toEqual(["a", "abcde", "fghij", "k"]);
});

test("stray spaces make no lines", () => {
  expect(wrapped("  a   b ", 5)).toEqual(["a b"]);
});
