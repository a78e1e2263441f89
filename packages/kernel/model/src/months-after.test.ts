import { expect, test } from "vitest";
import { monthsAfter } from "./months-after.ts";

test("three months after 30 November is the last day of February, and six months after it is 30 May", () => {
  expect(monthsAfter("2022-11-30", 3)).toBe("2023-02-28");
  expect(monthsAfter("2023-11-30", 3)).toBe("2024-02-29");
  expect(monthsAfter("2022-11-30", 6)).toBe("2023-05-30");
});

test("months may also lie back, across the turn of the year", () => {
  expect(monthsAfter("2024-01-31", -2)).toBe("2023-11-30");
  expect(monthsAfter("2024-01-31", 0)).toBe("2024-01-31");
});
