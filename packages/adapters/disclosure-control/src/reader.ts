import type { Highs, Model } from "highs";
import { canBeWithheld, type Figures, horizon, roomBelow } from "./figures.ts";
import { createModel, type ModelColumn, type ModelRow } from "./solver.ts";

/** How far withheld figures can be from their true counts: one report that a reader holds possible, for the figures of one group. */
export interface Possible {
  readonly figures: readonly number[];
  readonly deviations: ArrayLike<number> & Iterable<number>;
}

/** The farthest that a withheld figure can be from its true count in one direction, in the eyes of a reader. */
export interface Farthest extends Possible {
  readonly distance: number;
  /** What loosening each of the reader's rows would be worth: the proof that no greater distance is possible. */
  readonly prices: readonly { readonly row: number; readonly price: number }[];
}

/** Up from the true count, or down. */
export type Direction = 1 | -1;

/**
 * A reader of a report who sees all but the withheld figures and knows all that there is to know of them. What a figure can be depends
 * only on those that it hangs together with through sums, so that each such group is looked at by itself. To be closed after use.
 */
export class Reader {
  readonly #groupOf = new Map<number, Group>();
  readonly #groups: readonly Group[];

  constructor(solver: Highs, figures: Figures, withheld: readonly number[]) {
    this.#groups = hangingTogether(figures, withheld).map((group) => new Group(solver, figures, group));
    for (const group of this.#groups) for (const figure of group.figures) this.#groupOf.set(figure, group);
  }

  /** One who has only this report, of those that the figures are about. */
  static ofOneReport(solver: Highs, alone: Figures, withheld: readonly number[]): Reader {
    const ofThis = withheld.filter((figure) => alone.cells[figure]?.status !== "elsewhere");
    return new Reader(solver, alone, ofThis);
  }

  /** The figures that a withheld one hangs together with. */
  groupOf(figure: number): Group {
    const group = this.#groupOf.get(figure);
    if (group === undefined) throw new RangeError("the figure is not withheld");
    return group;
  }

  /** What a possible report says of each of the groups that it tells of; figures that are in none are left out. */
  byGroup(all: Possible): readonly { readonly group: Group; readonly possible: Possible }[] {
    const { figures, deviations } = all;
    const only = this.#groupOf.get(figures[0] ?? -1);
    if (only?.figures === figures) return [{ group: only, possible: all }];
    const byGroup = new Map<Group, { figures: number[]; deviations: number[] }>();
    for (const [column, figure] of figures.entries()) {
      const group = this.#groupOf.get(figure);
      if (group === undefined) continue;
      const of = byGroup.get(group) ?? { figures: [], deviations: [] };
      of.figures.push(figure);
      of.deviations.push(deviations[column] ?? 0);
      byGroup.set(group, of);
    }
    return [...byGroup].map(([group, possible]) => ({ group, possible }));
  }

  close(): void {
    for (const group of this.#groups) group.close();
  }
}

/** Withheld figures that hang together: solves linear programs for bounds, and whole-number programs where those leave fractions. */
export class Group {
  readonly figures: readonly number[];
  readonly #solver: Highs;
  readonly #all: Figures;
  readonly #columnOf: ReadonlyMap<number, number>;
  readonly #rows: readonly number[];
  readonly #someAreSmall: boolean;
  #linear: Model | undefined;
  #whole: Model | undefined;
  #explained: Model | undefined;

  constructor(solver: Highs, all: Figures, figures: readonly number[]) {
    this.#solver = solver;
    this.#all = all;
    this.figures = figures;
    this.#columnOf = new Map(figures.map((figure, column) => [figure, column]));
    this.#rows = [...new Set(figures.flatMap((figure) => all.rowsOf[figure] ?? []))].sort((a, b) => a - b);
    // Nothing is withheld without a reason, so that a reader knows that at least one of such a group is under the threshold.
    this.#someAreSmall =
      figures.some((figure) => this.#countOf(figure) < all.threshold) &&
      figures.every((figure) => !["unprinted", "elsewhere"].includes(all.cells[figure]?.status ?? ""));
  }

  /** The farthest by linear programming: never less than what whole numbers allow. */
  farthest(figure: number, direction: Direction): Farthest {
    this.#linear ??= createModel(this.#solver, this.#columns(false), this.#modelRows());
    const { colValue, rowDual } = this.#solve(this.#linear, figure, direction);
    const prices = this.#rows.flatMap((row, index) => {
      const price = rowDual[index] ?? 0;
      return Math.abs(price) < 1e-9 ? [] : [{ row, price }];
    });
    return { ...this.#possible(colValue), distance: this.#distance(colValue, figure, direction), prices };
  }

  /** The farthest in whole numbers; `explained`: with something in the group under the threshold. */
  farthestWhole(
    figure: number,
    direction: Direction,
    { explained }: { readonly explained: boolean },
  ): Possible & { readonly distance: number } {
    const model = explained && this.#someAreSmall ? this.#explainedModel() : this.#wholeModel();
    const { colValue } = this.#solve(model, figure, direction);
    const rounded = colValue.slice(0, this.figures.length).map(Math.round);
    return { ...this.#possible(rounded), distance: this.#distance(rounded, figure, direction) };
  }

  /** Whether something is under the threshold when the figures are so far from their true counts, where something has to be. */
  explains({ figures, deviations }: Possible): boolean {
    return (
      !this.#someAreSmall ||
      figures.some((figure, column) => this.#countOf(figure) + (deviations[column] ?? 0) < this.#all.threshold - 0.5)
    );
  }

  /** The published figures that would have to be withheld as well, one of them at least, to change what can be told of the group. */
  bordering(): readonly number[] {
    const near = this.#rows.flatMap((row) => this.#all.rows[row]?.terms.map(({ figure }) => figure) ?? []);
    return [...new Set(near)].filter((figure) => !this.#columnOf.has(figure) && canBeWithheld(this.#all.cells[figure]));
  }

  close(): void {
    this.#linear?.dispose();
    this.#whole?.dispose();
    this.#explained?.dispose();
  }

  #solve(model: Model, figure: number, direction: Direction) {
    const column = this.#columnOf.get(figure) ?? 0;
    model.changeColCost(column, -direction);
    model.run();
    if (model.getModelStatus() !== this.#solver.constants.modelStatus.optimal) throw new Error("no bound was found");
    const solution = model.getSolution();
    model.changeColCost(column, 0);
    return solution;
  }

  #possible(deviations: Float64Array): Possible {
    return { figures: this.figures, deviations };
  }

  #distance(deviations: Float64Array, figure: number, direction: Direction): number {
    return direction * (deviations[this.#columnOf.get(figure) ?? 0] ?? 0);
  }

  #countOf(figure: number): number {
    return this.#all.cells[figure]?.count ?? 0;
  }

  #columns(whole: boolean): readonly ModelColumn[] {
    return this.figures.map((figure) => {
      const cell = this.#all.cells[figure];
      return { cost: 0, atLeast: cell === undefined ? 0 : -roomBelow(cell), atMost: horizon, whole };
    });
  }

  #modelRows(): readonly ModelRow[] {
    return this.#rows.map((index) => {
      const { terms, atLeast, atMost } = this.#all.rows[index] ?? { terms: [], atLeast: 0, atMost: 0 };
      const unknown = terms.flatMap(({ figure, times }) => {
        const column = this.#columnOf.get(figure);
        return column === undefined ? [] : [{ column, times }];
      });
      return { terms: unknown, atLeast, atMost };
    });
  }

  #wholeModel(): Model {
    this.#whole ??= createModel(this.#solver, this.#columns(true), this.#modelRows());
    return this.#whole;
  }

  /** The model in whole numbers, with a mark for each figure that is under the threshold, and one mark at least. */
  #explainedModel(): Model {
    if (this.#explained !== undefined) return this.#explained;
    const columns = [...this.#columns(true)];
    const rows = [...this.#modelRows()];
    const marks = this.figures.map((figure, column) => {
      const mark = columns.push({ cost: 0, atLeast: 0, atMost: 1, whole: true }) - 1;
      const highestWhenSmall = this.#all.threshold - 1 - this.#countOf(figure);
      rows.push({
        terms: [
          { column, times: 1 },
          { column: mark, times: horizon - highestWhenSmall },
        ],
        atLeast: Number.NEGATIVE_INFINITY,
        atMost: horizon,
      });
      return { column: mark, times: 1 };
    });
    rows.push({ terms: marks, atLeast: 1, atMost: Number.POSITIVE_INFINITY });
    this.#explained = createModel(this.#solver, columns, rows);
    return this.#explained;
  }
}

/** Whether all figures of a possible report are whole numbers. */
export function isWhole({ deviations }: Possible): boolean {
  for (const deviation of deviations) if (Math.abs(deviation - Math.round(deviation)) >= 1e-6) return false;
  return true;
}

/** Withheld figures by the group of those that they hang together with through sums. */
function hangingTogether(figures: Figures, withheld: readonly number[]): readonly (readonly number[])[] {
  const groupOf = new Map<number, number[]>();
  const isWithheld = new Set(withheld);
  const seenRows = new Set<number>();
  const groups: number[][] = [];
  for (const first of withheld) {
    if (groupOf.has(first)) continue;
    const group: number[] = [];
    groups.push(group);
    groupOf.set(first, group);
    // It grows while it is gone through.
    const found = [first];
    for (const figure of found)
      for (const row of figures.rowsOf[figure] ?? []) {
        if (seenRows.has(row)) continue;
        seenRows.add(row);
        for (const { figure: other } of figures.rows[row]?.terms ?? []) {
          if (!isWithheld.has(other) || groupOf.has(other)) continue;
          groupOf.set(other, group);
          found.push(other);
        }
      }
  }
  // In the order that they came in, so that the same choice is the same to a solver.
  for (const figure of withheld) groupOf.get(figure)?.push(figure);
  return groups;
}
