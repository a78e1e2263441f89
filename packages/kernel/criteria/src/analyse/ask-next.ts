import type { Facts } from "@finsam/model";
import type { Criterion } from "../criterion.ts";
import type { Setting } from "../known-fact.ts";
import type { Outcome } from "../outcome.ts";
import { factsAsked } from "./diagram.ts";
import { type FactSet, holds, inFactOrder, membersOf, settlingSets } from "./settling-sets.ts";
import { spaceOf } from "./space.ts";
import { AnalysisTooLarge, limits } from "./too-large.ts";

/** An outcome with nothing left open. */
export type SettledOutcome = Exclude<Outcome, "undetermined">;

/** Facts to ask for, and what asking for all of them costs. */
export interface Questions {
  readonly facts: readonly string[];
  readonly cost: number;
}

/** What to ask next. */
export interface NextQuestions {
  /** The outcomes that are still possible. When it is one, the outcome is settled, and nothing is asked for. */
  readonly possible: readonly SettledOutcome[];
  /**
   * The facts that matter, in the order in which the criterion asks for them. Together they settle the outcome whatever is answered, and
   * without any one of them there are answers that do not.
   */
  readonly alwaysEnough: Questions;
  /**
   * The smallest sets of facts that settle the outcome with some answers, cheapest first, with the outcomes that some answers to the set
   * settle. A set stands here when for one of these outcomes no part of the set would do.
   */
  readonly mayBeEnough: readonly (Questions & { readonly outcomes: readonly SettledOutcome[] })[];
}

/**
 * What to ask next about someone to learn whether a criterion is met, given what is known.
 *
 * A *complete person* here has an exact answer to every fact and fits what is known: a partial date or an interval leaves its days or
 * numbers open. The outcome is *settled* when all complete persons have the same. A fact *matters* when two complete persons who differ
 * in this fact alone have different outcomes; no other fact is asked for.
 *
 * In the example it is known that someone has ill health, so disability does not matter. An answer to the municipality alone may settle
 * that the criterion is not met; so may the months, which cost more to find out. Only both together can settle that it is met.
 *
 * What is settled here can still be undetermined for `evaluate`, which judges each condition by itself: whoever meets b and c meets
 * `any(all(a, b), all(not(a), c))`, and `evaluate` waits for a all the same. Then `possible` has the one outcome that there is.
 *
 * @param costs What it costs to ask for a fact, by its name: 0 or more, 1 when left out.
 * @throws TypeError as `evaluate` does; CriterionTooLarge or AnalysisTooLarge when the criterion is too large.
 * @example
 * ```ts
 * import { all, any, conditions } from "@finsam/criteria";
 * import { askNext } from "@finsam/criteria/analyse";
 * const label = { sv: "uppgift", en: "fact" };
 * const vocabulary = {
 *   municipality: { type: "code", label, codes: {} },
 *   illHealth: { type: "boolean", label },
 *   disability: { type: "boolean", label },
 *   months: { type: "number", label },
 * } as const;
 * const { municipality, illHealth, disability, months } = conditions(vocabulary);
 * const rule = all(municipality.is("0180"), any(illHealth.is(true), disability.is(true)), months.atLeast(10));
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * const next = askNext(rule, { illHealth: true }, setting, { months: 5 });
 * next.alwaysEnough; // => { facts: ["municipality", "months"], cost: 6 }
 * next.mayBeEnough;
 * // => [
 * //   { facts: ["municipality"], cost: 1, outcomes: ["notMet"] },
 * //   { facts: ["months"], cost: 5, outcomes: ["notMet"] },
 * //   { facts: ["municipality", "months"], cost: 6, outcomes: ["met", "notMet"] },
 * // ]
 * ```
 */
export function askNext(
  criterion: Criterion,
  known: Facts,
  setting: Setting,
  costs: Readonly<Record<string, number>> = {},
): NextQuestions {
  const space = spaceOf([criterion], setting, known);
  const met = space.diagramOf(criterion);
  const notMet = space.diagrams.opposite(met);
  const numbers = factsAsked(met);
  if (numbers.length > limits.openFacts) throw new AnalysisTooLarge("openFacts");
  const matter = numbers.map((number) => space.facts[number]?.fact ?? "");
  const questions = (facts: readonly string[]): Questions => ({
    facts,
    cost: facts.reduce((sum, fact) => sum + ((Object.hasOwn(costs, fact) ? costs[fact] : undefined) ?? 1), 0),
  });

  const settling = {
    met: settlingSets(met, numbers, space.diagrams),
    notMet: settlingSets(notMet, numbers, space.diagrams),
  };
  const outcomesOf = (set: FactSet): readonly SettledOutcome[] =>
    (["met", "notMet"] as const).filter((outcome) => settling[outcome].some((smallest) => holds(set, smallest)));
  return {
    possible: outcomesOf(everyFact),
    alwaysEnough: questions(matter),
    mayBeEnough: [...new Set([...settling.met, ...settling.notMet])]
      .filter((set) => set !== 0)
      .sort(inFactOrder)
      .map((set) => ({ ...questions(membersOf(set, matter)), outcomes: outcomesOf(set) }))
      .sort((a, b) => a.cost - b.cost || a.facts.length - b.facts.length),
  };
}

// Every bit: a set that holds all others.
const everyFact: FactSet = -1;
