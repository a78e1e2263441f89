import { mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import {
  HistoryEntry,
  type HistoryEvent,
  nextEntry,
  openConflicts,
  type RefusedRecord,
  type RegisterRecord,
  readRecord,
  type Store,
  type StoreUnavailable,
  savedEvent,
  startAccount,
  tellingProgress,
} from "@finsam/store";
import * as DateTime from "effect/DateTime";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import * as Schedule from "effect/Schedule";
import type * as Scope from "effect/Scope";
import * as Semaphore from "effect/Semaphore";
import * as Stream from "effect/Stream";
import { digestOf } from "./digest.ts";
import { storeFailure } from "./duckdb-failure.ts";
import type { Connection, Engine } from "./engine.ts";
import { columnNames, DamagedRow, type Kind, kinds } from "./record-layout.ts";
import {
  type Batch,
  batchPrefix,
  copying,
  pathToRead,
  type RegisterFolder,
  removeStrays,
  rowsIn,
  synchronise,
  writeContents,
} from "./register-folder.ts";
import { type Positioned, type Staging, startStaging } from "./staging.ts";
import { lockForWriting } from "./writer-lock.ts";

/** The operations of the port that write. */
type Writing = Pick<Store["Service"], "save" | "erase">;

// What waits is dropped soon when it is little; where records have to be looked up, it is enough that a search costs little for each.
const recordsAtOnce = { ofNewIds: 100, lookedUp: 10_000 };

// A row is read whole where one of a group is asked for, and what is written is held until a group is full.
const rowsOfGroup = 20_480;

// A batch is sorted in parts of about a group; where they begin is told from so many ids for each.
const sampledOfPart = 50;

/**
 * Prepares what changes a register; `busyTimeout` is in milliseconds. Each change has an engine of its own, so that what it took of the
 * memory is given back when it is done.
 */
export function writingTo(
  register: RegisterFolder,
  startedEngine: Effect.Effect<Engine, StoreUnavailable, Scope.Scope>,
  busyTimeout: number,
): Writing {
  const oneAtATime = Semaphore.makeUnsafe(1);

  /** Does work on a change of the register that ends with an entry in its history, all or nothing. */
  const change = <A, E, R>(
    work: (
      staging: Staging,
      connection: Connection,
    ) => Effect.Effect<{ readonly answer: A; readonly event: HistoryEvent }, E, R>,
  ): Effect.Effect<A, E | StoreUnavailable, Exclude<R, Scope.Scope>> =>
    Effect.scoped(
      Effect.gen(function* () {
        yield* Effect.acquireRelease(whenFree(lock(register), busyTimeout), (unlock) => Effect.sync(unlock));
        const engine = yield* startedEngine;
        const connection = yield* engine.connection;
        const staging = yield* Effect.acquireRelease(
          connection.attempt((duckdb) => {
            removeStrays(register);
            return startStaging(duckdb, register);
          }),
          ({ close }) => Effect.ignore(connection.attempt(close)),
        );
        const { answer, event } = yield* work(staging, connection);
        const at = DateTime.formatIso(yield* DateTime.now);
        yield* Effect.uninterruptible(connection.attempt((duckdb) => commit(duckdb, register, staging, event, at)));
        return answer;
      }),
    ).pipe(Semaphore.withPermit(oneAtATime));

  return {
    save: (records, options = {}) =>
      change((staging, connection) => {
        const { count, account } = startAccount();
        const conflicts = openConflicts();
        let position = 0;
        let waiting: Positioned[] = [];
        const atOnce = () => recordsAtOnce[staging.looksUp() ? "lookedUp" : "ofNewIds"];

        const check = (some: readonly RegisterRecord[]): Result.Result<void, RefusedRecord> => {
          for (const record of some) {
            position += 1;
            const checked = readRecord(record, position);
            if (Result.isFailure(checked)) return Result.fail(checked.failure);
            waiting.push({ record: checked.success, position });
          }
          return Result.succeed(undefined);
        };
        const saveWaiting = connection.attempt(async () => {
          const some = waiting;
          waiting = [];
          await staging.save(some, ({ record, position: at }, came) => {
            if (came === "conflict") conflicts.found(at);
            else count(record.kind, came);
          });
        });
        const take = (some: readonly RegisterRecord[]) =>
          Effect.suspend(() => Effect.fromResult(check(some))).pipe(
            Effect.andThen(Effect.suspend(() => (waiting.length < atOnce() ? Effect.void : saveWaiting))),
          );

        return Stream.runForEachArray(tellingProgress(records, options.progress), take).pipe(
          Effect.andThen(saveWaiting),
          Effect.andThen(Effect.suspend(() => Effect.fromResult(conflicts.result()))),
          Effect.andThen(connection.attempt(() => staging.end())),
          Effect.map(() => ({ answer: account(), event: savedEvent(account(), options) })),
        );
      }),
    erase: (person) =>
      change((staging, connection) =>
        Effect.map(
          connection.attempt(() => staging.erase(person)),
          (counts) => ({ answer: counts, event: { event: "erased" as const, counts } }),
        ),
      ),
  };
}

const lock = ({ path }: RegisterFolder): Effect.Effect<() => void, StoreUnavailable> =>
  Effect.try({ try: () => lockForWriting(path), catch: (error) => storeFailure(path, error) });

/** Tries again while another program saves to the folder, as long as one is willing to wait. */
const whenFree = <A>(
  work: Effect.Effect<A, StoreUnavailable>,
  milliseconds: number,
): Effect.Effect<A, StoreUnavailable> =>
  Effect.retry(work, {
    while: ({ retryable }) => retryable,
    schedule: Schedule.spaced("20 millis"),
    times: Math.ceil(milliseconds / 20),
  });

/** Makes a change that was worked out the state of the register. */
async function commit(
  duckdb: DuckDBConnection,
  register: RegisterFolder,
  staging: Staging,
  event: HistoryEvent,
  at: string,
): Promise<void> {
  const { path } = register;
  const { batches, history } = register.contents();
  const last = history.at(-1);
  const previous = last === undefined ? undefined : HistoryEntry.safeParse(last);
  if (previous?.success === false) throw new DamagedRow();
  const entry = nextEntry(previous?.data, at, event);

  const added = staging.added();
  const merged = mergedWith(added, batches, staging.touched);
  const kept = batches.filter((batch) => !merged.includes(batch));
  const name = `${batchPrefix}${String(entry.position).padStart(6, "0")}`;
  const files = added === 0 && merged.length === 0 ? {} : await writeBatch(duckdb, path, name, staging, merged);
  const isEmpty = Object.keys(files).length === 0;
  writeContents(path, { batches: isEmpty ? kept : [...kept, { name, files }], history: [...history, entry] });
  // What was replaced or erased is gone when this is; should it fail, whoever writes next does it.
  for (const batch of merged) rmSync(join(path, batch.name), { recursive: true, force: true });
}

/**
 * The batches that go into the new one: those in which something is replaced or removed, so that each record stands once and what is gone
 * is gone; and those that are not larger, so that there are never more than a few.
 */
function mergedWith(added: number, batches: readonly Batch[], touched: ReadonlySet<string>): readonly Batch[] {
  let rows = added;
  const merged = new Set<Batch>();
  const take = (batch: Batch) => {
    merged.add(batch);
    rows += rowsIn(batch);
  };
  for (const batch of batches) if (touched.has(batch.name)) take(batch);
  if (rows > 0) {
    const smallestFirst = batches.filter((batch) => !merged.has(batch)).sort((a, b) => rowsIn(a) - rowsIn(b));
    for (const batch of smallestFirst) if (rowsIn(batch) <= rows) take(batch);
  }
  return [...merged];
}

/** Writes a batch under a name that is no batch's, waits until it is on the disk, and gives it its name. */
async function writeBatch(
  duckdb: DuckDBConnection,
  path: string,
  name: string,
  staging: Staging,
  merged: readonly Batch[],
): Promise<Batch["files"]> {
  const writing = join(staging.folder, name);
  mkdirSync(writing, { mode: 0o700 });
  const files: Partial<Record<Kind, { rows: number; bytes: number; sha256: string }>> = {};
  for (const kind of kinds) {
    const file = join(writing, `${kind}.parquet`);
    const rows = await writeInOrder(duckdb, file, `SELECT ${columnNames(kind)} FROM (${staging.rowsOf(kind, merged)})`);
    if (rows === 0) rmSync(file, { force: true });
    else {
      synchronise(file);
      files[kind] = { rows, bytes: statSync(file).size, sha256: await digestOf(file) };
    }
  }
  if (Object.keys(files).length === 0) return files;
  synchronise(writing);
  renameSync(writing, join(path, name));
  return files;
}

/** Writes rows to a file in the order of their ids, and tells how many. Many are sorted in parts, since what sorting takes is memory. */
async function writeInOrder(duckdb: DuckDBConnection, file: string, rows: string): Promise<number> {
  const write = async (query: string, to: string): Promise<number> => {
    const copied = await duckdb.run(copying(query, to, rowsOfGroup));
    return Number(copied.rowsChanged);
  };
  const counted = await duckdb.runAndReadAll(`SELECT count(*) FROM (${rows})`);
  const parts = Math.ceil(Number(counted.getRows()[0]?.[0]) / rowsOfGroup);
  if (parts <= 1) return write(`SELECT * FROM (${rows}) ORDER BY id`, file);

  // The ids do not leave DuckDB: no text is too odd to stand in a query.
  await duckdb.run(`SET VARIABLE sampled = (
    SELECT list(id ORDER BY id) FROM (SELECT id FROM (${rows}) USING SAMPLE reservoir(${parts * sampledOfPart} ROWS)))`);
  const beginning = (part: number) => `getvariable('sampled')[${part * sampledOfPart}]`;
  const files = Array.from({ length: parts }, (_, part) => `${file}.${part}`);
  for (const [part, to] of files.entries()) {
    const after = part === 0 ? "true" : `id >= ${beginning(part)}`;
    const before = part === parts - 1 ? "true" : `id < ${beginning(part + 1)}`;
    await write(`SELECT * FROM (${rows}) WHERE ${after} AND ${before} ORDER BY id`, to);
  }
  await duckdb.run("SET preserve_insertion_order = true");
  const written = await write(`FROM read_parquet([${files.map(pathToRead).join(", ")}])`, file);
  for (const part of files) rmSync(part);
  return written;
}
