import { resolve } from "node:path";
import { Store, type StoreManifest, StoreNotReadable, type StoreUnavailable } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { askingPersons } from "./asking.ts";
import { groupedCounting } from "./counting.ts";
import { storeFailure } from "./duckdb-failure.ts";
import { startEngine } from "./engine.ts";
import { readingFrom, readingOfRecords } from "./reading.ts";
import { openRegisterFolder, type RegisterContents, rowsOfKindIn } from "./register-folder.ts";
import { verifying } from "./verifying.ts";
import { writingTo } from "./writing.ts";

/** How a register in a folder is opened. */
export interface DuckdbStoreOptions {
  /** How long to wait for another program that is saving to the same folder, in milliseconds; 5000 unless given. */
  readonly busyTimeout?: number;
  /**
   * How much memory DuckDB may use, as it writes sizes; unless given, `256MB` for what is asked and `128MB` for what changes the register.
   * What does not fit is put on the disk, in the folder.
   */
  readonly memoryLimit?: string;
  /** How many threads DuckDB may use to answer; as many as the machine has cores unless given. What changes the register takes one. */
  readonly threads?: number;
}

/**
 * A register as a folder of Parquet files, which is made if it does not exist: for analysis, by DuckDB in process. Any other tool that
 * reads Parquet can read the files, too.
 *
 * A save is worked out beside the register and becomes part of it in one go. Who reads meanwhile, in this process or another, gets what
 * was there before, and needs no lock. Another save waits: of the same process until it is done, of another process for `busyTimeout`,
 * and then fails as retryable.
 *
 * Fails with `StoreNotReadable` when the folder is no store or a newer one, and with `StoreUnavailable` when it cannot be opened.
 *
 * @example
 * ```ts
 * import { mkdtempSync } from "node:fs";
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import * as Effect from "effect/Effect";
 * import * as Stream from "effect/Stream";
 * import { type RegisterRecord, Store } from "@finsam/store";
 * import { duckdbStore } from "@finsam/store-duckdb";
 * const folder = join(mkdtempSync(join(tmpdir(), "finsam-")), "register");
 * const person = { protectedIdentity: false, id: "p1", sex: "woman", sexBasis: "legal-sex" } as const;
 * const program = Effect.gen(function* () {
 *   const store = yield* Store;
 *   yield* store.save(Stream.make<[RegisterRecord]>({ kind: "person", person }));
 *   return yield* store.person("p1");
 * });
 * await Effect.runPromise(Effect.provide(program, duckdbStore(folder))); // => person
 * ```
 */
export const duckdbStore = (
  folder: string,
  { busyTimeout = 5000, memoryLimit, threads }: DuckdbStoreOptions = {},
): Layer.Layer<Store, StoreNotReadable | StoreUnavailable> =>
  Layer.effect(
    Store,
    Effect.gen(function* () {
      const path = resolve(folder);
      const register = yield* Effect.try({
        try: () => openRegisterFolder(path),
        catch: (error) => (error instanceof StoreNotReadable ? error : storeFailure(path, error)),
      });
      const engine = yield* startEngine(path, { memoryLimit: memoryLimit ?? "256MB", threads });
      const reading = readingFrom(register, engine);
      const records = readingOfRecords(register, reading);
      return Store.of({
        ...records,
        ...writingTo(register, startEngine(path, { memoryLimit: memoryLimit ?? "128MB", threads: 1 }), busyTimeout),
        ...askingPersons(reading, records.persons, path),
        tabulate: (specs) =>
          Effect.suspend(() => {
            const { queries, counts } = groupedCounting(specs);
            const ofContents = ({ batches }: RegisterContents) => queries(rowsOfKindIn(batches, "participation"));
            return Effect.flatMap(reading.rowsOfEach(ofContents), (groups) =>
              Effect.try({ try: () => counts(groups), catch: (error) => storeFailure(path, error) }),
            );
          }),
        verify: verifying(register, reading, records),
        manifest,
      });
    }),
  );

// What a store is: plain data, the same for every folder.
const manifest: StoreManifest = {
  name: "duckdb",
  durable: true,
  writers: "one-at-a-time",
  tenants: false,
  pushesDown: { screen: true, groupByConditions: true, tabulate: true },
  appendOnly: false,
  cancels: "at-once",
  refusesText: [],
};
