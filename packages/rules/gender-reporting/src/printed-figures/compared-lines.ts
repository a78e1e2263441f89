import {
  type Counts,
  countIn,
  isDividedBySex,
  printedParts,
  type SexColumn,
  sexColumns,
  sum,
  totalOf,
} from "./counts.ts";

/** The figures of one column in lines that are tied together; undefined where a line does not say it. */
export interface LinkedColumn {
  readonly column: SexColumn | "total";
  readonly figures: readonly (number | undefined)[];
}

/**
 * The columns in which tied lines can be compared. A line divided by sex that adds up has none of the sexes it leaves out. A total that
 * is not printed is worked out only where the sexes cannot be compared one by one.
 */
export function linkedColumns(lines: readonly Counts[]): readonly LinkedColumn[] {
  const known = lines.filter((line) => totalOf(line) !== undefined);
  const totalsSayMore = known.every((line) => line.total !== undefined) || !known.every(isDividedBySex);
  const columns = totalsSayMore ? ([...sexColumns, "total"] as const) : sexColumns;
  return columns
    .map((column) => ({ column, figures: lines.map((line) => figureOf(line, column)) }))
    .filter(({ column }) => column === "total" || lines.some((line) => countIn(column, line) !== undefined));
}

function figureOf(line: Counts, column: SexColumn | "total"): number | undefined {
  if (column === "total") return totalOf(line);
  const addsUp = line.total === undefined || sum(printedParts(line).map((part) => part.count)) === line.total;
  const leftOut = isDividedBySex(line) && addsUp ? 0 : undefined;
  return countIn(column, line) ?? leftOut;
}
