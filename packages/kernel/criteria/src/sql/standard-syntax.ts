import type { Syntax } from "./dialect.ts";

/** What all dialects write alike. All handling of NULL beside AND, OR and NOT is here, or where a dialect replaces one of these. */
export const standardSyntax: Pick<Syntax, "identifier" | "isOneOf" | "unless" | "whenKnown" | "settled"> = {
  identifier: (name) => `"${name}"`,
  isOneOf: (text, parameters) => `${text} IN (${parameters.join(", ")})`,
  unless: (text, parameters) => parameters.reduce((kept, parameter) => `NULLIF(${kept}, ${parameter})`, text),
  whenKnown: (known, expression) => `CASE WHEN ${known} THEN ${expression} END`,
  settled: (met, notMet) => `CASE WHEN ${met} THEN TRUE WHEN ${notMet} THEN FALSE END`,
};
