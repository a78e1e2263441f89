import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apportion } from "./apportion.ts";

const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const weights = fc.array(whole, { minLength: 1, maxLength: 6 });

describe("a sum that is apportioned", () => {
  test("goes half to the state and a quarter each to region and municipality; the odd öre to the largest remainder", () => {
    expect(apportion(12_000_000_01, [2, 1, 1])).toEqual([600_000_001, 300_000_000, 300_000_000]);
    expect(apportion(3, [2, 1, 1])).toEqual([1, 1, 1]);
  });

  test("is the sum of its parts to the öre, and no part is an öre from its exact share", () => {
    fc.assert(
      fc.property(whole, weights, (amount, by) => {
        const sum = by.reduce((all, weight) => all + BigInt(weight), 0n);
        fc.pre(sum > 0n);
        const parts = apportion(amount, by);
        expect(parts.reduce((all, part) => all + BigInt(part), 0n)).toBe(BigInt(amount));
        for (const [index, part] of parts.entries()) {
          const off = BigInt(part) * sum - BigInt(amount) * BigInt(by[index] ?? 0);
          expect(off < sum && off > -sum).toBe(true);
        }
      }),
    );
  });

  test("gives nothing to whom weighs nothing, and nobody anything where nobody weighs anything", () => {
    expect(apportion(100, [0, 0])).toEqual([0, 0]);
    fc.assert(
      fc.property(whole, weights, (amount, by) => {
        expect(apportion(amount, [...by, 0]).at(-1)).toBe(0);
      }),
    );
  });

  test("is refused when it, or a weight, is negative or broken", () => {
    for (const [amount, weight] of [
      [-1, 1],
      [0.5, 1],
      [1, -1],
      [1, 0.5],
      [2 ** 53, 1],
    ] as const)
      expect(() => apportion(amount, [weight])).toThrow(RangeError);
  });
});
