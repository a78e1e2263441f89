import * as Cause from "effect/Cause";
import * as Effect from "effect/Effect";
import * as Pull from "effect/Pull";
import * as Stream from "effect/Stream";

/**
 * Merges streams that are each in order into one that is, pulling no more than a piece of each at a time. Of elements that are equal in
 * the order, those of an earlier stream come first.
 */
export const mergeInOrder = <A, E, R>(
  streams: readonly Stream.Stream<A, E, R>[],
  compare: (a: A, b: A) => number,
): Stream.Stream<A, E, R> =>
  Stream.scoped(
    Stream.fromPull(
      Effect.gen(function* () {
        const heads = yield* Effect.forEach(streams, headOf);
        const next = Effect.flatMap(Effect.forEach(heads, fill, { concurrency: "unbounded" }), () => {
          const [first, ...others] = takeSome(heads, compare);
          return first === undefined ? Cause.done() : Effect.succeed([first, ...others] as const);
        });
        return next;
      }),
    ),
  );

/** What has come of a stream and has not been taken. */
interface Head<A, E> {
  readonly pull: Pull.Pull<readonly A[], E>;
  waiting: readonly A[];
  taken: number;
  hasEnded: boolean;
}

const headOf = <A, E, R>(stream: Stream.Stream<A, E, R>) =>
  Effect.map(Stream.toPull(stream), (pull): Head<A, E> => ({ pull, waiting: [], taken: 0, hasEnded: false }));

const isEmpty = <A, E>({ waiting, taken }: Head<A, E>): boolean => taken === waiting.length;

/** Pulls the next piece, where everything that came has been taken. */
const fill = <A, E>(head: Head<A, E>): Effect.Effect<void, E> => {
  if (head.hasEnded || !isEmpty(head)) return Effect.void;
  const filled = Effect.map(head.pull, (some) => {
    head.waiting = some;
    head.taken = 0;
  });
  return Pull.catchDone(filled, () =>
    Effect.sync(() => {
      head.hasEnded = true;
    }),
  );
};

/** Takes in order for as long as it is known what comes next: until a stream that has not ended must be pulled again. */
function takeSome<A, E>(heads: readonly Head<A, E>[], compare: (a: A, b: A) => number): readonly A[] {
  const some: A[] = [];
  for (;;) {
    let [first, least]: [Head<A, E> | undefined, A | undefined] = [undefined, undefined];
    for (const head of heads) {
      if (isEmpty(head)) {
        if (head.hasEnded) continue;
        return some;
      }
      const candidate = head.waiting[head.taken] as A;
      if (first === undefined || compare(candidate, least as A) < 0) [first, least] = [head, candidate];
    }
    if (first === undefined) return some;
    first.taken += 1;
    some.push(least as A);
  }
}
