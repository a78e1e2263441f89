import { type RefusedRecord, type RegisterRecord, readRecord, type Store, startAccount } from "@finsam/store";
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
  const startBatch = () => {
    const { count, account } = startAccount();
    let position = 0;
    const add = (records: readonly RegisterRecord[]): Result.Result<void, RefusedRecord> => {
      for (const record of records) {
        position += 1;
        const checked = readRecord(record, position);
        if (Result.isFailure(checked)) return Result.fail(checked.failure);
        count(checked.success.kind, changes.save(checked.success));
      }
      return Result.succeed(undefined);
    };
    return { add, account };
  };

  const saveAsPulled: Writing["save"] = (records) =>
    Effect.suspend(() => {
      const { add, account } = startBatch();
      return whenFree(attempt(changes.begin), busyTimeout).pipe(
        Effect.andThen(
          Stream.runForEachArray(records, (some) =>
            Effect.flatMap(
              attempt(() => add(some)),
              Effect.fromResult,
            ),
          ),
        ),
        Effect.andThen(attempt(changes.commit)),
        Effect.map(account),
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

  const saveCollected: Writing["save"] = (records) =>
    Effect.flatMap(Stream.runCollect(records), (all) =>
      Effect.suspend(() => {
        const { add, account } = startBatch();
        return Effect.map(
          inOneGo(() => add(all)),
          account,
        );
      }),
    );

  return {
    save: isOnlyConnection ? saveCollected : saveAsPulled,
    erase: (id) =>
      inOneGo(() => Result.succeed(changes.erase(id))).pipe(
        // What was erased is not to lie in the journal until somebody happens to write over it.
        Effect.tap(Effect.ignore(attempt(changes.emptyJournal))),
      ),
  };
}
