import type { Syntax } from "../dialect.ts";
import { standardSyntax } from "../standard-syntax.ts";

const { isOneOf, whenKnown } = standardSyntax;

export const syntax: Syntax = {
  ...standardSyntax,
  // SQLite takes "name" for a text when there is no such column, and then a misspelt column compares and answers.
  identifier: (name) => `\`${name}\``,
  parameter: (position) => `?${position}`,
  text: (column) => `${column} COLLATE BINARY`,
  // To SQLite, TRUE is a column where there is one of that name.
  settled: (met, notMet) => `CASE WHEN ${met} THEN 1 WHEN ${notMet} THEN 0 END`,
  // The inner SELECT keeps the names of json_each (value, type, id and so on) from hiding columns. JSON null is not a list: not known.
  hasAny: (column, parameters) =>
    whenKnown(
      `json_type(${column}) = 'array'`,
      `EXISTS (SELECT 1 FROM (SELECT ${column} AS codes) AS fact, json_each(fact.codes) AS code WHERE ${isOneOf("code.value", parameters)})`,
    ),
};
