import type { Vocabulary } from "@finsam/criteria";
import type { ColumnsOfFacts, Dialect, FactColumns } from "@finsam/criteria/sql";
import type { Facts, FactValue } from "@finsam/model";
import type { Cell, Column } from "./engine.ts";
import type { Held } from "./trial.ts";

/** How the facts of a vocabulary lie in a table, for a dialect. */
export interface Layout {
  readonly columns: ColumnsOfFacts;
  readonly table: readonly Column[];
  readonly row: (facts: Facts) => readonly Cell[];
}

interface Part {
  readonly column: Column;
  readonly cell: (value: FactValue | null) => Cell;
}

// Names that mean something else where they are not quoted and qualified well: reserved words, and what our own SQL names.
const awkward = [
  "value",
  "order",
  "select",
  "key",
  "type",
  "codes",
  "fact",
  "code",
  "null",
  "true",
  "json",
  "in",
  "id_",
  "Group",
];

/**
 * The layout that the documentation recommends, under the most awkward names there are. A number has two columns, or one when it is
 * always known exactly.
 */
export function layoutOf(
  vocabulary: Vocabulary,
  { columnTypes, capabilities }: Dialect,
  { exactNumbers = [], setsWithPresence = [] }: Held = {},
): Layout {
  let count = 0;
  const column = (type: string): Column => {
    const name = awkward[count] ?? `column_${count}`;
    count += 1;
    return { name, type };
  };
  const columns: Record<string, FactColumns> = {};
  const parts: { readonly fact: string; readonly parts: readonly Part[] }[] = [];
  const add = (fact: string, held: FactColumns, ...of: readonly Part[]): void => {
    columns[fact] = held;
    parts.push({ fact, parts: of });
  };

  for (const [fact, { type }] of Object.entries(vocabulary)) {
    if (type === "completedYears") continue;
    const first = column(columnTypes[type]);
    if (type === "number" && !exactNumbers.includes(fact)) {
      const second = column(columnTypes.number);
      add(
        fact,
        { min: first.name, max: second.name },
        { column: first, cell: end("min") },
        { column: second, cell: end("max") },
      );
    } else if (type === "codes" && (!capabilities.nullableSets || setsWithPresence.includes(fact))) {
      const known = column(columnTypes.known);
      const set: Part = { column: first, cell: (value) => (value === null ? [] : plain(value)) };
      add(fact, { column: first.name, known: known.name }, set, { column: known, cell: (value) => value !== null });
    } else add(fact, { column: first.name }, { column: first, cell: plain });
  }

  return {
    columns,
    table: parts.flatMap((one) => one.parts.map((part) => part.column)),
    row: (facts) => parts.flatMap((one) => one.parts.map((part) => part.cell(facts[one.fact] ?? null))),
  };
}

const plain = (value: FactValue | null): Cell => {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    throw new TypeError("an interval has two columns");
  return value;
};

const end =
  (which: "min" | "max") =>
  (value: FactValue | null): Cell =>
    typeof value === "object" && value !== null && "min" in value ? value[which] : plain(value);
