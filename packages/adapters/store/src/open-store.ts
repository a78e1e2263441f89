import type { TableCounts, TableSpec } from "@finsam/gender-reporting";
import type { Measurement, Participation, ParticipationId, Person, PersonId, Spell } from "@finsam/model";
import type { ResolvedRule } from "@finsam/policy";
import type { AskedCondition, OutcomeGroup } from "@finsam/policy/compare";
import * as Cause from "effect/Cause";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import type * as Layer from "effect/Layer";
import * as ManagedRuntime from "effect/ManagedRuntime";
import * as Stream from "effect/Stream";
import { StoreUnavailable } from "./errors.ts";
import { exportStore, restoreStore } from "./export-store.ts";
import type { HistoryEntry } from "./history.ts";
import type { SaveAccount } from "./save-account.ts";
import type { Screened } from "./screen-persons.ts";
import { type RecordCounts, type RegisterRecord, type SaveOptions, Store } from "./store.ts";
import type { StoreManifest } from "./store-manifest.ts";
import type { StoreProblem } from "./store-problem.ts";

/** What can be stopped: an aborted signal ends the call, which rejects with the reason of the signal. */
export interface Cancellable {
  readonly signal?: AbortSignal | undefined;
}

/**
 * A store for those who do not use Effect: promises, and asynchronous iterables for what may be long. A promise that is rejected, and
 * an iteration that fails, give the typed error of the port itself (`StoreUnavailable`, `NotFound`, `RefusedRecord`, `Conflict`), the
 * reason of an aborted signal, or whatever the records to save threw.
 */
export interface OpenStore extends AsyncDisposable {
  /** Saves all of the records or none. An aborted signal stops it, with nothing saved. */
  readonly save: (
    records: Iterable<RegisterRecord> | AsyncIterable<RegisterRecord>,
    options?: SaveOptions & Cancellable,
  ) => Promise<SaveAccount>;
  readonly person: (id: PersonId, options?: Cancellable) => Promise<Person>;
  readonly participation: (id: ParticipationId, options?: Cancellable) => Promise<Participation>;
  readonly persons: (options?: Cancellable) => AsyncIterable<Person>;
  readonly participations: (options?: Cancellable) => AsyncIterable<Participation>;
  readonly measurements: (options?: Cancellable) => AsyncIterable<Measurement>;
  readonly spells: (options?: Cancellable) => AsyncIterable<Spell>;
  readonly count: (options?: Cancellable) => Promise<RecordCounts>;
  readonly screen: (rule: ResolvedRule, options?: Cancellable) => AsyncIterable<Screened>;
  readonly groupByConditions: (
    conditions: readonly AskedCondition[],
    options?: Cancellable,
  ) => Promise<readonly OutcomeGroup[]>;
  readonly tabulate: (specs: readonly TableSpec[], options?: Cancellable) => Promise<readonly TableCounts[]>;
  readonly erase: (person: PersonId, options?: Cancellable) => Promise<RecordCounts>;
  readonly history: (options?: Cancellable) => AsyncIterable<HistoryEntry>;
  /** The register as lines of JSON, without line ends: see `exportStore`. */
  readonly exportLines: (options?: Cancellable) => AsyncIterable<string>;
  /** Restores an export into this store, which has to be empty: see `restoreStore`. */
  readonly restoreLines: (
    lines: Iterable<string> | AsyncIterable<string>,
    options?: Omit<SaveOptions, "restoring"> & Cancellable,
  ) => Promise<RecordCounts>;
  readonly verify: (options?: Cancellable) => Promise<readonly StoreProblem[]>;
  readonly manifest: StoreManifest;
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
export async function openStore<E>(layer: Layer.Layer<Store, E>, { signal }: Cancellable = {}): Promise<OpenStore> {
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

  const store = await run(Store, signal).catch(async (error) => {
    await runtime.dispose();
    throw error;
  });

  const iterate = <A, E2>(stream: Stream.Stream<A, E2>, signal?: AbortSignal): AsyncIterable<A> => {
    const open = Stream.suspend(
      (): Stream.Stream<A, E2 | StoreUnavailable> => (closed ? Stream.fail(storeClosed()) : stream),
    );
    if (signal === undefined) return Stream.toAsyncIterable(open);
    return untilAborted(Stream.toAsyncIterable(Stream.interruptWhen(open, aborted(signal))), signal);
  };

  return {
    save: (records, { signal, ...options } = {}) => run(store.save(streamOf(records), options), signal),
    person: (id, { signal } = {}) => run(store.person(id), signal),
    participation: (id, { signal } = {}) => run(store.participation(id), signal),
    persons: ({ signal } = {}) => iterate(store.persons, signal),
    participations: ({ signal } = {}) => iterate(store.participations, signal),
    measurements: ({ signal } = {}) => iterate(store.measurements, signal),
    spells: ({ signal } = {}) => iterate(store.spells, signal),
    count: ({ signal } = {}) => run(store.count, signal),
    screen: (rule, { signal } = {}) => iterate(store.screen(rule), signal),
    groupByConditions: (conditions, { signal } = {}) => run(store.groupByConditions(conditions), signal),
    tabulate: (specs, { signal } = {}) => run(store.tabulate(specs), signal),
    erase: (id, { signal } = {}) => run(store.erase(id), signal),
    history: ({ signal } = {}) => iterate(store.history, signal),
    exportLines: ({ signal } = {}) => iterate(exportStore(store), signal),
    restoreLines: (lines, { signal, ...options } = {}) => run(restoreStore(store, streamOf(lines), options), signal),
    verify: ({ signal } = {}) => run(store.verify, signal),
    manifest: store.manifest,
    [Symbol.asyncDispose]: () => {
      closed = true;
      return runtime.dispose();
    },
  };
}

/** Fails with the reason of a signal when it is aborted, and waits for that. */
const aborted = (signal: AbortSignal): Effect.Effect<never, unknown> =>
  Effect.callback<never, unknown>((resume) => {
    const stop = () => resume(Effect.fail(signal.reason));
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    return Effect.sync(() => signal.removeEventListener("abort", stop));
  });

/** What has come already is not given either, once a signal is aborted. */
async function* untilAborted<A>(items: AsyncIterable<A>, signal: AbortSignal): AsyncIterable<A> {
  signal.throwIfAborted();
  for await (const item of items) {
    yield item;
    signal.throwIfAborted();
  }
}

const streamOf = <A>(records: Iterable<A> | AsyncIterable<A>): Stream.Stream<A, unknown> =>
  Symbol.asyncIterator in records ? Stream.fromAsyncIterable(records, (error) => error) : pausing(records);

/**
 * In small chunks with a pause now and then, so that a long list neither blocks the process nor outlives its interruption. A chunk that is
 * held through a pause lives long enough for Node to take it for one that stays, so a pause after each would double the memory.
 */
const pausing = <A>(records: Iterable<A>): Stream.Stream<A> =>
  Stream.suspend(() => {
    let chunks = 0;
    return Stream.mapArrayEffect(Stream.fromIterable(records, { chunkSize: 50 }), (some) => {
      chunks += 1;
      return chunks % chunksBetweenPauses === 1 ? Effect.as(Effect.yieldNow, some) : Effect.succeed(some);
    });
  });

const chunksBetweenPauses = 40;

const storeClosed = () =>
  new StoreUnavailable({
    retryable: false,
    text: {
      sv: "Registret är stängt. Öppna det igen.",
      en: "The store is closed. Open it again.",
    },
  });
