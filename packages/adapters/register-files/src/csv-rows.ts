import { CsvError, parse } from "csv-parse";
import { nextLine, type Place } from "./lines.ts";
import { chunksFrom, type OpenFile } from "./register-file.ts";

/** Why a row cannot be told from its neighbours. */
export type RowFault = "unclosed-quote" | "misplaced-quote" | "row-too-long";

/** A row of a table as it stands in the file: its cells as strings with one character a byte, or why it has none. */
export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[]; readonly next: Place }
  | {
      readonly line: number;
      readonly fault: RowFault;
      /** The physical line, one character a byte; only its beginning when it is too long. */
      readonly bytes: string;
    };

/** How a table is written. */
export interface TableShape {
  readonly delimiter: string;
  /** How many cells a row has; missing while the headings are being looked for. */
  readonly columns?: number;
}

/** The most bytes that one row may have, so that a quotation mark that is never closed does not take the file into memory. */
const longestRow = 2 ** 20;

/**
 * The rows of a table, from a place in a file on, blank ones too, in groups as they are read.
 *
 * A row that cannot be told from its neighbours costs its first physical line, and reading goes on at the next. So does a row over several
 * lines that has not the right number of cells: then a quotation mark that was never closed has met one of a later row.
 */
export async function* csvRows(file: OpenFile, from: Place, shape: TableShape): AsyncGenerator<readonly CsvRow[]> {
  for (let place = from; place.offset < file.size; ) {
    const pass = startPass(place, shape);
    let fault: RowFault | undefined;
    for await (const chunk of chunksFrom(file, place.offset)) {
      fault = await pass.read(chunk);
      yield pass.takeRows();
      if (fault !== undefined) break;
    }
    fault ??= await pass.end();
    yield pass.takeRows();
    if (fault === undefined) return;

    const broken = pass.place();
    place = await nextLine(file, broken);
    const length = place.offset - broken.offset;
    const bytes = (await file.read(broken.offset, Math.min(length, longestRow))).toString("latin1");
    yield [{ line: broken.line, fault: length > longestRow ? "row-too-long" : fault, bytes }];
  }
}

/** One run of the parser: from a place to the end of the file, or to the first row that it cannot tell from its neighbours. */
function startPass(from: Place, { delimiter, columns }: TableShape) {
  let rows: CsvRow[] = [];
  let place = from;
  const parser = parse({
    delimiter,
    // One character a byte: what encoding a cell is in, and whether it is text at all, is for the cell to say.
    encoding: "latin1",
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: longestRow,
    on_record: (cells: string[], { bytes }) => {
      // The parser's own count of lines takes CRLF inside a cell for two.
      const next = { offset: from.offset + bytes, line: place.line + 1 + lineBreaksIn(cells) };
      if (columns !== undefined && cells.length !== columns && next.line > place.line + 1) throw new RowsRunTogether();
      rows.push({ line: place.line, cells, next });
      place = next;
      return null;
    },
  });
  parser.on("error", () => {}); // The callbacks below get it.
  const faultAfter = (work: (done: (error?: Error | null) => void) => void): Promise<RowFault | undefined> =>
    new Promise((resolve, reject) =>
      work((error) => {
        if (!error) resolve(undefined);
        else if (error instanceof RowsRunTogether) resolve("unclosed-quote");
        else if (error instanceof CsvError && Object.hasOwn(faults, error.code)) resolve(faults[error.code]);
        else reject(error);
      }),
    );
  return {
    read: (chunk: Buffer) => faultAfter((done) => parser.write(chunk, done)),
    end: () => faultAfter((done) => parser.end(done)),
    takeRows: (): readonly CsvRow[] => {
      const taken = rows;
      rows = [];
      return taken;
    },
    /** Where the first row begins that has not been read. */
    place: (): Place => place,
  };
}

/** Stops the parser at once. */
class RowsRunTogether extends Error {}

const faults: Readonly<Partial<Record<CsvError["code"], RowFault>>> = {
  CSV_QUOTE_NOT_CLOSED: "unclosed-quote",
  CSV_INVALID_CLOSING_QUOTE: "unclosed-quote",
  CSV_MAX_RECORD_SIZE: "unclosed-quote",
  INVALID_OPENING_QUOTE: "misplaced-quote",
};

const lineBreaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
