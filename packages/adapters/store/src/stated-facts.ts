import type { Facts, Person } from "@finsam/model";

/** The facts that a register states about a person: the date of birth and the others, of which none overrules it. */
export const statedFacts = (person: Person): Facts =>
  person.protectedIdentity ? {} : { ...person.facts, ...(person.birthDate && { birthDate: person.birthDate }) };
