import type { CountedRow } from "@finsam/gender-reporting";
import { isPartialDate } from "@finsam/model";
import { groupPersons, NotFound, type Store, type StoreUnavailable } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Option from "effect/Option";
import * as Stream from "effect/Stream";
import type { Attempt } from "./attempt.ts";
import type { Connections } from "./connections.ts";
import { groupQuery } from "./grouping.ts";
import { DamagedRow, type RecordTable, type Row } from "./record-table.ts";
import { measurementTable, participationTable, personTable } from "./tables.ts";

/** The operations of the port that read, and the rows that tables are counted from. */
type Reading = Pick<
  Store["Service"],
  "person" | "participation" | "persons" | "participations" | "measurements" | "count" | "groupByConditions"
> & { readonly countedRows: Stream.Stream<CountedRow, StoreUnavailable> };

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

  const stream = <A>(sql: string, read: (row: Row) => A): Stream.Stream<A, StoreUnavailable> =>
    Stream.unwrap(
      Effect.gen(function* () {
        const opening = attempt(connections.snapshot);
        const snapshot = yield* Effect.acquireRelease(opening, ({ close }) => Effect.ignore(attempt(close)));
        const rows = yield* attempt(() => snapshot.rows(sql));
        return Stream.paginate(rows, (left) => attempt(() => pageOf(left, read)));
      }),
    );

  const count = connections.reader.prepare(`
    SELECT (SELECT count(*) FROM person WHERE ${personIsShown}) AS persons,
      (SELECT count(*) FROM participation WHERE ${participationIsShown}) AS participations,
      (SELECT count(*) FROM measurement) AS measurements`);

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
    countedRows: stream(
      `SELECT participation.*, person.birth_date
       FROM participation LEFT JOIN person ON person.id = participation.person
       WHERE ${participationIsShown}`,
      countedRowIn,
    ),
    groupByConditions: (conditions) =>
      Effect.suspend(() => {
        const query = groupQuery(conditions);
        if (query === undefined) return groupPersons(persons, conditions);
        return attempt(() => query.groupsIn(connections.reader.prepare(query.sql).all(...query.parameters)));
      }),
    count: attempt(() => {
      const { persons, participations, measurements } = count.get() ?? {};
      return {
        persons: Number(persons),
        participations: Number(participations),
        measurements: Number(measurements),
      };
    }),
  };
}

const personIsShown = "protected = 0";
const participationIsShown = "follow_up <> 'anonymous'";

function countedRowIn(row: Row): CountedRow {
  const birthDate = row.birth_date;
  if (birthDate !== null && !(typeof birthDate === "string" && isPartialDate(birthDate))) throw new DamagedRow();
  return { participation: participationTable.recordIn(row), birthDate: birthDate ?? undefined };
}

// Enough rows that asking for them costs little, few enough that others get their turn.
const pageSize = 500;

function pageOf<A>(rows: Iterator<Row>, read: (row: Row) => A): readonly [readonly A[], Option.Option<Iterator<Row>>] {
  const page: A[] = [];
  while (page.length < pageSize) {
    const next = rows.next();
    if (next.done) return [page, Option.none()];
    page.push(read(next.value));
  }
  return [page, Option.some(rows)];
}
