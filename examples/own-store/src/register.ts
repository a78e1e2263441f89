import type { Measurement, Participation, Person, Spell } from "@finsam/model";
import type { HistoryEntry, RegisterRecord } from "@finsam/store";

/** All that a register holds. A save works on a copy, so whoever reads an earlier one reads on undisturbed. */
export interface Register {
  readonly persons: Map<string, Person>;
  readonly participations: Map<string, Participation>;
  readonly measurements: Map<string, Measurement>;
  readonly spells: Map<string, Spell>;
  readonly history: HistoryEntry[];
}

export const emptyRegister = (): Register => ({
  persons: new Map(),
  participations: new Map(),
  measurements: new Map(),
  spells: new Map(),
  history: [],
});

export const copyOf = (register: Register): Register => ({
  persons: new Map(register.persons),
  participations: new Map(register.participations),
  measurements: new Map(register.measurements),
  spells: new Map(register.spells),
  history: [...register.history],
});

/** Every record that is kept, those that no reader may see too. */
export function* recordsOf({ persons, participations, measurements, spells }: Register): Iterable<RegisterRecord> {
  for (const person of persons.values()) yield { kind: "person", person };
  for (const participation of participations.values()) yield { kind: "participation", participation };
  for (const measurement of measurements.values()) yield { kind: "measurement", measurement };
  for (const spell of spells.values()) yield { kind: "spell", spell };
}

/** The person behind a participation, when it is followed up; otherwise nobody is kept. */
export const personBehind = (participation: Participation | undefined): string | undefined =>
  participation?.followUp === "followed" ? participation.person : undefined;

export const isProtected = ({ persons }: Register, person: string | undefined): boolean =>
  person !== undefined && persons.get(person)?.protectedIdentity === true;

/** Spells belong to a participation that is followed up, or to one that has not come yet. */
export const mayHaveSpells = ({ participations }: Register, participation: string): boolean =>
  (participations.get(participation)?.followUp ?? "followed") === "followed";

/** Removes what a test says yes to, and tells how many that were. */
export function removeWhere<A>(records: Map<string, A>, isGoing: (record: A) => boolean): number {
  const before = records.size;
  for (const [id, record] of records) if (isGoing(record)) records.delete(id);
  return before - records.size;
}

/** Removes a person with all that is theirs. */
export function removePerson({ persons, participations, measurements, spells }: Register, id: string) {
  const isTheirs = (participation: string) => personBehind(participations.get(participation)) === id;
  return {
    spells: removeWhere(spells, ({ participation }) => isTheirs(participation)),
    measurements: removeWhere(measurements, ({ person }) => person === id),
    participations: removeWhere(participations, (participation) => personBehind(participation) === id),
    persons: persons.delete(id) ? 1 : 0,
  };
}
