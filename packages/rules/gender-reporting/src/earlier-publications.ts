import { columns } from "./column.ts";
import { categoryLine, cellKey, linesOf } from "./equations.ts";
import type { PublishedCounts, Report, Table } from "./report.ts";
import type { TableCounts } from "./table-counts.ts";

/** What reports that were published before have to do with the figures of a new one, by their keys. */
export interface EarlierPublications {
  /** Figures that a reader has already: they protect nothing any more. */
  readonly known: ReadonlySet<string>;
  /** Figures that would tell what an earlier report withholds. */
  readonly guarded: ReadonlySet<string>;
}

/** Nothing was published before. */
export const nothingEarlier: EarlierPublications = { known: new Set(), guarded: new Set() };

/**
 * What a reader can tell of the figures of a year from reports that were published before.
 *
 * From an earlier report of the same year, such as one that is now corrected: every figure that it prints and that is still the same. From
 * that of the year before: who is carried over, since those are its participants but for those that ended; where it withholds one of
 * these, the number carried over would tell it.
 *
 * @example
 * ```ts
 * import { buildReport, earlierPublications, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const counts = tabulate(reportTables(stockholm, 2021), []);
 * const { known } = earlierPublications([buildReport(stockholm, 2021, counts)], 2021, counts);
 * known.has("started category:all woman"); // => true
 * ```
 */
export function earlierPublications(
  reports: readonly Report[],
  year: number,
  counted: readonly TableCounts[],
): EarlierPublications {
  const known = new Set<string>();
  const guarded = new Set<string>();
  for (const report of reports) {
    const tables = [...report.tables, ...report.sections.flatMap((section) => section.tables)];
    for (const counts of counted) {
      if (report.year === year) for (const key of unchanged(counts, tables)) known.add(key);
      if (report.year === year - 1)
        for (const { key, carriedOver } of carriedOverFrom(counts, tables))
          if (carriedOver === null) guarded.add(key);
          else known.add(key);
    }
  }
  return { known, guarded };
}

/** The figures of a table that an earlier report prints, and that are still the same. */
function unchanged(counts: TableCounts, tables: readonly Table[]): readonly string[] {
  const before = tables.find(({ id }) => id === counts.id);
  if (before === undefined) return [];
  return linesOf(counts).flatMap(([line, now]) => {
    const then = lineOf(before, line);
    return columns
      .filter((column) => then !== undefined && then[column] === now[column])
      .map((column) => cellKey({ table: counts.id, line, column }));
  });
}

const lineOf = ({ base, rows }: Table, line: string): PublishedCounts | undefined =>
  line === "base"
    ? base.counts
    : line === "notFollowed" || line === "excluded"
      ? base[line]
      : rows.find(({ category }) => categoryLine(category) === line)?.counts;

/** How many a report says were carried over into the next year, where that is what was counted; `null` where it withholds that. */
function carriedOverFrom(counts: TableCounts, tables: readonly Table[]) {
  const section = /^carried-over(?<section>-in-.+)?$/.exec(counts.id)?.groups;
  if (section === undefined) return [];
  const all = (population: string) =>
    tables.find(({ id }) => id === `${population}${section.section ?? ""}`)?.rows[0]?.counts;
  const [participants, ended] = [all("participants"), all("ended")];
  if (participants === undefined || ended === undefined) return [];
  return columns.flatMap((column) => {
    const [before, left] = [participants[column], ended[column]];
    const carriedOver = before === null || left === null ? null : before - left;
    const now = counts.categories.all?.[column];
    return ["base", categoryLine("all")]
      .filter(() => carriedOver === null || carriedOver === now)
      .map((line) => ({ key: cellKey({ table: counts.id, line, column }), carriedOver }));
  });
}
