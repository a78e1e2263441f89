import type { ParticipationId, PersonId } from "@finsam/model";
import {
  type HistoryEvent,
  nextEntry,
  openConflicts,
  type RefusedRecord,
  type RegisterRecord,
  readRecord,
  type Store,
  type StoreUnavailable,
  savedEvent,
  startAccount,
  tellingProgress,
} from "@finsam/store";
import * as DateTime from "effect/DateTime";
import * as Effect from "effect/Effect";
import * as Result from "effect/Result";
import * as Semaphore from "effect/Semaphore";
import * as Stream from "effect/Stream";
import type { Database, Session } from "./database.ts";
import { historyEntryIn } from "./history-row.ts";
import { makeIdSet } from "./id-set.ts";
import type { RecordTable } from "./record-table.ts";
import { type Changes, type People, sliceOf, type TableChanges } from "./register-slice.ts";
import { measurementTable, participationTable, personTable, spellTable } from "./tables.ts";

/** The operations of the port that write. */
type Writing = Pick<Store["Service"], "save" | "erase">;

// Enough records that asking the server costs little beside them, and few enough that most of what is ever made is dropped already whenever
// Node looks: of what it finds in use too often it makes more where it collects seldom, and a process then takes 100 MB more.
const recordsAtOnce = 250;

/** Prepares what changes the register of a tenant. */
export function writingTo(database: Database, tenant: string): Writing {
  // Saves of a tenant wait for each other anyhow: not each on a connection of its own.
  const oneAtATime = Semaphore.makeUnsafe(1);
  const changing = <A, E, R>(work: (session: Session) => Effect.Effect<A, E, R>) =>
    Semaphore.withPermit(
      oneAtATime,
      database.writing((session) => Effect.andThen(session.rows(lockTenant, [tenant]), work(session))),
    );

  return {
    save: (records, options = {}) =>
      changing((session) =>
        Effect.gen(function* () {
          const saving = startAccount();
          const conflicts = openConflicts();
          const stated = makeIdSet();
          const people: People = { hidden: yield* hiddenPersons(session, tenant), left: new Set() };

          const saveSome = Effect.fnUntraced(function* ({ some, before }: Checked) {
            const known = yield* knownOf(database, session, tenant, some);
            const slice = sliceOf(known, people);
            for (const [index, record] of some.entries()) {
              if (record.kind === "person") stated.add(record.person.id);
              const change = slice.put(record);
              if (change === "conflict") conflicts.found(before + index + 1);
              else saving.count(record.kind, change);
            }
            yield* write(session, tenant, slice.changes());
          });

          yield* tellingProgress(records, options.progress).pipe(
            Stream.rechunk(recordsAtOnce),
            checking,
            // Records are checked while the server works on those before them.
            Stream.buffer({ capacity: 1 }),
            Stream.runForEach((parts) => Effect.forEach(parts, saveSome, { discard: true })),
          );
          yield* Effect.fromResult(conflicts.result());
          const alone = [...people.left].filter((person) => !stated.has(person));
          if (alone.length > 0) yield* session.run(forgetIfAlone, [tenant, alone]);
          const account = saving.account();
          yield* note(database, session, tenant, savedEvent(account, options));
          return account;
        }),
      ),

    erase: (person) =>
      changing((session) =>
        Effect.gen(function* () {
          const spells = yield* session.run(removeSpellsOfPersons, [tenant, [person]]);
          const counts = {
            persons: yield* session.run("DELETE FROM finsam.person WHERE tenant = $1 AND id = $2", [tenant, person]),
            participations: yield* session.run("DELETE FROM finsam.participation WHERE tenant = $1 AND person = $2", [
              tenant,
              person,
            ]),
            measurements: yield* session.run(removeMeasurementsOfPersons, [tenant, [person]]),
            spells,
          };
          yield* note(database, session, tenant, { event: "erased", counts });
          return counts;
        }),
      ),
  };
}

const lockTenant = "SELECT pg_advisory_xact_lock(hashtextextended('finsam ' || $1, 0))";

/** Checked records of a save, and how many came before them. */
interface Checked {
  readonly some: readonly RegisterRecord[];
  readonly before: number;
}

/**
 * Checks records as they come, and gives as many at a time as are to be sent together: in lists, since a stream that is made of streams
 * (`Stream.flatMap`) keeps what was in them until memory runs short.
 */
const checking = <E, R>(
  records: Stream.Stream<RegisterRecord, E, R>,
): Stream.Stream<readonly Checked[], E | RefusedRecord, R> =>
  Stream.suspend(() => {
    let position = 0;
    const check = (some: readonly RegisterRecord[]): Result.Result<readonly Checked[], RefusedRecord> => {
      const parts: Checked[] = [];
      let [part, characters]: [RegisterRecord[], number] = [[], 0];
      for (const record of some) {
        position += 1;
        const checked = readRecord(record, position);
        if (Result.isFailure(checked)) return Result.fail(checked.failure);
        if (characters > charactersAtOnce) [part, characters] = [[], 0];
        if (part.length === 0) parts.push({ some: part, before: position - 1 });
        part.push(checked.success);
        characters += charactersIn(checked.success);
      }
      return Result.succeed(parts);
    };
    return records.pipe(
      Stream.chunks,
      Stream.mapEffect((some) => Effect.suspend(() => Effect.fromResult(check(some)))),
    );
  });

const charactersAtOnce = 2_000_000;

/** How long the texts of a record are that may be long. */
function charactersIn(record: RegisterRecord): number {
  if (record.kind !== "person" || record.person.protectedIdentity) return 0;
  let characters = 0;
  for (const value of Object.values(record.person.facts ?? {})) {
    if (typeof value === "string") characters += value.length;
    else if (Array.isArray(value)) for (const code of value) characters += code.length;
  }
  return characters;
}

/** The persons with protected identity: they are few, and every participation and measurement asks for them. */
const hiddenPersons = (session: Session, tenant: string): Effect.Effect<Set<PersonId>, StoreUnavailable> =>
  Effect.map(
    session.rows("SELECT id FROM finsam.person WHERE tenant = $1 AND protected", [tenant]),
    (rows) => new Set(rows.map(({ id }) => String(id))),
  );

// What is done for every batch is written as `fnUntraced`: a generator function made anew each time, as for `Effect.gen`, has a hidden class
// that keeps the batch it closes over until Node collects what is old.

/** What of the register some records may touch. */
const knownOf = Effect.fnUntraced(function* (
  database: Database,
  session: Session,
  tenant: string,
  records: readonly RegisterRecord[],
) {
  const ids = idsIn(records);
  const known = <A>({ selectIds, recordIn }: RecordTable<A>, wanted: ReadonlySet<string>) =>
    wanted.size === 0
      ? Effect.succeed<readonly A[]>([])
      : Effect.flatMap(session.rows(selectIds, [tenant, [...wanted]]), (rows) =>
          database.attempt(() => rows.map(recordIn)),
        );
  const spells = yield* known(spellTable, ids.spells);
  for (const { participation } of spells) ids.participations.add(participation);
  return {
    spells,
    persons: yield* known(personTable, ids.persons),
    participations: yield* known(participationTable, ids.participations),
    measurements: yield* known(measurementTable, ids.measurements),
  };
});

function idsIn(records: readonly RegisterRecord[]) {
  const ids = {
    persons: new Set<PersonId>(),
    participations: new Set<ParticipationId>(),
    measurements: new Set<string>(),
    spells: new Set<string>(),
  };
  for (const record of records) {
    switch (record.kind) {
      case "person":
        ids.persons.add(record.person.id);
        break;
      case "participation":
        ids.participations.add(record.participation.id);
        break;
      case "measurement":
        ids.measurements.add(record.measurement.id);
        break;
      case "spell":
        ids.spells.add(record.spell.id);
        ids.participations.add(record.spell.participation);
        break;
    }
  }
  return ids;
}

/** Writes what changes: first what is hidden, wherever it is, so that the rows of the slice have the last word. */
const write = Effect.fnUntraced(function* (session: Session, tenant: string, changes: Changes) {
  const { hidden, unfollowed } = changes;
  if (hidden.length > 0) {
    yield* session.run(removeSpellsOfPersons, [tenant, hidden]);
    yield* session.run(anonymiseParticipations, [tenant, hidden]);
    yield* session.run(removeMeasurementsOfPersons, [tenant, hidden]);
  }
  if (unfollowed.length > 0)
    yield* session.run("DELETE FROM finsam.spell WHERE tenant = $1 AND participation = ANY($2::text[])", [
      tenant,
      unfollowed,
    ]);
  yield* writeTable(session, tenant, personTable, changes.persons);
  yield* writeTable(session, tenant, participationTable, changes.participations);
  yield* writeTable(session, tenant, measurementTable, changes.measurements);
  yield* writeTable(session, tenant, spellTable, changes.spells);
});

const writeTable = Effect.fnUntraced(function* <A>(
  session: Session,
  tenant: string,
  { name, insert, upsert, parametersOf }: RecordTable<A>,
  { added, replaced, removed }: TableChanges<A>,
) {
  if (removed.length > 0)
    yield* session.run(`DELETE FROM ${name} WHERE tenant = $1 AND id = ANY($2::text[])`, [tenant, removed]);
  if (added.length > 0) yield* session.run(insert, [tenant, ...parametersOf(added)]);
  if (replaced.length > 0) yield* session.run(upsert, [tenant, ...parametersOf(replaced)]);
});

const anonymiseParticipations = `
  UPDATE finsam.participation
  SET follow_up = 'anonymous', start_year = substr(start_date, 1, 4)::integer, sex_basis = NULL, intervention = NULL, start_date = NULL,
    end_date = NULL, person = NULL, referrer = NULL, referred = NULL, district = NULL, exit_reason = NULL,
    returned_before_start = NULL, education = NULL, support_at_start = NULL, support_since = NULL, support_at_end = NULL
  WHERE tenant = $1 AND person = ANY($2::text[])`;

const removeSpellsOfPersons = `
  DELETE FROM finsam.spell USING finsam.participation
  WHERE spell.tenant = $1 AND participation.tenant = $1 AND participation.id = spell.participation
    AND participation.person = ANY($2::text[])`;

const removeMeasurementsOfPersons = "DELETE FROM finsam.measurement WHERE tenant = $1 AND person = ANY($2::text[])";

/** Forgets persons of whom nothing else is kept: nobody has consented to keep what is known of them. */
const forgetIfAlone = `
  DELETE FROM finsam.person
  WHERE tenant = $1 AND id = ANY($2::text[]) AND NOT protected
    AND NOT EXISTS (SELECT FROM finsam.participation AS its WHERE its.tenant = $1 AND its.person = person.id)
    AND NOT EXISTS (SELECT FROM finsam.measurement AS its WHERE its.tenant = $1 AND its.person = person.id)`;

/** Adds an entry to the history. */
const note = (database: Database, session: Session, tenant: string, event: HistoryEvent) =>
  Effect.gen(function* () {
    const [last] = yield* session.rows(
      "SELECT * FROM finsam.history WHERE tenant = $1 ORDER BY position DESC LIMIT 1",
      [tenant],
    );
    const before = last && (yield* database.attempt(() => historyEntryIn(last)));
    const at = DateTime.formatIso(yield* DateTime.now);
    const { position, previous, hash, counts } = nextEntry(before, at, event);
    const origin = "origin" in event ? (event.origin ?? null) : null;
    yield* session.run(
      `INSERT INTO finsam.history (tenant, position, at, event, origin, counts, previous, hash)
       VALUES ($1, $2, $3, $4, $5, $6::text::jsonb, $7, $8)`,
      [tenant, position, at, event.event, origin, JSON.stringify(counts), previous, hash],
    );
  });
