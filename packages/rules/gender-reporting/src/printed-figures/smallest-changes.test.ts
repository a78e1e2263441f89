import fc from "fast-check";
import { expect, test } from "vitest";
import { type Constraint, linear, roundedShare, someCount } from "./constraint.ts";
import { smallestChanges } from "./smallest-changes.ts";

const bounds = { figures: 3, answers: 1000, steps: 100_000 };

/** All smallest sets of figures, found by trying every value up to a highest one. */
function byTryingAll(
  constraints: readonly Constraint[],
  printed: readonly number[],
  highest: number,
): readonly string[] {
  for (let size = 1; size <= 3; size++) {
    const sets = subsets(printed.length, size).filter((set) => canHold(constraints, printed, set, highest));
    if (sets.length > 0) return sets.map((set) => set.join());
  }
  return [];
}

function subsets(of: number, size: number, from = 0): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return Array.from({ length: of - from }, (_, index) => from + index).flatMap((first) =>
    subsets(of, size - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

function canHold(
  constraints: readonly Constraint[],
  values: readonly number[],
  set: readonly number[],
  highest: number,
): boolean {
  const [figure, ...rest] = set;
  if (figure === undefined) return constraints.every((constraint) => constraint.holds(values));
  return Array.from({ length: highest + 1 }, (_, value) => value).some((value) =>
    canHold(constraints, values.with(figure, value), rest, highest),
  );
}

const value = fc.nat({ max: 4 });
const sum = fc.tuple(fc.subarray([0, 1, 2, 3, 4], { minLength: 2, maxLength: 4 }), fc.integer({ min: -2, max: 2 }));

test("the smallest changes of a table with its sums are those that trying every value finds", () => {
  // Two rows and two columns with their sums; the last figure is the sum of all.
  const sums = [
    [0, 1, 2],
    [3, 4, 5],
    [6, 7, 8],
    [0, 3, 6],
    [1, 4, 7],
    [2, 5, 8],
  ];
  const constraints = sums.map((of, index) =>
    linear(
      `${index}`,
      of.map((figure, at) => [figure, at === 2 ? -1 : 1]),
      0,
      "is-0",
    ),
  );
  const few = fc.nat({ max: 2 });
  const misprints = fc.array(fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 8 })), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(few, few, few, few, misprints, (a, b, c, d, changed) => {
      const printed = [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d];
      for (const [figure, wrong] of changed) printed[figure] = wrong;
      fc.pre(constraints.some((constraint) => !constraint.holds(printed)));
      const { changes } = smallestChanges(constraints, [], printed, bounds);
      expect(changes.map((change) => [...change.keys()].join()).sort()).toEqual(
        [...byTryingAll(constraints, printed, 16)].sort(),
      );
    }),
    { numRuns: 40 },
  );
});

test("a single figure that resolves is offered with all the values that do, and with no other", () => {
  const constraint = fc.oneof(
    sum.map(([of, constant]) =>
      linear(
        "sum",
        of.map((figure, at) => [figure, at === of.length - 1 ? -1 : 1]),
        constant,
        "at-most-0",
      ),
    ),
    fc.constant(roundedShare("share", 0, 0, { figures: [1, 2], constant: 0 }, { figures: [3, 4], constant: 0 })),
    fc.constant(someCount("some", 0, 0, { figures: [4], constant: 0 })),
  );
  fc.assert(
    fc.property(
      fc.tuple(fc.nat({ max: 100 }), value, value, value, fc.nat({ max: 30 })),
      fc.array(constraint, { minLength: 1, maxLength: 3 }),
      (printed, constraints) => {
        fc.pre(constraints.some((one) => !one.holds(printed)));
        const { changes } = smallestChanges(constraints, [], printed, { ...bounds, figures: 1 });
        const highest = 150;
        for (const figure of printed.keys()) {
          const right = Array.from({ length: highest + 1 }, (_, number) => number).filter((number) =>
            constraints.every((one) => one.holds(printed.with(figure, number))),
          );
          const ranges = changes.find((change) => change.has(figure))?.get(figure) ?? [];
          const offered = ranges.flatMap(({ from, to }) =>
            Array.from({ length: Math.max(0, Math.min(to, highest) - from + 1) }, (_, index) => from + index),
          );
          expect(offered).toEqual(right);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("what a check says nothing of yet has to hold once the check would speak", () => {
  // 0 is above 2, which hides that 0 and 1 are above 2 together.
  const part = linear(
    "part",
    [
      [0, 1],
      [2, -1],
    ],
    0,
    "at-most-0",
  );
  const together = linear(
    "together",
    [
      [0, 1],
      [1, 1],
      [2, -1],
    ],
    0,
    "at-most-0",
  );
  const { changes } = smallestChanges([part], [{ behind: [part], constraint: together }], [12, 4, 10], bounds);
  expect(changes.map((change) => [...change])).toEqual([
    [[0, [{ from: 0, to: 6 }]]],
    [[2, [{ from: 16, to: Number.POSITIVE_INFINITY }]]],
  ]);
});

test("a search that is ended says so", () => {
  const long = linear(
    "long",
    [...Array.from({ length: 30 }, (_, figure) => [figure, 1] as const), [30, -1]],
    0,
    "is-0",
  );
  const printed = Array.from({ length: 31 }, (_, figure) => (figure === 30 ? 31 : 1));
  const search = (limits: Partial<typeof bounds>) => smallestChanges([long], [], printed, { ...bounds, ...limits });
  expect([search({}).changes.length, search({}).more]).toEqual([31, false]);
  expect([search({ answers: 10 }).changes.length, search({ answers: 10 }).more]).toEqual([10, true]);
  expect([search({ steps: 5 }).changes.length, search({ steps: 5 }).more]).toEqual([5, true]);
  const impossible = linear("impossible", [[0, 2]], -31, "is-0");
  expect(smallestChanges([impossible], [], printed, bounds)).toEqual({ changes: [], more: true });
});
