import type { ProblemCell } from "@finsam/gender-reporting";
import type { Highs } from "highs";
import { askedWhenExplained, canBeWithheld, type Figures, horizon, roomBelow } from "./figures.ts";
import { type Direction, type Farthest, type Group, isWhole, type Possible, Reader } from "./reader.ts";

/** A condition that every safe choice meets: when `figure` is withheld, the weights of the others that are must reach 1. */
export interface Lesson {
  readonly figure: number;
  readonly others: readonly { readonly figure: number; readonly weight: number }[];
}

/** What an attack has found out: that all is safe when nothing is left unsafe. */
export interface Attacked {
  readonly lessons: readonly Lesson[];
  /** Those looked at that are told, or that were not yet shown to be safe. */
  readonly unsafe: readonly number[];
}

/**
 * What is wrong with withholding these figures: nothing when each of those looked at is safe from a reader. All are looked at unless
 * some are known to be safe, as those are that were safe when less was withheld.
 */
export function attack(
  solver: Highs,
  figures: Figures,
  withheld: readonly number[],
  lookedAt: readonly number[] = withheld,
): Attacked {
  const reader = new Reader(solver, figures, withheld);
  // Why something is withheld is asked of this report alone: others have reasons of their own.
  const readerOfOne = figures.alone === undefined ? reader : Reader.ofOneReport(solver, figures.alone, withheld);
  try {
    const bySums = new Reached(figures.cells.length, (figure) => figures.cells[figure]);
    const explained = new Reached(figures.cells.length, (figure) => {
      const cell = figures.cells[figure];
      return cell === undefined || cell.status === "elsewhere"
        ? undefined
        : askedWhenExplained(cell, figures.threshold);
    });
    const isSafe = (figure: number) => bySums.isSafe(figure) && explained.isSafe(figure);
    const see = (possible: Possible) => {
      if (!isWhole(possible)) return;
      bySums.add(possible);
      for (const { group, possible: ofGroup } of readerOfOne.byGroup(possible))
        if (group.explains(ofGroup)) explained.add(ofGroup);
    };
    const lessons: Lesson[] = [];
    const told: number[] = [];
    const unsettled: number[] = [];
    for (const figure of lookedAt) {
      if (isSafe(figure)) continue;
      const found = withLinearBounds(figures, new Set(withheld), reader.groupOf(figure), see, figure);
      lessons.push(...found);
      if (found.length > 0) told.push(figure);
      else if (!isSafe(figure)) unsettled.push(figure);
    }
    // Whole-number programs take longer, and are for what would else be safe.
    if (lessons.length > 0) return { lessons, unsafe: [...told, ...unsettled] };
    for (const figure of unsettled) {
      const group = reader.groupOf(figure);
      for (const direction of directions)
        if (!bySums.isSafe(figure)) see(group.farthestWhole(figure, direction, { explained: false }));
      const groupOfOne = explained.isSafe(figure) ? group : readerOfOne.groupOf(figure);
      for (const direction of directions)
        if (!explained.isSafe(figure)) explained.add(groupOfOne.farthestWhole(figure, direction, { explained: true }));
      if (isSafe(figure)) continue;
      lessons.push(somethingElse(bySums.isSafe(figure) ? groupOfOne : group, figure));
      told.push(figure);
    }
    return { lessons, unsafe: told };
  } finally {
    reader.close();
    if (readerOfOne !== reader) readerOfOne.close();
  }
}

const directions: readonly Direction[] = [1, -1];

/** The farthest that each withheld figure has been seen from its true count in a possible report. */
class Reached {
  readonly #asked: (figure: number) => ProblemCell | undefined;
  readonly #up: Int32Array;
  readonly #down: Int32Array;

  constructor(figures: number, asked: (figure: number) => ProblemCell | undefined) {
    this.#asked = asked;
    this.#up = new Int32Array(figures);
    this.#down = new Int32Array(figures);
  }

  add({ figures, deviations }: Possible): void {
    figures.forEach((figure, column) => {
      const deviation = Math.round(deviations[column] ?? 0);
      if (deviation > (this.#up[figure] ?? 0)) this.#up[figure] = deviation;
      if (-deviation > (this.#down[figure] ?? 0)) this.#down[figure] = -deviation;
    });
  }

  isSafe(figure: number): boolean {
    const cell = this.#asked(figure);
    const [up, down] = [this.#up[figure] ?? 0, this.#down[figure] ?? 0];
    return cell === undefined || (up + down >= cell.width && cell.count + up >= cell.reaches);
  }
}

function withLinearBounds(
  figures: Figures,
  withheld: ReadonlySet<number>,
  group: Group,
  see: (possible: Possible) => void,
  figure: number,
): readonly Lesson[] {
  const cell = figures.cells[figure];
  if (cell === undefined) return [];
  const [up, down] = directions.map((direction) => {
    const found = group.farthest(figure, direction);
    see(found);
    return { ...found, direction };
  });
  if (up === undefined || down === undefined) return [];
  const tolerance = 1e-6;
  const tooLow = up.distance < cell.reaches - cell.count - tolerance;
  const tooNarrow = up.distance + down.distance < cell.width - tolerance;
  return [
    ...(tooLow ? [lessonOf(figures, withheld, group, figure, [up], cell.reaches - cell.count)] : []),
    ...(tooNarrow ? [lessonOf(figures, withheld, group, figure, [up, down], cell.width)] : []),
  ];
}

/**
 * Linear programming proves how far a figure can go: each other withheld figure lends it at most so much. The same proof says what any
 * other choice would lend, and that has to be enough.
 */
function lessonOf(
  figures: Figures,
  withheld: ReadonlySet<number>,
  group: Group,
  figure: number,
  proofs: readonly (Farthest & { readonly direction: Direction })[],
  needed: number,
): Lesson {
  const lent = new Map<number, number>();
  let free = 0;
  for (const { prices, direction } of proofs) {
    const reduced = new Map<number, number>([[figure, -direction]]);
    for (const { row, price } of prices) {
      const known = figures.rows[row];
      if (known === undefined) continue;
      free += Math.max(-price * known.atLeast, -price * known.atMost);
      for (const { figure: other, times } of known.terms) reduced.set(other, (reduced.get(other) ?? 0) - price * times);
    }
    for (const [other, value] of reduced) {
      const cell = figures.cells[other];
      if (cell === undefined || !canBeWithheld(cell) || Math.abs(value) < 1e-7) continue;
      const most = value > 0 ? value * roomBelow(cell) : -value * horizon;
      lent.set(other, (lent.get(other) ?? 0) + most);
    }
  }
  const atLeast = needed - free - (lent.get(figure) ?? 0);
  const others = [...lent]
    .filter(([other, weight]) => other !== figure && weight > 1e-9)
    .map(([other, weight]) => ({ figure: other, weight: Math.min(1, weight / atLeast) }));
  const now = others.reduce((sum, other) => sum + (withheld.has(other.figure) ? other.weight : 0), 0);
  // Rounding in the solver may spoil a proof; what is certain is that something else must be withheld.
  return atLeast > 1e-6 && now < 1 - 1e-6 ? { figure, others } : somethingElse(group, figure);
}

/** To withhold less is never safer, so that a choice that is not safe for a figure needs at least one more that has to do with it. */
const somethingElse = (group: Group, figure: number): Lesson => ({
  figure,
  others: group.bordering().map((other) => ({ figure: other, weight: 1 })),
});
