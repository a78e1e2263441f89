import { daysBetween } from "@finsam/model";
import { expect, test } from "vitest";
import { partsOfYear } from "./parts-of-year.ts";

test("the quarters, and the tertials, of a year are the whole year", () => {
  for (const [months, count] of [
    [3, 4],
    [4, 3],
  ] as const) {
    const parts = partsOfYear(2024, months);
    expect(parts).toHaveLength(count);
    expect(parts.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0)).toBe(366);
  }
});
