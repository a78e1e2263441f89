import type { Facts } from "@finsam/model";
import { definitionOf } from "../definition-of.ts";
import { howRead, inherits, type Readers, statedBy } from "../packed/reader.ts";
import type { Stated } from "../packed/stated.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { type CodeColumn, type Column, codeColumnOf, knownIn, newColumn } from "./column.ts";

/** A population in columns: one for each stated fact, all of the same length. */
export interface Columns {
  readonly length: number;
  readonly facts: ReadonlyMap<string, Column>;
}

/**
 * Puts what is stated about many people into columns, in one pass: the facts of a vocabulary, or of a part of one. Facts come from
 * `readFacts`.
 *
 * @throws TooManyCodes when a fact has more than 65,535 codes, or a fact that is a set more than 31; TypeError when a value is of the
 * wrong kind.
 * @example
 * ```ts
 * import { columnsOf, factsAt } from "@finsam/criteria/columns";
 * const vocabulary = { birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } } } as const;
 * const columns = columnsOf([{ birthDate: "1985-04" }, {}], vocabulary);
 * factsAt(columns, 0); // => { birthDate: "1985-04" }
 * factsAt(columns, 1); // => {}
 * ```
 */
export function columnsOf<Row extends object = Facts>(
  rows: readonly Row[],
  vocabulary: Vocabulary,
  { read = {} }: { readonly read?: Readers<Row> } = {},
): Columns {
  const facts = Object.keys(vocabulary).flatMap((fact) => {
    const type = definitionOf(vocabulary, fact)?.type;
    if (type === undefined || type === "completedYears") return [];
    return [{ fact, how: howRead(read, fact), ...newColumn(fact, type, rows.length) }];
  });
  for (const [index, row] of rows.entries()) {
    const careful = inherits(row);
    for (const { fact, how, put } of facts)
      if (!put(index, careful ? how.read(row) : statedBy(row, how)))
        throw new TypeError(`"${fact}" of record ${index} is of the wrong kind: read facts with readFacts first`);
  }
  return { length: rows.length, facts: new Map(facts.map(({ fact, column }) => [fact, column])) };
}

/**
 * A column of codes to count by, such as the sex. The codes given come first in every count, in their order.
 *
 * @throws TooManyCodes when there are more than 65,535 codes; TypeError when a value is no code.
 * @example
 * ```ts
 * import { codeColumn } from "@finsam/criteria/columns";
 * const people = [{ sex: "man" }, { sex: "woman" }];
 * codeColumn(people, ({ sex }) => sex, ["woman", "man"]).codes; // => ["woman", "man"]
 * ```
 */
export function codeColumn<Row>(
  rows: readonly Row[],
  read: (row: Row) => Stated,
  codes: readonly string[] = [],
): CodeColumn {
  const { column, put } = codeColumnOf("the column to count by", rows.length, codes);
  for (const [index, row] of rows.entries())
    if (!put(index, read(row))) throw new TypeError(`what to count record ${index} by is no code`);
  return column;
}

/**
 * The facts of the person with an index, as they are in the columns: what an explanation is made from when nothing else is kept.
 *
 * @example
 * ```ts
 * import { columnsOf, factsAt } from "@finsam/criteria/columns";
 * const vocabulary = { support: { type: "codes", label: { sv: "försörjning", en: "support" }, codes: {} } } as const;
 * factsAt(columnsOf([{ support: ["student-aid"] }], vocabulary), 0); // => { support: ["student-aid"] }
 * ```
 */
export function factsAt(columns: Columns, index: number): Facts {
  const known = [...columns.facts].flatMap(([fact, column]) => {
    const value = knownIn(column, index);
    return value === undefined ? [] : [[fact, value] as const];
  });
  return Object.fromEntries(known);
}
