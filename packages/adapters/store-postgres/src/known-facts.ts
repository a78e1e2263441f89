import type { FactDefinition, Vocabulary } from "@finsam/criteria";
import type { ColumnsOfFacts, FactColumns } from "@finsam/criteria/sql";

/** What a rule can know of a fact, as columns over the table of persons. */
export interface KnownFact {
  /** Where criteria find it. */
  readonly columns: FactColumns;
  /** The columns, each with its name. */
  readonly sql: readonly string[];
}

/** What a vocabulary says of a fact. */
export const definitionIn = (vocabulary: Vocabulary, fact: string): FactDefinition | undefined =>
  Object.hasOwn(vocabulary, fact) ? vocabulary[fact] : undefined;

/** The fact that is stated of a person where a criterion asks for another: years are counted from a date. */
export function statedBehind(vocabulary: Vocabulary, fact: string): string {
  const definition = definitionIn(vocabulary, fact);
  return definition?.type === "completedYears" ? definition.since : fact;
}

/** Several facts by one vocabulary, each in columns of its own; `undefined` when one of them cannot be read by SQL. */
export function knownFacts(
  facts: readonly string[],
  vocabulary: Vocabulary,
  bind: (value: string) => string,
): { readonly columns: ColumnsOfFacts; readonly sql: readonly string[] } | undefined {
  const columns: Record<string, FactColumns> = {};
  const sql: string[] = [];
  for (const [index, fact] of facts.entries()) {
    const definition = definitionIn(vocabulary, fact);
    const known = definition && knownFact(fact, definition, `fact${index}`, bind);
    if (known === undefined) return undefined;
    columns[fact] = known.columns;
    sql.push(...known.sql);
  }
  return { columns, sql };
}

/**
 * Reads a fact out of the JSON of a person as `readFacts` of `@finsam/criteria` does: what is not of the kind that the vocabulary asks for
 * is NULL, as if it had not been stated. `bind` takes a value and gives the SQL for it; `name` is for the new columns. `undefined` for a
 * date of birth that is no date. One CASE inside another, since AND promises no order.
 */
export function knownFact(
  fact: string,
  definition: FactDefinition,
  name: string,
  bind: (value: string) => string,
): KnownFact | undefined {
  if (fact === "birthDate" && definition.type !== "date") return undefined;
  if ([fact, ...codesOf(definition)].some((text) => unfit.test(text))) return undefined;
  const stated = `(facts -> ${bind(fact)})`;
  const text = `(${stated} #>> '{}') COLLATE "C"`;
  const type = `jsonb_typeof(${stated})`;
  const one = (sql: string): KnownFact => ({ columns: { column: name }, sql: [`${sql} AS ${name}`] });
  switch (definition.type) {
    case "boolean":
      return one(`CASE ${type} WHEN 'boolean' THEN ${stated}::boolean END`);
    case "code":
      return one(
        `CASE ${type} WHEN 'string' THEN CASE WHEN ${isCode(text, codesOf(definition), bind)} THEN ${text} END END`,
      );
    case "codes": {
      const code = `(code.value #>> '{}') COLLATE "C"`;
      const isNone = `jsonb_typeof(code.value) <> 'string' OR NOT ${isCode(code, codesOf(definition), bind)}`;
      const areCodes = `NOT EXISTS (SELECT FROM jsonb_array_elements(${stated}) AS code (value) WHERE ${isNone})`;
      const codes = `ARRAY(SELECT jsonb_array_elements_text(${stated}) COLLATE "C")`;
      return one(`CASE ${type} WHEN 'array' THEN CASE WHEN ${areCodes} THEN ${codes} END END`);
    }
    case "number": {
      const end = (key: "min" | "max"): string =>
        `CASE ${type} WHEN 'number' THEN ${stated}::double precision WHEN 'object' THEN (${stated} -> '${key}')::double precision END AS ${name}_${key}`;
      return { columns: { min: `${name}_min`, max: `${name}_max` }, sql: [end("min"), end("max")] };
    }
    case "date": {
      const date = `CASE ${type} WHEN 'string' THEN CASE WHEN ${isPartialDate(text)} THEN ${text} END END`;
      // The date of birth has its own column, which no other fact overrules.
      return one(fact === "birthDate" ? `coalesce(birth_date, ${date})` : date);
    }
    case "completedYears":
      return undefined;
  }
}

const codesOf = (definition: FactDefinition): readonly string[] =>
  definition.type === "code" || definition.type === "codes" ? Object.keys(definition.codes) : [];

// NUL, which PostgreSQL refuses, and half a surrogate pair, which would be replaced.
const unfit = /\0|\p{Surrogate}/u;

/** Whether a text is a date of which the day, or the month and the day, may be unknown: `isPartialDate` of `@finsam/model`. */
function isPartialDate(text: string): string {
  const part = (from: number, length: number): string => `substr(${text}, ${from}, ${length})`;
  const year = `${part(1, 4)}::integer`;
  const isLeapYear = `(${year} % 4 = 0 AND (${year} % 100 <> 0 OR ${year} % 400 = 0))`;
  const days = `CASE WHEN ${part(6, 2)} IN ('04', '06', '09', '11') THEN 30 WHEN ${part(6, 2)} = '02' THEN CASE WHEN ${isLeapYear} THEN 29 ELSE 28 END ELSE 31 END`;
  const isWritten = `${text} ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'`;
  return `CASE WHEN NOT ${isWritten} OR ${part(1, 4)} = '0000' THEN FALSE WHEN length(${text}) < 10 THEN TRUE ELSE ${part(9, 2)}::integer <= ${days} END`;
}

/** Whether a text is one of the codes or, where the list is open, written as a code: `CodeId` of `@finsam/model`. */
function isCode(text: string, codes: readonly string[], bind: (value: string) => string): string {
  return codes.length > 0 ? `(${text} IN (${codes.map(bind).join(", ")}))` : `(${text} ~ '^[a-z0-9]+(-[a-z0-9]+)*$')`;
}
