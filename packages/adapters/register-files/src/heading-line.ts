import type { RegisterLayout } from "@finsam/policy";
import * as z from "zod";
import { type Columns, headingsOf, matchHeadings } from "./columns.ts";
import { csvRows } from "./csv-rows.ts";
import { WrongHeadings } from "./errors.ts";
import { nextLine, type Place } from "./lines.ts";
import type { OpenFile } from "./register-file.ts";
import { foldSpelling } from "./spelling.ts";
import type { Decode } from "./text-encoding.ts";

/**
 * What may stand between the cells of a row.
 *
 * @example
 * ```ts
 * import { Delimiter } from "@finsam/register-files";
 * Delimiter.options; // => [";", ",", "\t"]
 * ```
 */
export const Delimiter = z.enum([";", ",", "\t"]);
export type Delimiter = z.infer<typeof Delimiter>;

/** The line of headings, understood: the delimiter, the columns, and where the rows begin. */
export interface HeadingLine {
  readonly delimiter: Delimiter;
  readonly columns: Columns;
  readonly rows: Place;
}

/**
 * Finds the delimiter and the columns from the first line that is not blank: the delimiter that finds most of the layout's headings.
 *
 * @throws WrongHeadings when the headings are not those of the layout.
 */
export async function readHeadings(
  file: OpenFile,
  from: Place,
  layout: RegisterLayout,
  decode: Decode,
): Promise<HeadingLine> {
  const wanted = new Set(headingsOf(layout).map(foldSpelling));
  const known = ({ headings }: Reading): number => headings.filter((one) => wanted.has(foldSpelling(one))).length;
  const readings = await Promise.all(Delimiter.options.map((delimiter) => headingsBy(delimiter, file, from, decode)));
  const best = readings.reduce((one, other) => (known(other) > known(one) ? other : one));
  const matched = matchHeadings(layout, best.headings);
  if (!matched.ok) throw new WrongHeadings({ file: file.name, ...matched.mismatch });
  return { delimiter: best.delimiter, columns: matched.columns, rows: best.rows };
}

/** Spreadsheets may write the delimiter on a line of its own before the headings (`sep=;`). It says nothing that the headings do not. */
export async function skipSeparatorLine(file: OpenFile, from: Place): Promise<Place> {
  const line = (await file.read(from.offset, 8)).toString("latin1");
  return /^sep=.[\r\n]/i.test(line) ? nextLine(file, from) : from;
}

interface Reading {
  readonly delimiter: Delimiter;
  readonly headings: readonly string[];
  readonly rows: Place;
}

async function headingsBy(delimiter: Delimiter, file: OpenFile, from: Place, decode: Decode): Promise<Reading> {
  for await (const rows of csvRows(file, from, { delimiter })) {
    for (const row of rows) {
      if (!("cells" in row)) return { delimiter, headings: [], rows: from };
      const headings = row.cells.map((cell) => decode(cell) ?? "");
      if (headings.some((heading) => heading.trim() !== "")) return { delimiter, headings, rows: row.next };
    }
  }
  return { delimiter, headings: [], rows: from };
}
