import type { Belief, DisclosureProblem, EarlierPublications, ProblemCell, Relation } from "@finsam/gender-reporting";
import type { Highs } from "highs";
import { attack } from "./attack.ts";
import { mergeEqualFigures } from "./equal-figures.ts";
import { figuresOf } from "./figures.ts";
import { leftUntold } from "./left-untold.ts";
import { createModel, loadSolver, type ModelColumn, type ModelRow } from "./solver.ts";

/**
 * The problem of a report in the eyes of a reader who also has those of other years: what these withhold is among its figures, to stay as
 * uncertain as they leave it.
 *
 * Their true counts are not known here, and need not be: any counts that fit all that is known stand for them. Beliefs that no counts fit,
 * because the register has been corrected since, are left out.
 */
export async function besideOtherYears(
  problem: DisclosureProblem,
  { withheld, beliefs, tellingZeros }: EarlierPublications,
): Promise<DisclosureProblem> {
  if (beliefs.length === 0) return problem;
  const solver = await loadSolver();
  const countOf = new Map(problem.cells.map(({ key, count }) => [key, count]));
  const counts = withheld.length === 0 ? new Map<string, number>() : fitting(solver, withheld, beliefs, countOf);
  const held = beliefs.filter((belief) => isTrue(belief, (key) => counts.get(key) ?? countOf.get(key) ?? Number.NaN));
  const reached = hangingTogetherWith(new Set(countOf.keys()), held);
  const elsewhere = withheld.flatMap(({ key, usually, width, reaches }): readonly ProblemCell[] => {
    const count = counts.get(key) ?? 0;
    const atLeast = Math.min(usually, count);
    return reached.has(key) ? [{ key, count, status: "elsewhere", cost: 0, atLeast, width, reaches }] : [];
  });
  const relations = held
    .filter(({ terms }) => terms.every(({ cell }) => reached.has(cell)))
    .map(({ weight: _, ...relation }): Relation => relation);
  const amongThem = relations.filter(({ terms }) => terms.every(({ cell }) => counts.has(cell)));
  const asked = asFarAsUntold(solver, { threshold: problem.threshold, cells: elsewhere, relations: amongThem });
  const all = { ...problem, cells: [...problem.cells, ...asked], relations: [...problem.relations, ...relations] };
  return withKnownPublished(all, tellingZeros);
}

/** These figures, and all that hang together with them through what is believed. */
function hangingTogetherWith(figures: ReadonlySet<string>, beliefs: readonly Belief[]): ReadonlySet<string> {
  const reached = new Set(figures);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { terms } of beliefs)
      if (terms.some(({ cell }) => reached.has(cell))) for (const { cell } of terms) reached.add(cell);
  }
  return reached;
}

function isTrue({ terms, atLeast, atMost }: Relation, countOf: (key: string) => number): boolean {
  const sum = terms.reduce((total, { cell, times }) => total + times * countOf(cell), 0);
  return sum >= (atLeast ?? sum) && sum <= (atMost ?? sum);
}

/** Higher than any count of a register. */
const farAbove = 1_000_000;

/** Whole counts for what is withheld elsewhere, by its keys, such that as little as can be of what is believed is wrong. */
function fitting(
  solver: Highs,
  withheld: EarlierPublications["withheld"],
  beliefs: readonly Belief[],
  countOf: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const columnOf = new Map(withheld.map(({ key }, column) => [key, column]));
  const columns: ModelColumn[] = withheld.map(({ atLeast }) => ({ cost: 0, atLeast, atMost: farAbove, whole: true }));
  const wrongBy = (cost: number) => columns.push({ cost, atLeast: 0, atMost: solver.infinity, whole: false }) - 1;
  const rows: ModelRow[] = [];
  const add = (terms: ModelRow["terms"], atLeast: number | null, atMost: number | null, weight: number) => {
    const up = atLeast === null ? [] : [{ column: wrongBy(weight), times: 1 }];
    const down = atMost === null ? [] : [{ column: wrongBy(weight), times: -1 }];
    rows.push({
      terms: [...terms, ...up, ...down],
      atLeast: atLeast ?? -solver.infinity,
      atMost: atMost ?? solver.infinity,
    });
  };
  for (const { terms, atLeast, atMost, weight } of beliefs) {
    const known = terms.reduce((sum, { cell, times }) => sum + times * (countOf.get(cell) ?? 0), 0);
    const unknown = terms.flatMap(({ cell, times }) => {
      const column = columnOf.get(cell);
      return column === undefined ? [] : [{ column, times }];
    });
    if (unknown.length > 0)
      add(unknown, atLeast === null ? null : atLeast - known, atMost === null ? null : atMost - known, weight);
  }
  for (const [column, { atLeast, usually }] of withheld.entries())
    if (atLeast < usually) add([{ column, times: 1 }], usually, null, leastWeight);
  const model = createModel(solver, columns, rows);
  try {
    model.run();
    if (model.getModelStatus() !== solver.constants.modelStatus.optimal) throw new Error("no counts were found");
    const { colValue } = model.getSolution();
    return new Map(withheld.map(({ key }, column) => [key, Math.round(colValue[column] ?? 0)]));
  } finally {
    model.dispose();
  }
}

/** That nothing withheld elsewhere is zero, where it need not be, gives way to anything else. */
const leastWeight = 0.01;

/** What reports of other years tell by themselves cannot be asked to stay untold. */
function asFarAsUntold(solver: Highs, problem: DisclosureProblem): readonly ProblemCell[] {
  const { problem: merged, membersOf } = mergeEqualFigures(problem);
  const figures = figuresOf(merged);
  const all = [...figures.cells.keys()];
  const { unsafe } = attack(solver, figures, all);
  const told = new Map(
    [...leftUntold(solver, figures, all, unsafe)].flatMap(([figure, left]) =>
      (membersOf.get(figures.cells[figure]?.key ?? "") ?? []).map((key) => [key, left] as const),
    ),
  );
  return problem.cells.map((cell) => ({ ...cell, ...told.get(cell.key) }));
}

/** Figures that follow from published ones, other than from these zeros, and what is known are as good as published. */
function withKnownPublished(problem: DisclosureProblem, zeros: ReadonlySet<string>): DisclosureProblem {
  const isOpen = ({ key, status }: ProblemCell) => status !== "published" || zeros.has(key);
  const open = new Set(problem.cells.filter(isOpen).map(({ key }) => key));
  const equations = problem.relations.filter(({ atLeast, atMost }) => atLeast !== null && atLeast === atMost);
  for (;;) {
    const told = equations.flatMap(({ terms }) => {
      const [one, ...more] = terms.filter(({ cell }) => open.has(cell));
      return one === undefined || more.length > 0 ? [] : [one.cell];
    });
    if (told.length === 0) break;
    for (const key of told) open.delete(key);
  }
  const cells = problem.cells.map((cell) =>
    open.has(cell.key) || cell.status === "elsewhere" ? cell : { ...cell, status: "published" as const },
  );
  return { ...problem, cells };
}
