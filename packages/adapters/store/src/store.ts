import type { TableCounts, TableSpec } from "@finsam/gender-reporting";
import type { Measurement, Participation, ParticipationId, Person, PersonId, Spell } from "@finsam/model";
import type { ResolvedRule } from "@finsam/policy";
import type { AskedCondition, OutcomeGroup } from "@finsam/policy/compare";
import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type * as Stream from "effect/Stream";
import type { Conflict, NotFound, RefusedRecord, StoreUnavailable } from "./errors.ts";
import type { HistoryEntry } from "./history.ts";
import type { SaveAccount } from "./save-account.ts";
import type { Screened } from "./screen-persons.ts";
import type { StoreManifest } from "./store-manifest.ts";
import type { StoreProblem } from "./store-problem.ts";

/** One thing to save. */
export type RegisterRecord =
  | { readonly kind: "person"; readonly person: Person }
  | { readonly kind: "participation"; readonly participation: Participation }
  | { readonly kind: "measurement"; readonly measurement: Measurement }
  | { readonly kind: "spell"; readonly spell: Spell };

/** How many persons, participations, measurements and spells. */
export type RecordCounts = Readonly<Record<"persons" | "participations" | "measurements" | "spells", number>>;

/** What may be said about a save. */
export interface SaveOptions {
  /** Where the records come from, for the history: the name of a file or of a system. Never a person. */
  readonly origin?: string | undefined;
  /** Told how many records have been taken so far, about every thousand and at the end. */
  readonly progress?: ((records: number) => void) | undefined;
  /** The records are an export that comes back, and the history says so: see `restoreStore`. */
  readonly restoring?: true | undefined;
}

/**
 * The port to where a register lives. Every store keeps these promises, and the conformance suite proves them:
 *
 * - **save** is atomic: all records of the stream, or none, also when the stream fails, the call is interrupted or the process is
 *   killed; readers get what was there before until it is done, and never wait for it. Saves wait for each other. It is idempotent: a
 *   record with the same id replaces the earlier one, and the same record again changes nothing.
 * - **One id, one person**: a followed participation whose id the store follows for another person, or an earlier record of the batch
 *   did, is a `Conflict`. All of them are listed, and nothing is saved. One that is not followed, or replaces one that is not, is none.
 * - **A person** saved again keeps what the new record does not state (see `mergePersons`): a known date of birth is not lost to a
 *   record without one.
 * - **Protected identity** (skyddade personuppgifter) never leaves: a person with it is found by no reading operation. Every
 *   participation of such a person is kept as anonymous (year of start and sex), whichever was saved first, measurements are dropped,
 *   and nothing counts them. Who has been protected stays so until erased: a later record that knows nothing of it does not lift it.
 * - **Spells** (perioder) belong to a followed participation, or to one that has not come yet. Those of a participation that is, or
 *   becomes, anonymous or not followed are dropped; those of an erased person go with the participations.
 * - **History** has an entry for every save and every erasure, written with it, that nothing removes: see `brokenLinks`.
 * - **Anonymous participations** are kept and never shown: a line with an id could be matched with the file that it came from.
 * - **Streams** come in the order of ids (see `compareIds`), so that two stores with the same records give the same stream. What a
 *   stream gives was true at one moment.
 * - **Records** are checked on the way in (see `readRecord`), and what a store hands out is what the schemas of `@finsam/model` allow.
 *
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import * as Stream from "effect/Stream";
 * import { memoryStore, type RegisterRecord, Store } from "@finsam/store";
 * const records: readonly RegisterRecord[] = [
 *   { kind: "person", person: { protectedIdentity: false, id: "p1", sex: "woman", sexBasis: "legal-sex" } },
 * ];
 * const program = Effect.gen(function* () {
 *   const store = yield* Store;
 *   yield* store.save(Stream.fromIterable(records));
 *   return yield* store.count;
 * });
 * await Effect.runPromise(Effect.provide(program, memoryStore)); // => { persons: 1, participations: 0, measurements: 0, spells: 0 }
 * ```
 */
export class Store extends Context.Service<
  Store,
  {
    readonly save: <E, R>(
      records: Stream.Stream<RegisterRecord, E, R>,
      options?: SaveOptions,
    ) => Effect.Effect<SaveAccount, E | RefusedRecord | Conflict | StoreUnavailable, R>;
    readonly person: (id: PersonId) => Effect.Effect<Person, NotFound | StoreUnavailable>;
    readonly participation: (id: ParticipationId) => Effect.Effect<Participation, NotFound | StoreUnavailable>;
    readonly persons: Stream.Stream<Person, StoreUnavailable>;
    readonly participations: Stream.Stream<Participation, StoreUnavailable>;
    readonly measurements: Stream.Stream<Measurement, StoreUnavailable>;
    readonly spells: Stream.Stream<Spell, StoreUnavailable>;
    /** How many records the streams would give; anonymous participations and protected persons are not among them. */
    readonly count: Effect.Effect<RecordCounts, StoreUnavailable>;
    /** What a rule says about every person, in the order of ids, as `screenPersons` would. */
    readonly screen: (rule: ResolvedRule) => Stream.Stream<Screened, StoreUnavailable>;
    /**
     * How many persons of each sex have which outcomes of the conditions, in one pass, as `groupPersons` would count them: what
     * `compareRules` of `@finsam/policy/compare` needs to tell what a change of policy would mean.
     */
    readonly groupByConditions: (
      conditions: readonly AskedCondition[],
    ) => Effect.Effect<readonly OutcomeGroup[], StoreUnavailable>;
    /** The counts of tables in one pass over the register, as `tabulate` of `@finsam/gender-reporting` would count them. */
    readonly tabulate: (specs: readonly TableSpec[]) => Effect.Effect<readonly TableCounts[], StoreUnavailable>;
    /**
     * Removes a person with participations, their spells and measurements, and tells how many went. A participation that is not
     * followed has no person and stays; it points to nobody. What the history says of it is the counts alone.
     */
    readonly erase: (person: PersonId) => Effect.Effect<RecordCounts, StoreUnavailable>;
    /** What was saved and erased, when and from where, oldest first. */
    readonly history: Stream.Stream<HistoryEntry, StoreUnavailable>;
    /** Reads everything back, as `verifyStore` does, and looks at what only the store itself can see. Nothing found means sound. */
    readonly verify: Effect.Effect<readonly StoreProblem[], StoreUnavailable>;
    readonly manifest: StoreManifest;
  }
>()("@finsam/store/Store") {}
