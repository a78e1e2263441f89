import type { Facts, PartialDate, Person } from "@finsam/model";

/**
 * What a store keeps of a person when a record comes in: what the record states, and what was known and it does not state. Missing
 * never overwrites: not a missing fact (also when it is `null`), not the sex `unknown`, and not a date of birth that says less than
 * the known one (`1985` after `1985-04-12`). Protected identity leaves only the pseudonym, and stays.
 *
 * @example
 * ```ts
 * import { mergePersons } from "@finsam/store";
 * const known = { protectedIdentity: false, id: "p1", sex: "woman", sexBasis: "legal-sex", birthDate: "1985-04-12" } as const;
 * const stated = { protectedIdentity: false, id: "p1", sex: "unknown", sexBasis: "self-reported", facts: { illHealth: true } } as const;
 * mergePersons(known, stated);
 * // => { ...known, facts: { illHealth: true } }
 * mergePersons(known, { protectedIdentity: true, id: "p1" }); // => { protectedIdentity: true, id: "p1" }
 * ```
 */
export function mergePersons(known: Person | undefined, stated: Person): Person {
  const { id } = stated;
  if (stated.protectedIdentity || known?.protectedIdentity) return { protectedIdentity: true, id };
  const { sex, sexBasis } = stated.sex === "unknown" ? (known ?? stated) : stated;
  const birthDate = birthDateOf(known?.birthDate, stated.birthDate);
  const facts = factsOf(known?.facts, stated.facts);
  return {
    protectedIdentity: false,
    id,
    sex,
    sexBasis,
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(facts === undefined ? {} : { facts }),
  };
}

function birthDateOf(known: PartialDate | undefined, stated: PartialDate | undefined): PartialDate | undefined {
  if (stated === undefined) return known;
  return known?.startsWith(stated) ? known : stated;
}

/** In the order of names, so that equal facts are written alike. */
function factsOf(known: Facts | undefined, stated: Facts | undefined): Facts | undefined {
  // Most persons are stated once.
  if (known === undefined && (stated === undefined || isInOrder(stated))) return stated;
  return mergedFacts(known, stated);
}

/** Whether facts are as they would be kept: some, none of them missing, in the order of names. */
function isInOrder(facts: Facts): boolean {
  let last = "";
  for (const name in facts) {
    if (facts[name] === null || facts[name] === undefined || name < last) return false;
    last = name;
  }
  return last !== "";
}

function mergedFacts(known: Facts = {}, stated: Facts = {}): Facts | undefined {
  const facts = Object.entries({ ...known, ...withoutMissing(stated) }).filter(([, value]) => value !== null);
  return facts.length === 0 ? undefined : Object.fromEntries(facts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const withoutMissing = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined));
