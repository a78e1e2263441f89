import { definitionOf } from "../definition-of.ts";
import type { FactDefinition, Vocabulary } from "../vocabulary.ts";
import type { Dialect } from "./dialect.ts";
import { Refused } from "./refusal.ts";

/**
 * The column or columns that hold a fact: one column; `min` and `max` for a number that may be an interval (equal when it is known
 * exactly); or a column of several codes with another that says whether they are `known`. A column is a plain identifier, with the table
 * before it where that is needed: `birth_date`, `person.birth_date`.
 */
export type FactColumns =
  | { readonly column: string; readonly known?: string }
  | { readonly min: string; readonly max: string };

/** Where each fact lies, by the name of the fact. Years completed have no column: they are taken from the date they count from. */
export type ColumnsOfFacts = Readonly<Record<string, FactColumns>>;

/** The column of a fact that lies in one, quoted. */
export function oneColumn(fact: string, columns: ColumnsOfFacts, dialect: Dialect): string {
  const held = columnsOf(fact, columns);
  if (!("column" in held) || held.known !== undefined) throw new Refused("unfit-columns", { fact });
  return quoted(held.column, dialect);
}

/** The column or columns of a number, quoted: one when only numbers that are known exactly lie there. */
export function numberColumns(
  fact: string,
  columns: ColumnsOfFacts,
  dialect: Dialect,
): { readonly min: string; readonly max: string } {
  const held = columnsOf(fact, columns);
  if (!("min" in held)) {
    const column = oneColumn(fact, columns, dialect);
    return { min: column, max: column };
  }
  return { min: quoted(held.min, dialect), max: quoted(held.max, dialect) };
}

/** The column of a fact of several codes, quoted, and the one that says whether they are known. */
export function setColumns(
  fact: string,
  columns: ColumnsOfFacts,
  dialect: Dialect,
): { readonly column: string; readonly known?: string } {
  const held = columnsOf(fact, columns);
  if (!("column" in held)) throw new Refused("unfit-columns", { fact });
  if (held.known === undefined && !dialect.capabilities.nullableSets)
    throw new Refused("presence-column-needed", { fact, dialect: dialect.name });
  const column = quoted(held.column, dialect);
  return held.known === undefined ? { column } : { column, known: quoted(held.known, dialect) };
}

/** What a fact of the vocabulary is. */
export function definitionIn(vocabulary: Vocabulary, fact: string): FactDefinition {
  const definition = definitionOf(vocabulary, fact);
  if (definition === undefined) throw new Refused("unknown-fact", { fact });
  return definition;
}

function columnsOf(fact: string, columns: ColumnsOfFacts): FactColumns {
  const held = Object.hasOwn(columns, fact) ? columns[fact] : undefined;
  if (held === undefined) throw new Refused("no-column", { fact });
  return held;
}

// 63 characters is what PostgreSQL keeps of a name; it cuts off the rest without a word.
const plainIdentifier = /^[A-Za-z_][A-Za-z0-9_]{0,62}(\.[A-Za-z_][A-Za-z0-9_]{0,62})?$/;

function quoted(column: string, dialect: Dialect): string {
  if (!plainIdentifier.test(column)) throw new Refused("unsafe-column-name", {});
  return column.split(".").map(dialect.syntax.identifier).join(".");
}
