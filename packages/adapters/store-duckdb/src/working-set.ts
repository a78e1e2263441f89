import { anonymise, type Participation, type PersonId } from "@finsam/model";
import { mergePersons, type RecordCounts, type RegisterRecord, type SavedCount, sameValue } from "@finsam/store";
import type { RecordsByKind } from "./record-layout.ts";
import { Shelf } from "./shelf.ts";

/**
 * The part of a register that some records to save have to do with, and the rules of the port about what saving and erasing do to it.
 * `protectedIds` are all persons with protected identity, and grow as more are saved.
 */
export class WorkingSet {
  readonly person = new Shelf<RecordsByKind["person"]>();
  readonly participation = new Shelf<RecordsByKind["participation"]>(personOf);
  readonly measurement = new Shelf<RecordsByKind["measurement"]>(({ person }) => person);
  readonly spell = new Shelf<RecordsByKind["spell"]>(({ participation }) => participation);
  /** Persons of whom a participation is not followed any more. */
  readonly left = new Set<PersonId>();
  readonly #protectedIds: Set<PersonId>;

  constructor(protectedIds: Set<PersonId>) {
    this.#protectedIds = protectedIds;
  }

  /** Saves a checked record, and tells what that changed; a conflict when the register follows another person under its id. */
  save(record: RegisterRecord): keyof SavedCount | "conflict" {
    switch (record.kind) {
      case "person": {
        const kept = mergePersons(this.person.get(record.person.id), record.person);
        const change = put(this.person, kept);
        if (kept.protectedIdentity && change !== "unchanged") this.#hide(kept.id);
        return change;
      }
      case "participation":
        return this.#saveParticipation(record.participation);
      case "measurement": {
        const { measurement } = record;
        if (!this.#protectedIds.has(measurement.person)) return put(this.measurement, measurement);
        return remove(this.measurement, measurement.id) ? "replaced" : "unchanged";
      }
      case "spell": {
        const { spell } = record;
        const participation = this.participation.get(spell.participation);
        if (participation === undefined || participation.followUp === "followed") return put(this.spell, spell);
        return remove(this.spell, spell.id) ? "replaced" : "unchanged";
      }
    }
  }

  /** Removes a person with everything that is of the person, and tells how much that was. */
  erase(id: PersonId): RecordCounts {
    const participations = this.participation.of(id);
    const spells = participations.flatMap((participation) => this.spell.of(participation.id));
    const measurements = this.measurement.of(id);
    for (const spell of spells) this.spell.set(spell.id, undefined);
    for (const measurement of measurements) this.measurement.set(measurement.id, undefined);
    for (const participation of participations) this.participation.set(participation.id, undefined);
    return {
      persons: remove(this.person, id) ? 1 : 0,
      participations: participations.length,
      measurements: measurements.length,
      spells: spells.length,
    };
  }

  #saveParticipation(participation: Participation): keyof SavedCount | "conflict" {
    const before = personOf(this.participation.get(participation.id));
    const now = personOf(participation);
    if (before !== undefined && now !== undefined && before !== now) return "conflict";
    if (before !== undefined && now === undefined) this.left.add(before);
    const isHidden = now !== undefined && this.#protectedIds.has(now);
    const kept = isHidden ? anonymise(participation) : participation;
    if (kept.followUp !== "followed") this.#dropSpells(kept.id);
    return put(this.participation, kept);
  }

  /** Leaves of a person with protected identity only what may be kept. */
  #hide(id: PersonId): void {
    this.#protectedIds.add(id);
    for (const participation of this.participation.of(id)) {
      this.participation.set(participation.id, anonymise(participation));
      this.#dropSpells(participation.id);
    }
    for (const { id: measurement } of this.measurement.of(id)) this.measurement.set(measurement, undefined);
  }

  #dropSpells(participation: string): void {
    for (const { id } of this.spell.of(participation)) this.spell.set(id, undefined);
  }
}

function put<A extends { readonly id: string }>(shelf: Shelf<A>, record: A): keyof SavedCount {
  const known = shelf.get(record.id);
  if (known !== undefined && sameValue(known, record)) return "unchanged";
  shelf.set(record.id, record);
  return known === undefined ? "added" : "replaced";
}

function remove<A extends { readonly id: string }>(shelf: Shelf<A>, id: string): boolean {
  if (shelf.get(id) === undefined) return false;
  shelf.set(id, undefined);
  return true;
}

/** Whose a participation is, if it is followed. */
export const personOf = (participation: Participation | undefined): PersonId | undefined =>
  participation?.followUp === "followed" ? participation.person : undefined;
