import { expect, test } from "vitest";
import { listed, writtenNumber, writtenPercent } from "./written.ts";

test("thousands stand apart by a thin space in Swedish and by a comma in English", () => {
  expect(writtenNumber(12_480, "sv")).toBe("12\u202f480");
  expect(writtenNumber(12_480, "en")).toBe("12,480");
  expect(writtenNumber(973, "sv")).toBe("973");
});

test("a per cent sign stands apart in Swedish and close in English", () => {
  expect(writtenPercent(35, "sv")).toBe("35\u00a0%");
  expect(writtenPercent(35, "en")).toBe("35%");
});

test("a list ends with its word", () => {
  expect(listed(["a", "b", "c"], "sv")).toBe("a, b och c");
  expect(listed(["a", "b", "c"], "en")).toBe("a, b and c");
});
