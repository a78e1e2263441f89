import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeInOrder } from "./merge-in-order.ts";

const byNumber = (a: readonly [number, unknown], b: readonly [number, unknown]): number => a[0] - b[0];

describe("streams merged in order", () => {
  test("give every element, in order, those of an earlier stream first", async () => {
    const numbers = fc
      .array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 })
      .map((some) => some.sort((a, b) => a - b));
    await fc.assert(
      fc.asyncProperty(
        fc.array(numbers, { maxLength: 5 }),
        fc.integer({ min: 1, max: 5 }),
        async (lists, chunkSize) => {
          const labelled = lists.map((list, stream) => list.map((number) => [number, stream] as const));
          const streams = labelled.map((some) => Stream.fromIterable(some, { chunkSize }));
          const merged = await Effect.runPromise(Stream.runCollect(mergeInOrder(streams, byNumber)));
          // A sort that is stable, over the streams in their order.
          expect(merged).toEqual(labelled.flat().sort(byNumber));
        },
      ),
    );
  });

  test("are pulled only as far as they are taken", async () => {
    let made = 0;
    const counting = (first: number) =>
      Stream.rechunk(
        Stream.map(Stream.range(0, 9_999), (index) => {
          made += 1;
          return [first + 2 * index, "one"] as const;
        }),
        10,
      );
    const streams = [counting(0), counting(1)];
    const taken = await Effect.runPromise(Stream.runCollect(Stream.take(mergeInOrder(streams, byNumber), 30)));
    expect(taken.map(([number]) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index));
    expect(made).toBeLessThan(20_000);
  });

  test("fail where one of them fails, and give what came before", async () => {
    const breaking = Stream.concat(Stream.make([1, "breaks"] as const), Stream.fail("broken"));
    const whole = Stream.make([0, "whole"] as const, [7, "whole"] as const);
    const given: unknown[] = [];
    const merged = Stream.tap(mergeInOrder([whole, breaking], byNumber), (one) => Effect.sync(() => given.push(one)));
    expect(await Effect.runPromise(Effect.flip(Stream.runDrain(merged)))).toBe("broken");
    expect(given).toEqual([
      [0, "whole"],
      [1, "breaks"],
    ]);
  });

  test("are let go of when the reader stops", async () => {
    const letGo: string[] = [];
    const held = (name: string) =>
      Stream.ensuring(
        Stream.map(Stream.range(0, 99), (number) => [number, name] as const),
        Effect.sync(() => letGo.push(name)),
      );
    await Effect.runPromise(Stream.runDrain(Stream.take(mergeInOrder([held("a"), held("b")], byNumber), 3)));
    expect(letGo.sort()).toEqual(["a", "b"]);
  });
});
