import { CsvError, parse } from "csv-parse/sync";
import * as z from "zod";
import { Failure } from "./failure.ts";

const Parsed = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));

/** The records of a CSV file with semicolons, each with the line that it ends on, counted from 1. */
export function csvRecords(
  path: string,
  bytes: Uint8Array,
): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  try {
    const parsed = Parsed.parse(
      parse(Buffer.from(bytes), {
        bom: true,
        delimiter: ";",
        info: true,
        relax_column_count: true,
        skip_empty_lines: true,
      }),
    );
    return parsed.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (cause) {
    const line = cause instanceof CsvError && "lines" in cause ? ` ${cause.lines}` : "";
    throw new Failure({
      sv: `Filen ${path} går inte att läsa som CSV: ett citattecken på rad${line} avslutas inte.`,
      en: `The file ${path} cannot be read as CSV: a quote on line${line} is not closed.`,
    });
  }
}
