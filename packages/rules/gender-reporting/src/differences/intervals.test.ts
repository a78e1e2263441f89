import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareRatio } from "./share-ratio.ts";
import { weightedShares } from "./weighted-shares.ts";
import { type Proportion, wilsonInterval } from "./wilson-interval.ts";

const newcombe = (first: Proportion, second: Proportion, level: 90 | 95 | 99 = 95) =>
  weightedShares(
    [
      { ...first, weight: 1 },
      { ...second, weight: -1 },
    ],
    level,
  );

const proportion = fc
  .integer({ min: 1, max: 400 })
  .chain((of) => fc.record({ n: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));
const level = fc.constantFrom(90 as const, 95 as const, 99 as const);

describe("the interval of one share", () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%i of %i gives what Newcombe printed (1998, table I, method 3)", (n, of, lower, upper) => {
    expect(wilsonInterval({ n, of }, 95).lower).toBeCloseTo(lower, 4);
    expect(wilsonInterval({ n, of }, 95).upper).toBeCloseTo(upper, 4);
  });

  test("both limits are where the score test stands on the edge", () => {
    fc.assert(
      fc.property(proportion, ({ n, of }) => {
        const z = 1.959963984540054;
        const { lower, upper } = wilsonInterval({ n, of }, 95);
        for (const limit of [lower, upper]) {
          if (limit === 0 || limit === 1) continue;
          expect(Math.abs(n / of - limit) / Math.sqrt((limit * (1 - limit)) / of)).toBeCloseTo(z, 6);
        }
      }),
    );
  });
});

describe("the interval of a difference", () => {
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])(
    "%i of %i against %i of %i gives what Newcombe printed (1998, table II, method 10)",
    (a, m, b, n, lower, upper) => {
      const difference = newcombe({ n: a, of: m }, { n: b, of: n });
      expect(difference.value).toBeCloseTo(a / m - b / n, 12);
      expect(difference.lower).toBeCloseTo(lower, 4);
      expect(difference.upper).toBeCloseTo(upper, 4);
    },
  );

  test("it holds the difference, and stays between -1 and 1", () => {
    fc.assert(
      fc.property(proportion, proportion, level, (first, second, at) => {
        const { value, lower, upper } = newcombe(first, second, at);
        expect(lower).toBeLessThanOrEqual(value);
        expect(upper).toBeGreaterThanOrEqual(value);
        expect(lower).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(upper).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test("swapping the two mirrors it", () => {
    fc.assert(
      fc.property(proportion, proportion, level, (first, second, at) => {
        const [there, back] = [newcombe(first, second, at), newcombe(second, first, at)];
        expect(back.value).toBeCloseTo(-there.value, 12);
        expect(back.lower).toBeCloseTo(-there.upper, 12);
        expect(back.upper).toBeCloseTo(-there.lower, 12);
      }),
    );
  });

  test("counting the other outcome mirrors it too", () => {
    fc.assert(
      fc.property(proportion, proportion, level, (first, second, at) => {
        const there = newcombe(first, second, at);
        const other = ({ n, of }: Proportion): Proportion => ({ n: of - n, of });
        const back = newcombe(other(first), other(second), at);
        expect(back.lower).toBeCloseTo(-there.upper, 10);
        expect(back.upper).toBeCloseTo(-there.lower, 10);
      }),
    );
  });

  test("a surer interval is wider", () => {
    fc.assert(
      fc.property(proportion, proportion, (first, second) => {
        const width = (at: 90 | 95 | 99) => {
          const { lower, upper } = newcombe(first, second, at);
          return upper - lower;
        };
        expect(width(95)).toBeGreaterThan(width(90));
        expect(width(99)).toBeGreaterThan(width(95));
      }),
    );
  });

  test("over all outcomes of two small groups it holds the true difference about as often as it says", () => {
    const coverages: number[] = [];
    for (const [m, n] of [
      [30, 30],
      [30, 60],
    ] as const) {
      for (const p of [0.05, 0.2, 0.35, 0.5])
        for (const q of [0.1, 0.3, 0.5, 0.7]) coverages.push(coverage(m, p, n, q));
    }
    const mean = coverages.reduce((sum, one) => sum + one, 0) / coverages.length;
    expect(mean).toBeGreaterThan(0.945);
    expect(mean).toBeLessThan(0.965);
    expect(Math.min(...coverages)).toBeGreaterThan(0.92);
  });
});

describe("the interval of a standardised difference", () => {
  test("over all outcomes of four groups of ten it holds the true value about as often as it says", () => {
    const weights = [0.3, 0.7, -0.3, -0.7];
    const size = 10;
    const outcomes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const coverages = [
      [0.5, 0.5, 0.5, 0.5],
      [0.2, 0.4, 0.3, 0.6],
      [0.1, 0.3, 0.4, 0.7],
    ].map((truth) => {
      const value = truth.reduce((sum, share, index) => sum + share * (weights[index] ?? 0), 0);
      const chance = truth.map((share) => outcomes.map((n) => binomial(size, n, share)));
      let held = 0;
      for (const a of outcomes)
        for (const b of outcomes)
          for (const c of outcomes)
            for (const d of outcomes) {
              const terms = [a, b, c, d].map((n, index) => ({ n, of: size, weight: weights[index] ?? 0 }));
              const { lower, upper } = weightedShares(terms, 95);
              if (lower > value || value > upper) continue;
              held += [a, b, c, d].reduce((product, n, index) => product * (chance[index]?.[n] ?? 0), 1);
            }
      return held;
    });
    for (const held of coverages) {
      expect(held).toBeGreaterThan(0.93);
      expect(held).toBeLessThan(0.98);
    }
  });
});

describe("the interval of a ratio", () => {
  test("7 of 34 against 1 of 34 gives what Fagerland, Lydersen and Laake printed", () => {
    const [first, second] = [
      { n: 7, of: 34 },
      { n: 1, of: 34 },
    ];
    const ratio = shareRatio(first, second, 95);
    expect(ratio?.value).toBeCloseTo(7, 12);
    expect(ratio?.lower).toBeCloseTo(1.1537, 3);
    expect(ratio?.upper).toBeCloseTo(41.9763, 3);
    expect(newcombe(first, second).lower).toBeCloseTo(0.0189, 4);
    expect(newcombe(first, second).upper).toBeCloseTo(0.3404, 4);
  });

  test("it holds the ratio, and 1 just when the interval of the difference holds 0", () => {
    fc.assert(
      fc.property(proportion, proportion, level, (first, second, at) => {
        const ratio = shareRatio(first, second, at);
        fc.pre(ratio !== null);
        expect(ratio.lower).toBeLessThanOrEqual(ratio.value * (1 + 1e-9));
        expect(ratio.upper).toBeGreaterThanOrEqual(ratio.value * (1 - 1e-9));
        const difference = newcombe(first, second, at);
        const distance = Math.min(Math.abs(difference.lower), Math.abs(difference.upper));
        if (distance < 1e-9) return;
        expect(ratio.lower <= 1 && ratio.upper >= 1).toBe(difference.lower <= 0 && difference.upper >= 0);
      }),
    );
  });

  test("nothing is so many times nothing", () => {
    expect(shareRatio({ n: 3, of: 40 }, { n: 0, of: 40 }, 95)).toBeNull();
  });
});

/** How often the interval holds the true difference, summed over every outcome of two groups. */
function coverage(m: number, p: number, n: number, q: number): number {
  let held = 0;
  for (let a = 0; a <= m; a++) {
    for (let b = 0; b <= n; b++) {
      const { lower, upper } = newcombe({ n: a, of: m }, { n: b, of: n });
      if (lower <= p - q && p - q <= upper) held += binomial(m, a, p) * binomial(n, b, q);
    }
  }
  return held;
}

function binomial(of: number, n: number, p: number): number {
  let chance = 1;
  for (let index = 1; index <= n; index++) chance *= ((of - n + index) / index) * p;
  return chance * (1 - p) ** (of - n);
}
