import type { Profile } from "@finsam/policy";
import type { RegisterRecord } from "@finsam/store";
import { matchHeadings } from "./columns.ts";
import { WrongHeadings } from "./errors.ts";
import { type RowRemark, readRow, recordsOf } from "./read-row.ts";
import { prepareReading, type RowOptions } from "./reading-setup.ts";
import type { Cell } from "./row-cells.ts";
import type { RowProblem } from "./row-problem.ts";

/** What a row gave: records for a store with remarks, or everything that is wrong with it. */
export type RowReading =
  | { readonly ok: true; readonly records: readonly RegisterRecord[]; readonly remarks: readonly RowRemark[] }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Reads the rows of one table. */
export interface RowReader {
  /** Headings of columns that the layout does not know and that are not kept. */
  readonly ignoredColumns: readonly string[];
  /** One row, with as many cells as there are headings; `null` is a cell whose bytes are not text. */
  readonly read: (cells: readonly Cell[]) => RowReading;
}

/**
 * Makes the reader of a table's rows from a profile and the headings of the table, wherever the table comes from. It is pure: each
 * row is read by itself, so that rows with the same id are not noticed. `readRegister` notices them.
 *
 * - Yes is consent. No, or nothing, leaves a participation that is counted and not followed (SOURCES.md, consent).
 * - Protected identity (skyddade personuppgifter) leaves the pseudonym, and an anonymous participation. Nothing is not no.
 * - An empty cell is missing, never no, 0 or ''.
 *
 * @throws WrongHeadings when the headings are not those of the layout, ReadingNotPossible when the profile or the options do not do.
 * @example
 * ```ts
 * import { rowReader } from "@finsam/register-files";
 * import { stockholm } from "@finsam/stockholm";
 * const cells = { deltagande: "D1", kön: "K", insats: "MIA Vidare", start: "20210301", samtycke: "nej" };
 * const headings = [...Object.values(stockholm.register.columns), "kommun"].map(String);
 * const row = headings.map((heading) => new Map(Object.entries(cells)).get(heading) ?? "");
 * const reading = rowReader(stockholm, headings).read(row);
 * reading.ok ? [] : reading.problems.map(({ code, column }) => [code, column]);
 * // => [["missing-value", "skyddade personuppgifter"]]
 * ```
 */
export function rowReader(profile: Profile, headings: readonly string[], options: RowOptions = {}): RowReader {
  const setup = prepareReading(profile, options);
  const matched = matchHeadings(setup.layout, headings);
  if (!matched.ok) throw new WrongHeadings(matched.mismatch);
  const { columns } = matched;
  return {
    ignoredColumns: columns.ignored,
    read: (cells) => {
      const row = readRow(setup, columns, cells);
      return row.problems.length > 0
        ? { ok: false, problems: row.problems }
        : { ok: true, records: recordsOf(row), remarks: row.remarks };
    },
  };
}
