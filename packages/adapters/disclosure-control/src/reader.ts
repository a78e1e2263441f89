import type { Highs, Model } from "highs";
import { canBeWithheld, type Figures, horizon, roomBelow } from "./figures.ts";
import { createModel, type ModelColumn, type ModelRow } from "./solver.ts";

/** The farthest that a withheld figure can be from its true count in one direction, in the eyes of a reader. */
export interface Farthest {
  readonly distance: number;
  /** How far each withheld figure then is from its true count, in the order of the withheld. */
  readonly deviations: Float64Array;
  /** What loosening each of the reader's rows would be worth: the proof that no greater distance is possible. */
  readonly prices: readonly { readonly row: number; readonly price: number }[];
}

/** Whether all of these deviations are whole numbers. */
export const areWhole = (deviations: Float64Array): boolean =>
  deviations.every((deviation) => Math.abs(deviation - Math.round(deviation)) < 1e-6);

/** Up from the true count, or down. */
export type Direction = 1 | -1;

/**
 * A reader of a report who sees all but the withheld figures and knows all that there is to know of them: solves linear programs for
 * bounds, and whole-number programs where those leave fractions. To be closed after use.
 */
export class Reader {
  readonly #solver: Highs;
  readonly #figures: Figures;
  readonly #withheld: readonly number[];
  readonly #positionOf: ReadonlyMap<number, number>;
  readonly #rows: readonly number[];
  readonly #linear: Model;
  #whole: Model | undefined;
  #explained: Model | undefined;
  readonly #groups: readonly (readonly number[])[];
  readonly #small: readonly (readonly number[])[];

  constructor(solver: Highs, figures: Figures, withheld: readonly number[]) {
    this.#solver = solver;
    this.#figures = figures;
    this.#withheld = withheld;
    this.#positionOf = new Map(withheld.map((figure, position) => [figure, position]));
    this.#rows = [...new Set(withheld.flatMap((figure) => figures.rowsOf[figure] ?? []))].sort((a, b) => a - b);
    this.#linear = createModel(solver, this.#columns(false), this.#modelRows());
    this.#groups = this.#hangingTogether();
    this.#small = this.#groups.filter((group) => this.#hasSomeSmall(group));
  }

  /** The farthest by linear programming: never less than what whole numbers allow. */
  farthest(position: number, direction: Direction): Farthest {
    const { colValue, rowDual } = this.#solve(this.#linear, position, direction);
    const prices = this.#rows.flatMap((row, index) => {
      const price = rowDual[index] ?? 0;
      return Math.abs(price) < 1e-9 ? [] : [{ row, price }];
    });
    return { distance: direction * (colValue[position] ?? 0), deviations: colValue, prices };
  }

  /** The farthest in whole numbers; `explained`: among figures that the threshold explains. */
  farthestWhole(
    position: number,
    direction: Direction,
    { explained }: { readonly explained: boolean },
  ): Pick<Farthest, "distance" | "deviations"> {
    const model = explained ? this.#explainedModel() : this.#wholeModel();
    const { colValue } = this.#solve(model, position, direction);
    const deviations = colValue.slice(0, this.#withheld.length).map(Math.round);
    return { distance: direction * (deviations[position] ?? 0), deviations };
  }

  #solve(model: Model, position: number, direction: Direction) {
    model.changeColCost(position, -direction);
    model.run();
    if (model.getModelStatus() !== this.#solver.constants.modelStatus.optimal) throw new Error("no bound was found");
    const solution = model.getSolution();
    model.changeColCost(position, 0);
    return solution;
  }

  /** Whether each group of withheld figures, so far from their true counts, has one under the threshold. */
  explains(deviations: Float64Array): boolean {
    return this.#small.every((group) =>
      group.some((position) => this.#countAt(position) + (deviations[position] ?? 0) < this.#figures.threshold - 0.5),
    );
  }

  /** The published figures that would have to be withheld as well, one of them at least, to change what can be told of a withheld one. */
  bordering(position: number): readonly number[] {
    const group = this.#groups.find((members) => members.includes(position)) ?? [];
    const rows = group.flatMap((member) => this.#figures.rowsOf[this.#withheld[member] ?? -1] ?? []);
    const near = rows.flatMap((row) => this.#figures.rows[row]?.terms.map(({ figure }) => figure) ?? []);
    return [...new Set(near)].filter(
      (figure) => !this.#positionOf.has(figure) && canBeWithheld(this.#figures.cells[figure]),
    );
  }

  close(): void {
    this.#linear.dispose();
    this.#whole?.dispose();
    this.#explained?.dispose();
  }

  #countAt(position: number): number {
    return this.#figures.cells[this.#withheld[position] ?? -1]?.count ?? 0;
  }

  #columns(whole: boolean): readonly ModelColumn[] {
    return this.#withheld.map((figure) => {
      const cell = this.#figures.cells[figure];
      return { cost: 0, atLeast: cell === undefined ? 0 : -roomBelow(cell), atMost: horizon, whole };
    });
  }

  #modelRows(): readonly ModelRow[] {
    return this.#rows.map((index) => {
      const { terms, atLeast, atMost } = this.#figures.rows[index] ?? { terms: [], atLeast: 0, atMost: 0 };
      const unknown = terms.flatMap(({ figure, times }) => {
        const column = this.#positionOf.get(figure);
        return column === undefined ? [] : [{ column, times }];
      });
      return { terms: unknown, atLeast, atMost };
    });
  }

  /** Withheld figures that hang together through sums, as positions: what one of them can be depends on no figure outside its group. */
  #hangingTogether(): readonly (readonly number[])[] {
    const parents = this.#withheld.map((_, position) => position);
    const rootOf = (position: number): number => {
      const parent = parents[position] ?? position;
      return parent === position ? position : rootOf(parent);
    };
    for (const { terms } of this.#modelRows())
      for (const { column } of terms) parents[rootOf(column)] = rootOf(terms[0]?.column ?? column);
    const groups = new Map<number, number[]>();
    for (const position of this.#withheld.keys()) {
      const root = rootOf(position);
      groups.set(root, [...(groups.get(root) ?? []), position]);
    }
    return [...groups.values()];
  }

  /** Nothing is withheld without a reason, so that a reader knows that at least one of such a group is under the threshold. */
  #hasSomeSmall(group: readonly number[]): boolean {
    return (
      group.some((position) => this.#countAt(position) < this.#figures.threshold) &&
      group.every((position) => this.#figures.cells[this.#withheld[position] ?? -1]?.status !== "unprinted")
    );
  }

  #wholeModel(): Model {
    this.#whole ??= createModel(this.#solver, this.#columns(true), this.#modelRows());
    return this.#whole;
  }

  /** The model in whole numbers, with a mark for each figure that is under the threshold, and one mark at least in each group. */
  #explainedModel(): Model {
    if (this.#explained !== undefined) return this.#explained;
    const columns = [...this.#columns(true)];
    const rows = [...this.#modelRows()];
    for (const group of this.#small) {
      const marks = group.map((position) => {
        const mark = columns.push({ cost: 0, atLeast: 0, atMost: 1, whole: true }) - 1;
        const highestWhenSmall = this.#figures.threshold - 1 - this.#countAt(position);
        rows.push({
          terms: [
            { column: position, times: 1 },
            { column: mark, times: horizon - highestWhenSmall },
          ],
          atLeast: Number.NEGATIVE_INFINITY,
          atMost: horizon,
        });
        return { column: mark, times: 1 };
      });
      rows.push({ terms: marks, atLeast: 1, atMost: Number.POSITIVE_INFINITY });
    }
    this.#explained = createModel(this.#solver, columns, rows);
    return this.#explained;
  }
}
