import type { Text } from "@finsam/model";
import { Store, StoreNotReadable, StoreUnavailable } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Scope from "effect/Scope";
import * as Semaphore from "effect/Semaphore";
import * as Stream from "effect/Stream";

/** One of the stores of a federated register. */
export interface FederatedPart {
  /** What `saveTo` calls it; shown to people, too, where it has no name. */
  readonly id: string;
  /** Whose register it is, as reports and errors say it. */
  readonly name?: Text | undefined;
  readonly layer: Layer.Layer<Store, StoreNotReadable | StoreUnavailable>;
}

/** A part that can be asked. An error says in which part it was. */
export interface OpenPart {
  readonly id: string;
  readonly name: Text;
  /** The store of the part, which is opened if it is not. */
  readonly store: Effect.Effect<Store["Service"], StoreNotReadable | StoreUnavailable>;
  /** Asks something that is answered soon; a part that takes longer than it may does not answer. */
  readonly ask: <A, E>(
    question: (store: Store["Service"]) => Effect.Effect<A, E>,
  ) => Effect.Effect<A, E | StoreUnavailable>;
  /** Has something done that takes the time it takes. */
  readonly have: <A, E>(
    work: (store: Store["Service"]) => Effect.Effect<A, E>,
  ) => Effect.Effect<A, E | StoreUnavailable>;
  readonly read: <A>(
    stream: (store: Store["Service"]) => Stream.Stream<A, StoreUnavailable>,
  ) => Stream.Stream<A, StoreUnavailable>;
}

/** Makes a part that is opened when it is first asked, again when that failed, and closed with the scope. */
export const partOf = (
  { id, name = { sv: id, en: id }, layer }: FederatedPart,
  answerWithin: number | undefined,
): Effect.Effect<OpenPart, never, Scope.Scope> =>
  Effect.gen(function* () {
    const scope = yield* Effect.scope;
    const oneAtATime = yield* Semaphore.make(1);
    let opened: Store["Service"] | undefined;

    const soon = <A, E>(answer: Effect.Effect<A, E>): Effect.Effect<A, E | StoreUnavailable> =>
      answerWithin === undefined
        ? answer
        : Effect.timeoutOrElse(answer, {
            duration: answerWithin,
            orElse: () => Effect.fail(noAnswer(answerWithin)),
          });

    const open = Effect.gen(function* () {
      const own = yield* Scope.fork(scope);
      // Fresh, since two parts may have the same layer, as two stores in memory do.
      const building = Layer.buildWithScope(Layer.fresh(layer), own);
      const context = yield* Effect.onExit(building, (exit) =>
        exit._tag === "Failure" ? Scope.close(own, exit) : Effect.void,
      );
      opened = yield* Effect.provide(Store, context);
      return opened;
    });
    const store = Effect.suspend(() => (opened === undefined ? soon(open) : Effect.succeed(opened))).pipe(
      Semaphore.withPermit(oneAtATime),
      Effect.mapError(namedOpening(name)),
    );
    const ready = Effect.mapError(store, asUnavailable);

    return {
      id,
      name,
      store,
      ask: (question) => Effect.flatMap(ready, (open) => Effect.mapError(soon(question(open)), named(name))),
      have: (work) => Effect.flatMap(ready, (open) => Effect.mapError(work(open), named(name))),
      read: (stream) => Stream.unwrap(Effect.map(ready, (open) => Stream.mapError(stream(open), named(name)))),
    };
  });

/** What is said of a part begins with its name. */
export const inPart = (name: Text, { sv, en }: Text): Text => ({ sv: `${name.sv}: ${sv}`, en: `${name.en}: ${en}` });

/** The same error with the name of the part in its text, where it is one of the store. */
const named =
  (name: Text) =>
  <E>(error: E): E | StoreUnavailable =>
    error instanceof StoreUnavailable
      ? new StoreUnavailable({ retryable: error.retryable, text: inPart(name, error.text), cause: error })
      : error;

const namedOpening = (name: Text) => (error: StoreNotReadable | StoreUnavailable) =>
  error instanceof StoreNotReadable
    ? new StoreNotReadable({ code: error.code, text: inPart(name, error.text) })
    : named(name)(error);

const noAnswer = (milliseconds: number): StoreUnavailable =>
  new StoreUnavailable({
    retryable: true,
    text: {
      sv: `Inget svar har kommit på ${milliseconds} ms. Försök igen, eller vänta längre.`,
      en: `No answer has come within ${milliseconds} ms. Try again, or wait longer.`,
    },
  });

/** A part that turns out not to be readable when the others are in use is one that does not answer, until it is mended. */
export const asUnavailable = (error: StoreNotReadable | StoreUnavailable): StoreUnavailable =>
  error instanceof StoreUnavailable
    ? error
    : new StoreUnavailable({ retryable: false, text: error.text, cause: error });
