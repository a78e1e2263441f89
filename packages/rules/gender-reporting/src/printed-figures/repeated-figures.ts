import { columnNames, countIn, sexColumns } from "./counts.ts";
import type { UnexplainedFinding } from "./document-finding.ts";
import type { FindingColumn } from "./finding.ts";
import { placeOf } from "./linked-lines.ts";
import { atDecimals, decimalsOf, percentText } from "./percentage.ts";
import type { PrintedFigure } from "./printed-figure.ts";
import { groupBy } from "./printed-table.ts";

/**
 * A figure that is printed again with another value. A percentage printed with fewer decimals is the same if it can be the other one rounded;
 * percentages of different bases are different figures.
 */
export function checkRepeatedFigures(figures: readonly PrintedFigure[]): readonly UnexplainedFinding[] {
  return groupBy(figures, placeOf).flatMap(([first, ...rest]) =>
    rest.flatMap((line, index) => {
      const earlier = [first, ...rest.slice(0, index)];
      return [...sexColumns, "total" as const, "percent" as const].flatMap((column) => repeated(earlier, line, column));
    }),
  );
}

function repeated(
  earlier: readonly PrintedFigure[],
  line: PrintedFigure,
  column: FindingColumn,
): readonly UnexplainedFinding[] {
  const actual = figureOf(line, column);
  const before = earlier.find(
    (one) => figureOf(one, column) !== undefined && (column !== "percent" || one.percentOf === line.percentOf),
  );
  const expected = before && figureOf(before, column);
  if (before === undefined || actual === undefined || expected === undefined) return [];
  if (column === "percent" ? canBeTheSamePercentage(before, line) : actual === expected) return [];

  const { section, table, category } = line;
  const decimals = column === "percent" ? Math.max(decimalsOf(before), decimalsOf(line)) : 0;
  const text = (value: number, of: PrintedFigure) => percentText(value, column === "percent" ? decimalsOf(of) : 0);
  const where =
    before.line === undefined ? { sv: "", en: "" } : { sv: ` på rad ${before.line}`, en: ` on line ${before.line}` };
  const name = column === "percent" ? { sv: "andelen", en: "the percentage" } : columnNames[column];
  return [
    {
      section,
      table,
      category,
      kind: "repeated-figure-differs",
      column,
      expected,
      actual,
      difference: atDecimals(actual - expected, decimals),
      message: {
        sv: `Samma siffra (${name.sv}) är tryckt som ${text(expected, before).sv}${where.sv} och som ${text(actual, line).sv} här.`,
        en: `The same figure (${name.en}) is printed as ${text(expected, before).en}${where.en} and as ${text(actual, line).en} here.`,
      },
    },
  ];
}

function figureOf(line: PrintedFigure, column: FindingColumn): number | undefined {
  return column === "percent" ? line.percent : countIn(column, line);
}

/** Whether one share can have been rounded to both. */
function canBeTheSamePercentage(one: PrintedFigure, another: PrintedFigure): boolean {
  if (one.percent === undefined || another.percent === undefined) return true;
  const decimals = Math.max(decimalsOf(one), decimalsOf(another));
  // In half units of the finest decimal: the shares that a percentage stands for, from its first up to but not at its last.
  const range = (line: PrintedFigure) => {
    const unit = 10 ** (decimals - decimalsOf(line));
    const middle = 2 * Math.round((line.percent ?? 0) * 10 ** decimals);
    return { from: middle - unit, before: middle + unit };
  };
  const [first, second] = [range(one), range(another)];
  return first.from < second.before && second.from < first.before;
}
