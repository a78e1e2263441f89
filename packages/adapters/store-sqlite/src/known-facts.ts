import type { FactDefinition } from "@finsam/criteria";
import type { FactColumns } from "@finsam/criteria/sql";

/** What a rule can know of a fact, as columns over the table of persons. */
export interface KnownFact {
  /** Where criteria find it. */
  readonly columns: FactColumns;
  /** The columns, each with its name. */
  readonly sql: readonly string[];
}

/**
 * Reads a fact out of the JSON of a person as `readFacts` of `@finsam/criteria` does: what is not of the kind that the vocabulary asks for
 * is NULL, as if it had not been stated. `bind` takes a value and gives the SQL for it; `name` is for the new columns. `undefined` for a
 * date of birth that is no date.
 */
export function knownFact(
  fact: string,
  definition: FactDefinition,
  name: string,
  bind: (value: string) => string,
): KnownFact | undefined {
  const path = bind(`$."${fact}"`);
  const [type, value] = [`json_type(facts, ${path})`, `(facts ->> ${path})`];
  const one = (sql: string): KnownFact => ({ columns: { column: name }, sql: [`${sql} AS ${name}`] });
  if (fact === "birthDate" && definition.type !== "date") return undefined;
  switch (definition.type) {
    case "boolean":
      return one(`CASE ${type} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END`);
    case "code":
      return one(`CASE WHEN ${type} = 'text' AND ${isCode(value, definition.codes, bind)} THEN ${value} END`);
    case "codes": {
      const isNone = `code.type <> 'text' OR NOT ${isCode("code.value", definition.codes, bind)}`;
      const areCodes = `NOT EXISTS (SELECT 1 FROM json_each(facts, ${path}) AS code WHERE ${isNone})`;
      return one(`CASE WHEN ${type} = 'array' AND ${areCodes} THEN facts -> ${path} END`);
    }
    case "number": {
      const end = (key: "min" | "max"): string => {
        const inInterval = `facts ->> ${bind(`$."${fact}".${key}`)}`;
        return `CASE WHEN ${type} IN ('integer', 'real') THEN ${value} WHEN ${type} = 'object' THEN ${inInterval} END AS ${name}_${key}`;
      };
      return { columns: { min: `${name}_min`, max: `${name}_max` }, sql: [end("min"), end("max")] };
    }
    case "date": {
      const stated = `CASE WHEN ${type} = 'text' AND ${isPartialDate(value)} THEN ${value} END`;
      // The date of birth has its own column, which no other fact overrules.
      return one(fact === "birthDate" ? `coalesce(birth_date, ${stated})` : stated);
    }
    case "completedYears":
      return undefined;
  }
}

/** Whether a text is a date of which the day, or the month and the day, may be unknown: `isPartialDate` of `@finsam/model`. */
function isPartialDate(text: string): string {
  const day = `substr(${text} || '-01-01', 1, 10)`;
  const isWritten = `length(${text}) IN (4, 7, 10) AND ${day} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`;
  // date() gives another day for one that does not exist.
  return `(${isWritten} AND ${day} >= '0001' AND date(${day}) IS ${day})`;
}

/** Whether a person has a date of birth that is none. What is not asked for is not read; facts that are no JSON make SQLite fail. */
export const isDamaged = `(birth_date IS NOT NULL AND NOT ${isPartialDate("birth_date")})`;

/** Whether a text is one of the codes or, where the list is open, written as a code: `CodeId` of `@finsam/model`. */
function isCode(text: string, codes: Readonly<Record<string, unknown>>, bind: (value: string) => string): string {
  const ids = Object.keys(codes);
  return ids.length > 0
    ? `${text} IN (SELECT value FROM json_each(${bind(JSON.stringify(ids))}))`
    : `(${text} NOT GLOB '*[^a-z0-9-]*' AND '-' || ${text} || '-' NOT GLOB '*--*')`;
}
