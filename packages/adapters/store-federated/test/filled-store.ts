import { memoryStore, type RegisterRecord, Store, StoreUnavailable } from "@finsam/store";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Stream from "effect/Stream";

/** A store in memory with records in it. */
export const filledStore = (...records: readonly RegisterRecord[]): Layer.Layer<Store> =>
  Layer.effect(
    Store,
    Effect.gen(function* () {
      const store = yield* Effect.provide(Store, yield* Layer.build(Layer.fresh(memoryStore)));
      yield* Effect.orDie(store.save(Stream.fromIterable(records), { origin: "before" }));
      return store;
    }),
  );

/** The store of a layer, which never says what its tables count. */
export const silentStore = (layer: Layer.Layer<Store>): Layer.Layer<Store> =>
  Layer.effect(
    Store,
    Effect.map(Layer.build(layer), (context) =>
      Store.of({ ...Context.get(context, Store), tabulate: () => Effect.never }),
    ),
  );

/** The store of a layer, which can be cut off from those who use it and come back. */
export function cuttable(layer: Layer.Layer<Store>): {
  readonly layer: Layer.Layer<Store, StoreUnavailable>;
  readonly cut: () => void;
  readonly mend: () => void;
} {
  let isCut = false;
  const away = Effect.suspend(() => (isCut ? Effect.fail(noAnswer()) : Effect.void));
  const asked = <A, E, R>(answer: Effect.Effect<A, E, R>) => Effect.andThen(away, answer);
  const read = <A, E>(stream: Stream.Stream<A, E>) =>
    Stream.concat(
      Stream.fromEffectDrain(away),
      Stream.tap(stream, () => away),
    );
  const opening = Effect.gen(function* () {
    yield* away;
    const store = yield* Effect.provide(Store, yield* Layer.build(layer));
    return Store.of({
      ...store,
      save: (records, options) => asked(store.save(records, options)),
      person: (id) => asked(store.person(id)),
      participation: (id) => asked(store.participation(id)),
      persons: read(store.persons),
      participations: read(store.participations),
      measurements: read(store.measurements),
      spells: read(store.spells),
      count: asked(store.count),
      screen: (rule) => read(store.screen(rule)),
      groupByConditions: (conditions) => asked(store.groupByConditions(conditions)),
      tabulate: (specs) => asked(store.tabulate(specs)),
      erase: (id) => asked(store.erase(id)),
      history: read(store.history),
      verify: asked(store.verify),
    });
  });
  return {
    layer: Layer.effect(Store, opening),
    cut: () => {
      isCut = true;
    },
    mend: () => {
      isCut = false;
    },
  };
}

const noAnswer = (): StoreUnavailable =>
  new StoreUnavailable({
    retryable: true,
    text: { sv: "Servern svarar inte. Försök igen.", en: "The server does not answer. Try again." },
  });
