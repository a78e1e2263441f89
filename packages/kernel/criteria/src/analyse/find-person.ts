import type { Facts } from "@finsam/model";
import type { Criterion } from "../criterion.ts";
import type { Setting } from "../known-fact.ts";
import { spaceOf } from "./space.ts";

/**
 * Finds someone who meets a criterion: invented, with every fact stated that the criterion asks for. `undefined` is a proof that nobody
 * can meet it. Everything else can be asked with a criterion: `not(a)` finds who does not meet a, `all(a, b)` whom two rules share,
 * `all(a, not(b))` a counterexample to "a implies b".
 *
 * @param known What is known already; the person found fits it.
 * @throws TypeError as `evaluate` does; CriterionTooLarge or AnalysisTooLarge when the criterion is too large.
 * @example
 * ```ts
 * import { all, conditions } from "@finsam/criteria";
 * import { findPerson } from "@finsam/criteria/analyse";
 * const vocabulary = { months: { type: "number", label: { sv: "månader", en: "months" } } } as const;
 * const { months } = conditions(vocabulary);
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * findPerson(all(months.atLeast(10), months.lessThan(12)), setting); // => { months: 10 }
 * findPerson(all(months.atLeast(12), months.lessThan(12)), setting); // => undefined
 * ```
 */
export function findPerson(criterion: Criterion, setting: Setting, known: Facts = {}): Facts | undefined {
  const space = spaceOf([criterion], setting, known);
  return space.personIn(space.diagramOf(criterion));
}
