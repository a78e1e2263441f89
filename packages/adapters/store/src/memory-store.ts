import {
  anonymise,
  type Measurement,
  type Participation,
  type ParticipationId,
  type Person,
  type PersonId,
} from "@finsam/model";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Semaphore from "effect/Semaphore";
import * as Stream from "effect/Stream";
import { compareIds } from "./compare-ids.ts";
import { NotFound } from "./errors.ts";
import { groupPersons } from "./group-persons.ts";
import { mergePersons } from "./merge-persons.ts";
import { readRecord } from "./read-record.ts";
import { sameValue } from "./same-value.ts";
import { type SavedCount, startAccount } from "./save-account.ts";
import { screenPersons } from "./screen-persons.ts";
import { type RegisterRecord, Store } from "./store.ts";
import { tabulateRows } from "./tabulate-rows.ts";

/**
 * The store in memory: the reference that other stores must agree with. It is written to be plainly right, not fast, and is empty
 * each time its layer is built. A save works on a copy, and the copy takes the register's place when all went well.
 *
 * @example
 * ```ts
 * import { memoryStore, openStore } from "@finsam/store";
 * await using store = await openStore(memoryStore);
 * await store.count(); // => { persons: 0, participations: 0, measurements: 0 }
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

    return Store.of({
      save: (records) =>
        change((copy) => {
          const saving = startAccount();
          const left = new Set<PersonId>();
          const stated = new Set<PersonId>();
          let position = 0;
          const saveOne = (record: RegisterRecord) => {
            position += 1;
            return Effect.map(Effect.fromResult(readRecord(record, position)), (checked) => {
              if (checked.kind === "person") stated.add(checked.person.id);
              if (checked.kind === "participation") {
                const before = copy.participations.get(checked.participation.id);
                if (before?.followUp === "followed") left.add(before.person);
              }
              saving.count(checked.kind, put(copy, checked));
            });
          };
          return Stream.runForEach(records, saveOne).pipe(
            Effect.map(() => {
              for (const person of left) if (!stated.has(person)) forgetIfAlone(copy, person);
              return saving.account();
            }),
          );
        }),
      person: (id) => found("person", shownPersons(register).get(id)),
      participation: (id) => found("participation", shownParticipations(register).get(id)),
      persons,
      participations: stream((now) => inOrder(shownParticipations(now))),
      measurements: stream((now) => inOrder(now.measurements)),
      count: Effect.sync(() => ({
        persons: shownPersons(register).size,
        participations: shownParticipations(register).size,
        measurements: register.measurements.size,
      })),
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
          Effect.sync(() => ({
            persons: removeWhere(copy.persons, (person) => person.id === id),
            participations: removeWhere(copy.participations, (participation) => personOf(participation) === id),
            measurements: removeWhere(copy.measurements, ({ person }) => person === id),
          })),
        ),
    });
  }),
);

interface Register {
  readonly persons: Map<PersonId, Person>;
  readonly participations: Map<ParticipationId, Participation>;
  readonly measurements: Map<string, Measurement>;
}

const emptyRegister: Register = { persons: new Map(), participations: new Map(), measurements: new Map() };

const copyOf = ({ persons, participations, measurements }: Register): Register => ({
  persons: new Map(persons),
  participations: new Map(participations),
  measurements: new Map(measurements),
});

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
      return putOne(register.participations, isHidden ? anonymise(participation) : participation);
    }
    case "measurement": {
      const { measurement } = record;
      if (!isProtected(register, measurement.person)) return putOne(register.measurements, measurement);
      return register.measurements.delete(measurement.id) ? "replaced" : "unchanged";
    }
  }
}

function putOne<A extends { readonly id: string }>(records: Map<string, A>, record: A): keyof SavedCount {
  const known = records.get(record.id);
  records.set(record.id, record);
  if (known === undefined) return "added";
  return sameValue(known, record) ? "unchanged" : "replaced";
}

/** Leaves of a person with protected identity only what may be kept. */
function hide(register: Register, id: PersonId): void {
  for (const participation of register.participations.values()) {
    if (personOf(participation) === id) register.participations.set(participation.id, anonymise(participation));
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

const personOf = (participation: Participation): PersonId | undefined =>
  participation.followUp === "followed" ? participation.person : undefined;

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
