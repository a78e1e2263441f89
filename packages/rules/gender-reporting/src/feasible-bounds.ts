import type { Cell, Equation } from "./equations.ts";

/** Between which numbers a withheld figure can lie, as far as a reader can tell. */
export interface Bounds {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * What a reader can tell of withheld figures. Zeros are published, so each is at least 1; every equation then bounds each of its
 * figures by the others, again and again until nothing gets tighter.
 */
export function feasibleBounds(
  equations: readonly Equation[],
  withheld: ReadonlySet<string>,
  cells: ReadonlyMap<string, Cell>,
): ReadonlyMap<string, Bounds> {
  const bounds = new Map<string, Bounds>(
    [...withheld].map((key) => [key, { lowest: 1, highest: Number.POSITIVE_INFINITY }]),
  );
  const rows = equations
    .filter((equation) => equation.some(({ cell }) => withheld.has(cell)))
    .map((equation) => ({
      unknowns: equation.filter(({ cell }) => withheld.has(cell)),
      known: equation
        .filter(({ cell }) => !withheld.has(cell))
        .reduce((sum, { cell, sign }) => sum + sign * (cells.get(cell)?.count ?? 0), 0),
    }));
  // Where nothing gets tighter is the same in whatever order the equations stand. It is near; the limit is for registers that make it far.
  for (let round = 0; round < 10_000; round += 1) {
    if (!rows.some((row) => tighten(row.unknowns, row.known, bounds))) break;
  }
  return bounds;
}

/** Tightens the bounds of the figures in one equation; tells whether any got tighter. */
function tighten(unknowns: Equation, known: number, bounds: Map<string, Bounds>): boolean {
  let tighter = false;
  for (const { cell, sign } of unknowns) {
    // sign × figure = −known − the others, so the extremes of the others give the extremes of the figure.
    let [least, most] = [-known, -known];
    for (const other of unknowns) {
      if (other.cell === cell) continue;
      const { lowest, highest } = bounds.get(other.cell) ?? { lowest: 1, highest: Number.POSITIVE_INFINITY };
      least -= other.sign === 1 ? highest : -lowest;
      most -= other.sign === 1 ? lowest : -highest;
    }
    const [from, to] = sign === 1 ? [least, most] : [-most, -least];
    const { lowest, highest } = bounds.get(cell) ?? { lowest: 1, highest: Number.POSITIVE_INFINITY };
    const next = { lowest: Math.max(lowest, from), highest: Math.min(highest, to) };
    if (next.lowest > lowest || next.highest < highest) {
      bounds.set(cell, next);
      tighter = true;
    }
  }
  return tighter;
}
