import type { Syntax } from "../dialect.ts";
import { standardSyntax } from "../standard-syntax.ts";

const { isOneOf, whenKnown } = standardSyntax;

export const syntax: Syntax = {
  ...standardSyntax,
  identifier: (name) => `\`${name}\``,
  parameter: (position, type) => `{p${position}:${type === "number" ? "Float64" : "String"}}`,
  // Texts are always compared byte by byte.
  text: (column) => column,
  // Under the setting transform_null_in, NULL IN (…) is no instead of NULL.
  isOneOf: (text, parameters) => whenKnown(`${text} IS NOT NULL`, isOneOf(text, parameters)),
  hasAny: (column, parameters) => `hasAny(${column}, [${parameters.join(", ")}])`,
};
