import { type StoreProblem, type StoreUnavailable, storeProblem } from "@finsam/store";
import * as Effect from "effect/Effect";
import type { Attempt } from "./attempt.ts";
import type { Connections } from "./connections.ts";
import type { RecordTable, Row } from "./record-table.ts";
import { participationTable, personTable } from "./tables.ts";

/** What only SQLite can see of a register: its file, the rows that no stream shows, and what protection should have taken away. */
export const verifyingOf = (
  { reader }: Connections,
  attempt: Attempt,
): Effect.Effect<readonly StoreProblem[], StoreUnavailable> => {
  const damage = attempt(() =>
    reader
      .prepare("PRAGMA integrity_check(10)")
      .all()
      .map(({ integrity_check }) => String(integrity_check))
      .filter((said) => said !== "ok"),
  ).pipe(
    Effect.map((said) => said.map((what) => storeProblem("storage-damaged", { sv: what, en: what }))),
    // A file that is damaged badly cannot even be checked.
    Effect.catch((error) =>
      error.retryable ? Effect.fail(error) : Effect.succeed([storeProblem("storage-damaged", error.text)]),
    ),
  );

  const hiddenRows = attempt((): readonly StoreProblem[] => [
    ...unreadable(personTable, reader.prepare("SELECT * FROM person WHERE protected = 1").iterate()),
    ...unreadable(
      participationTable,
      reader.prepare("SELECT * FROM participation WHERE follow_up = 'anonymous'").iterate(),
    ),
  ]);

  const kept = attempt((): readonly StoreProblem[] =>
    Object.entries(contradictions).flatMap(([table, sql]) => {
      const rows = Number(reader.prepare(`SELECT count(*) AS rows FROM ${table} ${sql}`).get()?.rows);
      return rows === 0 ? [] : [storeProblem("protection-contradicted", { sv: table, en: table }, rows)];
    }),
  );

  const whenSound = Effect.zipWith(hiddenRows, kept, (hidden, more) => [...hidden, ...more]);
  return Effect.flatMap(damage, (problems) => (problems.length > 0 ? Effect.succeed(problems) : whenSound));
};

/** What protected identity, or a missing consent, takes away. */
const contradictions: Readonly<Record<string, string>> = {
  participation: "WHERE person IN (SELECT id FROM person WHERE protected = 1)",
  measurement: "WHERE person IN (SELECT id FROM person WHERE protected = 1)",
  spell: "WHERE participation IN (SELECT id FROM participation WHERE follow_up <> 'followed')",
};

function unreadable<A>({ name, recordIn }: RecordTable<A>, rows: Iterable<Row>): readonly StoreProblem[] {
  let wrong = 0;
  for (const row of rows) {
    try {
      recordIn(row);
    } catch {
      wrong += 1;
    }
  }
  return wrong === 0 ? [] : [storeProblem("records-not-readable", { sv: name, en: name }, wrong)];
}
