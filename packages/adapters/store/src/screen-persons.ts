import { evaluate, type Outcome, readFacts } from "@finsam/criteria";
import type { Person, PersonId } from "@finsam/model";
import type { ResolvedRule } from "@finsam/policy";
import * as Stream from "effect/Stream";
import { statedFacts } from "./stated-facts.ts";

/** What a rule says about one person. */
export interface Screened {
  readonly person: PersonId;
  readonly outcome: Outcome;
}

/**
 * Screens persons by a rule in process, one at a time: for stores that cannot do it themselves, and what those that can must agree
 * with. The facts of a person are the date of birth and those stated, as far as the vocabulary of the rule understands them
 * (`readFacts` of `@finsam/criteria`): an answer such as `unknown`, or of another kind than the rule asks for, is missing, so the
 * outcome is `undetermined` and never wrong. Persons with protected identity are left out.
 *
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import * as Stream from "effect/Stream";
 * import { screenPersons } from "@finsam/store";
 * const vocabulary = { illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" } } } as const;
 * const rule = {
 *   id: "ill-health",
 *   title: { sv: "Ohälsa", en: "Ill health" },
 *   criterion: { op: "is", fact: "illHealth", value: true },
 *   setting: { vocabulary, on: "2021-03-01", leapDayBirthday: "1-march" },
 *   policy: { profile: "p", version: "1", validFrom: "2021-01-01", status: "attested", citation: { source: "S" } },
 * } as const;
 * const persons = Stream.make({ protectedIdentity: false, id: "p1", sex: "man", sexBasis: "legal-sex" } as const);
 * await Effect.runPromise(Stream.runCollect(screenPersons(persons, rule)));
 * // => [{ person: "p1", outcome: "undetermined" }]
 * ```
 */
export const screenPersons = <E, R>(
  persons: Stream.Stream<Person, E, R>,
  { criterion, setting }: ResolvedRule,
): Stream.Stream<Screened, E, R> =>
  persons.pipe(
    Stream.filter((person) => !person.protectedIdentity),
    Stream.map((person) => ({
      person: person.id,
      outcome: evaluate(criterion, readFacts(setting.vocabulary, statedFacts(person)).facts, setting),
    })),
  );
