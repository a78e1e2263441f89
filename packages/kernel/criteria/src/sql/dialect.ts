import type { FactDefinition } from "../vocabulary.ts";

/** What an engine can take and what a representation needs because of it. Each flag says what follows. */
export interface Capabilities {
  /**
   * A column of several codes can be NULL. Where it cannot, an empty set and a set that nobody stated look alike: such a fact needs a
   * second column that says whether it is known, and without one the criterion is refused (`presence-column-needed`).
   */
  readonly nullableSets: boolean;
  /** The most parameters of a statement, those of the surrounding query included. More are refused (`too-many-parameters`). */
  readonly parameters: number;
  /** How deep the parentheses of an expression may nest. Deeper is refused (`too-deep`). */
  readonly nesting: number;
  /** The most characters of an expression: a query has room for it three times, once for each set. Longer is refused (`too-long`). */
  readonly characters: number;
}

/** The type of a column by the type of the fact in it. `known` is the type of the column that says whether a set is known. */
export type ColumnTypes = Readonly<Record<Exclude<FactDefinition["type"], "completedYears"> | "known", string>>;

/** What a parameter is bound as. */
export type ParameterType = "text" | "number";

/**
 * How a dialect writes the few things that criteria are made of. Arguments are SQL, never a text of a rule. Everything keeps to
 * three values: what is asked of a fact that is missing is NULL.
 */
export interface Syntax {
  /** A plain identifier, quoted so that it can only be a column. */
  readonly identifier: (name: string) => string;
  /** The parameter at a position, from 1. */
  readonly parameter: (position: number, type: ParameterType) => string;
  /** A text column, to be compared byte by byte however the column or the database is collated. */
  readonly text: (column: string) => string;
  /** Whether a text is one of several. */
  readonly isOneOf: (text: string, parameters: readonly string[]) => string;
  /** Whether a set of codes in a column holds at least one of several. */
  readonly hasAny: (column: string, parameters: readonly string[]) => string;
  /** A text, or NULL where it is one of several that say nothing. */
  readonly unless: (text: string, parameters: readonly string[]) => string;
  /** What an expression says where something is known; NULL elsewhere. */
  readonly whenKnown: (known: string, expression: string) => string;
  /** TRUE where it is met for certain, FALSE where it cannot be met, NULL between. */
  readonly settled: (met: string, notMet: string) => string;
}

/** An SQL dialect: how criteria are written for an engine, how facts lie in its columns, and what it cannot do. */
export interface Dialect {
  readonly name: string;
  readonly capabilities: Capabilities;
  readonly columnTypes: ColumnTypes;
  readonly syntax: Syntax;
}
