import { addGroups } from "@finsam/policy/compare";
import {
  compareIds,
  NotFound,
  type RecordCounts,
  Store,
  type StoreManifest,
  type StoreNotReadable,
  StoreUnavailable,
} from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import type * as Scope from "effect/Scope";
import * as Stream from "effect/Stream";
import { joinedHistory } from "./joined-history.ts";
import { mergeInOrder } from "./merge-in-order.ts";
import { asUnavailable, type FederatedPart, inPart, type OpenPart, partOf } from "./part.ts";
import { tabulateAll, tabulateSome } from "./tabulating.ts";

/** How several stores are used as one. */
export interface FederatedStoreOptions {
  /** The id of the part that records are saved in. Without one, nothing can be saved. */
  readonly saveTo?: string | undefined;
  /**
   * Tables may be counted without the parts that do not answer: each table then names them as `missing`. Everything else has no place
   * to say so, and fails as it does without this.
   */
  readonly partial?: boolean | undefined;
  /**
   * How long a part may take to be opened, to count, to screen in groups or to look something up, in milliseconds: after that it does not
   * answer. As long as it takes when left out. Streams, saves, erasures and verifying take the time they take.
   */
  readonly answerWithin?: number | undefined;
}

/**
 * Several stores as one register, such as those of the eight associations of a county, each on its own server. People stay where they
 * are: each part screens and counts its own, and what is read from here is the records of all parts, in the order of ids. A person who
 * is in two parts is two records, and is counted in both; an id that is looked up is that of the first part that has it.
 *
 * Saving goes to one part, and is all or nothing there. Erasing goes to all parts, one after another: when one of them does not answer,
 * the erasure fails, and again completes it. A part that does not answer makes everything else fail, too, with an error that names it.
 *
 * @throws RangeError when there is no part, two have the same id, or `saveTo` is none of them.
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import * as Stream from "effect/Stream";
 * import { memoryStore, type RegisterRecord, Store } from "@finsam/store";
 * import { federatedStore } from "@finsam/store-federated";
 * const county = federatedStore([{ id: "north", layer: memoryStore }, { id: "south", layer: memoryStore }], { saveTo: "south" });
 * const person = { protectedIdentity: false, id: "p1", sex: "woman", sexBasis: "legal-sex" } as const;
 * const program = Effect.gen(function* () {
 *   const store = yield* Store;
 *   yield* store.save(Stream.make<[RegisterRecord]>({ kind: "person", person }));
 *   return yield* store.person("p1");
 * });
 * await Effect.runPromise(Effect.provide(program, county)); // => person
 * ```
 */
export function federatedStore(
  parts: readonly FederatedPart[],
  { saveTo, partial = false, answerWithin }: FederatedStoreOptions = {},
): Layer.Layer<Store, StoreNotReadable | StoreUnavailable> {
  const ids = parts.map(({ id }) => id);
  if (parts.length === 0) throw new RangeError("a federated store has at least one part");
  if (new Set(ids).size < ids.length) throw new RangeError(`two parts have the same id: ${ids.join(", ")}`);
  if (saveTo !== undefined && !ids.includes(saveTo))
    throw new RangeError(`saveTo is "${saveTo}", and the parts are: ${ids.join(", ")}`);
  return Layer.effect(Store, open(parts, { saveTo, partial, answerWithin }));
}

const open = (
  given: readonly FederatedPart[],
  { saveTo, partial, answerWithin }: FederatedStoreOptions & { readonly partial: boolean },
): Effect.Effect<Store["Service"], StoreNotReadable | StoreUnavailable, Scope.Scope> =>
  Effect.gen(function* () {
    const parts = yield* Effect.forEach(given, (part) => partOf(part, answerWithin));
    const manifests = yield* openAll(parts, partial);
    const home = parts.find(({ id }) => id === saveTo);

    const inEach = <A, E>(question: (store: Store["Service"]) => Effect.Effect<A, E>) =>
      Effect.forEach(parts, (part) => part.ask(question), { concurrency: "unbounded" });

    const inFirst = <A>(
      kind: NotFound["kind"],
      question: (store: Store["Service"]) => Effect.Effect<A, NotFound | StoreUnavailable>,
    ) =>
      Effect.gen(function* () {
        for (const part of parts) {
          const found = yield* Effect.catchTag(part.ask(question), "NotFound", () => Effect.succeed(undefined));
          if (found !== undefined) return found;
        }
        return yield* new NotFound({ kind });
      });

    const merged = <A>(
      stream: (store: Store["Service"]) => Stream.Stream<A, StoreUnavailable>,
      idOf: (one: A) => string,
    ) =>
      mergeInOrder(
        parts.map((part) => part.read(stream)),
        (a, b) => compareIds(idOf(a), idOf(b)),
      );
    const byId = ({ id }: { readonly id: string }): string => id;

    return Store.of({
      save: (records, options) =>
        home === undefined
          ? Effect.fail(noHome())
          : Effect.flatMap(Effect.mapError(home.store, asUnavailable), (store) => store.save(records, options)),
      person: (id) => inFirst("person", (store) => store.person(id)),
      participation: (id) => inFirst("participation", (store) => store.participation(id)),
      persons: merged((store) => store.persons, byId),
      participations: merged((store) => store.participations, byId),
      measurements: merged((store) => store.measurements, byId),
      spells: merged((store) => store.spells, byId),
      count: Effect.map(
        inEach((store) => store.count),
        sumOfCounts,
      ),
      screen: (rule) =>
        merged(
          (store) => store.screen(rule),
          ({ person }) => person,
        ),
      groupByConditions: (conditions) =>
        Effect.map(
          inEach((store) => store.groupByConditions(conditions)),
          (groups) => addGroups(...groups),
        ),
      tabulate: (specs) => (partial ? tabulateSome(parts, specs) : tabulateAll(parts, specs)),
      erase: (id) =>
        Effect.gen(function* () {
          // So that an erasure seldom ends half-way, nothing goes before all have answered.
          yield* inEach((store) => Stream.runDrain(Stream.take(store.history, 1)));
          return sumOfCounts(yield* Effect.forEach(parts, (part) => part.have((store) => store.erase(id))));
        }),
      history: joinedHistory(parts.map((part) => part.read((store) => store.history))),
      verify: Effect.map(
        Effect.forEach(parts, (part) =>
          Effect.map(
            part.have((store) => store.verify),
            (problems) => problems.map((problem) => ({ ...problem, text: inPart(part.name, problem.text) })),
          ),
        ),
        (problems) => problems.flat(),
      ),
      manifest: manifestOf(manifests),
    });
  });

/** Opens all parts and gives the manifests of those that could be; where tables may be partial, one may be away. */
const openAll = (
  parts: readonly OpenPart[],
  partial: boolean,
): Effect.Effect<readonly StoreManifest[], StoreNotReadable | StoreUnavailable> =>
  Effect.map(
    Effect.forEach(
      parts,
      ({ store }) => {
        const manifest = Effect.map(store, (open) => [open.manifest]);
        return partial ? Effect.catchTag(manifest, "StoreUnavailable", () => Effect.succeed([])) : manifest;
      },
      { concurrency: "unbounded" },
    ),
    (manifests) => manifests.flat(),
  );

/** What all parts together can promise: the least that any of them does. */
function manifestOf(parts: readonly StoreManifest[]): StoreManifest {
  const all = (is: (part: StoreManifest) => boolean): boolean => parts.every(is);
  return {
    name: "federated",
    durable: all(({ durable }) => durable),
    writers:
      (["one-process", "one-at-a-time"] as const).find((least) => parts.some(({ writers }) => writers === least)) ??
      "several",
    // Who opens it sees all parts.
    tenants: false,
    pushesDown: {
      screen: all(({ pushesDown }) => pushesDown.screen),
      groupByConditions: all(({ pushesDown }) => pushesDown.groupByConditions),
      tabulate: all(({ pushesDown }) => pushesDown.tabulate),
    },
    appendOnly: parts.some(({ appendOnly }) => appendOnly),
    cancels: all(({ cancels }) => cancels === "at-once") ? "at-once" : "between-records",
    refusesText: [...new Set(parts.flatMap(({ refusesText }) => refusesText))],
  };
}

const sumOfCounts = (parts: readonly RecordCounts[]): RecordCounts => {
  const sum = (kind: keyof RecordCounts): number => parts.reduce((total, counts) => total + counts[kind], 0);
  return {
    persons: sum("persons"),
    participations: sum("participations"),
    measurements: sum("measurements"),
    spells: sum("spells"),
  };
};

const noHome = (): StoreUnavailable =>
  new StoreUnavailable({
    retryable: false,
    text: {
      sv: "Registret är flera register, och det är inte sagt i vilket det ska sparas. Ange saveTo, eller öppna det registret för sig.",
      en: "The register is several registers, and it is not said in which to save. Give saveTo, or open that register itself.",
    },
  });
