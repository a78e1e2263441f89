import type { DisclosureProblem, ProblemCell } from "@finsam/gender-reporting";
import { askedWhenExplained, figuresOf, horizon } from "./figures.ts";
import { isWhole, Reader } from "./reader.ts";
import { loadSolver } from "./solver.ts";

/** Between which numbers, both included, a withheld figure lies as far as a reader can tell. */
export interface AuditedFigure {
  readonly key: string;
  readonly count: number;
  readonly lowest: number;
  /** `null` when nothing within a thousand of the true count limits it. */
  readonly highest: number | null;
  /** The same when a reader also thinks of why it is withheld: that something it hangs together with is under the threshold. */
  readonly explained: { readonly lowest: number; readonly highest: number | null };
  /** Whether that is as wide and as high as the problem asks for. */
  readonly safe: boolean;
}

const isSafe = (
  { lowest, highest }: Pick<AuditedFigure, "lowest" | "highest">,
  { width, reaches }: ProblemCell,
): boolean => highest === null || (highest - lowest >= width && highest >= reaches);

/**
 * What a reader can tell of each withheld figure, exactly: by linear programming, and by whole-number programming where that leaves
 * fractions. A figure that is withheld and not in the problem is an error of the caller.
 *
 * @throws RangeError when a withheld figure is not in the problem, or a relation does not hold for the counts.
 * @example
 * ```ts
 * import { audit } from "@finsam/disclosure-control";
 * const cell = { cost: 1, atLeast: 1, width: 4, reaches: 0, status: "open" } as const;
 * const cells = [{ ...cell, key: "women", count: 3 }, { ...cell, key: "men", count: 9 }, { ...cell, key: "all", count: 12 }];
 * const sum = { terms: [{ cell: "women", times: 1 }, { cell: "men", times: 1 }, { cell: "all", times: -1 }], atLeast: 0, atMost: 0 };
 * const problem = { threshold: 5, cells, relations: [sum] };
 * (await audit(problem, new Set(["women", "men"]))).map(({ lowest, highest }) => [lowest, highest]); // => [[1, 11], [1, 11]]
 * (await audit(problem, new Set(["women"])))[0]?.safe; // => false
 * ```
 */
export async function audit(
  problem: DisclosureProblem,
  withheld: ReadonlySet<string>,
): Promise<readonly AuditedFigure[]> {
  const solver = await loadSolver();
  const figures = figuresOf(problem);
  const printed = [...withheld].map((key) => {
    const figure = figures.indexOf.get(key);
    if (figure === undefined) throw new RangeError(`the withheld figure "${key}" is not in the problem`);
    return figure;
  });
  const unprinted = figures.cells.flatMap(({ status }, figure) =>
    status === "unprinted" || status === "elsewhere" ? [figure] : [],
  );
  const hidden = [...new Set([...printed, ...unprinted])];
  const reader = new Reader(solver, figures, hidden);
  try {
    return hidden.flatMap((figure): readonly AuditedFigure[] => {
      const cell = figures.cells[figure];
      if (cell === undefined) return [];
      const group = reader.groupOf(figure);
      const range = (explained: boolean) => {
        const [up = 0, down = 0] = ([1, -1] as const).map((direction) => {
          const found = group.farthest(figure, direction);
          const isPossible = isWhole(found) && (!explained || group.explains(found));
          return Math.round((isPossible ? found : group.farthestWhole(figure, direction, { explained })).distance);
        });
        return { lowest: cell.count - down, highest: up < horizon ? cell.count + up : null };
      };
      const [bySums, explained] = [range(false), range(true)];
      const safe = isSafe(bySums, cell) && isSafe(explained, askedWhenExplained(cell, figures.threshold));
      return [{ key: cell.key, count: cell.count, ...bySums, explained, safe }];
    });
  } finally {
    reader.close();
  }
}
