import type { Participation, Text } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import type { RegisterRecord } from "@finsam/store";
import * as Effect from "effect/Effect";
import * as Stream from "effect/Stream";
import { type CsvRow, csvRows, type RowFault } from "./csv-rows.ts";
import { FileNotReadable, NotATextTable, ReadingNotPossible, type RegisterFileError, WrongHeadings } from "./errors.ts";
import { readFileStart } from "./file-start.ts";
import { type Delimiter, type HeadingLine, readHeadings, skipSeparatorLine } from "./heading-line.ts";
import { notText, readRow, recordsOf } from "./read-row.ts";
import { prepareReading, type ReadingSetup, type RowOptions } from "./reading-setup.ts";
import { reasons } from "./reasons.ts";
import { type OpenFile, openFile, type RegisterFile } from "./register-file.ts";
import type { Remark, RowProblem } from "./row-problem.ts";
import { type SeenRows, startSeenRows } from "./seen-rows.ts";
import { type Decode, decideEncoding, decoders, type TextEncoding } from "./text-encoding.ts";
import { isText } from "./value-class.ts";

/**
 * Something that a check of another package says about a participation, such as an exit without a reason.
 *
 * @example
 * ```ts
 * import { checkExit, exitReasons } from "@finsam/exit-reasons";
 * import type { Participation } from "@finsam/model";
 * import type { Finding } from "@finsam/register-files";
 * const examine = (participation: Participation): readonly Finding[] => checkExit(participation, exitReasons);
 * examine({ followUp: "anonymous", id: "D1", sex: "woman" }); // => []
 * ```
 */
export interface Finding {
  readonly code: string;
  readonly message: Text;
  /** What the finding is about, by its name in the layout, such as `exitReason`. */
  readonly field?: string;
}

/** How a register is read. */
export interface ReadOptions extends RowOptions {
  /** Checks that become remarks on the line. Not asked about participations of persons with protected identity. */
  readonly examine?: ((participation: Participation) => readonly Finding[]) | undefined;
}

/** What reading a register gives, in the order of the file: first how the table is written, then its rows. Blank lines are no rows. */
export type RegisterReading =
  | {
      readonly kind: "table";
      readonly file: string;
      readonly encoding: TextEncoding;
      readonly delimiter: Delimiter;
      readonly ignoredColumns: readonly string[];
    }
  | {
      readonly kind: "row";
      /** The physical line on which the row begins; the headings usually stand on line 1. */
      readonly line: number;
      readonly records: readonly RegisterRecord[];
      readonly remarks: readonly Remark[];
    }
  | { readonly kind: "refused"; readonly line: number; readonly problems: readonly RowProblem[] };

/**
 * Reads a register row by row, without taking the file into memory: what each row gives, or why it is refused. A row that is refused
 * does not end the reading; a file that is not such a table does.
 *
 * @example
 * ```ts
 * import * as Effect from "effect/Effect";
 * import * as Stream from "effect/Stream";
 * import { readRegister } from "@finsam/register-files";
 * import { stockholm } from "@finsam/stockholm";
 * const file = { name: "register.xlsx", bytes: Uint8Array.of(0x50, 0x4b, 3, 4) };
 * const error = await Effect.runPromise(Effect.flip(Stream.runDrain(readRegister(file, stockholm))));
 * error.code; // => "spreadsheet"
 * ```
 */
export const readRegister = (
  file: RegisterFile,
  profile: Profile,
  options: ReadOptions = {},
): Stream.Stream<RegisterReading, RegisterFileError> =>
  Stream.suspend(() => readAmong(file, 0, startSeenRows(profile.register), profile, options));

/** Reads one of the files that are read together. */
export const readAmong = (
  file: RegisterFile,
  fileIndex: number,
  seen: SeenRows,
  profile: Profile,
  options: ReadOptions,
): Stream.Stream<RegisterReading, RegisterFileError> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const setup = yield* Effect.try({ try: () => prepareReading(profile, options), catch: typed });
      const open = yield* openFile(file);
      const table = yield* Effect.tryPromise({ try: () => openTable(open, setup), catch: typed });
      const readings = readingsOf(open, table, rowReading({ file: open.name, fileIndex, table, setup, seen, options }));
      return Stream.flattenArray(Stream.fromAsyncIterable(readings, typed));
    }),
  );

interface OpenTable extends HeadingLine {
  readonly encoding: TextEncoding;
}

async function openTable(file: OpenFile, { layout }: ReadingSetup): Promise<OpenTable> {
  const { isMarkedUtf8, offset } = await readFileStart(file);
  const start = await skipSeparatorLine(file, { offset, line: 1 });
  const encoding = isMarkedUtf8 ? "utf-8" : await decideEncoding(file, start);
  return { encoding, ...(await readHeadings(file, start, layout, decoders[encoding])) };
}

type Readings = readonly [RegisterReading, ...RegisterReading[]];

async function* readingsOf(
  file: OpenFile,
  { encoding, delimiter, columns, rows }: OpenTable,
  readingOf: (row: CsvRow) => RegisterReading | undefined,
): AsyncGenerator<Readings> {
  yield [{ kind: "table", file: file.name, encoding, delimiter, ignoredColumns: columns.ignored }];
  for await (const group of csvRows(file, rows, { delimiter, columns: columns.headings.length })) {
    const [first, ...rest] = group.map(readingOf).filter((reading) => reading !== undefined);
    if (first !== undefined) yield [first, ...rest];
  }
}

interface RowContext {
  readonly file: string;
  readonly fileIndex: number;
  readonly table: OpenTable;
  readonly setup: ReadingSetup;
  readonly seen: SeenRows;
  readonly options: ReadOptions;
}

/** What one row gives; nothing when it is blank. */
const rowReading =
  ({ file, fileIndex, table, setup, seen, options: { examine } }: RowContext) =>
  (row: CsvRow): RegisterReading | undefined => {
    const { line } = row;
    const decode = decoders[table.encoding];
    if ("fault" in row) return { kind: "refused", line, problems: problemsOfFault(row, decode) };
    const cells = row.cells.map(decode);
    if (cells.every((cell) => cell?.trim() === "")) return undefined;

    const statement = readRow(setup, table.columns, cells);
    const place = { file, fileIndex, line };
    const problems = [...statement.problems, ...seen.problems(statement, place)];
    if (problems.length > 0) return { kind: "refused", line, problems };

    const kept = seen.keep(statement, place);
    const { participation } = kept;
    const isOpen = participation !== undefined && participation.followUp !== "anonymous";
    const findings = isOpen && examine !== undefined ? examine(participation) : [];
    const remarks = [...kept.remarks, ...findings.map((finding) => remarkOf(finding, setup))];
    return { kind: "row", line, records: recordsOf(kept), remarks: remarks.map((remark) => ({ line, ...remark })) };
  };

function remarkOf({ code, message, field = "" }: Finding, { layout: { columns } }: ReadingSetup): Omit<Remark, "line"> {
  const column = new Map<string, string | undefined>(Object.entries(columns)).get(field);
  return { ...(column === undefined ? {} : { column }), code, message };
}

function problemsOfFault({ fault, bytes }: Extract<CsvRow, { fault: unknown }>, decode: Decode): readonly RowProblem[] {
  const text = fault === "row-too-long" ? "" : decode(bytes);
  const broken: RowProblem = { code: fault, reason: faultReasons[fault] };
  // Quotation marks in binary noise are not the mistake that somebody made.
  return text === null || !isText(text) ? [notText(), broken] : [broken];
}

const faultReasons = {
  "unclosed-quote": reasons.unclosedQuote,
  "misplaced-quote": reasons.misplacedQuote,
  "row-too-long": reasons.rowTooLong,
} as const satisfies Readonly<Record<RowFault, Text>>;

/** The errors of this package as they are; anything else is a mistake in it and stays one. */
function typed(error: unknown): RegisterFileError {
  if (
    error instanceof FileNotReadable ||
    error instanceof NotATextTable ||
    error instanceof WrongHeadings ||
    error instanceof ReadingNotPossible
  )
    return error;
  throw error;
}
