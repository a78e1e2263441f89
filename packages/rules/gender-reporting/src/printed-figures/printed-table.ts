import type { Text } from "@finsam/model";
import type { Counts } from "./counts.ts";
import { liesInside } from "./nested-category.ts";
import type { PrintedFigure } from "./printed-figure.ts";

/** The category of a line that stands for its whole table. */
export const wholeTable = "all";

/** The whole that the lines of a table are parts of: another printed line, or a number. */
export interface Whole {
  readonly name: Text;
  readonly counts: Counts;
  /** The lines it was printed on; none where it is a number. */
  readonly lines: readonly PrintedFigure[];
}

/** The lines of one table that have the same whole. */
export interface PrintedTable {
  readonly section: string;
  readonly table: string;
  /** Every line as printed. */
  readonly lines: readonly PrintedFigure[];
  /** One line a category, without the line of the whole table and without categories that lie inside another one. */
  readonly categories: readonly PrintedFigure[];
  /**
   * The whole that is named, else the table's own line for all. Undefined when the one named is not among the printed
   * figures, or none is named and the table has no such line.
   */
  readonly whole: Whole | undefined;
  /** Each person or case stands in one category only, so the categories can be added up. */
  readonly singleAnswer: boolean;
}

/** The printed lines as tables, in the order they were printed. */
export function printedTables(figures: readonly PrintedFigure[]): readonly PrintedTable[] {
  const wholeOf = wholeNames(figures);
  const tables = groupBy(figures, (line) => JSON.stringify([line.section, line.table, wholeOf(line)]));
  return tables.map(([first, ...rest]) => {
    const lines = [first, ...rest];
    const parts = lines.filter((line) => line.category !== wholeTable);
    const name = wholeOf(first);
    return {
      section: first.section,
      table: first.table,
      lines,
      categories: groupBy(outermost(parts), (line) => line.category).map(agreed),
      whole: name === undefined ? undefined : wholeNamed(name, first.section, figures),
      singleAnswer: name !== undefined && lines.every((line) => line.multiple === false),
    };
  });
}

/** The name of the whole of a line: the base it names or, for a category that names none, its own table's line for all. */
function wholeNames(figures: readonly PrintedFigure[]): (line: PrintedFigure) => string | undefined {
  const place = ({ section, table }: PrintedFigure) => JSON.stringify([section, table]);
  const withOwnWhole = new Set(figures.filter((line) => line.category === wholeTable).map(place));
  const isPartOfOwnTable = (line: PrintedFigure) => line.category !== wholeTable && withOwnWhole.has(place(line));
  return (line) => line.percentOf ?? (isPartOfOwnTable(line) ? line.table : undefined);
}

/** Whoever stands in a category that lies inside another one is counted there already. */
function outermost(parts: readonly PrintedFigure[]): readonly PrintedFigure[] {
  const categories = [...new Set(parts.map((line) => line.category))];
  return parts.filter((line) => !categories.some((another) => liesInside(line.category, another)));
}

function wholeNamed(name: string, section: string, figures: readonly PrintedFigure[]): Whole | undefined {
  const lines = figures.filter((line) => line.section === section && line.table === name);
  const inAnotherSection = lines.length > 0 ? [] : figures.filter((line) => `${line.section}/${line.table}` === name);
  const wholes = [...lines, ...inAnotherSection].filter((line) => line.category === wholeTable);
  const [first, ...rest] = wholes;
  if (first) {
    const counts = agreed([first, ...rest]);
    return { name: { sv: `helheten ”${name}”`, en: `the whole “${name}”` }, counts, lines: wholes };
  }
  if (lines.length === 0 && /^\d+$/.test(name)) {
    return { name: { sv: "helheten", en: "the whole" }, counts: { total: Number(name) }, lines: [] };
  }
  return undefined;
}

/** The lines that are printed for one place, or for one table. */
export type Lines = readonly [PrintedFigure, ...PrintedFigure[]];

/** Lines for the same place as one. A figure they print differently is not known, so nothing is checked against it. */
export function agreed(lines: Lines): PrintedFigure {
  if (lines.length === 1) return lines[0];
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

export function groupBy(lines: readonly PrintedFigure[], key: (line: PrintedFigure) => string): readonly Lines[] {
  const groups = new Map<string, [PrintedFigure, ...PrintedFigure[]]>();
  for (const line of lines) {
    const name = key(line);
    const group = groups.get(name);
    if (group) group.push(line);
    else groups.set(name, [line]);
  }
  return [...groups.values()];
}
