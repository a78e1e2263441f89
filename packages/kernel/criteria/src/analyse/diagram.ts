import { AnalysisTooLarge, limits } from "./too-large.ts";

/**
 * Who meets a criterion, as a decision diagram: it asks for one fact after another, always in the same order, and goes on with the branch
 * of the region that the answer lies in, until it is `always` or `never`. Two criteria with the same meaning have the same diagram, so
 * that equal, met by nobody and met by everybody are seen at once.
 */
export interface Diagram {
  readonly id: number;
  /** The number of the fact it asks for first. */
  readonly fact: number;
  /** How it goes on, by region; empty at an end. */
  readonly branches: readonly Diagram[];
}

export const never: Diagram = { id: 0, fact: Number.POSITIVE_INFINITY, branches: [] };
export const always: Diagram = { id: 1, fact: Number.POSITIVE_INFINITY, branches: [] };

/** The diagrams of one analysis. Only diagrams made by the same maker can be compared. */
export interface DiagramMaker {
  /** Asks for a fact; a question whose branches are all the same is not asked. */
  readonly ask: (fact: number, branches: readonly Diagram[]) => Diagram;
  readonly both: (a: Diagram, b: Diagram) => Diagram;
  readonly either: (a: Diagram, b: Diagram) => Diagram;
  readonly opposite: (of: Diagram) => Diagram;
}

/**
 * Makes diagrams. Each is made only once, and so is each combination of two.
 *
 * @throws AnalysisTooLarge when it takes too many steps.
 */
export function diagramMaker(): DiagramMaker {
  const made = new Map<string, Diagram>();
  const combined = new Map<string, Diagram>();
  const opposites = new Map<Diagram, Diagram>([
    [never, always],
    [always, never],
  ]);

  const ask = (fact: number, branches: readonly Diagram[]): Diagram => {
    const [first = never] = branches;
    if (branches.every((branch) => branch === first)) return first;
    return remembered(made, `${fact}:${branches.map(({ id }) => id)}`, () => ({ id: made.size + 2, fact, branches }));
  };

  const both = (a: Diagram, b: Diagram): Diagram => {
    if (a === never || b === never) return never;
    if (a === always || a === b) return b;
    if (b === always) return a;
    const [low, high] = a.id < b.id ? [a, b] : [b, a];
    return remembered(combined, `${low.id},${high.id}`, () => {
      const fact = Math.min(a.fact, b.fact);
      const { branches } = a.fact === fact ? a : b;
      return ask(
        fact,
        branches.map((_, region) => both(onRegion(a, fact, region), onRegion(b, fact, region))),
      );
    });
  };

  const opposite = (of: Diagram): Diagram => remembered(opposites, of, () => ask(of.fact, of.branches.map(opposite)));

  const either = (a: Diagram, b: Diagram): Diagram => opposite(both(opposite(a), opposite(b)));

  let steps = 0;
  function remembered<Key>(memory: Map<Key, Diagram>, key: Key, make: () => Diagram): Diagram {
    const known = memory.get(key);
    if (known !== undefined) return known;
    steps += 1;
    if (steps > limits.steps) throw new AnalysisTooLarge("steps");
    const diagram = make();
    memory.set(key, diagram);
    return diagram;
  }

  return { ask, both, either, opposite };
}

const onRegion = (diagram: Diagram, fact: number, region: number): Diagram =>
  diagram.fact === fact ? (diagram.branches[region] ?? never) : diagram;

/** The facts that a diagram asks for, ascending: those that matter. */
export function factsAsked(diagram: Diagram): readonly number[] {
  const seen = new Set<Diagram>();
  const open = [diagram];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...next.branches);
  }
  return [...new Set([...seen].map(({ fact }) => fact))].filter(Number.isFinite).sort((a, b) => a - b);
}
