import {
  compareIds,
  groupPersons,
  type HistoryEvent,
  NotFound,
  nextEntry,
  Store,
  type StoreManifest,
  type StoreNotReadable,
  type StoreUnavailable,
  savedEvent,
  screenPersons,
  storeProblem,
  tabulateRows,
  tellingProgress,
  verifyStore,
} from "@finsam/store";
import * as DateTime from "effect/DateTime";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Semaphore from "effect/Semaphore";
import * as Stream from "effect/Stream";
import { startBatch } from "./batch.ts";
import { copyOf, isProtected, mayHaveSpells, personBehind, type Register, removePerson } from "./register.ts";
import { readRegister, writeRegister } from "./register-file.ts";

/** What this store is, for who chooses one: small registers of one program, in a file that any editor opens. */
export const jsonLinesManifest: StoreManifest = {
  name: "own-store",
  durable: true,
  writers: "one-process",
  tenants: false,
  pushesDown: { screen: false, groupByConditions: false, tabulate: false },
  appendOnly: false,
  cancels: "between-records",
  refusesText: [],
};

/** A register in one file of JSON lines. */
export const jsonLinesStore = (path: string): Layer.Layer<Store, StoreNotReadable | StoreUnavailable> =>
  Layer.effect(
    Store,
    Effect.gen(function* () {
      let register = yield* readRegister(path);
      const oneAtATime = yield* Semaphore.make(1);

      /** Changes a copy, with an entry in its history, and puts it in the register's place once it lies in the file. */
      const change = <A, E, R>(
        work: (copy: Register) => Effect.Effect<readonly [A, HistoryEvent], E, R>,
      ): Effect.Effect<A, E | StoreUnavailable, R> =>
        Effect.gen(function* () {
          const copy = copyOf(register);
          const [result, event] = yield* work(copy);
          copy.history.push(nextEntry(copy.history.at(-1), DateTime.formatIso(yield* DateTime.now), event));
          yield* writeRegister(path, copy);
          register = copy;
          return result;
        }).pipe(Semaphore.withPermit(oneAtATime));

      const stream = <A>(records: (now: Register) => readonly A[]): Stream.Stream<A> =>
        Stream.suspend(() => Stream.fromIterable(records(register)));
      const find = <A>(kind: NotFound["kind"], record: A | undefined): Effect.Effect<A, NotFound> =>
        record === undefined ? Effect.fail(new NotFound({ kind })) : Effect.succeed(structuredClone(record));

      const reads = {
        persons: stream((now) => inOrder(shownPersons(now))),
        participations: stream((now) => inOrder(shownParticipations(now))),
        measurements: stream((now) => inOrder([...now.measurements.values()])),
        spells: stream((now) => inOrder([...now.spells.values()])),
        history: stream((now) => structuredClone(now.history)),
        count: Effect.sync(() => ({
          persons: shownPersons(register).length,
          participations: shownParticipations(register).length,
          measurements: register.measurements.size,
          spells: register.spells.size,
        })),
      };

      return Store.of({
        ...reads,
        manifest: jsonLinesManifest,
        save: (records, options = {}) =>
          change((copy) =>
            Effect.gen(function* () {
              const batch = startBatch(copy);
              yield* Stream.runForEach(tellingProgress(records, options.progress), (record) =>
                Effect.fromResult(batch.take(record)),
              );
              const account = yield* Effect.fromResult(batch.end());
              return [account, savedEvent(account, options)] as const;
            }),
          ),
        erase: (id) =>
          change((copy) =>
            Effect.sync(() => {
              const counts = removePerson(copy, id);
              return [counts, { event: "erased", counts }] as const;
            }),
          ),
        person: (id) =>
          Effect.suspend(() =>
            find(
              "person",
              shownPersons(register).find((one) => one.id === id),
            ),
          ),
        participation: (id) =>
          Effect.suspend(() =>
            find(
              "participation",
              shownParticipations(register).find((one) => one.id === id),
            ),
          ),
        screen: (rule) => screenPersons(reads.persons, rule),
        groupByConditions: (conditions) => groupPersons(reads.persons, conditions),
        tabulate: (specs) => tabulateRows(stream(countedRows), specs),
        verify: Effect.map(verifyStore(reads), (problems) => [...problems, ...whatOnlyThisStoreSees(register)]),
      });
    }),
  );

const shownPersons = ({ persons }: Register) => [...persons.values()].filter((person) => !person.protectedIdentity);

const shownParticipations = ({ participations }: Register) =>
  [...participations.values()].filter(({ followUp }) => followUp !== "anonymous");

/** Copies in the order of ids, so that what a reader does with them changes nothing here. */
const inOrder = <A extends { readonly id: string }>(records: readonly A[]): readonly A[] =>
  structuredClone(records.toSorted((a, b) => compareIds(a.id, b.id)));

const countedRows = (now: Register) =>
  shownParticipations(now).map((participation) => {
    const person = now.persons.get(personBehind(participation) ?? "");
    return { participation, birthDate: person?.protectedIdentity === false ? person.birthDate : undefined };
  });

/** Records that are kept although protected identity, or a missing consent, should have taken them away. */
function whatOnlyThisStoreSees(now: Register) {
  const kept = [
    ...[...now.participations.values()].filter((participation) => isProtected(now, personBehind(participation))),
    ...[...now.measurements.values()].filter(({ person }) => isProtected(now, person)),
    ...[...now.spells.values()].filter(({ participation }) => !mayHaveSpells(now, participation)),
  ].length;
  return kept === 0 ? [] : [storeProblem("protection-contradicted", { sv: "filen", en: "the file" }, kept)];
}
