import { setTimeout } from "node:timers/promises";
import * as PgConnection from "@effect/sql-pg/PgConnection";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import * as Redacted from "effect/Redacted";
import * as Scope from "effect/Scope";

/** A table on a server that nobody can read until it is let go of, so that who counts it is in the middle of that. */
export async function holdParticipations(url: string): Promise<{
  /** Waits until somebody wants to read the table. */
  readonly isWanted: () => Promise<void>;
  readonly letGo: () => Promise<void>;
}> {
  const scope = Scope.makeUnsafe();
  const connect = () => Effect.runPromise(Scope.provide(PgConnection.make({ url: Redacted.make(url) }), scope));
  const [holder, watcher] = [await connect(), await connect()];
  await Effect.runPromise(holder.query("BEGIN"));
  await Effect.runPromise(holder.query("LOCK TABLE finsam.participation IN ACCESS EXCLUSIVE MODE"));
  const waiting = "SELECT FROM pg_stat_activity WHERE application_name = 'finsam' AND wait_event_type = 'Lock'";
  return {
    isWanted: async () => {
      while ((await Effect.runPromise(watcher.query(waiting))).rows.length === 0) await setTimeout(10);
    },
    letGo: () => Effect.runPromise(Scope.close(scope, Exit.void)),
  };
}
