import { expect, test } from "vitest";
import type { Cell, Equation } from "./equations.ts";
import { feasibleBounds } from "./feasible-bounds.ts";

const cell = (count: number): Cell => ({ count, column: "total", dear: 0 });
const sum = (parts: readonly string[], whole: string): Equation => [
  ...parts.map((part) => ({ cell: part, sign: 1 as const })),
  { cell: whole, sign: -1 as const },
];
const boundsOf = (
  counts: Readonly<Record<string, number>>,
  withheld: readonly string[],
  ...equations: readonly Equation[]
) =>
  Object.fromEntries(
    feasibleBounds(
      equations,
      new Set(withheld),
      new Map(Object.entries(counts).map(([key, count]) => [key, cell(count)])),
    ),
  );

test("two withheld parts of a known whole lie between one and the rest", () => {
  expect(boundsOf({ a: 2, b: 5, whole: 7 }, ["a", "b"], sum(["a", "b"], "whole"))).toEqual({
    a: { lowest: 1, highest: 6 },
    b: { lowest: 1, highest: 6 },
  });
});

test("as many withheld parts as the whole has people are one each", () => {
  expect(boundsOf({ a: 1, b: 1, whole: 2 }, ["a", "b"], sum(["a", "b"], "whole"))).toEqual({
    a: { lowest: 1, highest: 1 },
    b: { lowest: 1, highest: 1 },
  });
});

test("a sum of sums is followed through: 6 in all, made of four ones and two ones", () => {
  const [four, two] = [
    ["a", "b", "c", "d"],
    ["e", "f"],
  ];
  const counts = { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, other: 4, unknown: 2, both: 6 };
  const bounds = boundsOf(
    counts,
    [...four, ...two, "other", "unknown"],
    sum(four, "other"),
    sum(two, "unknown"),
    sum(["other", "unknown"], "both"),
  );
  expect(bounds.other).toEqual({ lowest: 4, highest: 4 });
  expect(bounds.a).toEqual({ lowest: 1, highest: 1 });
});

test("a whole that is withheld with its parts has no highest", () => {
  expect(boundsOf({ a: 3, b: 40, whole: 43 }, ["a", "whole"], sum(["a", "b"], "whole")).a).toEqual({
    lowest: 1,
    highest: Number.POSITIVE_INFINITY,
  });
});
