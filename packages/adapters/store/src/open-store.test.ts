import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Stream from "effect/Stream";
import { expect, test } from "vitest";
import { StoreUnavailable } from "./errors.ts";
import { memoryStore } from "./memory-store.ts";
import { openStore } from "./open-store.ts";
import { type RegisterRecord, Store } from "./store.ts";

const down = new StoreUnavailable({
  retryable: true,
  text: { sv: "Servern svarar inte.", en: "The server does not answer." },
});

/** The store in memory, which notes when it is closed, and does some things otherwise. */
const store = (notes: string[], otherwise: Partial<Store["Service"]> = {}): Layer.Layer<Store> =>
  Layer.effect(
    Store,
    Effect.gen(function* () {
      yield* Effect.addFinalizer(() => Effect.sync(() => void notes.push("closed")));
      return Store.of({ ...(yield* Store), ...otherwise });
    }),
  ).pipe(Layer.provide(memoryStore));

test("a store is closed at the end of the block, once", async () => {
  const notes: string[] = [];
  {
    await using open = await openStore(store(notes));
    await open.count();
    expect(notes).toEqual([]);
    await open[Symbol.asyncDispose]();
  }
  expect(notes).toEqual(["closed"]);
});

test("a store that cannot be opened rejects with the error of its layer, and leaves nothing open", async () => {
  const notes: string[] = [];
  const failing = Layer.effect(
    Store,
    Effect.gen(function* () {
      yield* Effect.addFinalizer(() => Effect.sync(() => void notes.push("closed")));
      return yield* down;
    }),
  );
  await expect(openStore(failing)).rejects.toBe(down);
  expect(notes).toEqual(["closed"]);
});

test("what fails rejects with the typed error itself", async () => {
  await using open = await openStore(
    store([], { count: Effect.fail(down), persons: Stream.fail(down), tabulate: () => Effect.fail(down) }),
  );
  await expect(open.count()).rejects.toBe(down);
  await expect(open.tabulate([])).rejects.toBe(down);
  await expect(open.persons()[Symbol.asyncIterator]().next()).rejects.toBe(down);
});

test("a list that throws rejects with what it threw", async () => {
  await using open = await openStore(memoryStore);
  const error = new Error("line 3 cannot be read");
  function* lines(): Iterable<RegisterRecord> {
    yield { kind: "person", person: { protectedIdentity: true, id: "p1" } };
    throw error;
  }
  await expect(open.save(lines())).rejects.toBe(error);
});

test("a signal that is aborted already saves nothing", async () => {
  await using open = await openStore(memoryStore);
  const person = { protectedIdentity: false, id: "p1", sex: "man", sexBasis: "legal-sex" } as const;
  const reason = new Error("too late");
  await expect(open.save([{ kind: "person", person }], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(await open.count()).toEqual({ persons: 0, participations: 0, measurements: 0, spells: 0 });
});

test("a bug in a store is rejected as what it is", async () => {
  await using open = await openStore(store([], { count: Effect.die(new TypeError("a bug")) }));
  await expect(open.count()).rejects.toThrow(TypeError);
});
