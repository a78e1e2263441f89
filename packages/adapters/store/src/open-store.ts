import type { TableCounts, TableSpec } from "@finsam/gender-reporting";
import type { Measurement, Participation, ParticipationId, Person, PersonId } from "@finsam/model";
import type { ResolvedRule } from "@finsam/policy";
import type { AskedCondition, OutcomeGroup } from "@finsam/policy/compare";
import * as Cause from "effect/Cause";
import type * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import type * as Layer from "effect/Layer";
import * as ManagedRuntime from "effect/ManagedRuntime";
import * as Stream from "effect/Stream";
import { StoreUnavailable } from "./errors.ts";
import type { SaveAccount } from "./save-account.ts";
import type { Screened } from "./screen-persons.ts";
import { type RecordCounts, type RegisterRecord, Store } from "./store.ts";

/**
 * A store for those who do not use Effect: promises, and asynchronous iterables for what may be long. A promise that is rejected, and
 * an iteration that fails, give the typed error of the port itself (`StoreUnavailable`, `NotFound`, `RefusedRecord`), or whatever the
 * records to save threw.
 */
export interface OpenStore extends AsyncDisposable {
  /** Saves all of the records or none. An aborted signal stops it, with nothing saved, and rejects with the reason of the signal. */
  readonly save: (
    records: Iterable<RegisterRecord> | AsyncIterable<RegisterRecord>,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<SaveAccount>;
  readonly person: (id: PersonId) => Promise<Person>;
  readonly participation: (id: ParticipationId) => Promise<Participation>;
  readonly persons: () => AsyncIterable<Person>;
  readonly participations: () => AsyncIterable<Participation>;
  readonly measurements: () => AsyncIterable<Measurement>;
  readonly count: () => Promise<RecordCounts>;
  readonly screen: (rule: ResolvedRule) => AsyncIterable<Screened>;
  readonly groupByConditions: (conditions: readonly AskedCondition[]) => Promise<readonly OutcomeGroup[]>;
  readonly tabulate: (specs: readonly TableSpec[]) => Promise<readonly TableCounts[]>;
  readonly erase: (person: PersonId) => Promise<RecordCounts>;
}

/**
 * Opens a store for those who do not use Effect. `await using` closes it at the end of the block; a save that is going on then is
 * taken back. Rejects with the error of the layer when the store cannot be opened.
 *
 * @example
 * ```ts
 * import { memoryStore, openStore } from "@finsam/store";
 * await using store = await openStore(memoryStore);
 * const person = { protectedIdentity: false, id: "p1", sex: "man", sexBasis: "legal-sex", birthDate: "1985" } as const;
 * const account = await store.save([{ kind: "person", person }]);
 * account.person; // => { added: 1, replaced: 0, unchanged: 0 }
 * await store.person("p1"); // => person
 * ```
 */
export async function openStore<E>(layer: Layer.Layer<Store, E>): Promise<OpenStore> {
  const runtime = ManagedRuntime.make(layer);
  let closed = false;

  const run = async <A, E2>(work: Effect.Effect<A, E2, Store>, signal?: AbortSignal): Promise<A> => {
    if (closed) throw storeClosed();
    signal?.throwIfAborted();
    const exit = await runtime.runPromiseExit(work, signal && { signal });
    if (Exit.isSuccess(exit)) return exit.value;
    if (Cause.hasInterruptsOnly(exit.cause)) throw signal?.aborted ? signal.reason : storeClosed();
    throw Cause.squash(exit.cause);
  };

  const store = await run(Store).catch(async (error) => {
    await runtime.dispose();
    throw error;
  });

  const iterate = <A, E2>(stream: Stream.Stream<A, E2>): AsyncIterable<A> =>
    Stream.toAsyncIterable(
      Stream.suspend((): Stream.Stream<A, E2 | StoreUnavailable> => (closed ? Stream.fail(storeClosed()) : stream)),
    );

  return {
    save: (records, { signal } = {}) => run(store.save(streamOf(records)), signal),
    person: (id) => run(store.person(id)),
    participation: (id) => run(store.participation(id)),
    persons: () => iterate(store.persons),
    participations: () => iterate(store.participations),
    measurements: () => iterate(store.measurements),
    count: () => run(store.count),
    screen: (rule) => iterate(store.screen(rule)),
    groupByConditions: (conditions) => run(store.groupByConditions(conditions)),
    tabulate: (specs) => run(store.tabulate(specs)),
    erase: (id) => run(store.erase(id)),
    [Symbol.asyncDispose]: () => {
      closed = true;
      return runtime.dispose();
    },
  };
}

const streamOf = <A>(records: Iterable<A> | AsyncIterable<A>): Stream.Stream<A, unknown> =>
  Symbol.asyncIterator in records
    ? Stream.fromAsyncIterable(records, (error) => error)
    : // In small chunks, so that a long list neither blocks the process nor outlives its interruption.
      Stream.fromIterable(records, { chunkSize: 500 });

const storeClosed = () =>
  new StoreUnavailable({
    retryable: false,
    text: {
      sv: "Registret är stängt. Öppna det igen.",
      en: "The store is closed. Open it again.",
    },
  });
