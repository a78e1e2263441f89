import * as PgTypes from "@effect/sql-pg/PgTypes";
import * as Result from "effect/Result";

/** A row as PostgreSQL gives it, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** What a record has in a column, as it is sent: codes and facts as text. */
export type Cell = string | number | boolean | null;

/**
 * The column of a field and what lies in it: a text, a yes or no, a whole or any number, a list of codes, or facts. A NULL is missing, or
 * null where that is an answer.
 */
export interface Column {
  readonly name: string;
  readonly type: "text" | "boolean" | "integer" | "number" | "codes" | "facts";
  readonly nullIsAnswer?: true;
}

/** How records of one kind lie in their table. */
export interface RecordTable<A> {
  /** The name, with the schema. */
  readonly name: string;
  /** What a record has in each of the columns; the first is the id. Alike for two records that say the same. */
  readonly cellsOf: (record: A) => readonly Cell[];
  /**
   * The record in a row.
   *
   * @throws DamagedRow when the row holds none
   */
  readonly recordIn: (row: Row) => A;
  /** Adds rows of which none is there. `$1` is the tenant, the others are the columns. */
  readonly insert: string;
  /** Adds rows, and replaces those that are there. */
  readonly upsert: string;
  /** The columns of records, as the parameters of `insert` and `upsert` after the tenant. */
  readonly parametersOf: (records: readonly A[]) => readonly PgTypes.Parameter[];
  /** The records of a tenant (`$1`) with these ids (`$2`). */
  readonly selectIds: string;
}

/** A row holds no record of its table: somebody else wrote it, or the database is damaged. */
export class DamagedRow extends Error {}

/** A schema of `@finsam/model`. */
interface Schema<A> {
  readonly safeParse: (
    candidate: unknown,
  ) => { readonly success: true; readonly data: A } | { readonly success: false };
}

/** Lays out a table: the field of a record that each column holds, and the schema that checks what is read. */
export function recordTable<A extends Readonly<Record<string, unknown>>>(
  table: string,
  schema: Schema<A>,
  fields: Readonly<Record<string, Column>>,
): RecordTable<A> {
  const name = `finsam.${table}`;
  const layout = Object.entries(fields);
  const columns = layout.map(([, column]) => column);
  const names = columns.map((column) => column.name);
  const arrays = columns.map(({ type }, index) => `$${index + 2}::${types[type].sent}[]`);
  const values = columns.map(({ type, name }) => `sent.${name}${types[type].cast}`);
  const insert = `INSERT INTO ${name} (tenant, ${names.join(", ")}) SELECT $1, ${values.join(", ")} FROM unnest(${arrays.join(", ")}) AS sent (${names.join(", ")})`;
  const changes = names.slice(1).map((column) => `${column} = excluded.${column}`);
  return {
    name,
    cellsOf: (record) => layout.map(([field, { type }]) => cell(record[field], type)),
    recordIn: (row) => {
      const candidate: Record<string, unknown> = {};
      for (const [field, column] of layout) {
        const value = row[column.name] ?? null;
        if (value !== null) candidate[field] = column.type === "facts" ? inOrderOfNames(value) : value;
        else if (column.nullIsAnswer) candidate[field] = null;
      }
      const parsed = schema.safeParse(candidate);
      if (!parsed.success) throw new DamagedRow();
      return parsed.data;
    },
    insert,
    upsert: `${insert} ON CONFLICT (tenant, id) DO UPDATE SET ${changes.join(", ")}`,
    parametersOf: (records) =>
      layout.map(([field, { type }]) => {
        const values = records.map((record) => cell(record[field], type));
        return Result.getOrThrow(PgTypes.array(values, types[type].oid));
      }),
    selectIds: `SELECT * FROM ${name} WHERE tenant = $1 AND id = ANY($2::text[])`,
  };
}

// Lists in a list would have to be equally long, so codes are sent as the text that PostgreSQL reads them from.
const types: Readonly<Record<Column["type"], { readonly sent: string; readonly cast: string; readonly oid: number }>> =
  {
    text: { sent: "text", cast: "", oid: PgTypes.OID.text },
    boolean: { sent: "boolean", cast: "", oid: PgTypes.OID.bool },
    integer: { sent: "integer", cast: "", oid: PgTypes.OID.int4 },
    number: { sent: "double precision", cast: "", oid: PgTypes.OID.float8 },
    codes: { sent: "text", cast: "::text[]", oid: PgTypes.OID.text },
    facts: { sent: "text", cast: "::jsonb", oid: PgTypes.OID.text },
  };

function cell(value: unknown, type: Column["type"]): Cell {
  if (value === undefined || value === null) return null;
  // Codes are letters, digits and hyphens: nothing in them needs to be escaped.
  if (type === "codes" && Array.isArray(value)) return `{${value.map((code) => `"${code}"`).join(",")}}`;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value, intervalInOneOrder);
}

/** Two intervals that say the same are to be written alike; the facts themselves are in the order of their names. */
const intervalInOneOrder = (fact: string, value: unknown): unknown =>
  fact !== "" && typeof value === "object" && value !== null && "min" in value && "max" in value
    ? { min: value.min, max: value.max }
    : value;

/** Facts as `mergePersons` writes them; PostgreSQL keeps them in an order of its own. */
const inOrderOfNames = (facts: unknown): unknown =>
  typeof facts === "object" && facts !== null
    ? Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)))
    : facts;
