import type { PrintedFigure } from "./printed-figure.ts";

type Figures = Omit<PrintedFigure, "section" | "table" | "category">;

/** The lines of one printed table, in the order of its categories; `shared` stands on each of them. */
export function printedLines(
  section: string,
  table: string,
  categories: readonly (readonly [category: string, figures: Figures])[],
  shared: Figures = {},
): readonly PrintedFigure[] {
  return categories.map(([category, figures]) => ({ section, table, category, ...figures, ...shared }));
}

/** The figures of one line that stands for its whole table. */
export function wholeLine(section: string, table: string, figures: Figures): PrintedFigure {
  return { section, table, category: "all", ...figures };
}

/** Parts of a whole, each counted in one category. */
export function eachCountedOnce(percentOf: string): Figures {
  return { percentOf, multiple: false };
}
