import type { Person } from "@finsam/model";
import { type AskedCondition, type OutcomeGroup, startGrouping } from "@finsam/policy/compare";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";
import { statedFacts } from "./stated-facts.ts";

/**
 * Groups persons by sex and by the outcome of every condition in process, in one pass over a stream, keeping nothing but the counts: for
 * stores that cannot do it themselves, and what those that can must agree with. Facts are read as `screenPersons` reads them. Persons
 * with protected identity are left out.
 *
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import * as Stream from "effect/Stream";
 * import { ruleAt } from "@finsam/policy";
 * import { askedConditions } from "@finsam/policy/compare";
 * import { stockholm } from "@finsam/stockholm";
 * import { groupPersons } from "@finsam/store";
 * const conditions = askedConditions(ruleAt(stockholm, "finsam", "2024-03-01"));
 * const persons = Stream.make({ protectedIdentity: false, id: "p1", sex: "man", sexBasis: "legal-sex" } as const);
 * await Effect.runPromise(groupPersons(persons, conditions));
 * // => [{ sex: "man", outcomes: ["undetermined"], count: 1 }]
 * ```
 */
export const groupPersons = <E, R>(
  persons: Stream.Stream<Person, E, R>,
  conditions: readonly AskedCondition[],
): Effect.Effect<readonly OutcomeGroup[], E, R> =>
  Effect.suspend(() => {
    const grouping = startGrouping(conditions);
    const add = (person: Person): void => {
      if (!person.protectedIdentity) grouping.add(statedFacts(person), person.sex);
    };
    const counting = Stream.runForEachArray(persons, (some) => Effect.sync(() => some.forEach(add)));
    return Effect.map(counting, grouping.groups);
  });
