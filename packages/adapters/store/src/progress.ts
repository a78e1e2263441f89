import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";

/** How many records are taken between two words about how far a save has come. */
const recordsBetween = 1000;

/**
 * Tells how many elements have been taken from a stream, each time another thousand is full and at the end: for who writes a store. The
 * stream is the same without a listener.
 *
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import * as Stream from "effect/Stream";
 * import { tellingProgress } from "@finsam/store";
 * const told: number[] = [];
 * const taken = tellingProgress(Stream.range(1, 2500), (records) => told.push(records));
 * await Effect.runPromise(Stream.runCount(taken)); // => 2500
 * told.at(-1); // => 2500
 * ```
 */
export const tellingProgress = <A, E, R>(
  elements: Stream.Stream<A, E, R>,
  progress: ((records: number) => void) | undefined,
): Stream.Stream<A, E, R> =>
  progress === undefined
    ? elements
    : Stream.suspend(() => {
        let [taken, told] = [0, 0];
        const tell = () => {
          told = taken;
          progress(taken);
        };
        return elements.pipe(
          Stream.mapArray((some) => {
            taken += some.length;
            if (Math.floor(taken / recordsBetween) > Math.floor(told / recordsBetween)) tell();
            return some;
          }),
          Stream.onEnd(
            Effect.sync(() => {
              if (taken !== told) tell();
            }),
          ),
        );
      });
