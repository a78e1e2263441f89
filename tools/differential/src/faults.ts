import type { Vocabulary } from "@finsam/criteria";
import type { Dialect, Syntax } from "@finsam/criteria/sql";
import type { Facts, FactValue } from "@finsam/model";
import type { Fault } from "./compare.ts";

const withSyntax =
  (change: (syntax: Syntax) => Partial<Syntax>) =>
  (dialect: Dialect): Dialect => ({ ...dialect, syntax: { ...dialect.syntax, ...change(dialect.syntax) } });

/** A dialect with something in its syntax replaced. */
export const faultySyntax = (name: string, change: (syntax: Syntax) => Partial<Syntax>): Fault => ({
  name,
  dialect: withSyntax(change),
});

const stored =
  (type: string, instead: FactValue) =>
  (facts: Facts, vocabulary: Vocabulary): Facts => {
    const missing = Object.entries(vocabulary).filter(
      ([fact, definition]) => definition.type === type && (facts[fact] ?? null) === null,
    );
    return { ...facts, ...Object.fromEntries(missing.map(([fact]) => [fact, instead])) };
  };

/** Ways to lose NULL that any dialect and any store may fall for. Each must turn the harness red on every engine. */
export const faults: readonly Fault[] = [
  { name: "an undetermined rule is taken for one that is not met", expression: (sql) => `COALESCE(${sql}, 1 = 0)` },
  { name: "an undetermined rule is taken for one that is met", expression: (sql) => `COALESCE(${sql}, 1 = 1)` },
  faultySyntax("a missing text is read as the empty text", ({ text }) => ({
    text: (column) => `COALESCE(${text(column)}, '')`,
  })),
  faultySyntax("a year or a month is compared as if it were a day, and “unknown” as if it were a code", () => ({
    // Every parameter has to be used, or the engines would refuse.
    unless: (text, parameters) =>
      parameters.reduce((kept, parameter) => `CASE WHEN ${parameter} IS NOT NULL THEN ${kept} END`, text),
  })),
  faultySyntax("an interval is judged by one end only", () => ({ settled: (met) => met })),
  faultySyntax("a code that is not known is not one of those asked for", ({ isOneOf }) => ({
    isOneOf: (text, parameters) => `COALESCE(${isOneOf(text, parameters)}, 1 = 0)`,
  })),
  faultySyntax("a set that is not known has none of the codes asked for", ({ hasAny, whenKnown }) => ({
    hasAny: (column, parameters) => `COALESCE(${hasAny(column, parameters)}, 1 = 0)`,
    whenKnown: (known, expression) => `COALESCE(${whenKnown(known, expression)}, 1 = 0)`,
  })),
  faultySyntax("a set is searched without asking whether it is known", () => ({
    whenKnown: (_, expression) => expression,
  })),
  { name: "a store keeps a missing yes-or-no as no", stored: stored("boolean", false) },
  { name: "a store keeps a missing number as 0", stored: stored("number", 0) },
  { name: "a store keeps a missing set as the empty one", stored: stored("codes", []) },
];
