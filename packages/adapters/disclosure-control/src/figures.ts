import type { DisclosureProblem, ProblemCell } from "@finsam/gender-reporting";

/** A problem with its figures numbered, as a solver wants it. */
export interface Figures {
  readonly threshold: number;
  readonly cells: readonly ProblemCell[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** What a reader knows, as limits on how far the figures can together be from their true counts. */
  readonly rows: readonly FigureRow[];
  /** The rows that each figure stands in. */
  readonly rowsOf: readonly (readonly number[])[];
  /** The same for a reader who has only this report, when others withhold some of the figures. */
  readonly alone?: Figures;
}

/** Limits on a sum of deviations from the true counts; zero always lies between them. */
interface FigureRow {
  readonly terms: readonly { readonly figure: number; readonly times: number }[];
  readonly atLeast: number;
  readonly atMost: number;
}

/** Farther than this from its true count no figure is followed: what a reader cannot tell so far apart is safe enough. */
export const horizon = 1000;

/** @throws RangeError when a relation names a figure that is not there, or does not hold for the true counts. */
export function figuresOf({ threshold, cells, relations }: DisclosureProblem): Figures {
  const indexOf = new Map(cells.map(({ key }, index) => [key, index]));
  const rows = relations.map(({ terms, atLeast, atMost }): FigureRow => {
    let sum = 0;
    const byNumber = terms.map(({ cell, times }) => {
      const figure = indexOf.get(cell);
      if (figure === undefined) throw new RangeError(`a relation names the figure "${cell}", which is not there`);
      sum += times * (cells[figure]?.count ?? 0);
      return { figure, times };
    });
    const row = {
      terms: byNumber,
      atLeast: Math.max(-horizon, atLeast === null ? -horizon : atLeast - sum),
      atMost: Math.min(horizon, atMost === null ? horizon : atMost - sum),
    };
    if (row.atLeast > 0 || row.atMost < 0)
      throw new RangeError(`a relation does not hold for the counts: ${terms.map(({ cell }) => cell).join(", ")}`);
    return row;
  });
  const numbered = { threshold, cells, indexOf };
  const figures = { ...numbered, rows, rowsOf: rowsOfEach(cells, rows) };
  if (!cells.some(({ status }) => status === "elsewhere")) return figures;
  const rowsAlone = rows.filter(({ terms }) => terms.every(({ figure }) => cells[figure]?.status !== "elsewhere"));
  return { ...figures, alone: { ...numbered, rows: rowsAlone, rowsOf: rowsOfEach(cells, rowsAlone) } };
}

function rowsOfEach(cells: readonly ProblemCell[], rows: readonly FigureRow[]): readonly (readonly number[])[] {
  const rowsOf: number[][] = cells.map(() => []);
  for (const [index, { terms }] of rows.entries()) for (const { figure } of terms) rowsOf[figure]?.push(index);
  return rowsOf;
}

/** How far below its true count a withheld figure can be for all that a reader knows of it alone. */
export const roomBelow = ({ count, atLeast }: ProblemCell): number => Math.max(0, Math.min(horizon, count - atLeast));

/** Whether withholding a figure keeps it from a reader. */
export const canBeWithheld = (cell: ProblemCell | undefined): boolean =>
  cell !== undefined && cell.status !== "published";

/**
 * What is asked of a figure when a reader also thinks of why something is withheld: there, something must be under the threshold. That
 * may tell that a count is small, which is no secret, and still not which of the small numbers it is.
 */
export const askedWhenExplained = (cell: ProblemCell, threshold: number): ProblemCell => ({
  ...cell,
  width: Math.max(0, Math.min(cell.width, threshold - 2)),
  reaches: 0,
});
