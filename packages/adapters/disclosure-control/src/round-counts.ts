import { categoryLine, cellKey, type DisclosureProblem, type TableCounts } from "@finsam/gender-reporting";
import type { SexCounts } from "@finsam/model";
import type { Highs } from "highs";
import { type Figures, figuresOf } from "./figures.ts";
import { createModel, loadSolver, type ModelColumn, type ModelRow } from "./solver.ts";

/**
 * Counts as multiples of a base that still add up, in every table and between them, as near the true counts as that allows (controlled
 * rounding). Each becomes one of the two multiples around it; only when that cannot be made to add up, one of the next. Zeros stay.
 *
 * @throws RangeError when a relation does not hold for the counts, or when no multiples add up.
 * @example
 * ```ts
 * import { roundCounts } from "@finsam/disclosure-control";
 * import { disclosureProblem, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const specs = reportTables(stockholm, 2021);
 * const one = { participation: { followUp: "not-followed", id: "D1", intervention: "mia-vidare", sex: "woman", sexBasis: "legal-sex", start: "2021-03-01" } } as const;
 * const tables = tabulate(specs, Array.from({ length: 7 }, () => one));
 * const problem = disclosureProblem(specs, tables, 0, { width: 1, zeros: "publish", otherAndUnknown: "apart" });
 * const rounded = await roundCounts(problem, tables, 5);
 * rounded.find(({ id }) => id === "started")?.base.woman; // => 5
 * ```
 */
export async function roundCounts(
  problem: DisclosureProblem,
  tables: readonly TableCounts[],
  base: number,
): Promise<readonly TableCounts[]> {
  const solver = await loadSolver();
  const figures = figuresOf(problem);
  const rounded = nearest(solver, figures, base, 0) ?? nearest(solver, figures, base, 1);
  if (rounded === undefined) throw new RangeError(`no multiples of ${base} add up in all tables`);
  return tables.map((table) => {
    const counts = (line: string, of: SexCounts): SexCounts => {
      const at = (column: keyof SexCounts) => rounded.get(cellKey({ table: table.id, line, column })) ?? of[column];
      return { woman: at("woman"), man: at("man"), other: at("other"), unknown: at("unknown"), total: at("total") };
    };
    return {
      id: table.id,
      base: counts("base", table.base),
      notFollowed: counts("notFollowed", table.notFollowed),
      excluded: counts("excluded", table.excluded),
      categories: Object.fromEntries(
        Object.entries(table.categories).map(([id, of]) => [id, counts(categoryLine(id), of)]),
      ),
      ...(table.missing === undefined ? {} : { missing: table.missing }),
    };
  });
}

/** The nearest multiples that add up, each at most so many steps outside the two around its count; `undefined` when there are none. */
function nearest(
  solver: Highs,
  { cells, rows }: Figures,
  base: number,
  steps: number,
): ReadonlyMap<string, number> | undefined {
  const columns = cells.flatMap(({ count }): readonly ModelColumn[] => {
    const outside = count === 0 ? 0 : steps;
    return [
      // How many times the base, and how far that is from the count.
      {
        cost: 0,
        atLeast: Math.max(0, Math.floor(count / base) - outside),
        atMost: Math.ceil(count / base) + outside,
        whole: true,
      },
      { cost: 1, atLeast: 0, atMost: solver.infinity, whole: false },
    ];
  });
  const distances = cells.flatMap(({ count }, figure): readonly ModelRow[] => {
    const [multiple, distance] = [2 * figure, 2 * figure + 1];
    return [1, -1].map((sign) => ({
      terms: [
        { column: distance, times: 1 },
        { column: multiple, times: sign * base },
      ],
      atLeast: sign * count,
      atMost: solver.infinity,
    }));
  });
  const sums = rows
    .filter(({ atLeast, atMost }) => atLeast === 0 && atMost === 0)
    .map(({ terms }) => ({
      terms: terms.map(({ figure, times }) => ({ column: 2 * figure, times })),
      atLeast: 0,
      atMost: 0,
    }));
  const model = createModel(solver, columns, [...distances, ...sums]);
  try {
    model.options.set("mip_rel_gap", 0.01);
    model.run();
    if (model.getModelStatus() !== solver.constants.modelStatus.optimal) return undefined;
    const { colValue } = model.getSolution();
    return new Map(cells.map(({ key }, figure) => [key, base * Math.round(colValue[2 * figure] ?? 0)]));
  } finally {
    model.dispose();
  }
}
