import type { DatabaseSync } from "node:sqlite";
import {
  anonymise,
  type Measurement,
  type Participation,
  type ParticipationId,
  type Person,
  type PersonId,
  type Spell,
} from "@finsam/model";
import {
  type HistoryEvent,
  mergePersons,
  nextEntry,
  type RecordCounts,
  type RegisterRecord,
  type SavedCount,
} from "@finsam/store";
import type { RecordTable } from "./record-table.ts";
import { historyTable, measurementTable, participationTable, personTable, spellTable } from "./tables.ts";

/** What changes a register, one transaction at a time. All of it throws what `node:sqlite` throws. */
export interface RegisterChanges {
  /** Begins a transaction. Throws at once when another process is in the middle of one. */
  readonly begin: () => void;
  /**
   * Saves a checked record in the transaction, and tells what that changed; `conflict`, and nothing, when it is a participation that the
   * register follows for another person.
   */
  readonly save: (record: RegisterRecord) => keyof SavedCount | "conflict";
  /** Erases a person in the transaction, and tells what went. */
  readonly erase: (person: PersonId) => RecordCounts;
  /** Forgets in the transaction of whom the save has left nothing. */
  readonly tidy: () => void;
  /** Writes what happened at an instant to the history, in the transaction. */
  readonly note: (at: string, event: HistoryEvent) => void;
  readonly commit: () => void;
  /** Takes the transaction back, if one is open. */
  readonly rollback: () => void;
  /** Moves what the journal holds into the file, as far as no reader needs it. */
  readonly emptyJournal: () => void;
}

/** Prepares what changes a register over the connection that writes. */
export function prepareChanges(writer: DatabaseSync): RegisterChanges {
  const persons = upsert(writer, personTable);
  const participations = upsert(writer, participationTable);
  const measurements = upsert(writer, measurementTable);
  const spells = upsert(writer, spellTable);
  const personById = writer.prepare("SELECT * FROM person WHERE id = ?");
  const protectedIds = writer.prepare("SELECT id FROM person WHERE protected = 1");
  const removePerson = writer.prepare("DELETE FROM person WHERE id = ?");
  const removeParticipations = writer.prepare("DELETE FROM participation WHERE person = ?");
  const removeMeasurement = writer.prepare("DELETE FROM measurement WHERE id = ?");
  const removeMeasurements = writer.prepare("DELETE FROM measurement WHERE person = ?");
  const removeSpell = writer.prepare("DELETE FROM spell WHERE id = ?");
  const removeSpellsOf = writer.prepare("DELETE FROM spell WHERE participation = ?");
  const removeSpellsOfPerson = writer.prepare(
    "DELETE FROM spell WHERE participation IN (SELECT id FROM participation WHERE person = ?)",
  );
  const anySpell = writer.prepare("SELECT 1 FROM spell LIMIT 1");
  const followUpOf = writer.prepare("SELECT follow_up FROM participation WHERE id = ?");
  const lastEntry = writer.prepare("SELECT position, hash FROM history ORDER BY position DESC LIMIT 1");
  const { columns: entryColumns } = historyTable;
  const addEntry = writer.prepare(
    `INSERT INTO history (${entryColumns.join(", ")}) VALUES (${entryColumns.map(() => "?").join(", ")})`,
  );
  const anonymiseParticipations = writer.prepare(`
    UPDATE participation
    SET follow_up = 'anonymous', start_year = CAST(substr(start_date, 1, 4) AS INTEGER), sex_basis = NULL, intervention = NULL,
      start_date = NULL, end_date = NULL, person = NULL, referrer = NULL, referred = NULL, district = NULL, exit_reason = NULL,
      returned_before_start = NULL, education = NULL, support_at_start = NULL, support_since = NULL, support_at_end = NULL
    WHERE person = ?`);

  const personOfParticipation = writer.prepare("SELECT person FROM participation WHERE id = ?");
  const forgetIfAlone = writer.prepare(`
    DELETE FROM person WHERE id = ?1 AND protected = 0
      AND NOT EXISTS (SELECT 1 FROM participation WHERE person = ?1)
      AND NOT EXISTS (SELECT 1 FROM measurement WHERE person = ?1)`);

  // They are few, and every participation and measurement asks for them.
  let hidden = new Set<PersonId>();
  // Persons of whom a participation was followed until this transaction, and those that it stated.
  let leftPersons = new Set<PersonId>();
  let statedPersons = new Set<PersonId>();
  // Most registers have none, and then no participation has to look for its own.
  let hasSpells = false;

  function savePerson(stated: Person): keyof SavedCount {
    const asStated = mergePersons(undefined, stated);
    const change = persons.insert(asStated) ? "added" : persons.update(mergePersons(knownPerson(stated.id), stated));
    if (stated.protectedIdentity && change !== "unchanged") hide(stated.id);
    return change;
  }

  function knownPerson(id: PersonId): Person | undefined {
    const row = personById.get(id);
    return row === undefined ? undefined : personTable.recordIn(row);
  }

  function hide(id: PersonId): void {
    hidden.add(id);
    removeSpellsOfPerson.run(id);
    anonymiseParticipations.run(id);
    removeMeasurements.run(id);
  }

  function saveParticipation(participation: Participation): keyof SavedCount | "conflict" {
    const person = participation.followUp === "followed" ? participation.person : undefined;
    const kept = person !== undefined && hidden.has(person) ? anonymise(participation) : participation;
    if (kept.followUp !== "followed") dropSpellsOf(kept.id);
    if (participations.insert(kept)) return "added";
    const before = personOfParticipation.get(kept.id)?.person;
    if (typeof before === "string") {
      if (person !== undefined && person !== before) return "conflict";
      if (kept.followUp !== "followed") leftPersons.add(before);
    }
    return participations.update(kept);
  }

  function dropSpellsOf(id: ParticipationId): void {
    if (hasSpells) removeSpellsOf.run(id);
  }

  function saveMeasurement(measurement: Measurement): keyof SavedCount {
    if (!hidden.has(measurement.person)) return measurements.put(measurement);
    return removeMeasurement.run(measurement.id).changes === 1 ? "replaced" : "unchanged";
  }

  function saveSpell(spell: Spell): keyof SavedCount {
    const followUp = followUpOf.get(spell.participation)?.follow_up ?? "followed";
    if (followUp !== "followed") return removeSpell.run(spell.id).changes === 1 ? "replaced" : "unchanged";
    hasSpells = true;
    return spells.put(spell);
  }

  function save(record: RegisterRecord): keyof SavedCount | "conflict" {
    switch (record.kind) {
      case "person":
        statedPersons.add(record.person.id);
        return savePerson(record.person);
      case "participation":
        return saveParticipation(record.participation);
      case "measurement":
        return saveMeasurement(record.measurement);
      case "spell":
        return saveSpell(record.spell);
    }
  }

  return {
    begin: () => {
      writer.exec("BEGIN IMMEDIATE");
      leftPersons = new Set();
      statedPersons = new Set();
      hidden = new Set(protectedIds.all().map(({ id }) => String(id)));
      hasSpells = anySpell.get() !== undefined;
    },
    save,
    erase: (person) => ({
      persons: Number(removePerson.run(person).changes),
      // Before the participations, by which they are found.
      spells: Number(removeSpellsOfPerson.run(person).changes),
      participations: Number(removeParticipations.run(person).changes),
      measurements: Number(removeMeasurements.run(person).changes),
    }),
    tidy: () => {
      for (const person of leftPersons) if (!statedPersons.has(person)) forgetIfAlone.run(person);
    },
    note: (at, event) => {
      const last = lastEntry.get();
      const previous = last && { position: Number(last.position), hash: String(last.hash) };
      addEntry.run(...historyTable.valuesOf(nextEntry(previous, at, event)));
    },
    commit: () => writer.exec("COMMIT"),
    rollback: () => {
      if (writer.isOpen && writer.isTransaction) writer.exec("ROLLBACK");
    },
    emptyJournal: () => writer.exec("PRAGMA wal_checkpoint(TRUNCATE)"),
  };
}

/** Adds a record, or replaces the one with its id if that differs. */
function upsert<A>(writer: DatabaseSync, { name, columns, valuesOf }: RecordTable<A>) {
  const places = columns.map((_, index) => `?${index + 1}`);
  const [others, otherPlaces] = [columns.slice(1).join(", "), places.slice(1).join(", ")];
  const inserting = writer.prepare(
    `INSERT INTO ${name} (${columns.join(", ")}) VALUES (${places.join(", ")}) ON CONFLICT (id) DO NOTHING`,
  );
  const updating = writer.prepare(
    `UPDATE ${name} SET (${others}) = (${otherPlaces}) WHERE id = ?1 AND (${others}) IS NOT (${otherPlaces})`,
  );
  const insert = (record: A): boolean => inserting.run(...valuesOf(record)).changes === 1;
  const update = (record: A): "replaced" | "unchanged" =>
    updating.run(...valuesOf(record)).changes === 1 ? "replaced" : "unchanged";
  return { insert, update, put: (record: A): keyof SavedCount => (insert(record) ? "added" : update(record)) };
}
