import { Store, type StoreManifest, StoreNotReadable, type StoreUnavailable, verifyStore } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { attemptOn, whenFree } from "./attempt.ts";
import { inMemory, openConnections } from "./connections.ts";
import { readingFrom } from "./reading.ts";
import { storeFailure } from "./sqlite-failure.ts";
import { verifyingOf } from "./verifying.ts";
import { writingTo } from "./writing.ts";

/** How a register in a file is opened. */
export interface SqliteStoreOptions {
  /** How long to wait for another program that is saving to the same file, in milliseconds; 5000 unless given. */
  readonly busyTimeout?: number;
}

/**
 * A register in one SQLite file, which is made if it does not exist; `:memory:` keeps it in memory. Closing the layer leaves everything
 * in the file itself, so that it can be copied.
 *
 * A save is one transaction, held open while the records are pulled. Who reads meanwhile, in this process or another, gets what was
 * there before. Another save waits: of the same process until it is done, of another process for `busyTimeout`, and then fails as
 * retryable. In memory the records are collected first, and saved in one go.
 *
 * Fails with `StoreNotReadable` when the file is no store or a newer one, and with `StoreUnavailable` when it cannot be opened.
 *
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import * as Stream from "effect/Stream";
 * import { type RegisterRecord, Store } from "@finsam/store";
 * import { sqliteStore } from "@finsam/store-sqlite";
 * const person = { protectedIdentity: false, id: "p1", sex: "woman", sexBasis: "legal-sex" } as const;
 * const program = Effect.gen(function* () {
 *   const store = yield* Store;
 *   yield* store.save(Stream.make<[RegisterRecord]>({ kind: "person", person }));
 *   return yield* store.person("p1");
 * });
 * await Effect.runPromise(Effect.provide(program, sqliteStore(":memory:"))); // => person
 * ```
 */
export const sqliteStore = (
  file: string,
  { busyTimeout = 5000 }: SqliteStoreOptions = {},
): Layer.Layer<Store, StoreNotReadable | StoreUnavailable> =>
  Layer.effect(
    Store,
    Effect.gen(function* () {
      const attempt = attemptOn(file);
      const opening = Effect.try({
        try: () => openConnections(file),
        catch: (error) => (error instanceof StoreNotReadable ? error : storeFailure(file, error)),
      });
      const connections = yield* Effect.acquireRelease(whenFree(opening, busyTimeout), ({ close }) =>
        Effect.ignore(attempt(close)),
      );
      const reading = yield* attempt(() => readingFrom(connections, attempt));
      const writing = yield* attempt(() => writingTo(connections, attempt, busyTimeout));
      return Store.of({
        ...writing,
        ...reading,
        verify: Effect.zipWith(verifyStore(reading), verifyingOf(connections, attempt), (seen, inside) => [
          ...seen,
          ...inside,
        ]),
        manifest: manifestOf(file),
      });
    }),
  );

const manifestOf = (file: string): StoreManifest => ({
  name: "sqlite",
  durable: file !== inMemory,
  writers: file === inMemory ? "one-process" : "one-at-a-time",
  tenants: false,
  pushesDown: { screen: true, groupByConditions: true, tabulate: true },
  appendOnly: false,
  cancels: "between-records",
  refusesText: [],
});
