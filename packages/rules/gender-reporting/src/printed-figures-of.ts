import type { PrintedFigure } from "./printed-figures/printed-figure.ts";
import type { PublishedCounts, Table } from "./report.ts";

/**
 * A published table as printed figures, so that a report goes through the same checks as anybody else's. The base of a table stands as
 * a table of its own. A line with a withheld count is left out, and the rows of a table that has one are not summed.
 */
export function printedFiguresOf({ id, base, multiple, rows }: Table): readonly PrintedFigure[] {
  const complete = rows.filter(({ counts }) => isComplete(counts));
  const line = { section: "report", multiple: multiple || complete.length < rows.length || !isComplete(base.counts) };
  return [
    ...(isComplete(base.counts) ? [{ ...line, table: `${id}-base`, category: "all", ...printed(base.counts) }] : []),
    ...complete.map(({ category, counts, shares }) => ({
      ...line,
      table: id,
      category,
      ...printed(counts),
      ...(shares.total.ofBase === null ? {} : { percent: shares.total.ofBase.percent }),
      percentOf: `${id}-base`,
    })),
  ];
}

const isComplete = (counts: PublishedCounts): boolean => Object.values(counts).every((count) => count !== null);

const printed = ({ woman, man, other, unknown, total }: PublishedCounts) => ({
  women: woman ?? undefined,
  men: man ?? undefined,
  other: other ?? undefined,
  unknown: unknown ?? undefined,
  total: total ?? undefined,
});
