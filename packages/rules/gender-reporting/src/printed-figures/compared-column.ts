import type { Text } from "@finsam/model";
import { type Counts, columnNames, countIn, isDividedBySex, type SexColumn, sexColumns, totalOf } from "./counts.ts";
import type { Whole } from "./printed-table.ts";

/** The figures of one column: those of the parts (undefined where not printed) and that of their whole. */
export interface ComparedColumn {
  readonly column: SexColumn | "total";
  readonly parts: readonly (number | undefined)[];
  readonly whole: number;
  /** The figure of the whole, in words. */
  readonly wholeText: () => Text;
}

/**
 * The columns in which parts can be compared with their whole.
 *
 * A total that is not printed is worked out from its parts, but only where the sexes cannot be compared one by one:
 * otherwise it would repeat what their columns say.
 */
export function comparedColumns(parts: readonly Counts[], whole: Whole): readonly ComparedColumn[] {
  const known = [whole.counts, ...parts].filter((row) => totalOf(row) !== undefined);
  const totalsSayMore = known.every((row) => row.total !== undefined) || !known.every(isDividedBySex);
  const columns = totalsSayMore ? ([...sexColumns, "total"] as const) : sexColumns;
  return columns.flatMap((column) => {
    const figure = (row: Counts) => (column === "total" ? totalOf(row) : countIn(column, row));
    const ofWhole = figure(whole.counts);
    if (ofWhole === undefined) return [];
    return [{ column, parts: parts.map(figure), whole: ofWhole, wholeText: () => inWords(whole, column, ofWhole) }];
  });
}

function inWords({ name, counts }: Whole, column: ComparedColumn["column"], figure: number): Text {
  const printed = countIn(column, counts) !== undefined;
  return {
    sv: `${name.sv} har ${figure} i kolumnen ${columnNames[column].sv}${printed ? "" : " (dess delar tillsammans)"}`,
    en: `${name.en} has ${figure} in the column ${columnNames[column].en}${printed ? "" : " (its parts together)"}`,
  };
}
