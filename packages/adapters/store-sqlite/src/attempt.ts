import { StoreUnavailable } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Schedule from "effect/Schedule";
import { storeFailure } from "./sqlite-failure.ts";

/** Turns work on a file, which may throw what `node:sqlite` throws, into an effect that fails with what that means. */
export type Attempt = <A>(work: () => A) => Effect.Effect<A, StoreUnavailable>;

export const attemptOn =
  (file: string): Attempt =>
  (work) =>
    Effect.try({ try: work, catch: (error) => storeFailure(file, error) });

/** Tries again while another program saves to the file, as long as one is willing to wait. */
export const whenFree = <A, E>(work: Effect.Effect<A, E>, milliseconds: number): Effect.Effect<A, E> =>
  Effect.retry(work, {
    while: (error) => error instanceof StoreUnavailable && error.retryable,
    schedule: Schedule.spaced("20 millis"),
    times: Math.ceil(milliseconds / 20),
  });
