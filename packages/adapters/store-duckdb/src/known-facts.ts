import { duckdb } from "@finsam/criteria/sql";
import { askedOfPersons, type FactSyntax } from "@finsam/store/sql";

/** Writes criteria for DuckDB; `undefined` when it cannot be asked one of them. */
export const askedOfDuckdb = (asked: Parameters<typeof askedOfPersons>[0]): ReturnType<typeof askedOfPersons> =>
  askedOfPersons(asked, factsOfDuckdb);

const factsOfDuckdb: FactSyntax = {
  dialect: duckdb,
  stated: (fact) => {
    // Names and codes of this form can stand in SQL as they are, and are quicker than parameters.
    if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(fact)) return undefined;
    const path = `'$."${fact}"'`;
    const [type, value] = [`json_type(facts, ${path})`, `(facts ->> ${path})`];
    return {
      boolean: `CASE WHEN ${type} = 'BOOLEAN' THEN ${value} = 'true' END`,
      code: (codes) =>
        areSafe(codes) ? `CASE WHEN ${type} = 'VARCHAR' AND ${isCode(value, codes)} THEN ${value} END` : undefined,
      codes: (codes) => {
        const stated = `(facts ->> '$."${fact}"[*]')`;
        const areCodes = `len(list_filter(${stated}, lambda code: NOT ${isCode("code", codes)})) = 0`;
        return areSafe(codes) ? { list: `CASE WHEN ${type} = 'ARRAY' AND ${areCodes} THEN ${stated} END` } : undefined;
      },
      number: (end) => `CASE
        WHEN ${type} IN ('UBIGINT', 'BIGINT', 'DOUBLE') THEN CAST(${value} AS DOUBLE)
        WHEN ${type} = 'OBJECT' THEN CAST(facts ->> '$."${fact}"."${end}"' AS DOUBLE) END`,
      date: `CASE WHEN ${type} = 'VARCHAR' AND ${isPartialDate(value)} THEN ${value} END`,
    };
  },
};

const isPartialDate = (text: string): string =>
  `(regexp_full_match(${text}, '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?') AND ${text} >= '0001'
    AND TRY_CAST(substr(${text} || '-01-01', 1, 10) AS DATE) IS NOT NULL)`;

const areSafe = (codes: readonly string[]): boolean => codes.every((code) => /^[A-Za-z0-9_-]+$/.test(code));

const isCode = (text: string, codes: readonly string[]): string =>
  codes.length > 0
    ? `${text} IN (${codes.map((code) => `'${code}'`).join(", ")})`
    : `regexp_full_match(${text}, '[a-z0-9]+(-[a-z0-9]+)*')`;
