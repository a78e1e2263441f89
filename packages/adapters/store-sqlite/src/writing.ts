import {
  type Conflict,
  openConflicts,
  type RefusedRecord,
  type RegisterRecord,
  readRecord,
  type SaveAccount,
  type SaveOptions,
  type Store,
  savedEvent,
  startAccount,
  tellingProgress,
} from "@finsam/store";
import * as DateTime from "effect/DateTime";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import * as Semaphore from "effect/Semaphore";
import * as Stream from "effect/Stream";
import { type Attempt, whenFree } from "./attempt.ts";
import type { Connections } from "./connections.ts";
import { prepareChanges } from "./register-changes.ts";

/** The operations of the port that write. */
type Writing = Pick<Store["Service"], "save" | "erase">;

/** Prepares what changes a register over the connection that writes; `busyTimeout` is in milliseconds. */
export function writingTo({ writer, isOnlyConnection }: Connections, attempt: Attempt, busyTimeout: number): Writing {
  const changes = prepareChanges(writer);
  const oneAtATime = Semaphore.makeUnsafe(1);

  /** The saving of one batch, in the transaction that is open. */
  const startBatch = (options: SaveOptions) => {
    const { count, account } = startAccount();
    const conflicts = openConflicts();
    let position = 0;
    const add = (records: readonly RegisterRecord[]): Result.Result<void, RefusedRecord> => {
      for (const record of records) {
        position += 1;
        const checked = readRecord(record, position);
        if (Result.isFailure(checked)) return Result.fail(checked.failure);
        const change = changes.save(checked.success);
        if (change === "conflict") conflicts.found(position);
        else count(checked.success.kind, change);
      }
      return Result.succeed(undefined);
    };
    const end = (at: string): Result.Result<SaveAccount, Conflict> =>
      Result.map(conflicts.result(), () => {
        changes.tidy();
        changes.note(at, savedEvent(account(), options));
        return account();
      });
    return { add, end };
  };

  const saveAsPulled: Writing["save"] = (records, options = {}) =>
    Effect.suspend(() => {
      const { add, end } = startBatch(options);
      return whenFree(attempt(changes.begin), busyTimeout).pipe(
        Effect.andThen(
          Stream.runForEachArray(tellingProgress(records, options.progress), (some) =>
            Effect.flatMap(
              attempt(() => add(some)),
              Effect.fromResult,
            ),
          ),
        ),
        Effect.andThen(now),
        Effect.flatMap((at) => attempt(() => end(at))),
        Effect.flatMap(Effect.fromResult),
        Effect.tap(attempt(changes.commit)),
        Effect.onExit(() => Effect.ignore(attempt(changes.rollback))),
      );
    }).pipe(Semaphore.withPermit(oneAtATime));

  /** Runs a transaction without letting anybody else in between. */
  const inOneGo = <A, E>(work: () => Result.Result<A, E>) =>
    attempt(() => {
      try {
        changes.begin();
        const result = work();
        if (Result.isSuccess(result)) changes.commit();
        return result;
      } finally {
        changes.rollback();
      }
    }).pipe(
      (going) => whenFree(going, busyTimeout),
      Effect.flatMap(Effect.fromResult),
      Semaphore.withPermit(oneAtATime),
    );

  const saveCollected: Writing["save"] = (records, options = {}) =>
    Effect.gen(function* () {
      const all = yield* Stream.runCollect(tellingProgress(records, options.progress));
      const at = yield* now;
      return yield* inOneGo(() => {
        const { add, end } = startBatch(options);
        return Result.flatMap(add(all), (): Result.Result<SaveAccount, RefusedRecord | Conflict> => end(at));
      });
    });

  return {
    save: isOnlyConnection ? saveCollected : saveAsPulled,
    erase: (id) =>
      Effect.flatMap(now, (at) =>
        inOneGo(() => {
          const counts = changes.erase(id);
          changes.note(at, { event: "erased", counts });
          return Result.succeed(counts);
        }),
      ).pipe(
        // What was erased is not to lie in the journal until somebody happens to write over it.
        Effect.tap(Effect.ignore(attempt(changes.emptyJournal))),
      ),
  };
}

/** The instant by the clock of the program, as the history writes it. */
const now: Effect.Effect<string> = Effect.map(DateTime.now, DateTime.formatIso);
