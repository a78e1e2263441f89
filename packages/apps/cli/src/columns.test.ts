import { expect, test } from "vitest";
import { inColumns } from "./columns.ts";

test("columns line up, also under a line that has only the first of them", () => {
  expect(inColumns([["", "Women", "Men"], ["Ended"], ["  of 2021", "166", "1200"]])).toBe(
    ["           Women   Men", "Ended", "  of 2021    166  1200"].join("\n"),
  );
  expect(inColumns([])).toBe("");
});
