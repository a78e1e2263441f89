import type { SQLInputValue, SQLOutputValue } from "node:sqlite";

/** A row as SQLite gives it, by column. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** The column of a field, and how it is read: as it is, as yes or no, or as JSON. A NULL is missing, or null where that is an answer. */
export interface Column {
  readonly name: string;
  readonly read: "plain" | "plain-or-null" | "boolean" | "json";
}

/** How records of one kind lie in their table. */
export interface RecordTable<A> {
  readonly name: string;
  /** The columns in order; the first is the id. */
  readonly columns: readonly string[];
  /** What a record has in each of the columns. */
  readonly valuesOf: (record: A) => readonly SQLInputValue[];
  /**
   * The record in a row.
   *
   * @throws DamagedRow when the row holds none
   */
  readonly recordIn: (row: Row) => A;
}

/** A row holds no record of its table: somebody else wrote it, or the file is damaged. */
export class DamagedRow extends Error {}

/** A schema of `@finsam/model`. */
interface Schema<A> {
  readonly safeParse: (
    candidate: unknown,
  ) => { readonly success: true; readonly data: A } | { readonly success: false };
}

/** Lays out a table: the field of a record that each column holds, and the schema that checks what is read. */
export function recordTable<A extends Readonly<Record<string, unknown>>>(
  name: string,
  schema: Schema<A>,
  fields: Readonly<Record<string, Column>>,
): RecordTable<A> {
  const layout = Object.entries(fields);
  const written = Object.keys(fields);
  return {
    name,
    columns: layout.map(([, column]) => column.name),
    valuesOf: (record) => {
      const values: SQLInputValue[] = [];
      for (const field of written) values.push(asCell(record[field]));
      return values;
    },
    recordIn: (row) => {
      const candidate: Record<string, unknown> = {};
      for (const [field, column] of layout) {
        const value = read(row[column.name] ?? null, column);
        if (value !== undefined) candidate[field] = value;
      }
      const parsed = schema.safeParse(candidate);
      if (!parsed.success) throw new DamagedRow();
      return parsed.data;
    },
  };
}

function asCell(value: unknown): SQLInputValue {
  switch (typeof value) {
    case "string":
    case "number":
      return value;
    case "boolean":
      return value ? 1 : 0;
    default:
      return value === undefined || value === null ? null : JSON.stringify(value);
  }
}

function read(value: SQLOutputValue, column: Column): unknown {
  if (value === null) return column.read === "plain-or-null" ? null : undefined;
  switch (column.read) {
    case "boolean":
      return value === 1;
    case "json":
      return json(value);
    default:
      return value;
  }
}

/** What a text says as JSON; the text itself, which no schema takes in its place, when it says nothing. */
function json(value: SQLOutputValue): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return value;
  }
}
