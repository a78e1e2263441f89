import { determinedUnknowns } from "./determined-unknowns.ts";
import { type Cell, cellsOf, type Equation, equationsOf } from "./equations.ts";
import { feasibleBounds } from "./feasible-bounds.ts";
import type { TableCounts } from "./table-counts.ts";
import type { TableSpec } from "./table-spec.ts";

/**
 * Which figures of a report to withhold so that it gives nobody away: the counts under the threshold, and as many more as it takes that
 * none of the withheld can be worked out from what is published, in the same table or in another. The result holds their keys.
 *
 * A count of 0 is published: it is about nobody. What is withheld only to protect others is chosen smallest first, figures of a sex
 * before totals; but to protect a few of other or unknown sex the total goes, so that women and men are still told apart. A reader
 * may still narrow a withheld count to a range, never to one number and never to one under the threshold by bounding it step by step.
 *
 * This needs no solver and promises less than `@finsam/disclosure-control`, which protects from linear and whole-number programs, and
 * withholds less. Publish with that; this is for a look at a report where no solver can be.
 *
 * @example
 * ```ts
 * import { reportTables, tabulate, withheldCells } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const specs = reportTables(stockholm, 2021);
 * const one = { participation: { followUp: "not-followed", id: "D1", intervention: "mia-vidare", sex: "woman", sexBasis: "legal-sex", start: "2021-03-01" } } as const;
 * withheldCells(specs, tabulate(specs, [one]), 5).has("started category:all woman"); // => true
 * ```
 */
export function withheldCells(
  specs: readonly TableSpec[],
  tables: readonly TableCounts[],
  threshold: number,
): ReadonlySet<string> {
  const cells = cellsOf(specs, tables);
  const equations = inOneOrder(equationsOf(specs, tables));
  const small = [...cells].filter(([, { count }]) => count > 0 && count < threshold).map(([key]) => key);
  const withheld = new Set(small.sort());
  for (;;) {
    const cover = nextCover(equations, withheld, cells, threshold);
    if (cover === undefined) return withheld;
    withheld.add(cover);
  }
}

/** Equations in an order that does not tell which part of a register was counted first: what is chosen one by one depends on it. */
const inOneOrder = (equations: readonly Equation[]): readonly Equation[] =>
  equations
    .map((equation) => equation.toSorted((a, b) => (a.cell < b.cell ? -1 : 1)))
    .map((equation) => ({ equation, key: equation.map(({ cell, sign }) => `${sign} ${cell}`).join("|") }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ equation }) => equation);

type Cells = ReadonlyMap<string, Cell>;
type Withheld = ReadonlySet<string>;

/** The next figure that has to be withheld as well, or `undefined` when nothing is exposed any more. */
function nextCover(
  equations: readonly Equation[],
  withheld: Withheld,
  cells: Cells,
  threshold: number,
): string | undefined {
  const exposing = exposingEquations(equations, withheld, cells, threshold);
  if (exposing.length === 0) return undefined;
  const candidates = candidatesIn(exposing, withheld, cells);
  const ranked = (candidates.length > 0 ? candidates : candidatesIn(equations, withheld, cells)).map((candidate) => ({
    ...candidate,
    exposes: equations.reduce((sum, equation) => sum + changeInExposure(equation, candidate.key, withheld), 0),
  }));
  const [best] = ranked.sort(
    (a, b) =>
      a.hidesTheSexes - b.hidesTheSexes ||
      a.exposes - b.exposes ||
      a.dear - b.dear ||
      a.count - b.count ||
      (a.key < b.key ? -1 : 1),
  );
  return best?.key;
}

/**
 * Equations that give a withheld figure away and need one more withheld in them: those with a single one; else those of a figure that
 * several give away together.
 */
function exposingEquations(
  equations: readonly Equation[],
  withheld: Withheld,
  cells: Cells,
  threshold: number,
): readonly Equation[] {
  const single = equations.filter((equation) => unknownsIn(equation, withheld).length === 1);
  if (single.length > 0) return single;
  const exposed = tightlyBounded(equations, withheld, cells, threshold) ?? determinedUnknowns(equations, withheld)[0];
  return equations.filter((equation) => equation.some(({ cell }) => cell === exposed));
}

/** Withholding one more figure covers an equation that has one withheld, and exposes one that has none. */
function changeInExposure(equation: Equation, key: string, withheld: Withheld): number {
  if (!equation.some(({ cell }) => cell === key)) return 0;
  const unknowns = unknownsIn(equation, withheld).length;
  return unknowns === 0 ? 1 : unknowns === 1 ? -1 : 0;
}

const unknownsIn = (equation: Equation, withheld: Withheld): Equation =>
  equation.filter(({ cell }) => withheld.has(cell));

/**
 * The first withheld figure that a reader can tell exactly, or can tell to be under the threshold, from what each equation leaves open:
 * 1 and 2 withheld beside their total tell that both are small.
 */
function tightlyBounded(
  equations: readonly Equation[],
  withheld: Withheld,
  cells: Cells,
  threshold: number,
): string | undefined {
  const bounds = [...feasibleBounds(equations, withheld, cells)];
  return bounds.find(([, { lowest, highest }]) => lowest === highest || highest < threshold)?.[0];
}

interface Candidate extends Cell {
  readonly key: string;
  /** 1 when it would hide women or men for the sake of a few of other or unknown sex; their total can be hidden instead. */
  readonly hidesTheSexes: 0 | 1;
}

/** The published figures in equations that are about somebody. */
function candidatesIn(equations: readonly Equation[], withheld: Withheld, cells: Cells): readonly Candidate[] {
  return equations.flatMap((equation) => {
    const columns = unknownsIn(equation, withheld).map(({ cell }) => cells.get(cell)?.column);
    const protectsFew = columns.length > 0 && columns.every((column) => column === "other" || column === "unknown");
    return equation.flatMap(({ cell: key }): readonly Candidate[] => {
      const cell = cells.get(key);
      if (cell === undefined || cell.count === 0 || withheld.has(key)) return [];
      const isSex = cell.column === "woman" || cell.column === "man";
      return [{ key, ...cell, hidesTheSexes: protectsFew && isSex ? 1 : 0 }];
    });
  });
}
