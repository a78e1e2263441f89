import {
  anonymise,
  type Measurement,
  type Participation,
  type ParticipationId,
  type Person,
  type PersonId,
  type Spell,
} from "@finsam/model";
import { mergePersons, type RegisterRecord, type SavedCount } from "@finsam/store";
import type { Cell, RecordTable } from "./record-table.ts";
import { measurementTable, participationTable, personTable, spellTable } from "./tables.ts";

/** What of a register records may touch, as it is before them. */
export interface Known {
  /** Those with the ids of the persons among the records. */
  readonly persons: readonly Person[];
  /** Those with the ids of the participations among the records, and those of whom the spells among the records are or were. */
  readonly participations: readonly Participation[];
  readonly measurements: readonly Measurement[];
  readonly spells: readonly Spell[];
}

/** Records to write to a table, and ids to remove from it. */
export interface TableChanges<A> {
  /** Records of which no row is there yet. */
  readonly added: readonly A[];
  /** Records of which a row is there, or was until something was hidden. */
  readonly replaced: readonly A[];
  readonly removed: readonly string[];
}

/** What changes in the register: first what is hidden, wherever it is, and then the tables. */
export interface Changes {
  /** Persons of whom everything is to be hidden. */
  readonly hidden: readonly PersonId[];
  /** Participations that lose their spells. */
  readonly unfollowed: readonly ParticipationId[];
  readonly persons: TableChanges<Person>;
  readonly participations: TableChanges<Participation>;
  readonly measurements: TableChanges<Measurement>;
  readonly spells: TableChanges<Spell>;
}

/** The part of a register that some records touch: they are put into it one by one, as into the store in memory. */
export interface RegisterSlice {
  /** Puts a checked record into it and tells what that changed. `conflict`, and nothing changed, when it is followed for another person. */
  readonly put: (record: RegisterRecord) => keyof SavedCount | "conflict";
  readonly changes: () => Changes;
}

/** What a save knows about persons over all of its records. */
export interface People {
  /** Persons with protected identity; those that a slice hides are added. */
  readonly hidden: Set<PersonId>;
  /** Persons of whom a participation was followed and is not any longer. */
  readonly left: Set<PersonId>;
}

/** Begins with the part of a register that records will touch. */
export function sliceOf(known: Known, { hidden, left }: People): RegisterSlice {
  const persons = entriesOf(personTable, known.persons);
  const participations = entriesOf(participationTable, known.participations);
  const measurements = entriesOf(measurementTable, known.measurements);
  const spells = entriesOf(spellTable, known.spells);
  const nowHidden: PersonId[] = [];
  const unfollowed: ParticipationId[] = [];

  function putPerson(stated: Person): keyof SavedCount {
    const kept = mergePersons(persons.get(stated.id), stated);
    const change = persons.put(kept);
    if (kept.protectedIdentity && change !== "unchanged") hide(kept.id);
    return change;
  }

  function hide(id: PersonId): void {
    hidden.add(id);
    nowHidden.push(id);
    for (const participation of participations.values()) {
      if (personOf(participation) !== id) continue;
      participations.put(anonymise(participation));
      dropSpellsOf(participation.id);
    }
    measurements.removeWhere(({ person }) => person === id);
  }

  function dropSpellsOf(id: ParticipationId): void {
    unfollowed.push(id);
    spells.removeWhere(({ participation }) => participation === id);
  }

  function putParticipation(stated: Participation): keyof SavedCount | "conflict" {
    const [before, now] = [personOf(participations.get(stated.id)), personOf(stated)];
    if (before !== undefined && now !== undefined && before !== now) return "conflict";
    const kept = now !== undefined && hidden.has(now) ? anonymise(stated) : stated;
    if (kept.followUp !== "followed") {
      if (before !== undefined) left.add(before);
      dropSpellsOf(kept.id);
    }
    return participations.put(kept);
  }

  function putSpell(spell: Spell): keyof SavedCount {
    const { followUp = "followed" } = participations.get(spell.participation) ?? {};
    if (followUp === "followed") return spells.put(spell);
    return spells.remove(spell.id) ? "replaced" : "unchanged";
  }

  return {
    put: (record) => {
      switch (record.kind) {
        case "person":
          return putPerson(record.person);
        case "participation":
          return putParticipation(record.participation);
        case "measurement": {
          const { measurement } = record;
          if (!hidden.has(measurement.person)) return measurements.put(measurement);
          return measurements.remove(measurement.id) ? "replaced" : "unchanged";
        }
        case "spell":
          return putSpell(record.spell);
      }
    },
    changes: () => ({
      hidden: nowHidden,
      unfollowed,
      persons: persons.changes(),
      participations: participations.changes(),
      measurements: measurements.changes(),
      spells: spells.changes(),
    }),
  };
}

const personOf = (participation: Participation | undefined): PersonId | undefined =>
  participation?.followUp === "followed" ? participation.person : undefined;

interface Entry<A> {
  readonly wasThere: boolean;
  record: A | undefined;
  isTouched: boolean;
}

/** The records of one kind in a slice. */
function entriesOf<A extends { readonly id: string }>(table: RecordTable<A>, known: readonly A[]) {
  const entries = new Map<string, Entry<A>>();
  for (const record of known) entries.set(record.id, { wasThere: true, record, isTouched: false });

  function remove(entry: Entry<A>): boolean {
    const isThere = entry.record !== undefined;
    entry.isTouched ||= isThere;
    entry.record = undefined;
    return isThere;
  }

  return {
    get: (id: string): A | undefined => entries.get(id)?.record,
    /** The records as they are; one may be put or removed meanwhile. */
    values: (): readonly A[] => [...entries.values()].flatMap(({ record }) => record ?? []),
    put: (record: A): keyof SavedCount => {
      const entry = entries.get(record.id);
      if (entry === undefined) {
        entries.set(record.id, { wasThere: false, record, isTouched: true });
        return "added";
      }
      const { record: before } = entry;
      if (before !== undefined && sameCells(table.cellsOf(before), table.cellsOf(record))) return "unchanged";
      Object.assign(entry, { record, isTouched: true });
      return before === undefined ? "added" : "replaced";
    },
    remove: (id: string): boolean => {
      const entry = entries.get(id);
      return entry !== undefined && remove(entry);
    },
    removeWhere: (isGoing: (record: A) => boolean): void => {
      for (const entry of entries.values()) if (entry.record !== undefined && isGoing(entry.record)) remove(entry);
    },
    changes: (): TableChanges<A> => {
      const added: A[] = [];
      const replaced: A[] = [];
      const removed: string[] = [];
      for (const [id, { wasThere, record, isTouched }] of entries) {
        if (!isTouched) continue;
        if (record !== undefined) (wasThere ? replaced : added).push(record);
        else if (wasThere) removed.push(id);
      }
      return { added, replaced, removed };
    },
  };
}

const sameCells = (a: readonly Cell[], b: readonly Cell[]): boolean => a.every((cell, index) => cell === b[index]);
