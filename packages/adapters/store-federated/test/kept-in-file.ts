import { DatabaseSync } from "node:sqlite";
import type { KeptRecords } from "@finsam/store/conformance";

interface Cells {
  readonly [column: string]: unknown;
}

/** Everything in the SQLite file of a part, hidden records too, by the tables alone. */
export function keptInFile(file: string): KeptRecords {
  const database = new DatabaseSync(file);
  const rowsOf = (table: string): readonly Cells[] =>
    database
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map((row) => ({ ...row }));
  try {
    return {
      persons: rowsOf("person").map(({ protected: isProtected, ...row }) =>
        spoken({ ...row, protectedIdentity: isProtected === 1 }),
      ),
      participations: rowsOf("participation").map(spoken),
      measurements: rowsOf("measurement").map((row) => ({ ...spoken(row), value: row.value })),
      spells: rowsOf("spell").map(spoken),
    };
  } finally {
    database.close();
  }
}

const fields: Readonly<Record<string, string>> = { start_date: "start", end_date: "end", measured_on: "on" };
const jsonColumns = new Set(["facts", "support_at_start", "support_at_end"]);

/** A row in the words of the model: columns that say nothing left out. */
function spoken(row: Cells): Cells {
  const stated = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(
    stated.map(([column, value]) => [
      fields[column] ?? column.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      jsonColumns.has(column) ? JSON.parse(String(value)) : value,
    ]),
  );
}
