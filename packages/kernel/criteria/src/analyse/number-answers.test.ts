import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberAnswers } from "./number-answers.ts";

describe("answers to a number", () => {
  test("stand on both sides of every limit, and on it", () => {
    expect(numberAnswers([10, 12])).toEqual([9, 10, 11, 12, 13]);
  });

  test("are whole between two limits when a whole number is there", () => {
    expect(numberAnswers([9.5, 11])).toEqual([8.5, 9.5, 10, 11, 12]);
    expect(numberAnswers([9, 10])).toEqual([8, 9, 9.5, 10, 11]);
  });

  test("are nought below a limit under one", () => {
    expect(numberAnswers([0.24])).toEqual([0, 0.24, 1.24]);
  });

  test("keep within what is known, ends included", () => {
    expect(numberAnswers([10, 20], { min: 9, max: 10 })).toEqual([9, 9.5, 10]);
    expect(numberAnswers([10], { min: 11, max: 11 })).toEqual([11]);
  });

  test("leave out a stretch that no number lies in", () => {
    const next = 1 + Number.EPSILON;
    expect(numberAnswers([1, next])).toEqual([0, 1, next, 2 + Number.EPSILON]);
    expect(numberAnswers([Number.MAX_VALUE])).toEqual([-Number.MAX_VALUE, Number.MAX_VALUE]);
  });

  test("hold one that compares like any number with every limit", () => {
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(numbers, { minLength: 1, maxLength: 6 }), numbers, (limits, number) => {
        const compared = (answer: number) => limits.map((limit) => [answer < limit, answer > limit]);
        expect(numberAnswers(limits).map(compared)).toContainEqual(compared(number));
      }),
    );
  });
});
