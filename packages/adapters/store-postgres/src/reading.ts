import type { CountedRow } from "@finsam/gender-reporting";
import { groupPersons, NotFound, type Store, type StoreUnavailable, screenPersons, tabulateRows } from "@finsam/store";
import { personCounting } from "@finsam/store/sql";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";
import type { Database } from "./database.ts";
import { groupQuery } from "./grouping.ts";
import { historyEntryIn } from "./history-row.ts";
import { DamagedRow, type RecordTable, type Row } from "./record-table.ts";
import { screenQuery } from "./screening.ts";
import { measurementTable, participationTable, personTable, spellTable } from "./tables.ts";
import { tabulateQuery } from "./tabulating.ts";

/** The operations of the port that read. */
type Reading = Omit<Store["Service"], "save" | "erase" | "verify" | "manifest">;

/** Prepares what reads the register of a tenant. */
export function readingFrom(database: Database, tenant: string): Reading {
  const { attempt } = database;
  const reading = <A, E>(work: (session: Effect.Success<Database["reading"]>) => Effect.Effect<A, E>) =>
    Effect.scoped(Effect.flatMap(database.reading, work));

  const found = <A>(kind: NotFound["kind"], { name, recordIn }: RecordTable<A>, shown: string) => {
    const query = `SELECT * FROM ${name} WHERE tenant = $1 AND id = $2 AND ${shown}`;
    return (id: string): Effect.Effect<A, NotFound | StoreUnavailable> =>
      // A text with a NUL is no id of any record, and PostgreSQL takes none.
      id.includes("\0")
        ? Effect.fail(new NotFound({ kind }))
        : Effect.flatMap(
            reading((session) => session.rows(query, [tenant, id])),
            ([row]): Effect.Effect<A, NotFound | StoreUnavailable> =>
              row === undefined ? Effect.fail(new NotFound({ kind })) : attempt(() => recordIn(row)),
          );
  };

  const stream = <A>(
    sql: string,
    read: (row: Row) => A,
    parameters: readonly unknown[] = [],
  ): Stream.Stream<A, StoreUnavailable> =>
    Stream.unwrap(Effect.map(database.reading, (session) => session.stream(sql, [tenant, ...parameters]))).pipe(
      Stream.mapArrayEffect((rows) =>
        attempt(() => {
          const [first, ...others] = rows;
          return [read(first), ...others.map(read)] as const;
        }),
      ),
    );

  const persons = stream(
    `SELECT * FROM finsam.person WHERE tenant = $1 AND ${personIsShown} ORDER BY id`,
    personTable.recordIn,
  );

  return {
    person: found("person", personTable, personIsShown),
    participation: found("participation", participationTable, participationIsShown),
    persons,
    participations: stream(
      `SELECT * FROM finsam.participation WHERE tenant = $1 AND ${participationIsShown} ORDER BY id`,
      participationTable.recordIn,
    ),
    measurements: stream("SELECT * FROM finsam.measurement WHERE tenant = $1 ORDER BY id", measurementTable.recordIn),
    spells: stream("SELECT * FROM finsam.spell WHERE tenant = $1 ORDER BY id", spellTable.recordIn),
    history: stream("SELECT * FROM finsam.history WHERE tenant = $1 ORDER BY position", historyEntryIn),
    count: Effect.map(
      reading((session) => session.rows(countQuery, [tenant])),
      ([row]) => ({
        persons: Number(row?.persons),
        participations: Number(row?.participations),
        measurements: Number(row?.measurements),
        spells: Number(row?.spells),
      }),
    ),
    screen: (rule) =>
      Stream.suspend(() => {
        const query = screenQuery(rule);
        return query === undefined
          ? screenPersons(persons, rule)
          : stream(query.sql, query.screenedIn, query.parameters);
      }),
    groupByConditions: (conditions) =>
      Effect.suspend(() => {
        const query = groupQuery(conditions);
        if (query === undefined) return groupPersons(persons, conditions);
        return Effect.flatMap(
          reading((session) => session.rowsOnce(query.sql, [tenant, ...query.parameters])),
          (rows) => attempt(() => query.groupsIn(rows)),
        );
      }),
    tabulate: (specs) =>
      Effect.gen(function* () {
        const persons = personCounting(specs, {
          place: (position) => `CAST($${position + 1} AS text)`,
          code: (column) => column,
        });
        const query = tabulateQuery(persons.others);
        if (query === undefined && persons.others.length > 0)
          return yield* tabulateRows(stream(countedQuery, countedRowIn), specs);
        const [rows, ofPersons] = yield* reading((session) =>
          Effect.all([
            query === undefined
              ? Effect.succeed([])
              : Effect.andThen(session.rows(hashInMemory), session.rowsOnce(query.sql, [tenant, ...query.parameters])),
            Effect.forEach(persons.queries, ({ sql, parameters }) =>
              session.rowsOnce(sql(shownParticipations), [tenant, ...parameters]),
            ),
          ]),
        );
        const counts = yield* attempt(() => {
          const ofOthers = query === undefined ? [] : query.countsIn(rows);
          return ofOthers && persons.counts(ofPersons.flat(), ofOthers);
        });
        return counts ?? (yield* tabulateRows(stream(countedQuery, countedRowIn), specs));
      }),
  };
}

const personIsShown = "NOT protected";
const participationIsShown = "follow_up <> 'anonymous'";

const countQuery = `
  SELECT (SELECT count(*) FROM finsam.person WHERE tenant = $1 AND ${personIsShown}) AS persons,
    (SELECT count(*) FROM finsam.participation WHERE tenant = $1 AND ${participationIsShown}) AS participations,
    (SELECT count(*) FROM finsam.measurement WHERE tenant = $1) AS measurements,
    (SELECT count(*) FROM finsam.spell WHERE tenant = $1) AS spells`;

const shownParticipations = `(SELECT * FROM finsam.participation WHERE tenant = $1 AND ${participationIsShown})`;

// It expects many more groups than there are, and would sort all rows once for each table.
const hashInMemory = "SELECT set_config('enable_sort', 'off', true), set_config('work_mem', '64MB', true)";

const countedQuery = `
  SELECT participation.*, person.birth_date
  FROM finsam.participation LEFT JOIN finsam.person ON person.tenant = $1 AND person.id = participation.person
  WHERE participation.tenant = $1 AND ${participationIsShown}`;

function countedRowIn(row: Row): CountedRow {
  const { birth_date: birthDate } = row;
  if (birthDate !== null && typeof birthDate !== "string") throw new DamagedRow();
  return { participation: participationTable.recordIn(row), birthDate: birthDate ?? undefined };
}
