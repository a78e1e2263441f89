import type { Text } from "@finsam/model";
import type { Counts } from "./counts.ts";
import type { PrintedFigure } from "./printed-figure.ts";

/** The category of a line that stands for its whole table. */
export const wholeTable = "all";

/** The whole that the lines of a table are parts of: another printed line, or a number. */
export interface Whole {
  readonly name: Text;
  readonly counts: Counts;
}

/** The lines of one table that name the same whole. */
export interface PrintedTable {
  readonly section: string;
  readonly table: string;
  /** Every line as printed. */
  readonly lines: readonly PrintedFigure[];
  /** One line a category, without the line of the whole table. */
  readonly categories: readonly PrintedFigure[];
  /** Undefined when no whole is named or the one named is not among the printed figures. */
  readonly whole: Whole | undefined;
  /** Each person or case stands in one category only, so the categories can be added up. */
  readonly singleAnswer: boolean;
}

/** The printed lines as tables, in the order they were printed. */
export function printedTables(figures: readonly PrintedFigure[]): readonly PrintedTable[] {
  const tables = groupBy(figures, ({ section, table, percentOf }) => JSON.stringify([section, table, percentOf]));
  return tables.map(([first, ...rest]) => {
    const lines = [first, ...rest];
    const parts = lines.filter((line) => line.category !== wholeTable);
    return {
      section: first.section,
      table: first.table,
      lines,
      categories: groupBy(parts, (line) => line.category).map(agreed),
      whole: first.percentOf === undefined ? undefined : wholeNamed(first.percentOf, first.section, figures),
      singleAnswer: first.percentOf !== undefined && lines.every((line) => line.multiple === false),
    };
  });
}

function wholeNamed(name: string, section: string, figures: readonly PrintedFigure[]): Whole | undefined {
  const lines = figures.filter((line) => line.section === section && line.table === name);
  const [first, ...rest] = lines.filter((line) => line.category === wholeTable);
  if (first) {
    return { name: { sv: `helheten ”${name}”`, en: `the whole “${name}”` }, counts: agreed([first, ...rest]) };
  }
  if (lines.length === 0 && /^\d+$/.test(name)) {
    return { name: { sv: "helheten", en: "the whole" }, counts: { total: Number(name) } };
  }
  return undefined;
}

type Lines = readonly [PrintedFigure, ...PrintedFigure[]];

/** Lines for the same place as one. A figure they print differently is not known, so nothing is checked against it. */
function agreed(lines: Lines): PrintedFigure {
  const only = (figure: (line: PrintedFigure) => number | undefined) => {
    const printed = new Set(lines.map(figure).filter((value) => value !== undefined));
    return printed.size === 1 ? [...printed][0] : undefined;
  };
  return {
    ...lines[0],
    women: only((line) => line.women),
    men: only((line) => line.men),
    other: only((line) => line.other),
    unknown: only((line) => line.unknown),
    total: only((line) => line.total),
    percent: only((line) => line.percent),
    percentDecimals: only((line) => line.percentDecimals),
  };
}

function groupBy(lines: readonly PrintedFigure[], key: (line: PrintedFigure) => string): readonly Lines[] {
  const groups = new Map<string, [PrintedFigure, ...PrintedFigure[]]>();
  for (const line of lines) {
    const group = groups.get(key(line));
    if (group) group.push(line);
    else groups.set(key(line), [line]);
  }
  return [...groups.values()];
}
