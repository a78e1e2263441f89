import type { Sex } from "@finsam/model";
import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CountedRow } from "./counted-row.ts";
import { withheldCells } from "./disclosure.ts";
import { cellsOf, type Equation, equationsOf } from "./equations.ts";
import { feasibleBounds } from "./feasible-bounds.ts";
import { anyRegister, followedRow } from "./register-rows.fixture.ts";
import { reportTables } from "./report-tables.ts";
import type { TableCounts } from "./table-counts.ts";
import { tabulate } from "./tabulate.ts";

const specs = reportTables(stockholm, 2021);

/** The rank of a matrix in exact fractions: a slow and plain second opinion. */
function rank(matrix: readonly (readonly bigint[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = rows.findIndex((row, index) => index >= found && row[column] !== 0n);
    if (at === -1) continue;
    const pivot = rows[at] ?? [];
    rows[at] = rows[found] ?? [];
    rows[found] = pivot;
    for (let index = found + 1; index < rows.length; index += 1) {
      const row = rows[index] ?? [];
      const [a, b] = [pivot[column] ?? 0n, row[column] ?? 0n];
      if (b !== 0n) rows[index] = row.map((value, at) => value * a - (pivot[at] ?? 0n) * b);
    }
    found += 1;
  }
  return found;
}

/** The withheld figures that a reader of the rest can work out. */
function recomputable(equations: readonly Equation[], withheld: ReadonlySet<string>): readonly string[] {
  const unknowns = [...withheld];
  const matrix = equations
    .filter((equation) => equation.some(({ cell }) => withheld.has(cell)))
    .map((equation) =>
      unknowns.map((unknown) =>
        equation.filter(({ cell }) => cell === unknown).reduce((sum, { sign }) => sum + BigInt(sign), 0n),
      ),
    );
  const known = rank(matrix);
  return unknowns.filter((_, index) => rank([...matrix, unknowns.map((__, at) => (at === index ? 1n : 0n))]) === known);
}

const small = (counted: readonly TableCounts[], threshold: number) =>
  [...cellsOf(specs, counted)].filter(([, { count }]) => count > 0 && count < threshold).map(([key]) => key);

test("the equations that a reader knows hold for any register", () => {
  fc.assert(
    fc.property(anyRegister, (rows) => {
      const counted = tabulate(specs, rows);
      const cells = cellsOf(specs, counted);
      const sums = equationsOf(specs, counted).map((equation) =>
        equation.reduce((sum, { cell, sign }) => sum + sign * (cells.get(cell)?.count ?? Number.NaN), 0),
      );
      expect(sums.filter((sum) => sum !== 0)).toEqual([]);
    }),
  );
});

describe("disclosure control", () => {
  test("every count under the threshold is withheld, and no count of 0", () => {
    fc.assert(
      fc.property(anyRegister, fc.integer({ min: 0, max: 10 }), (rows, threshold) => {
        const counted = tabulate(specs, rows);
        const withheld = withheldCells(specs, counted, threshold);
        expect(small(counted, threshold).filter((key) => !withheld.has(key))).toEqual([]);
        const cells = cellsOf(specs, counted);
        expect([...withheld].filter((key) => cells.get(key)?.count === 0)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("no withheld count can be worked out from the rest of the report; without the further cells, many could", () => {
    let exposedWithoutCover = 0;
    let covered = 0;
    fc.assert(
      fc.property(anyRegister, (rows) => {
        const counted = tabulate(specs, rows);
        const equations = equationsOf(specs, counted);
        const withheld = withheldCells(specs, counted, 5);
        expect(recomputable(equations, withheld)).toEqual([]);
        const primary = new Set(small(counted, 5));
        exposedWithoutCover += recomputable(equations, primary).length;
        covered += withheld.size - primary.size;
      }),
      { numRuns: 60 },
    );
    expect(exposedWithoutCover).toBeGreaterThan(0);
    expect(covered).toBeGreaterThan(0);
  });

  test("a threshold of 0 or 1 withholds nothing", () => {
    fc.assert(
      fc.property(anyRegister, fc.constantFrom(0, 1), (rows, threshold) => {
        expect(withheldCells(specs, tabulate(specs, rows), threshold).size).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  test("one person of other sex among many takes the total away, and leaves women and men to be read", () => {
    const row = (sex: Sex, times: number): readonly CountedRow[] =>
      Array.from({ length: times }, () => followedRow({ sex, sexBasis: "self-reported", education: "compulsory" }));
    const withheld = withheldCells(
      specs,
      tabulate(specs, [...row("woman", 40), ...row("man", 50), ...row("other", 1)]),
      5,
    );
    const columns = new Set([...withheld].map((key) => key.split(" ").at(-1)));
    expect(columns).toEqual(new Set(["other", "total"]));
    expect(withheld.has("started category:all total")).toBe(true);
  });

  test("what can only be one each is not left to be counted: a few of other and unknown sex in several interventions", () => {
    const people = (intervention: string, sex: Sex, times: number): readonly CountedRow[] =>
      Array.from({ length: times }, () => ({
        participation: {
          followUp: "not-followed",
          id: "D1",
          intervention,
          sex,
          sexBasis: "self-reported",
          start: "2021-03-01",
        },
      }));
    const interventions = stockholm.codeLists.interventions.codes.map(({ id }) => id);
    const rows = interventions.flatMap((intervention, index) => [
      ...people(intervention, "woman", 40),
      ...people(intervention, "man", 50),
      ...people(intervention, index < 4 ? "other" : "unknown", index < 6 ? 1 : 0),
    ]);
    const counted = tabulate(specs, rows);
    const withheld = withheldCells(specs, counted, 5);
    // 4 of other and 2 of unknown sex, one in each of six rows: their sum must not be there to be read off.
    const all = ["woman", "man", "total"].map((column) => withheld.has(`participants-by-intervention base ${column}`));
    expect(all).toContain(true);
    const bounds = feasibleBounds(equationsOf(specs, counted), withheld, cellsOf(specs, counted));
    expect([...bounds].filter(([, { lowest, highest }]) => lowest === highest)).toEqual([]);
  });

  test("no withheld count is bounded to one number or under the threshold, in any report that shows anything else", () => {
    let withheldOnlyInPart = 0;
    fc.assert(
      fc.property(anyRegister, (rows) => {
        const counted = tabulate(specs, rows);
        const cells = cellsOf(specs, counted);
        const withheld = withheldCells(specs, counted, 5);
        const shown = [...cells].some(([key, { count }]) => count > 0 && !withheld.has(key));
        if (!shown) return;
        withheldOnlyInPart += withheld.size > 0 ? 1 : 0;
        const bounds = feasibleBounds(equationsOf(specs, counted), withheld, cells);
        expect([...bounds].filter(([, { lowest, highest }]) => lowest === highest || highest < 5)).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(withheldOnlyInPart).toBeGreaterThan(0);
  });
});
