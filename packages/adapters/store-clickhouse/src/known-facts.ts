import { clickhouse } from "@finsam/criteria/sql";
import { askedOfPersons, type FactSyntax } from "@finsam/store/sql";
import type { QueryParameters } from "./query-runner.ts";

/** Criteria over the rows of persons, written for ClickHouse: see `AskedOfPersons`. */
export interface AskedOfClickhouse {
  readonly outcomes: readonly string[];
  readonly facts: readonly string[];
  readonly parameters: QueryParameters;
}

/** Writes criteria for ClickHouse; `undefined` when it cannot be asked one of them. */
export function askedOfClickhouse(asked: Parameters<typeof askedOfPersons>[0]): AskedOfClickhouse | undefined {
  const written = askedOfPersons(asked, factsOfClickhouse);
  return (
    written && {
      ...written,
      parameters: Object.fromEntries(written.parameters.map((value, index) => [`p${index + 1}`, value])),
    }
  );
}

const factsOfClickhouse: FactSyntax = {
  dialect: clickhouse,
  unknown: "CAST(NULL AS Nullable(Bool))",
  stated: (fact) => {
    if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(fact)) return undefined;
    const type = `toString(JSONType(facts, '${fact}'))`;
    const text = `JSONExtractString(facts, '${fact}')`;
    return {
      boolean: `if(${type} = 'Bool', CAST(JSONExtractBool(facts, '${fact}') AS Nullable(Bool)), NULL)`,
      code: (codes) =>
        areSafe(codes) ? `if(${type} = 'String' AND ${isCode(text, codes)}, toNullable(${text}), NULL)` : undefined,
      codes: (codes) => {
        const list = `JSONExtract(facts, '${fact}', 'Array(String)')`;
        const known = `(${type} = 'Array' AND arrayAll(code -> ${isCode("code", codes)}, ${list}))`;
        return areSafe(codes) ? { list, known } : undefined;
      },
      number: (end) =>
        `multiIf(${type} IN ('Int64', 'UInt64', 'Double'), toNullable(JSONExtractFloat(facts, '${fact}')),
          ${type} = 'Object', toNullable(JSONExtractFloat(facts, '${fact}', '${end}')), NULL)`,
      date: `if(${type} = 'String' AND ${isPartialDate(text)}, toNullable(${text}), NULL)`,
    };
  },
};

/** ClickHouse itself has no dates before 1900. */
const isPartialDate = (text: string): string => {
  const days = "(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31";
  const year = `toUInt16OrZero(substring(${text}, 1, 4))`;
  const isLeap = `(${year} % 4 = 0 AND (${year} % 100 != 0 OR ${year} % 400 = 0))`;
  return `(match(${text}, '^[0-9]{4}(-(0[1-9]|1[0-2]))?$') AND ${year} > 0
    OR match(${text}, '^[0-9]{4}-((0[1-9]|1[0-2])-${days})$') AND ${year} > 0
    OR match(${text}, '^[0-9]{4}-02-29$') AND ${year} > 0 AND ${isLeap})`;
};

const areSafe = (codes: readonly string[]): boolean => codes.every((code) => /^[A-Za-z0-9_-]+$/.test(code));

const isCode = (text: string, codes: readonly string[]): string =>
  codes.length > 0
    ? `${text} IN (${codes.map((code) => `'${code}'`).join(", ")})`
    : `match(${text}, '^[a-z0-9]+(-[a-z0-9]+)*$')`;
