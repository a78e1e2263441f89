import type { Highs, Model } from "highs";
import type { Lesson } from "./attack.ts";
import { canBeWithheld, type Figures, horizon, roomBelow } from "./figures.ts";
import { createModel } from "./solver.ts";

/** Figures to withhold, and what withholding them costs. */
export interface Choice {
  readonly withheld: readonly number[];
  readonly cost: number;
  /** No choice that meets the same conditions costs less. */
  readonly noneBelow: number;
}

/** Chooses the cheapest figures that meet every condition learnt so far, to within one per cent. To be closed after use. */
export class Chooser {
  readonly #solver: Highs;
  readonly #model: Model;
  readonly #figures: readonly number[];
  readonly #must: readonly boolean[];
  readonly #costs: readonly number[];
  readonly #columnOf: ReadonlyMap<number, number>;
  /** What was learnt, by each figure that helps to meet it. */
  readonly #metBy = new Map<number, Lesson[]>();

  constructor(solver: Highs, figures: Figures) {
    this.#solver = solver;
    this.#figures = figures.cells.flatMap((cell, figure) => (canBeWithheld(cell) ? [figure] : []));
    this.#columnOf = new Map(this.#figures.map((figure, column) => [figure, column]));
    this.#costs = this.#figures.map((figure) => figures.cells[figure]?.cost ?? 0);
    this.#must = this.#figures.map((figure) => figures.cells[figure]?.status !== "open");
    const columns = this.#figures.map((_, column) => ({
      cost: this.#costs[column] ?? 0,
      atLeast: this.#must[column] ? 1 : 0,
      atMost: 1,
      whole: true,
    }));
    this.#model = createModel(solver, columns, []);
    // One per cent is a cell or none; the proof that nothing is cheaper by less takes most of the time.
    this.#model.options.set("mip_rel_gap", bestToWithin);
    // Good choices come from the conditions themselves; time spent on guessing them is lost.
    this.#model.options.set("mip_heuristic_effort", 0.01);
    for (const lesson of withinSingleSums(figures)) this.learn(lesson);
  }

  /** `undefined` when no choice meets all conditions. */
  choose(): Choice | undefined {
    return this.#solve();
  }

  /** The cheapest choice that has all of these figures in it. */
  extend(withheld: readonly number[]): Choice | undefined {
    const columns = withheld.flatMap((figure) => this.#columnOf.get(figure) ?? []);
    for (const column of columns) this.#model.changeColBounds(column, 1, 1);
    const extended = this.#solve();
    for (const column of columns) this.#model.changeColBounds(column, this.#must[column] ? 1 : 0, 1);
    return extended;
  }

  /** Whether a choice that met every condition learnt so far still does when one of its figures is printed. */
  stillMeetsAll(withheld: ReadonlySet<number>, printed: number): boolean {
    return (this.#metBy.get(printed) ?? []).every(
      ({ figure, others }) =>
        !withheld.has(figure) ||
        others.reduce((sum, other) => sum + (withheld.has(other.figure) ? other.weight : 0), 0) > 1 - 1e-6,
    );
  }

  costOf(withheld: Iterable<number>): number {
    return [...withheld].reduce((sum, figure) => sum + (this.#costs[this.#columnOf.get(figure) ?? -1] ?? 0), 0);
  }

  learn(lesson: Lesson): void {
    const { figure, others } = lesson;
    const column = this.#columnOf.get(figure) ?? 0;
    const terms = new Map(
      others.flatMap(({ figure: other, weight }) => {
        const at = this.#columnOf.get(other);
        return at === undefined || weight <= 0 ? [] : [[at, weight] as const];
      }),
    );
    for (const { figure: other } of others) {
      const met = this.#metBy.get(other);
      if (met === undefined) this.#metBy.set(other, [lesson]);
      else met.push(lesson);
    }
    this.#model.addRow(0, this.#solver.infinity, {
      indices: [...terms.keys(), column],
      values: [...terms.values(), -1],
    });
  }

  close(): void {
    this.#model.dispose();
  }

  #solve(): Choice | undefined {
    this.#model.run();
    if (this.#model.getModelStatus() !== this.#solver.constants.modelStatus.optimal) return undefined;
    const { colValue } = this.#model.getSolution();
    const withheld = this.#figures.filter((_, column) => (colValue[column] ?? 0) > 0.5);
    const cost = this.costOf(withheld);
    return { withheld, cost, noneBelow: cost * (1 - bestToWithin) };
  }
}

/** How much dearer than the cheapest a choice may be that the solver takes for the cheapest. */
const bestToWithin = 0.01;

/**
 * What every safe choice meets as far as single sums tell: nothing is protected by withholding it alone in a sum, and a small figure can
 * only be as much greater as the others in the sum can be smaller, or what they sum to greater.
 */
function withinSingleSums({ cells, rows }: Figures): readonly Lesson[] {
  return rows
    .filter(({ atLeast, atMost }) => atLeast === 0 && atMost === 0)
    .flatMap(({ terms }) => {
      const hideable = terms.flatMap((term) => {
        const cell = cells[term.figure];
        return cell !== undefined && canBeWithheld(cell) ? [{ ...term, cell }] : [];
      });
      return hideable.flatMap(({ figure, times, cell }): readonly Lesson[] => {
        const others = hideable.filter((other) => other.figure !== figure);
        const upward = Math.abs(times) * (cell.reaches - cell.count);
        return [
          ...(cell.width > 0 ? [{ figure, others: others.map((other) => ({ figure: other.figure, weight: 1 })) }] : []),
          ...(upward > 0
            ? [
                {
                  figure,
                  others: others.map((other) => {
                    const isPart = Math.sign(other.times) === Math.sign(times);
                    const lends = Math.abs(other.times) * (isPart ? roomBelow(other.cell) : horizon);
                    return { figure: other.figure, weight: Math.min(1, lends / upward) };
                  }),
                },
              ]
            : []),
        ];
      });
    });
}
