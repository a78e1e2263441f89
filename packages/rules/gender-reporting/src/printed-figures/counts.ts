import type { Text } from "@finsam/model";
import type { PrintedFigure } from "./printed-figure.ts";

/** The counts of one printed line. A column that is undefined was not printed. */
export type Counts = Pick<PrintedFigure, "women" | "men" | "other" | "unknown" | "total">;

export type SexColumn = "woman" | "man" | "other" | "unknown";

export const sexColumns: readonly SexColumn[] = ["woman", "man", "other", "unknown"];

export const columnNames: Readonly<Record<SexColumn | "total", Text>> = {
  woman: { sv: "kvinnor", en: "women" },
  man: { sv: "män", en: "men" },
  other: { sv: "annat kön", en: "other sex" },
  unknown: { sv: "okänt kön", en: "unknown sex" },
  total: { sv: "totalt", en: "total" },
};

/** The printed count of one column. */
export function countIn(column: SexColumn | "total", counts: Counts): number | undefined {
  switch (column) {
    case "woman":
      return counts.women;
    case "man":
      return counts.men;
    default:
      return counts[column];
  }
}

/** The parts of the row that are printed, with their counts. */
export function printedParts(counts: Counts): readonly { readonly column: SexColumn; readonly count: number }[] {
  return sexColumns.flatMap((column) => {
    const count = countIn(column, counts);
    return count === undefined ? [] : [{ column, count }];
  });
}

/** A row that prints both women and men is read as divided by sex: a part it leaves out is taken to be none. */
export function isDividedBySex(counts: Counts): boolean {
  return counts.women !== undefined && counts.men !== undefined;
}

/** The total as printed; where it is not, the sum of the parts of a row divided by sex. */
export function totalOf(counts: Counts): number | undefined {
  if (counts.total !== undefined) return counts.total;
  return isDividedBySex(counts) ? sum(printedParts(counts).map((part) => part.count)) : undefined;
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
