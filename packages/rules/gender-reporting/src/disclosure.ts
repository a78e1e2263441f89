import { determinedUnknowns } from "./determined-unknowns.ts";
import { type Cell, cellsOf, type Equation, equationsOf } from "./equations.ts";
import type { TableCounts } from "./table-counts.ts";
import type { TableSpec } from "./table-spec.ts";

/**
 * Which figures of a report to withhold so that it gives nobody away: the counts under the threshold, and as many more as it takes that
 * none of the withheld can be worked out from what is published, in the same table or in another. The result holds their keys.
 *
 * A count of 0 is published: it is about nobody. What is withheld only to protect others is chosen smallest first, figures of a sex
 * before totals. A withheld count may still be bounded from above by its total.
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
  const equations = equationsOf(specs, tables);
  const withheld = new Set([...cells].filter(([, { count }]) => count > 0 && count < threshold).map(([key]) => key));
  for (;;) {
    const cover = nextCover(equations, withheld, cells, threshold);
    if (cover === undefined) return withheld;
    withheld.add(cover);
  }
}

type Cells = ReadonlyMap<string, Cell>;
type Withheld = ReadonlySet<string>;

/** The next figure that has to be withheld as well, or `undefined` when nothing is exposed any more. */
function nextCover(
  equations: readonly Equation[],
  withheld: Withheld,
  cells: Cells,
  threshold: number,
): string | undefined {
  const tight = equations.find((equation) => boundsTooTightly(equation, withheld, cells, threshold));
  if (tight !== undefined) {
    const cover = cheapest([tight], withheld, cells);
    if (cover !== undefined) return cover;
  }
  for (const exposed of determinedUnknowns(equations, withheld)) {
    const own = equations.filter((equation) => equation.some(({ cell }) => cell === exposed));
    const alone = own.filter((equation) => equation.every(({ cell }) => cell === exposed || !withheld.has(cell)));
    const cover = cheapest(alone.length > 0 ? alone : own, withheld, cells) ?? cheapest(equations, withheld, cells);
    if (cover !== undefined) return cover;
  }
  return undefined;
}

/**
 * Whether a reader knows the sum of two or more withheld figures and it is so low that none of them can reach the threshold: 1 and 2
 * withheld beside their total tell that both are small.
 */
function boundsTooTightly(equation: Equation, withheld: Withheld, cells: Cells, threshold: number): boolean {
  const unknown = equation.filter(({ cell }) => withheld.has(cell));
  if (unknown.length < 2 || unknown.length === equation.length) return false;
  if (unknown.some(({ sign }) => sign !== unknown[0]?.sign)) return false;
  const sum = unknown.reduce((total, { cell }) => total + (cells.get(cell)?.count ?? 0), 0);
  return sum - (unknown.length - 1) < threshold;
}

function cheapest(equations: readonly Equation[], withheld: Withheld, cells: Cells): string | undefined {
  const candidates = equations.flat().flatMap(({ cell: key }) => {
    const cell = cells.get(key);
    return cell === undefined || cell.count === 0 || withheld.has(key) ? [] : [{ key, ...cell }];
  });
  return candidates.sort((a, b) => a.dear - b.dear || a.count - b.count || (a.key < b.key ? -1 : 1))[0]?.key;
}
