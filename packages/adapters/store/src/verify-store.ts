import type { Text } from "@finsam/model";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import * as Stream from "effect/Stream";
import { compareIds } from "./compare-ids.ts";
import { StoreUnavailable } from "./errors.ts";
import { brokenLinks } from "./history.ts";
import { readRecord } from "./read-record.ts";
import type { RecordCounts, RegisterRecord, Store } from "./store.ts";
import { type StoreProblem, storeProblem } from "./store-problem.ts";

/** What of the port a register is verified through. */
type Readable = Pick<Store["Service"], "persons" | "participations" | "measurements" | "spells" | "count" | "history">;

/**
 * Verifies a register by what the port alone can see: every record is read and judged by its schema, streams come in order and agree
 * with the counts, nothing is shown that protected identity or a missing consent hides, and the history is whole. A store adds what
 * only it can see. Fails when the register could not be read for a passing reason, or was changed meanwhile.
 *
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import { memoryStore, Store, verifyStore } from "@finsam/store";
 * const verifying = Effect.flatMap(Store, verifyStore);
 * await Effect.runPromise(Effect.provide(verifying, memoryStore)); // => []
 * ```
 */
export const verifyStore = (store: Readable): Effect.Effect<readonly StoreProblem[], StoreUnavailable> =>
  unlessChanged(
    store,
    Effect.gen(function* () {
      const unfollowed = new Set<string>();
      const persons = yield* verifyStream(store.persons, "persons", (person) => ({
        record: { kind: "person", person },
        mayBeShown: !person.protectedIdentity,
      }));
      const participations = yield* verifyStream(store.participations, "participations", (participation) => {
        if (participation.followUp !== "followed") unfollowed.add(participation.id);
        return { record: { kind: "participation", participation }, mayBeShown: participation.followUp !== "anonymous" };
      });
      const measurements = yield* verifyStream(store.measurements, "measurements", (measurement) => ({
        record: { kind: "measurement", measurement },
        mayBeShown: true,
      }));
      const spells = yield* verifyStream(store.spells, "spells", (spell) => ({
        record: { kind: "spell", spell },
        mayBeShown: !unfollowed.has(spell.participation),
      }));
      const streams = [persons, participations, measurements, spells];
      const counted = yield* readable(store.count);
      const miscounted = Result.isFailure(counted)
        ? [storeProblem("records-not-readable", { sv: "antalen", en: "the counts" })]
        : streams.flatMap(({ kind, read }) =>
            read === undefined || read === counted.success[kind] ? [] : [storeProblem("reads-disagree", names[kind])],
          );
      return [...streams.flatMap(({ problems }) => problems), ...miscounted, ...(yield* verifyHistory(store.history))];
    }),
  );

/**
 * Does work that reads a register in several steps, and fails as retryable when the register was changed between them: the parts would
 * not be of the same moment.
 */
const unlessChanged = <A, E>(
  { history }: Pick<Store["Service"], "history">,
  work: Effect.Effect<A, E>,
): Effect.Effect<A, E | StoreUnavailable> =>
  Effect.gen(function* () {
    const changes = Effect.orElseSucceed(Stream.runCount(history), () => undefined);
    const before = yield* changes;
    const result = yield* work;
    return (yield* changes) === before ? result : yield* changedMeanwhile();
  });

export const changedMeanwhile = (): StoreUnavailable =>
  new StoreUnavailable({
    retryable: true,
    text: {
      sv: "Registret ändrades under tiden. Försök igen när ingen sparar.",
      en: "The register was changed meanwhile. Try again when nobody saves.",
    },
  });

const names: Readonly<Record<keyof RecordCounts | "history", Text>> = {
  persons: { sv: "personer", en: "persons" },
  participations: { sv: "deltaganden", en: "participations" },
  measurements: { sv: "mätningar", en: "measurements" },
  spells: { sv: "perioder", en: "spells" },
  history: { sv: "historiken", en: "the history" },
};

interface Verified {
  readonly kind: keyof RecordCounts;
  /** How many records came; nothing when the stream broke off. */
  readonly read: number | undefined;
  readonly problems: readonly StoreProblem[];
}

const verifyStream = <A extends { readonly id: string }>(
  stream: Stream.Stream<A, StoreUnavailable>,
  kind: keyof RecordCounts,
  judged: (record: A) => { readonly record: RegisterRecord; readonly mayBeShown: boolean },
): Effect.Effect<Verified, StoreUnavailable> =>
  Effect.suspend(() => {
    let [read, wrong, hidden, misplaced] = [0, 0, 0, 0];
    let last: string | undefined;
    const look = (one: A) => {
      const { record, mayBeShown } = judged(one);
      read += 1;
      if (Result.isFailure(readRecord(record, read))) wrong += 1;
      if (!mayBeShown) hidden += 1;
      if (last !== undefined && compareIds(last, one.id) >= 0) misplaced += 1;
      last = one.id;
    };
    const reading = Stream.runForEachArray(stream, (some) => Effect.sync(() => some.forEach(look)));
    return Effect.map(readable(reading), (result) => ({
      kind,
      read: Result.isSuccess(result) ? read : undefined,
      problems: [
        ...(Result.isFailure(result) ? [storeProblem("records-not-readable", names[kind])] : []),
        ...(wrong > 0 ? [storeProblem("records-not-readable", names[kind], wrong)] : []),
        ...(hidden > 0 ? [storeProblem("protection-contradicted", names[kind], hidden)] : []),
        ...(misplaced > 0 ? [storeProblem("reads-disagree", names[kind], misplaced)] : []),
      ],
    }));
  });

const verifyHistory = (history: Readable["history"]): Effect.Effect<readonly StoreProblem[], StoreUnavailable> =>
  Effect.map(readable(Stream.runCollect(history)), (entries) => {
    if (Result.isFailure(entries)) return [storeProblem("history-broken", names.history)];
    const broken = brokenLinks(entries.success).length;
    return broken === 0 ? [] : [storeProblem("history-broken", names.history, broken)];
  });

/** What cannot be read is a finding; what cannot be read just now is a failure. */
const readable = <A>(
  reading: Effect.Effect<A, StoreUnavailable>,
): Effect.Effect<Result.Result<A, StoreUnavailable>, StoreUnavailable> =>
  Effect.flatMap(Effect.result(reading), (result) =>
    Result.isFailure(result) && result.failure.retryable ? Effect.fail(result.failure) : Effect.succeed(result),
  );
