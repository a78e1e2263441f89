import { outcomeOfTruth } from "@finsam/criteria/sql";
import type { RecordCounts, Screened, Store, StoreManifest, StoreUnavailable } from "@finsam/store";
import { type GroupRow, outcomeGroups, type PlannedGroups, personCounting } from "@finsam/store/sql";
import * as Effect from "effect/Effect";
import * as Option from "effect/Option";
import * as Stream from "effect/Stream";
import { cannotBeAsked, clickhouseFailure, notExported } from "./clickhouse-failure.ts";
import { clickhouseCounting, groupedCounting, places } from "./counting.ts";
import type { ClickhouseExportOptions } from "./export-to-clickhouse.ts";
import { askedOfClickhouse } from "./known-facts.ts";
import type { QueryParameters, QueryRunner } from "./query-runner.ts";
import { tableNames } from "./tables.ts";

/** The part of the port `Store` that analyses: what ClickHouse answers about the register that was exported last. */
export type ClickhouseAnalysis = Pick<Store["Service"], "screen" | "groupByConditions" | "tabulate"> & {
  readonly count: Effect.Effect<Pick<RecordCounts, "persons" | "participations">, StoreUnavailable>;
  readonly manifest: StoreManifest;
};

const personsAtOnce = 50_000;

/**
 * Asks ClickHouse about the register of an association that was exported last, with the answers of every other store. Each answer is
 * about one export, whatever is exported meanwhile. What ClickHouse cannot be asked is a `StoreUnavailable` that is not retryable: the rows
 * are not fetched to be judged here.
 *
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import { clickhouseAnalysis } from "@finsam/store-clickhouse";
 * const runner = { rows: async () => [["1", "7", "12"]], run: async () => {}, insert: async () => {} };
 * const { count } = clickhouseAnalysis(runner, { tenant: "stockholm" });
 * await Effect.runPromise(count); // => { persons: 7, participations: 12 }
 * ```
 */
export function clickhouseAnalysis(
  runner: QueryRunner,
  { tenant, database = "default" }: Pick<ClickhouseExportOptions, "tenant" | "database">,
): ClickhouseAnalysis {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(database)) throw new RangeError(`"${database}" is no plain identifier`);
  const rows = (sql: string, parameters: QueryParameters) =>
    Effect.tryPromise({
      try: (signal) => runner.rows(sql, { ...parameters, tenant }, signal),
      catch: clickhouseFailure,
    });
  const latest = Effect.flatMap(
    rows(
      `SELECT snapshot, persons, participations FROM ${database}.${tableNames.current}
       WHERE tenant = {tenant:String} ORDER BY snapshot DESC LIMIT 1`,
      {},
    ),
    ([found]) =>
      found === undefined
        ? Effect.fail(notExported())
        : Effect.succeed({ snapshot: Number(found[0]), persons: Number(found[1]), participations: Number(found[2]) }),
  );
  const of = (kind: "person" | "participation") =>
    `(SELECT * FROM ${database}.${tableNames[kind]} WHERE tenant = {tenant:String} AND snapshot = {snapshot:UInt64})`;
  const parsed = <A>(read: () => A) => Effect.try({ try: read, catch: clickhouseFailure });

  return {
    manifest,
    count: Effect.map(latest, ({ persons, participations }) => ({ persons, participations })),
    screen: (rule) =>
      Stream.unwrap(
        Effect.map(latest, ({ snapshot }) => {
          const asked = askedOfClickhouse([rule]);
          if (asked === undefined) return Stream.fail(cannotBeAsked());
          const sql = `
            SELECT id, ${asked.outcomes[0]} AS outcome
            FROM (SELECT ${["id", ...asked.facts].join(", ")} FROM ${of("person")} WHERE id > {after:String})
            ORDER BY id LIMIT ${personsAtOnce}`;
          return Stream.paginate("", (after) =>
            Effect.flatMap(rows(sql, { ...asked.parameters, snapshot, after }), (found) =>
              parsed(() => {
                const page = found.map(screenedIn);
                const last = page.length < personsAtOnce ? undefined : page.at(-1)?.person;
                return [page, Option.fromUndefinedOr(last)] as const;
              }),
            ),
          );
        }),
      ),
    groupByConditions: (conditions) =>
      Effect.flatMap(latest, ({ snapshot }) => {
        const asked = askedOfClickhouse(
          conditions.map(({ condition, setting }) => ({ criterion: condition, setting })),
        );
        if (asked === undefined) return Effect.fail(cannotBeAsked());
        const outcomes = asked.outcomes.map((outcome, index) => `${outcome} AS outcome${index}`);
        const columns = ["sex", ...outcomes.map((_, index) => `outcome${index}`)];
        const names = columns.join(", ");
        const sql = `
          SELECT ${names}, count()
          FROM (SELECT ${["sex", ...outcomes].join(", ")} FROM (SELECT ${["sex", ...asked.facts].join(", ")} FROM ${of("person")}))
          GROUP BY ${names}`;
        return Effect.flatMap(rows(sql, { ...asked.parameters, snapshot }), (found) =>
          parsed(() =>
            sound(
              outcomeGroups(
                found.map((row) => Object.fromEntries([...columns, "count"].map((name, index) => [name, row[index]]))),
                conditions.length,
              ),
            ),
          ),
        );
      }),
    tabulate: (specs) =>
      Effect.flatMap(latest, ({ snapshot }) =>
        Effect.gen(function* () {
          const persons = personCounting(specs, clickhouseCounting);
          const { groupings, sql, parameters, rowIn, counts } = groupedCounting(persons.others);
          const rowsOf = new Map<PlannedGroups, readonly GroupRow[]>();
          for (const groups of groupings) {
            const found = yield* rows(sql(groups, of("participation")), { ...parameters, snapshot });
            rowsOf.set(
              groups,
              found.map((row) => rowIn(groups, row)),
            );
          }
          const ofPersons = yield* Effect.forEach(persons.queries, (query) =>
            rows(query.sql(of("participation")), { ...places(query.parameters), snapshot }),
          );
          return yield* parsed(() =>
            sound(persons.counts(ofPersons.flat().map(personRow), sound(counts((groups) => rowsOf.get(groups) ?? [])))),
          );
        }),
      ),
  };
}

const personRow = (row: readonly unknown[]): GroupRow =>
  Object.fromEntries(["tables", "part", "key_follow_up", "key_sex", "count"].map((name, index) => [name, row[index]]));

const screenedIn = ([id, outcome]: readonly unknown[]): Screened => ({
  person: String(id),
  outcome: outcomeOfTruth(outcome),
});

/** @throws RangeError when something was counted that is no record */
function sound<A>(answer: A | undefined): A {
  if (answer === undefined) throw new RangeError("a row that was counted holds no record");
  return answer;
}

const manifest: StoreManifest = {
  name: "clickhouse",
  durable: true,
  writers: "one-at-a-time",
  tenants: true,
  pushesDown: { screen: true, groupByConditions: true, tabulate: true },
  appendOnly: false,
  cancels: "at-once",
  refusesText: [],
};
