import type { PartialDate, Participation, Person } from "@finsam/model";
import type { RecordCounts, Store, StoreUnavailable } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";
import { clickhouseFailure } from "./clickhouse-failure.ts";
import type { QueryRunner } from "./query-runner.ts";
import { type ClickhouseTables, clickhouseTables, tableNames } from "./tables.ts";

/** Whose register is exported, and to where. */
export interface ClickhouseExportOptions extends ClickhouseTables {
  /** The association: its rows are told apart by this, and nothing is ever asked without it. */
  readonly tenant: string;
}

const rowsAtOnce = 20_000;

/**
 * Exports what a store shows to ClickHouse, in the place of what was exported for the association before. Who asks meanwhile gets the
 * export before, and the new one when all of it is there; then the old one is dropped, and with it whoever was erased since. The tables
 * are made if they are not there.
 *
 * What no stream shows does not come along: nobody with protected identity, and no anonymous participation.
 *
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import { memoryStore, Store } from "@finsam/store";
 * import { exportToClickhouse } from "@finsam/store-clickhouse";
 * const statements: string[] = [];
 * const runner = { rows: async () => [], run: async (sql: string) => void statements.push(sql), insert: async () => {} };
 * const exporting = Effect.flatMap(Store, (store) => exportToClickhouse(store, runner, { tenant: "stockholm" }));
 * await Effect.runPromise(Effect.provide(exporting, memoryStore)); // => { persons: 0, participations: 0 }
 * statements.length; // => 3
 * ```
 */
export const exportToClickhouse = (
  store: Pick<Store["Service"], "persons" | "participations">,
  runner: QueryRunner,
  { tenant, ...where }: ClickhouseExportOptions,
): Effect.Effect<Pick<RecordCounts, "persons" | "participations">, StoreUnavailable> =>
  Effect.gen(function* () {
    const attempt = <A>(work: () => Promise<A>) => Effect.tryPromise({ try: work, catch: clickhouseFailure });
    const { database = "default", cluster } = where;
    const table = (kind: keyof typeof tableNames) => `${database}.${tableNames[kind]}`;
    for (const statement of clickhouseTables(where)) yield* attempt(() => runner.run(statement));

    const [[latest] = []] = yield* attempt(() =>
      runner.rows(`SELECT max(snapshot) FROM ${table("current")} WHERE tenant = {tenant:String}`, { tenant }),
    );
    const before = Number(latest ?? 0);
    const snapshot = before + 1;
    const local = cluster === undefined ? "" : "_local";
    const on = cluster === undefined ? "" : ` ON CLUSTER ${cluster}`;
    const drop = (kind: "person" | "participation", which: number) =>
      attempt(() =>
        runner.run(`ALTER TABLE ${table(kind)}${local}${on} DROP PARTITION ({tenant:String}, {snapshot:UInt64})`, {
          tenant,
          snapshot: which,
        }),
      );

    const births = new Map<string, PartialDate>();
    let [persons, participations] = [0, 0];
    const insert = (kind: keyof typeof tableNames, rows: readonly (readonly unknown[])[]) =>
      attempt(() => runner.insert(table(kind), rows));

    const exporting = Effect.gen(function* () {
      yield* Stream.runForEachArray(Stream.rechunk(store.persons, rowsAtOnce), (some) => {
        for (const person of some)
          if (!person.protectedIdentity && person.birthDate !== undefined) births.set(person.id, person.birthDate);
        persons += some.length;
        return insert(
          "person",
          some.map((person) => [tenant, snapshot, ...personRow(person)]),
        );
      });
      yield* Stream.runForEachArray(Stream.rechunk(store.participations, rowsAtOnce), (some) => {
        participations += some.length;
        return insert(
          "participation",
          some.map((one) => [tenant, snapshot, ...participationRow(one, births)]),
        );
      });
      yield* insert("current", [[tenant, snapshot, persons, participations]]);
    });
    // What was left behind by an export that broke off has the same number.
    if (before > 0 || latest !== undefined)
      for (const kind of ["person", "participation"] as const) yield* drop(kind, snapshot);
    yield* exporting;
    if (before > 0) for (const kind of ["person", "participation"] as const) yield* drop(kind, before);
    return { persons, participations };
  });

const personRow = (person: Person): readonly unknown[] =>
  person.protectedIdentity
    ? [person.id, "unknown", null, "{}"]
    : [person.id, person.sex, person.birthDate ?? null, JSON.stringify(person.facts ?? {})];

function participationRow(one: Participation, births: ReadonlyMap<string, PartialDate>): readonly unknown[] {
  if (one.followUp === "anonymous") return [one.id, "", "anonymous", one.sex, "", ...Array(8).fill(null)];
  const { id, followUp, sex, intervention, start = null, end = null } = one;
  const counted = [followUp, sex, intervention, start, end];
  if (one.followUp === "not-followed") return [id, id, ...counted, ...Array(6).fill(null)];
  const { person, referrer = null, exitReason = null, education = null, supportAtStart, supportSince = null } = one;
  const support = supportAtStart?.join(" ") ?? null;
  return [id, person, ...counted, referrer, exitReason, education, support, supportSince, births.get(person) ?? null];
}
