import {
  anonymise,
  type Measurement,
  type Participation,
  type ParticipationId,
  type Person,
  type PersonId,
  type Spell,
} from "@finsam/model";
import * as DateTime from "effect/DateTime";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Semaphore from "effect/Semaphore";
import * as Stream from "effect/Stream";
import { compareIds } from "./compare-ids.ts";
import { NotFound } from "./errors.ts";
import { openConflicts } from "./found-conflicts.ts";
import { groupPersons } from "./group-persons.ts";
import { type HistoryEntry, type HistoryEvent, nextEntry, savedEvent } from "./history.ts";
import { mergePersons } from "./merge-persons.ts";
import { tellingProgress } from "./progress.ts";
import { readRecord } from "./read-record.ts";
import { sameValue } from "./same-value.ts";
import { type SavedCount, startAccount } from "./save-account.ts";
import { screenPersons } from "./screen-persons.ts";
import { type RegisterRecord, Store } from "./store.ts";
import type { StoreManifest } from "./store-manifest.ts";
import { storeProblem } from "./store-problem.ts";
import { tabulateRows } from "./tabulate-rows.ts";
import { verifyStore } from "./verify-store.ts";

/**
 * The store in memory: the reference that other stores must agree with. It is written to be plainly right, not fast, and is empty
 * each time its layer is built. A save works on a copy, and the copy takes the register's place when all went well.
 *
 * @example
 * ```ts
 * import { memoryStore, openStore } from "@finsam/store";
 * await using store = await openStore(memoryStore);
 * await store.count(); // => { persons: 0, participations: 0, measurements: 0, spells: 0 }
 * ```
 */
export const memoryStore: Layer.Layer<Store> = Layer.effect(
  Store,
  Effect.gen(function* () {
    const oneAtATime = yield* Semaphore.make(1);
    let register: Register = emptyRegister;

    const change = <A, E, R>(work: (copy: Register) => Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
      Effect.suspend(() => {
        const copy = copyOf(register);
        return Effect.tap(work(copy), () =>
          Effect.sync(() => {
            register = copy;
          }),
        );
      }).pipe(Semaphore.withPermit(oneAtATime));

    const stream = <A>(records: (register: Register) => Iterable<A>): Stream.Stream<A> =>
      Stream.suspend(() => Stream.fromIterable(records(register)));

    const persons = stream((now) => inOrder(shownPersons(now)));

    const reads = {
      persons,
      participations: stream((now) => inOrder(shownParticipations(now))),
      measurements: stream((now) => inOrder(now.measurements)),
      spells: stream((now) => inOrder(now.spells)),
      count: Effect.sync(() => ({
        persons: shownPersons(register).size,
        participations: shownParticipations(register).size,
        measurements: register.measurements.size,
        spells: register.spells.size,
      })),
      history: stream((now) => now.history.map((entry) => structuredClone(entry))),
    };

    return Store.of({
      ...reads,
      manifest,
      save: (records, options = {}) =>
        change((copy) => {
          const saving = startAccount();
          const conflicts = openConflicts();
          const left = new Set<PersonId>();
          const stated = new Set<PersonId>();
          let position = 0;
          const saveOne = (record: RegisterRecord) => {
            position += 1;
            return Effect.map(Effect.fromResult(readRecord(record, position)), (checked) => {
              if (checked.kind === "person") stated.add(checked.person.id);
              if (checked.kind === "participation") {
                const before = personOf(copy.participations.get(checked.participation.id));
                const now = personOf(checked.participation);
                if (before !== undefined && now !== undefined && before !== now) {
                  conflicts.found(position);
                  return;
                }
                if (before !== undefined) left.add(before);
              }
              saving.count(checked.kind, put(copy, checked));
            });
          };
          return Stream.runForEach(tellingProgress(records, options.progress), saveOne).pipe(
            Effect.andThen(Effect.suspend(() => Effect.fromResult(conflicts.result()))),
            Effect.andThen(DateTime.now),
            Effect.map((at) => {
              for (const person of left) if (!stated.has(person)) forgetIfAlone(copy, person);
              const account = saving.account();
              note(copy, at, savedEvent(account, options));
              return account;
            }),
          );
        }),
      person: (id) => found("person", shownPersons(register).get(id)),
      participation: (id) => found("participation", shownParticipations(register).get(id)),
      screen: (rule) => screenPersons(persons, rule),
      groupByConditions: (conditions) => groupPersons(persons, conditions),
      tabulate: (specs) =>
        tabulateRows(
          stream((now) =>
            [...shownParticipations(now).values()].map((participation) => ({
              participation,
              birthDate: birthDateBehind(now, participation),
            })),
          ),
          specs,
        ),
      erase: (id) =>
        change((copy) =>
          Effect.map(DateTime.now, (at) => {
            const hers = where(copy.participations, (participation) => personOf(participation) === id);
            const counts = {
              persons: removeWhere(copy.persons, (person) => person.id === id),
              participations: removeWhere(copy.participations, (participation) => hers.has(participation.id)),
              measurements: removeWhere(copy.measurements, ({ person }) => person === id),
              spells: removeWhere(copy.spells, ({ participation }) => hers.has(participation)),
            };
            note(copy, at, { event: "erased", counts });
            return counts;
          }),
        ),
      verify: Effect.map(verifyStore(reads), (problems) => {
        const contradicting = contradictions(register);
        const where = { sv: "registret i minnet", en: "the register in memory" };
        return contradicting === 0
          ? problems
          : [...problems, storeProblem("protection-contradicted", where, contradicting)];
      }),
    });
  }),
);

interface Register {
  readonly persons: Map<PersonId, Person>;
  readonly participations: Map<ParticipationId, Participation>;
  readonly measurements: Map<string, Measurement>;
  readonly spells: Map<string, Spell>;
  readonly history: HistoryEntry[];
}

const emptyRegister: Register = {
  persons: new Map(),
  participations: new Map(),
  measurements: new Map(),
  spells: new Map(),
  history: [],
};

const copyOf = ({ persons, participations, measurements, spells, history }: Register): Register => ({
  persons: new Map(persons),
  participations: new Map(participations),
  measurements: new Map(measurements),
  spells: new Map(spells),
  history: [...history],
});

const manifest: StoreManifest = {
  name: "memory",
  durable: false,
  writers: "one-process",
  tenants: false,
  pushesDown: { screen: false, groupByConditions: false, tabulate: false },
  appendOnly: false,
  cancels: "between-records",
  refusesText: [],
};

/** Writes an entry to the history of a register. */
function note({ history }: Register, at: DateTime.Utc, event: HistoryEvent): void {
  history.push(nextEntry(history.at(-1), DateTime.formatIso(at), event));
}

/** Puts a checked record into a register, and tells what that changed. */
function put(register: Register, record: RegisterRecord): keyof SavedCount {
  switch (record.kind) {
    case "person": {
      const kept = mergePersons(register.persons.get(record.person.id), record.person);
      const change = putOne(register.persons, kept);
      if (kept.protectedIdentity && change !== "unchanged") hide(register, kept.id);
      return change;
    }
    case "participation": {
      const { participation } = record;
      const isHidden = isProtected(register, personOf(participation));
      const kept = isHidden ? anonymise(participation) : participation;
      if (kept.followUp !== "followed") removeWhere(register.spells, (spell) => spell.participation === kept.id);
      return putOne(register.participations, kept);
    }
    case "measurement": {
      const { measurement } = record;
      if (!isProtected(register, measurement.person)) return putOne(register.measurements, measurement);
      return register.measurements.delete(measurement.id) ? "replaced" : "unchanged";
    }
    case "spell": {
      const { spell } = record;
      if (mayHaveSpells(register.participations.get(spell.participation))) return putOne(register.spells, spell);
      return register.spells.delete(spell.id) ? "replaced" : "unchanged";
    }
  }
}

function putOne<A extends { readonly id: string }>(records: Map<string, A>, record: A): keyof SavedCount {
  const known = records.get(record.id);
  // A copy, so that what the giver does with it changes nothing here.
  records.set(record.id, structuredClone(record));
  if (known === undefined) return "added";
  return sameValue(known, record) ? "unchanged" : "replaced";
}

/** Those of a participation that is followed, or that has not come yet. */
const mayHaveSpells = (participation: Participation | undefined): boolean =>
  participation === undefined || participation.followUp === "followed";

/** Leaves of a person with protected identity only what may be kept. */
function hide(register: Register, id: PersonId): void {
  for (const participation of register.participations.values()) {
    if (personOf(participation) !== id) continue;
    register.participations.set(participation.id, anonymise(participation));
    removeWhere(register.spells, (spell) => spell.participation === participation.id);
  }
  removeWhere(register.measurements, ({ person }) => person === id);
}

/** Forgets a person of whom nothing else is kept: nobody has consented to keep what is known of them. */
function forgetIfAlone({ persons, participations, measurements }: Register, id: PersonId): void {
  const isAlone =
    ![...participations.values()].some((participation) => personOf(participation) === id) &&
    ![...measurements.values()].some(({ person }) => person === id);
  if (isAlone && persons.get(id)?.protectedIdentity === false) persons.delete(id);
}

function removeWhere<A>(records: Map<string, A>, isGoing: (record: A) => boolean): number {
  const going = [...records].filter(([, record]) => isGoing(record));
  for (const [id] of going) records.delete(id);
  return going.length;
}

/** How many records there are that protected identity, or a missing consent, should have taken away. */
function contradictions(register: Register): number {
  const { participations, measurements, spells } = register;
  return [
    ...[...participations.values()].filter((participation) => isProtected(register, personOf(participation))),
    ...[...measurements.values()].filter(({ person }) => isProtected(register, person)),
    ...[...spells.values()].filter(({ participation }) => !mayHaveSpells(participations.get(participation))),
  ].length;
}

const personOf = (participation: Participation | undefined): PersonId | undefined =>
  participation?.followUp === "followed" ? participation.person : undefined;

const isProtected = ({ persons }: Register, id: PersonId | undefined): boolean =>
  id !== undefined && persons.get(id)?.protectedIdentity === true;

const birthDateBehind = ({ persons }: Register, participation: Participation) => {
  const person = persons.get(personOf(participation) ?? "");
  return person?.protectedIdentity === false ? person.birthDate : undefined;
};

const shownPersons = ({ persons }: Register) => where(persons, (person) => !person.protectedIdentity);

const shownParticipations = ({ participations }: Register) =>
  where(participations, ({ followUp }) => followUp !== "anonymous");

const where = <A>(records: ReadonlyMap<string, A>, isIn: (record: A) => boolean): ReadonlyMap<string, A> =>
  new Map([...records].filter(([, record]) => isIn(record)));

/** Copies, so that what a reader does with them changes nothing here. */
function* inOrder<A>(records: ReadonlyMap<string, A>): Iterable<A> {
  for (const [, record] of [...records].sort(([a], [b]) => compareIds(a, b))) yield structuredClone(record);
}

const found = <A>(kind: NotFound["kind"], record: A | undefined): Effect.Effect<A, NotFound> =>
  record === undefined ? Effect.fail(new NotFound({ kind })) : Effect.succeed(structuredClone(record));
