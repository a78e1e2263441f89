import { postgresql } from "@finsam/criteria/sql";
import { askedOfPersons, type FactSyntax } from "@finsam/store/sql";

/** Writes criteria for PostgreSQL, after the tenant, which is `$1`; `undefined` when it cannot be asked one of them. */
export const askedOfPostgres = (asked: Parameters<typeof askedOfPersons>[0]): ReturnType<typeof askedOfPersons> =>
  askedOfPersons(asked, factsOfPostgres, { parametersBefore: 1, place: (position) => `CAST($${position} AS text)` });

// One CASE inside another, since AND promises no order.
const factsOfPostgres: FactSyntax = {
  dialect: postgresql,
  stated: (fact, bind) => {
    if (unfit.test(fact)) return undefined;
    const stated = `(facts -> ${bind(fact)})`;
    const text = `(${stated} #>> '{}') COLLATE "C"`;
    const type = `jsonb_typeof(${stated})`;
    const areFit = (codes: readonly string[]): boolean => !codes.some((code) => unfit.test(code));
    return {
      boolean: `CASE ${type} WHEN 'boolean' THEN ${stated}::boolean END`,
      code: (codes) =>
        areFit(codes)
          ? `CASE ${type} WHEN 'string' THEN CASE WHEN ${isCode(text, codes, bind)} THEN ${text} END END`
          : undefined,
      codes: (codes) => {
        if (!areFit(codes)) return undefined;
        const code = `(code.value #>> '{}') COLLATE "C"`;
        const isNone = `jsonb_typeof(code.value) <> 'string' OR NOT ${isCode(code, codes, bind)}`;
        const areCodes = `NOT EXISTS (SELECT FROM jsonb_array_elements(${stated}) AS code (value) WHERE ${isNone})`;
        const list = `ARRAY(SELECT jsonb_array_elements_text(${stated}) COLLATE "C")`;
        return { list: `CASE ${type} WHEN 'array' THEN CASE WHEN ${areCodes} THEN ${list} END END` };
      },
      number: (end) =>
        `CASE ${type} WHEN 'number' THEN ${stated}::double precision WHEN 'object' THEN (${stated} -> '${end}')::double precision END`,
      date: `CASE ${type} WHEN 'string' THEN CASE WHEN ${isPartialDate(text)} THEN ${text} END END`,
    };
  },
};

// NUL, which PostgreSQL refuses, and half a surrogate pair, which would be replaced.
const unfit = /\0|\p{Surrogate}/u;

function isPartialDate(text: string): string {
  const part = (from: number, length: number): string => `substr(${text}, ${from}, ${length})`;
  const year = `${part(1, 4)}::integer`;
  const isLeapYear = `(${year} % 4 = 0 AND (${year} % 100 <> 0 OR ${year} % 400 = 0))`;
  const days = `CASE WHEN ${part(6, 2)} IN ('04', '06', '09', '11') THEN 30 WHEN ${part(6, 2)} = '02' THEN CASE WHEN ${isLeapYear} THEN 29 ELSE 28 END ELSE 31 END`;
  const isWritten = `${text} ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'`;
  return `CASE WHEN NOT ${isWritten} OR ${part(1, 4)} = '0000' THEN FALSE WHEN length(${text}) < 10 THEN TRUE ELSE ${part(9, 2)}::integer <= ${days} END`;
}

const isCode = (text: string, codes: readonly string[], bind: (value: string) => string): string =>
  codes.length > 0 ? `(${text} IN (${codes.map(bind).join(", ")}))` : `(${text} ~ '^[a-z0-9]+(-[a-z0-9]+)*$')`;
