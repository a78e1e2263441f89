import { always, type Diagram, type DiagramMaker, never } from "./diagram.ts";
import { AnalysisTooLarge, limits } from "./too-large.ts";

/** A set of facts as bits: bit 0 stands for the first of the facts that matter. */
export type FactSet = number;

/**
 * The smallest sets of facts that can settle a diagram: some answers to all facts of the set lead to `always`, whatever the other facts
 * are, and no smaller set can.
 *
 * Either the first fact is in the set, and then one of its answers has to lead on; or it is not, and then the same answers have to do for
 * all its branches at once.
 *
 * @param facts The facts that the diagram asks for; a set has a bit for each.
 * @throws AnalysisTooLarge when there are too many sets.
 */
export function settlingSets(diagram: Diagram, facts: readonly number[], diagrams: DiagramMaker): readonly FactSet[] {
  const known = new Map<Diagram, readonly FactSet[]>([
    [always, [0]],
    [never, []],
  ]);

  let compared = 0;
  /** The sets of several families, without those that hold another. */
  const smallest = (families: readonly (readonly FactSet[])[]): readonly FactSet[] => {
    compared += families.reduce((sum, { length }) => sum + length, 0);
    if (compared > limits.sets) throw new AnalysisTooLarge("sets");
    const kept: FactSet[] = [];
    for (const set of [...new Set(families.flat())].sort((a, b) => sizeOf(a) - sizeOf(b)))
      if (!kept.some((smaller) => holds(set, smaller))) kept.push(set);
    return kept;
  };

  const setsOf = (of: Diagram): readonly FactSet[] => {
    const found = known.get(of);
    if (found !== undefined) return found;
    const without = setsOf(of.branches.reduce(diagrams.both, always));
    const fact = 1 << facts.indexOf(of.fact);
    const withFact = smallest([...new Set(of.branches)].map(setsOf)).map((set) => set | fact);
    const sets = smallest([without, withFact]);
    known.set(of, sets);
    return sets;
  };
  return setsOf(diagram);
}

/** Whether a set holds all facts of another. */
export const holds = (set: FactSet, other: FactSet): boolean => (set & other) === other;

/** Those of some things that a set has a bit for. */
export const membersOf = <Thing>(set: FactSet, things: readonly Thing[]): readonly Thing[] =>
  things.filter((_, index) => holds(set, 1 << index));

/** Orders two different sets: the one that has the first fact that the other lacks stands first. */
export function inFactOrder(a: FactSet, b: FactSet): number {
  const different = a ^ b;
  return (a & different & -different) === 0 ? 1 : -1;
}

function sizeOf(set: FactSet): number {
  let size = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) size += 1;
  return size;
}
