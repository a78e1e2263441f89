import { anonymise, type Participation } from "@finsam/model";
import {
  type Conflict,
  mergePersons,
  openConflicts,
  type RefusedRecord,
  type RegisterRecord,
  readRecord,
  type SaveAccount,
  type SavedCount,
  sameValue,
  startAccount,
} from "@finsam/store";
import * as Result from "effect/Result";
import { isProtected, mayHaveSpells, personBehind, type Register, removeWhere } from "./register.ts";

/** One save in the making. */
export interface Batch {
  /** Takes the next record into the register; refuses what is no record. */
  readonly take: (record: RegisterRecord) => Result.Result<void, RefusedRecord>;
  /** What the save did, or all its conflicts: then nothing of it may be kept. */
  readonly end: () => Result.Result<SaveAccount, Conflict>;
}

/** Begins a save into a register that is the save's own. This is the heart of a store: what each record means for those already there. */
export function startBatch(register: Register): Batch {
  const account = startAccount();
  const conflicts = openConflicts();
  const stated = new Set<string>();
  const left = new Set<string>();
  let position = 0;

  /** Whether a participation is already somebody else's. Who loses one may have to be forgotten at the end. */
  const isAnothers = (participation: Participation): boolean => {
    const before = personBehind(register.participations.get(participation.id));
    const now = personBehind(participation);
    if (before === undefined) return false;
    if (now !== undefined && now !== before) return true;
    left.add(before);
    return false;
  };

  return {
    take: (record) => {
      position += 1;
      return Result.map(readRecord(record, position), (checked) => {
        if (checked.kind === "person") stated.add(checked.person.id);
        if (checked.kind === "participation" && isAnothers(checked.participation)) conflicts.found(position);
        else account.count(checked.kind, put(register, checked));
      });
    },
    end: () =>
      Result.map(conflicts.result(), () => {
        for (const person of left) if (!stated.has(person)) forgetIfAlone(register, person);
        return account.account();
      }),
  };
}

function put(register: Register, record: RegisterRecord): keyof SavedCount {
  switch (record.kind) {
    case "person": {
      const person = mergePersons(register.persons.get(record.person.id), record.person);
      if (person.protectedIdentity) hide(register, person.id);
      return keep(register.persons, person);
    }
    case "participation": {
      const hidden = isProtected(register, personBehind(record.participation));
      const participation = hidden ? anonymise(record.participation) : record.participation;
      const change = keep(register.participations, participation);
      removeWhere(
        register.spells,
        (spell) => spell.participation === participation.id && !mayHaveSpells(register, spell.participation),
      );
      return change;
    }
    case "measurement":
      return isProtected(register, record.measurement.person)
        ? drop(register.measurements, record.measurement.id)
        : keep(register.measurements, record.measurement);
    case "spell":
      return mayHaveSpells(register, record.spell.participation)
        ? keep(register.spells, record.spell)
        : drop(register.spells, record.spell.id);
  }
}

function keep<A extends { readonly id: string }>(records: Map<string, A>, record: A): keyof SavedCount {
  const before = records.get(record.id);
  // A copy: what the giver does with the record afterwards changes nothing here.
  records.set(record.id, structuredClone(record));
  if (before === undefined) return "added";
  return sameValue(before, record) ? "unchanged" : "replaced";
}

const drop = <A>(records: Map<string, A>, id: string): keyof SavedCount =>
  records.delete(id) ? "replaced" : "unchanged";

/** Of a person with protected identity, only the year and sex of participations stay. */
function hide(register: Register, person: string): void {
  for (const participation of register.participations.values()) {
    if (personBehind(participation) !== person) continue;
    register.participations.set(participation.id, anonymise(participation));
    removeWhere(register.spells, (spell) => spell.participation === participation.id);
  }
  removeWhere(register.measurements, (measurement) => measurement.person === person);
}

/** Whose last participation is no longer followed up has not consented to stay. */
function forgetIfAlone(register: Register, person: string): void {
  const { participations, measurements } = register;
  const hasAnything =
    [...participations.values()].some((participation) => personBehind(participation) === person) ||
    [...measurements.values()].some((measurement) => measurement.person === person);
  if (!hasAnything && !isProtected(register, person)) register.persons.delete(person);
}
