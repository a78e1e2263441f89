import { groupPersons, NotFound, type Screened, type Store, type StoreUnavailable, screenPersons } from "@finsam/store";
import { personCounting } from "@finsam/store/sql";
import * as Effect from "effect/Effect";
import * as Option from "effect/Option";
import * as Stream from "effect/Stream";
import type { Attempt } from "./attempt.ts";
import type { Connections } from "./connections.ts";
import { groupQuery } from "./grouping.ts";
import { DamagedRow, type RecordTable, type Row } from "./record-table.ts";
import { type ScreenQuery, screenQuery } from "./screening.ts";
import { historyTable, measurementTable, participationTable, personTable, spellTable } from "./tables.ts";
import { startRowCounting } from "./tabulating.ts";

/** The operations of the port that read, and the rows that tables are counted from. */
type Reading = Pick<
  Store["Service"],
  | "person"
  | "participation"
  | "persons"
  | "participations"
  | "measurements"
  | "spells"
  | "history"
  | "count"
  | "screen"
  | "groupByConditions"
  | "tabulate"
>;

/** Prepares what reads a register over its connections. */
export function readingFrom(connections: Connections, attempt: Attempt): Reading {
  const found = <A>(kind: NotFound["kind"], { name, recordIn }: RecordTable<A>, shown: string) => {
    const query = connections.reader.prepare(`SELECT * FROM ${name} WHERE id = ? AND ${shown}`);
    return (id: string) =>
      Effect.flatMap(
        attempt(() => query.get(id)),
        (row): Effect.Effect<A, NotFound | StoreUnavailable> =>
          row === undefined ? Effect.fail(new NotFound({ kind })) : attempt(() => recordIn(row)),
      );
  };

  const snapshots = Effect.acquireRelease(attempt(connections.snapshot), ({ close }) => Effect.ignore(attempt(close)));

  const stream = <A>(sql: string, read: (row: Row) => A): Stream.Stream<A, StoreUnavailable> =>
    Stream.unwrap(
      Effect.gen(function* () {
        const snapshot = yield* snapshots;
        const rows = yield* attempt(() => snapshot.rows(sql));
        return Stream.paginate(rows, (left) => attempt(() => pageOf(left, read)));
      }),
    );

  const screened = ({ sql, parameters, screenedIn }: ScreenQuery): Stream.Stream<Screened, StoreUnavailable> =>
    Stream.unwrap(
      Effect.gen(function* () {
        const snapshot = yield* snapshots;
        const ask = yield* attempt(() => snapshot.asking(sql));
        // What has one connection only would show what is saved between two pages.
        const most = connections.isOnlyConnection ? -1 : screenedAtOnce;
        return Stream.paginate("", (after) =>
          Effect.map(
            attempt(() => screenedIn(ask(...parameters, after, most))),
            (page) => {
              const last = page.length === most ? page.at(-1)?.person : undefined;
              return [page, last === undefined ? Option.none<string>() : Option.some(last)] as const;
            },
          ),
        );
      }),
    );

  const count = connections.reader.prepare(`
    SELECT (SELECT count(*) FROM person WHERE ${personIsShown}) AS persons,
      (SELECT count(*) FROM participation WHERE ${participationIsShown}) AS participations,
      (SELECT count(*) FROM measurement) AS measurements,
      (SELECT count(*) FROM spell) AS spells`);

  const persons = stream(`SELECT * FROM person WHERE ${personIsShown} ORDER BY id`, personTable.recordIn);

  return {
    person: found("person", personTable, personIsShown),
    participation: found("participation", participationTable, participationIsShown),
    persons,
    participations: stream(
      `SELECT * FROM participation WHERE ${participationIsShown} ORDER BY id`,
      participationTable.recordIn,
    ),
    measurements: stream("SELECT * FROM measurement ORDER BY id", measurementTable.recordIn),
    spells: stream("SELECT * FROM spell ORDER BY id", spellTable.recordIn),
    history: stream("SELECT * FROM history ORDER BY position", historyTable.recordIn),
    screen: (rule) =>
      Stream.suspend(() => {
        const query = screenQuery(rule);
        return query === undefined ? screenPersons(persons, rule) : screened(query);
      }),
    tabulate: (specs) =>
      Effect.scoped(
        Effect.gen(function* () {
          const snapshot = yield* snapshots;
          const persons = personCounting(specs, { place: (position) => `?${position}`, code: (column) => column });
          const counting = yield* attempt(() => startRowCounting(persons.others));
          const rows = yield* attempt(() => snapshot.arrays(counting.sql));
          const countSome = attempt(() => {
            for (let left = countedAtOnce; left > 0; left -= 1) {
              const next = rows.next();
              if (next.done) return false;
              counting.add(next.value);
            }
            return true;
          });
          while (persons.others.length > 0 && (yield* countSome)) yield* Effect.yieldNow;
          return yield* attempt(() => {
            const from = `(SELECT * FROM participation WHERE ${participationIsShown})`;
            const found = persons.queries.flatMap(({ sql, parameters }) => snapshot.all(sql(from), ...parameters));
            const counts = persons.counts(found, counting.counts());
            if (counts === undefined) throw new DamagedRow();
            return counts;
          });
        }),
      ),
    groupByConditions: (conditions) =>
      Effect.suspend(() => {
        const query = groupQuery(conditions);
        if (query === undefined) return groupPersons(persons, conditions);
        return attempt(() => query.groupsIn(connections.reader.prepare(query.sql).all(...query.parameters)));
      }),
    count: attempt(() => {
      const { persons, participations, measurements, spells } = count.get() ?? {};
      return {
        persons: Number(persons),
        participations: Number(participations),
        measurements: Number(measurements),
        spells: Number(spells),
      };
    }),
  };
}

const personIsShown = "protected = 0";
const participationIsShown = "follow_up <> 'anonymous'";

// Enough rows that asking for them costs little, few enough that others get their turn.
const pageSize = 500;
const screenedAtOnce = 2000;
const countedAtOnce = 2000;

function pageOf<A>(rows: Iterator<Row>, read: (row: Row) => A): readonly [readonly A[], Option.Option<Iterator<Row>>] {
  const page: A[] = [];
  while (page.length < pageSize) {
    const next = rows.next();
    if (next.done) return [page, Option.none()];
    page.push(read(next.value));
  }
  return [page, Option.some(rows)];
}
