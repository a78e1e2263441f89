import {
  BOOLEAN,
  DOUBLE,
  DuckDBListValue,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  VARCHAR,
} from "@duckdb/node-api";
import { Measurement, Participation, Person, Spell } from "@finsam/model";

/** The kinds of records, and what a record of each is. */
export interface RecordsByKind {
  readonly person: Person;
  readonly participation: Participation;
  readonly measurement: Measurement;
  readonly spell: Spell;
}
export type Kind = keyof RecordsByKind;
export const kinds: readonly Kind[] = ["person", "participation", "measurement", "spell"];

/** How records of one kind lie in the columns of a Parquet file. */
export interface RecordLayout<A> {
  /** The columns in order; the first is the id. */
  readonly columns: readonly Column[];
  /** What records have in each of the columns. */
  readonly columnsOf: (records: readonly A[]) => readonly (readonly DuckDBValue[])[];
  /**
   * The records in columns as DuckDB gives them.
   *
   * @throws DamagedRow when a row holds none
   */
  readonly recordsIn: (columns: readonly (readonly DuckDBValue[])[]) => readonly A[];
}

/** The column of a field, and how it is kept. A NULL is missing, or null where that is an answer. */
interface Column {
  readonly name: string;
  readonly kept: keyof typeof types;
}

/** A row holds no record of its kind: somebody else wrote it, or the file is damaged. */
export class DamagedRow extends Error {}

const types = {
  text: VARCHAR,
  "free text": VARCHAR,
  texts: LIST(VARCHAR),
  json: VARCHAR,
  "yes-or-no": BOOLEAN,
  whole: INTEGER,
  number: DOUBLE,
} satisfies Record<string, DuckDBType>;

/** The type of a column, for DuckDB and as SQL writes it. */
export const typeOf = ({ kept }: Column): DuckDBType => types[kept];

/** A schema of `@finsam/model`. */
interface Schema<A> {
  readonly safeParse: (
    candidate: unknown,
  ) => { readonly success: true; readonly data: A } | { readonly success: false };
}

function recordLayout<A extends Readonly<Record<string, unknown>>>(
  schema: Schema<A>,
  fields: Readonly<Record<string, Column>>,
): RecordLayout<A> {
  const layout = Object.entries(fields);
  return {
    columns: layout.map(([, column]) => column),
    columnsOf: (records) => layout.map(([field, column]) => records.map((record) => written(record[field], column))),
    recordsIn: (columns) =>
      (columns[0] ?? []).map((_, row) => {
        const candidate: Record<string, unknown> = {};
        for (const [index, [field, column]] of layout.entries()) {
          const value = read(columns[index]?.[row] ?? null, column);
          if (value !== undefined) candidate[field] = value;
        }
        const parsed = schema.safeParse(candidate);
        if (!parsed.success) throw new DamagedRow();
        return parsed.data;
      }),
  };
}

function written(value: unknown, { kept }: Column): DuckDBValue {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return listValue(value);
  if (kept === "json") return JSON.stringify(value);
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new DamagedRow();
}

function read(value: DuckDBValue, { kept }: Column): unknown {
  if (value === null) return kept === "number" ? null : undefined;
  if (value instanceof DuckDBListValue) return value.items;
  return kept === "json" ? json(value) : value;
}

/** What a text says as JSON; the text itself, which no schema takes in its place, when it says nothing. */
function json(value: DuckDBValue): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return value;
  }
}

const text = (name: string): Column => ({ name, kept: "text" });
const freeText = (name: string): Column => ({ name, kept: "free text" });
const texts = (name: string): Column => ({ name, kept: "texts" });

/**
 * The layouts of all kinds. Names are those of `@finsam/store-sqlite`. Dates are text, since some are partial; the facts about a person
 * are an open set, so they are one JSON object, which Parquet keeps once for all who have the same.
 */
export const layouts: { readonly [K in Kind]: RecordLayout<RecordsByKind[K]> } = {
  person: recordLayout(Person, {
    id: freeText("id"),
    protectedIdentity: { name: "protected", kept: "yes-or-no" },
    sex: text("sex"),
    sexBasis: text("sex_basis"),
    birthDate: text("birth_date"),
    facts: { name: "facts", kept: "json" },
  }),
  participation: recordLayout(Participation, {
    id: freeText("id"),
    followUp: text("follow_up"),
    sex: text("sex"),
    startYear: { name: "start_year", kept: "whole" },
    sexBasis: text("sex_basis"),
    intervention: text("intervention"),
    start: text("start_date"),
    end: text("end_date"),
    person: freeText("person"),
    referrer: text("referrer"),
    referred: text("referred"),
    district: text("district"),
    exitReason: text("exit_reason"),
    returnedBeforeStart: text("returned_before_start"),
    education: text("education"),
    supportAtStart: texts("support_at_start"),
    supportSince: text("support_since"),
    supportAtEnd: texts("support_at_end"),
  }),
  measurement: recordLayout(Measurement, {
    id: freeText("id"),
    person: freeText("person"),
    indicator: text("indicator"),
    respondent: text("respondent"),
    on: text("measured_on"),
    scale: text("scale"),
    value: { name: "value", kept: "number" },
    caseWorker: freeText("case_worker"),
  }),
  spell: recordLayout(Spell, {
    id: freeText("id"),
    participation: freeText("participation"),
    start: text("start_date"),
    end: text("end_date"),
  }),
};

/**
 * The columns of a kind as they are read out of a query. The driver takes a mark of byte order at the beginning of a text for none of it
 * (U+FEFF), so what begins with one gets another to lose.
 */
export const columnsToRead = (kind: Kind): string =>
  layouts[kind].columns.map(({ name, kept }) => (kept === "free text" ? textToRead(name) : name)).join(", ");

export const textToRead = (name: string): string =>
  `CASE WHEN starts_with(${name}, chr(65279)) THEN chr(65279) || ${name} ELSE ${name} END AS ${name}`;

/** The names of the columns of a kind, for a query. */
export const columnNames = (kind: Kind): string => layouts[kind].columns.map(({ name }) => name).join(", ");
