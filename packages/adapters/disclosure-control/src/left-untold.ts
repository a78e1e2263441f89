import type { ProblemCell } from "@finsam/gender-reporting";
import type { Highs } from "highs";
import { askedWhenExplained, type Figures } from "./figures.ts";
import { type Direction, type Group, Reader } from "./reader.ts";

/** How wide and how high some withheld figures can be asked to stay, where they cannot be all that was asked. */
export function leftUntold(
  solver: Highs,
  figures: Figures,
  withheld: readonly number[],
  lookedAt: readonly number[],
): ReadonlyMap<number, Pick<ProblemCell, "width" | "reaches">> {
  const reader = new Reader(solver, figures, withheld);
  const readerOfOne = figures.alone === undefined ? reader : Reader.ofOneReport(solver, figures.alone, withheld);
  const rangeOf = (group: Group, figure: number, explained: boolean) => {
    const [up = 0, down = 0] = directions.map((direction) =>
      Math.round(group.farthestWhole(figure, direction, { explained }).distance),
    );
    return { up, width: up + down };
  };
  try {
    return new Map(
      lookedAt.flatMap((figure) => {
        const cell = figures.cells[figure];
        if (cell === undefined) return [];
        const { up, width } = rangeOf(reader.groupOf(figure), figure, false);
        const left = { width: Math.min(cell.width, width), reaches: Math.min(cell.reaches, cell.count + up) };
        if (cell.status === "elsewhere") return [[figure, left] as const];
        const explained = rangeOf(readerOfOne.groupOf(figure), figure, true).width;
        const asked = askedWhenExplained({ ...cell, ...left }, figures.threshold).width;
        return [[figure, explained < asked ? { ...left, width: explained } : left] as const];
      }),
    );
  } finally {
    reader.close();
    if (readerOfOne !== reader) readerOfOne.close();
  }
}

const directions: readonly Direction[] = [1, -1];
