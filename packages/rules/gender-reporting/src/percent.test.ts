import { expect, test } from "vitest";
import { wholePercent } from "./percent.ts";

test("51 of 72 is 71 per cent, not 70", () => {
  expect(wholePercent(51, 72)).toBe(71);
});

test("a half is rounded up, whatever binary fractions say", () => {
  expect([wholePercent(1, 200), wholePercent(1, 8), wholePercent(29, 200), wholePercent(57, 200)]).toEqual([
    1, 13, 15, 29,
  ]);
});

test("a share of nothing is refused", () => {
  expect(() => wholePercent(0, 0)).toThrow(RangeError);
});
