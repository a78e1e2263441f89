import { sqlite } from "@finsam/criteria/sql";
import { askedOfPersons, type FactSyntax } from "@finsam/store/sql";

/** Writes criteria for SQLite; `undefined` when it cannot be asked one of them. */
export const askedOfSqlite = (asked: Parameters<typeof askedOfPersons>[0]): ReturnType<typeof askedOfPersons> =>
  askedOfPersons(asked, factsOfSqlite);

const factsOfSqlite: FactSyntax = {
  dialect: sqlite,
  stated: (fact, bind) => {
    const path = bind(`$."${fact}"`);
    const [type, value] = [`json_type(facts, ${path})`, `(facts ->> ${path})`];
    return {
      boolean: `CASE ${type} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END`,
      code: (codes) => `CASE WHEN ${type} = 'text' AND ${isCode(value, codes, bind)} THEN ${value} END`,
      codes: (codes) => {
        const isNone = `code.type <> 'text' OR NOT ${isCode("code.value", codes, bind)}`;
        const areCodes = `NOT EXISTS (SELECT 1 FROM json_each(facts, ${path}) AS code WHERE ${isNone})`;
        return { list: `CASE WHEN ${type} = 'array' AND ${areCodes} THEN facts -> ${path} END` };
      },
      number: (end) => {
        const inInterval = `facts ->> ${bind(`$."${fact}".${end}`)}`;
        return `CASE WHEN ${type} IN ('integer', 'real') THEN ${value} WHEN ${type} = 'object' THEN ${inInterval} END`;
      },
      date: `CASE WHEN ${type} = 'text' AND ${isPartialDate(value)} THEN ${value} END`,
    };
  },
};

function isPartialDate(text: string): string {
  const day = `substr(${text} || '-01-01', 1, 10)`;
  const isWritten = `length(${text}) IN (4, 7, 10) AND ${day} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`;
  // date() gives another day for one that does not exist.
  return `(${isWritten} AND ${day} >= '0001' AND date(${day}) IS ${day})`;
}

/** Whether a person has a date of birth that is none. What is not asked for is not read; facts that are no JSON make SQLite fail. */
export const isDamaged = `(birth_date IS NOT NULL AND NOT ${isPartialDate("birth_date")})`;

const isCode = (text: string, codes: readonly string[], bind: (value: string) => string): string =>
  codes.length > 0
    ? `${text} IN (SELECT value FROM json_each(${bind(JSON.stringify(codes))}))`
    : `(${text} NOT GLOB '*[^a-z0-9-]*' AND '-' || ${text} || '-' NOT GLOB '*--*')`;
