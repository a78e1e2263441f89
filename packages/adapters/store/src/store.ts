import type { Outcome } from "@finsam/criteria";
import type { TableCounts, TableSpec } from "@finsam/gender-reporting";
import type { Measurement, Participation, ParticipationId, Person, PersonId } from "@finsam/model";
import type { ResolvedRule } from "@finsam/policy";
import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type * as Stream from "effect/Stream";
import type { NotFound, RefusedRecord, StoreUnavailable } from "./errors.ts";

/** One thing to save. */
export type RegisterRecord =
  | { readonly kind: "person"; readonly person: Person }
  | { readonly kind: "participation"; readonly participation: Participation }
  | { readonly kind: "measurement"; readonly measurement: Measurement };

/** How many records of a kind were new, replaced an earlier one with the same id, or changed nothing. */
export interface SavedCount {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
}

/** What a save did. The same records saved again give `unchanged` only. */
export type SaveAccount = Readonly<Record<RegisterRecord["kind"], SavedCount>>;

/**
 * The port to where a register lives. Every store keeps these promises, and the conformance suite proves them:
 *
 * - **save** is atomic: all records of the stream, or none, also when the stream fails, the call is interrupted or the process is
 *   killed; and idempotent: a record with the same id replaces the earlier one. A person saved again keeps what the new record does not
 *   state (a known date of birth is not lost to a record without one).
 * - **Protected identity** never leaves: a person with it is found by no reading operation, every participation of such a person is kept
 *   as anonymous (year of start and sex), whichever was saved first, measurements are dropped, and nothing counts them.
 * - **Streams** come in the order of ids, so that two stores with the same records give the same stream.
 * - Records are checked on the way in.
 */
export class Store extends Context.Service<
  Store,
  {
    readonly save: <E, R>(
      records: Stream.Stream<RegisterRecord, E, R>,
    ) => Effect.Effect<SaveAccount, E | RefusedRecord | StoreUnavailable, R>;
    readonly person: (id: PersonId) => Effect.Effect<Person, NotFound | StoreUnavailable>;
    readonly participation: (id: ParticipationId) => Effect.Effect<Participation, NotFound | StoreUnavailable>;
    readonly persons: Stream.Stream<Person, StoreUnavailable>;
    readonly participations: Stream.Stream<Participation, StoreUnavailable>;
    readonly measurements: Stream.Stream<Measurement, StoreUnavailable>;
    /** How many records there are of each kind; anonymous participations and protected persons are not among them. */
    readonly count: Effect.Effect<
      Readonly<Record<"persons" | "participations" | "measurements", number>>,
      StoreUnavailable
    >;
    /** What a rule says about every person, as `outcomeOf` of `@finsam/policy` would. */
    readonly screen: (
      rule: ResolvedRule,
    ) => Stream.Stream<{ readonly person: PersonId; readonly outcome: Outcome }, StoreUnavailable>;
    /** The counts of tables in one pass over the register, as `tabulate` of `@finsam/gender-reporting` would count them. */
    readonly tabulate: (specs: readonly TableSpec[]) => Effect.Effect<readonly TableCounts[], StoreUnavailable>;
    /**
     * Removes a person with participations and measurements, and tells how many went. A participation that is not followed has no
     * person and stays; it points to nobody.
     */
    readonly erase: (
      person: PersonId,
    ) => Effect.Effect<Readonly<Record<"persons" | "participations" | "measurements", number>>, StoreUnavailable>;
  }
>()("@finsam/store/Store") {}
