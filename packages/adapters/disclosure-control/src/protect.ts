import type { DisclosureProblem, ProblemCell } from "@finsam/gender-reporting";
import type { Highs } from "highs";
import { attack, type Lesson } from "./attack.ts";
import { type Choice, Chooser } from "./chooser.ts";
import { mergeEqualFigures } from "./equal-figures.ts";
import { canBeWithheld, type Figures, figuresOf } from "./figures.ts";
import { leftUntold } from "./left-untold.ts";
import { partsOf } from "./parts.ts";
import { loadSolver } from "./solver.ts";

/** Which figures of a report to withhold. */
export interface Protection {
  /** The keys of the figures that are not to be printed. */
  readonly withheld: ReadonlySet<string>;
  /** How many of them the policy itself withholds; the others protect them. */
  readonly small: number;
  /** Figures that cannot be protected any more, of this report or of others, since what is published already tells them. */
  readonly exposed: readonly string[];
  /** What it costs readers, as the problem states it. */
  readonly cost: number;
}

/**
 * Figures to withhold so that no withheld one can be worked out, not even to within the width that the problem asks for, by any reader
 * with any linear or whole-number program. They cost at most three per cent more than the cheapest would, and none of those that protect
 * others can be printed again. Alternates between choosing and attacking: the attack on a choice that is not safe proves what the next
 * choice has to respect (cell suppression by cutting planes, Fischetti and Salazar-González 2001).
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
  const { problem: merged, membersOf } = mergeEqualFigures(problem);
  const parts = partsOf(merged).map((part) => protectPart(solver, figuresOf(part)));
  const members = (keys: readonly string[]) => new Set(keys.flatMap((key) => membersOf.get(key) ?? []));
  const withheld = members(parts.flatMap((part) => part.withheld));
  const exposed = members(parts.flatMap((part) => part.exposed));
  const hidden = problem.cells.filter(
    ({ key, status }) => withheld.has(key) && (status === "small" || status === "open"),
  );
  return {
    withheld: new Set(hidden.map(({ key }) => key)),
    small: hidden.filter(({ status }) => status === "small").length,
    exposed: problem.cells
      .filter(({ key, status }) => exposed.has(key) && status !== "unprinted")
      .map(({ key }) => key),
    cost: hidden.reduce((sum, { cost }) => sum + cost, 0),
  };
}

/** The figures of one part to withhold, by their keys. */
interface PartProtection {
  readonly withheld: readonly string[];
  readonly exposed: readonly string[];
}

function protectPart(solver: Highs, asked: Figures): PartProtection {
  const left = new Map<number, Pick<ProblemCell, "width" | "reaches">>();
  for (;;) {
    const figures = { ...asked, cells: asked.cells.map((cell, figure) => ({ ...cell, ...left.get(figure) })) };
    const withheld = safeChoice(solver, figures);
    if (withheld !== undefined) return { withheld: keysOf(figures, withheld), exposed: keysOf(figures, left.keys()) };
    // Not even withholding everything protects some, since what is already published tells them: as much as it leaves still can be, and
    // so can the others.
    const everything = figures.cells.flatMap((cell, figure) => (canBeWithheld(cell) ? [figure] : []));
    const lost = [...new Set(attack(solver, figures, everything).lessons.map(({ figure }) => figure))];
    if (lost.length === 0) throw new Error("there is no safe choice of figures to withhold");
    for (const [figure, { width, reaches }] of leftUntold(solver, figures, everything, lost)) {
      const cell = figures.cells[figure];
      const isLess = width < (cell?.width ?? 0) || reaches < (cell?.reaches ?? 0);
      left.set(figure, isLess ? { width, reaches } : { width: 0, reaches: 0 });
    }
  }
}

function safeChoice(solver: Highs, figures: Figures): readonly number[] | undefined {
  if (!figures.cells.some(({ status }) => status === "small" || status === "elsewhere")) return [];
  const chooser = new Chooser(solver, figures);
  try {
    let best: Choice | undefined;
    for (;;) {
      const cheapest = chooser.choose();
      if (cheapest === undefined) return undefined;
      // What is learnt on the way from a choice to a safe one teaches the next choice most of what it has to respect.
      const safe = madeSafe(solver, figures, chooser, cheapest);
      if (safe === undefined) return undefined;
      const lean = withoutSuperfluous(solver, figures, chooser, safe);
      if (best === undefined || lean.cost < best.cost) best = lean;
      if (best.cost <= cheapest.noneBelow * dearerAtMost) return best.withheld;
    }
  } finally {
    chooser.close();
  }
}

/** How many times dearer than the cheapest a safe choice may be; to prove more would take most of the time. */
const dearerAtMost = 1.03;

/** Adds what it takes, the cheapest each time, until a choice is safe. What was safe stays so when more is withheld. */
function madeSafe(solver: Highs, figures: Figures, chooser: Chooser, start: Choice): Choice | undefined {
  let choice = start;
  let lookedAt = choice.withheld;
  for (;;) {
    const { lessons, unsafe } = attack(solver, figures, choice.withheld, lookedAt);
    if (lessons.length === 0) return choice;
    for (const lesson of lessons) chooser.learn(lesson);
    const extended = chooser.extend(choice.withheld);
    if (extended === undefined) return undefined;
    const before = new Set(choice.withheld);
    lookedAt = [...unsafe, ...extended.withheld.filter((figure) => !before.has(figure))];
    choice = extended;
  }
}

/** Prints again, the dearest first, whatever the rest is safe without. */
function withoutSuperfluous(solver: Highs, figures: Figures, chooser: Chooser, safe: Choice): Choice {
  const left = new Set(safe.withheld);
  const dearestFirst = safe.withheld
    .filter((figure) => figures.cells[figure]?.status === "open")
    .sort((a, b) => chooser.costOf([b]) - chooser.costOf([a]) || a - b);
  for (const figure of dearestFirst) {
    left.delete(figure);
    if (chooser.stillMeetsAll(left, figure)) {
      const lessons = lessonsOfPrinting(solver, figures, [...left], figure);
      if (lessons.length === 0) continue;
      for (const lesson of lessons) chooser.learn(lesson);
    }
    left.add(figure);
  }
  const withheld = safe.withheld.filter((figure) => left.has(figure));
  return { ...safe, withheld, cost: chooser.costOf(withheld) };
}

/** Like an attack on all, but content with what is wrong nearby. */
function lessonsOfPrinting(
  solver: Highs,
  figures: Figures,
  withheld: readonly number[],
  printed: number,
): readonly Lesson[] {
  const near = new Set(
    figures.rowsOf[printed]?.flatMap((row) => figures.rows[row]?.terms.map((term) => term.figure) ?? []),
  );
  const { lessons } = attack(
    solver,
    figures,
    withheld,
    withheld.filter((figure) => near.has(figure)),
  );
  return lessons.length > 0 ? lessons : attack(solver, figures, withheld).lessons;
}

const keysOf = ({ cells }: Figures, figures: Iterable<number>): readonly string[] =>
  [...figures].flatMap((figure) => cells[figure]?.key ?? []);
