import type { DatabaseSync } from "node:sqlite";
import { anonymise, type Measurement, type Participation, type Person, type PersonId } from "@finsam/model";
import { mergePersons, type RecordCounts, type RegisterRecord, type SavedCount } from "@finsam/store";
import type { RecordTable } from "./record-table.ts";
import { measurementTable, participationTable, personTable } from "./tables.ts";

/** What changes a register, one transaction at a time. All of it throws what `node:sqlite` throws. */
export interface RegisterChanges {
  /** Begins a transaction. Throws at once when another process is in the middle of one. */
  readonly begin: () => void;
  /** Saves a checked record in the transaction, and tells what that changed. */
  readonly save: (record: RegisterRecord) => keyof SavedCount;
  /** Erases a person in the transaction, and tells what went. */
  readonly erase: (person: PersonId) => RecordCounts;
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
  const personById = writer.prepare("SELECT * FROM person WHERE id = ?");
  const protectedIds = writer.prepare("SELECT id FROM person WHERE protected = 1");
  const removePerson = writer.prepare("DELETE FROM person WHERE id = ?");
  const removeParticipations = writer.prepare("DELETE FROM participation WHERE person = ?");
  const removeMeasurement = writer.prepare("DELETE FROM measurement WHERE id = ?");
  const removeMeasurements = writer.prepare("DELETE FROM measurement WHERE person = ?");
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
  // Persons whose participation was replaced in this transaction, and those that it stated.
  let leftPersons = new Set<PersonId>();
  let statedPersons = new Set<PersonId>();

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
    anonymiseParticipations.run(id);
    removeMeasurements.run(id);
  }

  function saveParticipation(participation: Participation): keyof SavedCount {
    const isHidden = participation.followUp === "followed" && hidden.has(participation.person);
    const kept = isHidden ? anonymise(participation) : participation;
    if (participations.insert(kept)) return "added";
    const before = personOfParticipation.get(kept.id)?.person;
    if (typeof before === "string") leftPersons.add(before);
    return participations.update(kept);
  }

  function saveMeasurement(measurement: Measurement): keyof SavedCount {
    if (!hidden.has(measurement.person)) return measurements.put(measurement);
    return removeMeasurement.run(measurement.id).changes === 1 ? "replaced" : "unchanged";
  }

  function save(record: RegisterRecord): keyof SavedCount {
    switch (record.kind) {
      case "person":
        statedPersons.add(record.person.id);
        return savePerson(record.person);
      case "participation":
        return saveParticipation(record.participation);
      case "measurement":
        return saveMeasurement(record.measurement);
    }
  }

  return {
    begin: () => {
      writer.exec("BEGIN IMMEDIATE");
      leftPersons = new Set();
      statedPersons = new Set();
      hidden = new Set(protectedIds.all().map(({ id }) => String(id)));
    },
    save,
    erase: (person) => ({
      persons: Number(removePerson.run(person).changes),
      participations: Number(removeParticipations.run(person).changes),
      measurements: Number(removeMeasurements.run(person).changes),
    }),
    commit: () => {
      for (const person of leftPersons) if (!statedPersons.has(person)) forgetIfAlone.run(person);
      writer.exec("COMMIT");
    },
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
