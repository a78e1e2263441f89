import { type Constraint, inAll, type ValueRange } from "./constraint.ts";

/** Figures, by their numbers in the document, each with the values that it could have, least first. */
type Changes = ReadonlyMap<number, readonly ValueRange[]>;

export interface SmallestChanges {
  readonly changes: readonly Changes[];
  /** There may be more of the same size, or larger ones: the search was ended. */
  readonly more: boolean;
}

/** A constraint that nobody has to care for as long as one of those before it does not hold: until then a check says nothing of it. */
export interface HiddenConstraint {
  readonly behind: readonly Constraint[];
  readonly constraint: Constraint;
}

/** How far to look: the most figures to change together, the most answers to give, the most steps to take. */
export interface SearchBounds {
  readonly figures: number;
  readonly answers: number;
  readonly steps: number;
}

/**
 * The smallest sets of figures that, changed together, make every constraint hold. Sizes are tried from one figure up, and of the first
 * size that has an answer all are listed, up to the bounds.
 *
 * At each step some constraint does not hold, so one of its figures has to change. The last figure of a set takes any value that all
 * constraints allow; those before it take the values at which some constraint begins or ends to hold, nearest first. That finds every
 * single figure, and every set in tables of rows and columns; where figures are tied in a ring, values that only solving them together
 * would give can be missed.
 */
export function smallestChanges(
  constraints: readonly Constraint[],
  hidden: readonly HiddenConstraint[],
  printed: readonly number[],
  { figures: most, answers, steps }: SearchBounds,
): SmallestChanges {
  const ofFigure = new Map<number, Constraint[]>();
  for (const constraint of constraints)
    for (const figure of constraint.figures) {
      const known = ofFigure.get(figure);
      if (known) known.push(constraint);
      else ofFigure.set(figure, [constraint]);
    }
  const broken = constraints.filter((constraint) => !constraint.holds(printed));
  const values = [...printed];
  const changed = new Map<number, readonly ValueRange[]>();
  const found = new Map<string, Changes>();
  let stepsLeft = steps;
  let cut = false;

  /** Only what was broken and what a change touched can fail to hold. */
  const failing = (): readonly Constraint[] => {
    const touched = [...changed.keys()].flatMap((figure) => ofFigure.get(figure) ?? []);
    return [...new Set([...broken, ...touched])].filter((constraint) => !constraint.holds(values));
  };

  const change = (figure: number, ranges: readonly ValueRange[], then: () => void) => {
    const before = values[figure] ?? 0;
    values[figure] = nearestOf(ranges, before);
    changed.set(figure, ranges);
    then();
    changed.delete(figure);
    values[figure] = before;
  };

  const search = (left: number): void => {
    const [first, ...others] = failing();
    // A set that does with fewer figures would have been found before.
    if (first === undefined) return;
    for (const figure of first.figures) {
      if (changed.has(figure)) continue;
      if (stepsLeft-- <= 0 || cut) {
        cut = true;
        return;
      }
      const touching = ofFigure.get(figure) ?? [];
      if (left === 1) {
        if (others.some((constraint) => !constraint.figures.includes(figure))) continue;
        const ranges = joined(allowedBy(figure, touching).flatMap((range) => withoutNewFindings(figure, range)));
        if (ranges.length > 0) change(figure, ranges, keep);
      } else {
        for (const value of turningPoints(figure, touching)) {
          if (cut) return;
          change(figure, [{ from: value, to: value }], () => search(left - 1));
        }
      }
    }
  };

  const keep = () => {
    const key = [...changed.keys()].sort((one, another) => one - another).join();
    if (found.has(key)) return;
    if (found.size === answers) cut = true;
    else found.set(key, new Map([...changed].sort(([one], [another]) => one - another)));
  };

  const allowedBy = (figure: number, touching: readonly Constraint[]): readonly ValueRange[] =>
    inAll(touching.map((constraint) => constraint.allowed(figure, values)));

  /** What comes to light when a figure gets the nearest value of a range has to hold too. */
  const withoutNewFindings = (figure: number, range: ValueRange): readonly ValueRange[] => {
    let shown: readonly Constraint[] = [];
    change(figure, [range], () => {
      shown = hidden
        .filter(({ behind, constraint }) => !constraint.holds(values) && behind.every((one) => one.holds(values)))
        .map(({ constraint }) => constraint);
    });
    return shown.length === 0 ? [range] : inAll([[range], allowedBy(figure, shown)]);
  };

  /** The values at which a constraint begins or ends to hold, and none at all. */
  const turningPoints = (figure: number, touching: readonly Constraint[]): readonly number[] => {
    const own = values[figure] ?? 0;
    const ends = touching.flatMap((constraint) =>
      constraint.allowed(figure, values).flatMap(({ from, to }) => [from, to]),
    );
    return [...new Set([0, ...ends])]
      .filter((value) => value !== own && Number.isFinite(value))
      .sort((one, another) => Math.abs(one - own) - Math.abs(another - own));
  };

  for (let size = 1; size <= most && found.size === 0 && !cut; size++) search(size);
  return { changes: [...found.values()].sort(byFigures), more: cut || found.size === 0 };
}

/** The value that is nearest to another among those of the ranges. */
export function nearestOf(ranges: readonly ValueRange[], value: number): number {
  const nearest = ranges.map(({ from, to }) => Math.min(Math.max(value, from), to));
  return nearest.reduce(
    (best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best),
    nearest[0] ?? value,
  );
}

/** The same values in as few ranges as can be. */
function joined(ranges: readonly ValueRange[]): readonly ValueRange[] {
  const all: ValueRange[] = [];
  for (const range of [...ranges].sort((one, another) => one.from - another.from)) {
    const last = all.at(-1);
    if (last === undefined || range.from > last.to + 1) all.push(range);
    else all.splice(-1, 1, { from: last.from, to: Math.max(last.to, range.to) });
  }
  return all;
}

function byFigures(one: Changes, another: Changes): number {
  const [first, second] = [[...one.keys()], [...another.keys()]];
  const differs = first.findIndex((figure, index) => figure !== second[index]);
  return differs === -1 ? 0 : (first[differs] ?? 0) - (second[differs] ?? 0);
}
