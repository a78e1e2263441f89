import type { DisclosureProblem, ProblemCell } from "@finsam/gender-reporting";
import type { Highs, Model } from "highs";
import { askedWhenExplained, canBeWithheld, type Figures, figuresOf, horizon, roomBelow } from "./figures.ts";
import { partsOf } from "./parts.ts";
import { areWhole, type Direction, type Farthest, Reader } from "./reader.ts";
import { createModel, loadSolver } from "./solver.ts";

/** Which figures of a report to withhold. */
export interface Protection {
  /** The keys of the figures that are not to be printed. */
  readonly withheld: ReadonlySet<string>;
  /** How many of them the policy itself withholds; the others protect them. */
  readonly small: number;
  /** Figures that cannot be protected any more, since what is published already tells them. */
  readonly exposed: readonly string[];
  /** What it costs readers, as the problem states it. */
  readonly cost: number;
}

/**
 * The cheapest figures to withhold so that no withheld one can be worked out, not even to within the width that the problem asks for, by
 * any reader with any linear or whole-number program. Alternates between choosing and attacking: the attack on a choice that is not
 * safe proves what the next choice has to respect (cell suppression by cutting planes, Fischetti and Salazar-González 2001).
 *
 * The same problem gives the same answer on every machine: nothing in it is limited by time.
 *
 * @throws RangeError when a relation does not hold for the counts.
 * @example
 * ```ts
 * import { protect } from "@finsam/disclosure-control";
 * const open = { cost: 1, atLeast: 1, width: 4, reaches: 0, status: "open" } as const;
 * const cells = [
 *   { ...open, key: "women", count: 3, status: "small" as const, reaches: 5 },
 *   { ...open, key: "men", count: 40 },
 *   { ...open, key: "all", count: 43, cost: 2 },
 * ];
 * const sum = { terms: [{ cell: "women", times: 1 }, { cell: "men", times: 1 }, { cell: "all", times: -1 }], atLeast: 0, atMost: 0 };
 * const { withheld } = await protect({ threshold: 5, cells, relations: [sum] });
 * [...withheld]; // => ["women", "men"]
 * ```
 */
export async function protect(problem: DisclosureProblem): Promise<Protection> {
  const solver = await loadSolver();
  return addUp(partsOf(problem).map((part) => protectPart(solver, figuresOf(part))));
}

function protectPart(solver: Highs, asked: Figures): Protection {
  const exposed = new Set<number>();
  for (;;) {
    const cells = asked.cells.map((cell, figure) => (exposed.has(figure) ? { ...cell, width: 0, reaches: 0 } : cell));
    const figures = { ...asked, cells };
    const withheld = safeChoice(solver, figures);
    if (withheld !== undefined) return protectionOf(figures, withheld, exposed);
    // Not even withholding everything protects these, since what is already published tells them: the others can still be.
    const everything = cells.flatMap((cell, figure) => (canBeWithheld(cell) ? [figure] : []));
    const lost = attack(solver, figures, everything);
    if (lost.length === 0) throw new Error("there is no safe choice of figures to withhold");
    for (const { figure } of lost) exposed.add(figure);
  }
}

function safeChoice(solver: Highs, figures: Figures): readonly number[] | undefined {
  if (!figures.cells.some(({ status }) => status === "small")) return [];
  const chooser = new Chooser(solver, figures);
  try {
    for (;;) {
      const withheld = chooser.choose();
      if (withheld === undefined) return undefined;
      const lessons = attack(solver, figures, withheld);
      if (lessons.length === 0) return withheld;
      for (const lesson of lessons) chooser.learn(lesson);
    }
  } finally {
    chooser.close();
  }
}

function protectionOf({ cells }: Figures, withheld: readonly number[], exposed: ReadonlySet<number>): Protection {
  const chosen = withheld.flatMap((figure) => {
    const cell = cells[figure];
    return cell === undefined || cell.status === "unprinted" ? [] : [{ ...cell, exposed: exposed.has(figure) }];
  });
  return {
    withheld: new Set(chosen.map(({ key }) => key)),
    small: chosen.filter(({ status }) => status === "small").length,
    exposed: chosen.filter((cell) => cell.exposed).map(({ key }) => key),
    cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
  };
}

const addUp = (parts: readonly Protection[]): Protection => ({
  withheld: new Set(parts.flatMap(({ withheld }) => [...withheld])),
  small: parts.reduce((sum, { small }) => sum + small, 0),
  exposed: parts.flatMap(({ exposed }) => exposed),
  cost: parts.reduce((sum, { cost }) => sum + cost, 0),
});

/** A condition that every safe choice meets: when `figure` is withheld, the weights of the others that are must reach `atLeast`. */
interface Lesson {
  readonly figure: number;
  readonly others: readonly { readonly figure: number; readonly weight: number }[];
  readonly atLeast: number;
}

/** Chooses the cheapest figures that meet every condition learnt so far. */
class Chooser {
  readonly #solver: Highs;
  readonly #model: Model;
  readonly #figures: readonly number[];
  readonly #columnOf: ReadonlyMap<number, number>;

  constructor(solver: Highs, figures: Figures) {
    this.#solver = solver;
    this.#figures = figures.cells.flatMap((cell, figure) => (canBeWithheld(cell) ? [figure] : []));
    this.#columnOf = new Map(this.#figures.map((figure, column) => [figure, column]));
    const columns = this.#figures.map((figure) => {
      const { cost, status } = figures.cells[figure] ?? { cost: 0, status: "open" };
      return { cost, atLeast: status === "open" ? 0 : 1, atMost: 1, whole: true };
    });
    this.#model = createModel(solver, columns, []);
    // One per cent is a cell or none; the proof that nothing is cheaper by less takes most of the time.
    this.#model.options.set("mip_rel_gap", 0.01);
    // Good choices come from the conditions themselves; time spent on guessing them is lost.
    this.#model.options.set("mip_heuristic_effort", 0.01);
    for (const lesson of neverAlone(figures)) this.learn(lesson);
  }

  /** `undefined` when no choice meets them all. */
  choose(): readonly number[] | undefined {
    this.#model.run();
    if (this.#model.getModelStatus() !== this.#solver.constants.modelStatus.optimal) return undefined;
    const { colValue } = this.#model.getSolution();
    return this.#figures.filter((_, column) => (colValue[column] ?? 0) > 0.5);
  }

  learn({ figure, others, atLeast }: Lesson): void {
    const terms = others.flatMap(({ figure: other, weight }) => {
      const column = this.#columnOf.get(other);
      return column === undefined ? [] : [{ column, weight }];
    });
    this.#model.addRow(0, this.#solver.infinity, {
      indices: [...terms.map(({ column }) => column), this.#columnOf.get(figure) ?? 0],
      values: [...terms.map(({ weight }) => weight), -atLeast],
    });
  }

  close(): void {
    this.#model.dispose();
  }
}

/** Nothing is protected by withholding it alone in a sum. */
function neverAlone({ cells, rows }: Figures): readonly Lesson[] {
  return rows
    .filter(({ atLeast, atMost }) => atLeast === 0 && atMost === 0)
    .flatMap(({ terms }) => {
      const hideable = terms.map(({ figure }) => figure).filter((figure) => canBeWithheld(cells[figure]));
      return hideable
        .filter((figure) => (cells[figure]?.width ?? 0) > 0)
        .map((figure) => ({
          figure,
          others: hideable.filter((other) => other !== figure).map((other) => ({ figure: other, weight: 1 })),
          atLeast: 1,
        }));
    });
}

/** What is wrong with withholding these figures: nothing when each of them is safe from a reader. */
function attack(solver: Highs, figures: Figures, withheld: readonly number[]): readonly Lesson[] {
  const reader = new Reader(solver, figures, withheld);
  try {
    const cells = withheld.flatMap((figure) => figures.cells[figure] ?? []);
    const bySums = new Reached(cells);
    const explained = new Reached(cells.map((cell) => askedWhenExplained(cell, figures.threshold)));
    const isSafe = (position: number) => bySums.isSafe(position) && explained.isSafe(position);
    const see = (deviations: Float64Array) => {
      bySums.add(deviations);
      if (reader.explains(deviations)) explained.add(deviations);
    };
    const lessons: Lesson[] = [];
    const unsettled: number[] = [];
    for (const position of withheld.keys()) {
      if (isSafe(position)) continue;
      const found = withLinearBounds(figures, withheld, reader, see, position);
      lessons.push(...found);
      if (found.length === 0 && !isSafe(position)) unsettled.push(position);
    }
    if (lessons.length > 0) return lessons;
    for (const position of unsettled) {
      for (const direction of directions) {
        if (!bySums.isSafe(position)) see(reader.farthestWhole(position, direction, { explained: false }).deviations);
        if (!explained.isSafe(position)) see(reader.farthestWhole(position, direction, { explained: true }).deviations);
      }
      if (!isSafe(position)) lessons.push(somethingElse(reader, withheld, position));
    }
    return lessons;
  } finally {
    reader.close();
  }
}

const directions: readonly Direction[] = [1, -1];

/** The farthest that each withheld figure has been seen from its true count in a possible report. */
class Reached {
  readonly #cells: readonly ProblemCell[];
  readonly #up: Float64Array;
  readonly #down: Float64Array;

  constructor(cells: readonly ProblemCell[]) {
    this.#cells = cells;
    this.#up = new Float64Array(cells.length);
    this.#down = new Float64Array(cells.length);
  }

  add(deviations: Float64Array): void {
    for (const [position, deviation] of deviations.entries()) {
      this.#up[position] = Math.max(this.#up[position] ?? 0, Math.round(deviation));
      this.#down[position] = Math.max(this.#down[position] ?? 0, -Math.round(deviation));
    }
  }

  isSafe(position: number): boolean {
    const cell = this.#cells[position];
    const [up, down] = [this.#up[position] ?? 0, this.#down[position] ?? 0];
    return cell === undefined || (up + down >= cell.width && cell.count + up >= cell.reaches);
  }
}

function withLinearBounds(
  figures: Figures,
  withheld: readonly number[],
  reader: Reader,
  see: (deviations: Float64Array) => void,
  position: number,
): readonly Lesson[] {
  const figure = withheld[position] ?? -1;
  const cell = figures.cells[figure];
  if (cell === undefined) return [];
  const [up, down] = directions.map((direction) => {
    const found = reader.farthest(position, direction);
    if (areWhole(found.deviations)) see(found.deviations);
    return { ...found, direction };
  });
  if (up === undefined || down === undefined) return [];
  const tolerance = 1e-6;
  const tooLow = up.distance < cell.reaches - cell.count - tolerance;
  const tooNarrow = up.distance + down.distance < cell.width - tolerance;
  return [
    ...(tooLow ? [lessonOf(figures, withheld, reader, position, [up], cell.reaches - cell.count)] : []),
    ...(tooNarrow ? [lessonOf(figures, withheld, reader, position, [up, down], cell.width)] : []),
  ];
}

/**
 * Linear programming proves how far a figure can go: each other withheld figure lends it at most so much. The same proof says what any
 * other choice would lend, and that has to be enough.
 */
function lessonOf(
  figures: Figures,
  withheld: readonly number[],
  reader: Reader,
  position: number,
  proofs: readonly (Farthest & { readonly direction: Direction })[],
  needed: number,
): Lesson {
  const figure = withheld[position] ?? -1;
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
  const chosen = new Set(withheld);
  const now = others.reduce((sum, other) => sum + (chosen.has(other.figure) ? other.weight : 0), 0);
  // Rounding in the solver may spoil a proof; what is certain is that something else must be withheld.
  return atLeast > 1e-6 && now < 1 - 1e-6 ? { figure, others, atLeast: 1 } : somethingElse(reader, withheld, position);
}

/** To withhold less is never safer, so that a choice that is not safe for a figure needs at least one more that has to do with it. */
const somethingElse = (reader: Reader, withheld: readonly number[], position: number): Lesson => ({
  figure: withheld[position] ?? -1,
  others: reader.bordering(position).map((figure) => ({ figure, weight: 1 })),
  atLeast: 1,
});
