import { type Constraint, inAll, type ValueRange } from "./constraint.ts";

/** Figures, by their numbers in the document, each with the values that it would have. */
export type Changes = ReadonlyMap<number, ValueRange>;

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
 * constraints allow; those before it take the values at which some constraint begins or ends to hold, nearest first.
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
  const changed = new Map<number, ValueRange>();
  const found = new Map<string, Changes>();
  let stepsLeft = steps;
  let cut = false;

  /** Only what was broken and what a change touched can fail to hold. */
  const failing = (): readonly Constraint[] => {
    const touched = [...changed.keys()].flatMap((figure) => ofFigure.get(figure) ?? []);
    return [...new Set([...broken, ...touched])].filter((constraint) => !constraint.holds(values));
  };

  const change = (figure: number, range: ValueRange, then: () => void) => {
    const before = values[figure] ?? 0;
    values[figure] = nearest(range, before);
    changed.set(figure, range);
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
        const range = nearestAllowed(figure, touching);
        if (range === undefined) continue;
        let shown: readonly Constraint[] = [];
        change(figure, range, () => {
          shown = hidden
            .filter(({ behind, constraint }) => !constraint.holds(values) && behind.every((one) => one.holds(values)))
            .map(({ constraint }) => constraint);
          if (shown.length === 0) keep();
        });
        // What would come to light has to hold too.
        const allowed = shown.length === 0 ? undefined : nearestAllowed(figure, [...touching, ...shown]);
        if (allowed !== undefined) change(figure, allowed, keep);
      } else {
        for (const value of turningPoints(figure, touching)) {
          if (cut) return;
          change(figure, { from: value, to: value }, () => search(left - 1));
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

  const nearestAllowed = (figure: number, touching: readonly Constraint[]): ValueRange | undefined => {
    const own = values[figure] ?? 0;
    const far = (range: ValueRange) => Math.abs(nearest(range, own) - own);
    return inAll(touching.map((constraint) => constraint.allowed(figure, values))).reduce<ValueRange | undefined>(
      (best, range) => (best === undefined || far(range) < far(best) ? range : best),
      undefined,
    );
  };

  /** The values at which a constraint begins or ends to hold. */
  const turningPoints = (figure: number, touching: readonly Constraint[]): readonly number[] => {
    const own = values[figure] ?? 0;
    const ends = touching.flatMap((constraint) =>
      constraint.allowed(figure, values).flatMap(({ from, to }) => [from, to]),
    );
    return [...new Set(ends)]
      .filter((value) => value !== own && Number.isFinite(value))
      .sort((one, another) => Math.abs(one - own) - Math.abs(another - own));
  };

  for (let size = 1; size <= most && found.size === 0 && !cut; size++) search(size);
  return { changes: [...found.values()].sort(byFigures), more: cut || found.size === 0 };
}

function nearest({ from, to }: ValueRange, value: number): number {
  return Math.min(Math.max(value, from), to);
}

function byFigures(one: Changes, another: Changes): number {
  const [first, second] = [[...one.keys()], [...another.keys()]];
  const differs = first.findIndex((figure, index) => figure !== second[index]);
  return differs === -1 ? 0 : (first[differs] ?? 0) - (second[differs] ?? 0);
}
