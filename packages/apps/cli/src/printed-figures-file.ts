import { PrintedFigure } from "@finsam/gender-reporting";
import { CsvError, parse } from "csv-parse/sync";
import * as z from "zod";
import type { CheckDocument } from "./documents.ts";
import { Failure } from "./failure.ts";

/** The columns of a file of printed figures. All of them have to be there; empty cells say that a figure was not printed. */
const headings = [
  "section",
  "table",
  "category",
  "women",
  "men",
  "other",
  "unknown",
  "total",
  "percent",
  "percent_of",
  "multi_select",
] as const;
type Heading = (typeof headings)[number];

type Refused = CheckDocument["refused"][number];

/**
 * Reads printed figures from a CSV file with semicolons. A line that cannot be read is refused with its number and the reason; the
 * others go on.
 */
export function readPrintedFigures(
  path: string,
  bytes: Uint8Array,
): { readonly figures: readonly PrintedFigure[]; readonly refused: readonly Refused[] } {
  const [head, ...lines] = records(path, bytes);
  const found = (head?.cells ?? []).map((heading) => heading.trim().toLowerCase());
  const lacking = headings.filter((heading) => !found.includes(heading));
  if (lacking.length > 0)
    throw new Failure({
      sv: `Filen ${path} saknar kolumnerna ${lacking.join(", ")}. Första raden ska vara ${headings.join(";")}.`,
      en: `The file ${path} lacks the columns ${lacking.join(", ")}. The first line should be ${headings.join(";")}.`,
    });

  const figures: PrintedFigure[] = [];
  const refused: Refused[] = [];
  for (const { line, cells } of lines) {
    if (cells.length !== found.length) {
      refused.push({
        line,
        message: {
          sv: `Raden har ${cells.length} kolumner, inte ${found.length}.`,
          en: `The line has ${cells.length} columns, not ${found.length}.`,
        },
      });
      continue;
    }
    const cell = (heading: Heading): string => cells[found.indexOf(heading)]?.trim() ?? "";
    const read = readLine(line, cell);
    if ("figure" in read) figures.push(read.figure);
    else refused.push(...read.refused);
  }
  return { figures, refused };
}

function readLine(
  line: number,
  cell: (heading: Heading) => string,
): { readonly figure: PrintedFigure } | { readonly refused: readonly Refused[] } {
  const refused: Refused[] = [];
  const refuse = (column: Heading, sv: string, en: string): undefined => {
    refused.push({ line, column, message: { sv, en } });
    return undefined;
  };
  const count = (heading: Heading): number | undefined => {
    const text = cell(heading);
    if (text === "" || /^\d{1,9}$/.test(text)) return text === "" ? undefined : Number(text);
    return refuse(heading, "Ska vara ett antal, eller tomt.", "Should be a count, or empty.");
  };
  const percent = (): { percent?: number; percentDecimals?: number } => {
    const text = cell("percent").replace(",", ".");
    if (text === "") return {};
    if (/^\d{1,3}(\.\d{1,6})?$/.test(text))
      return { percent: Number(text), percentDecimals: text.split(".")[1]?.length ?? 0 };
    refuse("percent", "Ska vara en andel i procent, som 46 eller 46,5.", "Should be a percentage, such as 46 or 46.5.");
    return {};
  };
  const multiple = (): boolean | undefined => {
    const text = cell("multi_select").toLowerCase();
    if (text === "") return undefined;
    if (text === "yes" || text === "no") return text === "yes";
    return refuse("multi_select", "Ska vara yes, no eller tomt.", "Should be yes, no or empty.");
  };
  for (const heading of ["section", "table", "category"] as const)
    if (cell(heading) === "") refuse(heading, "Får inte vara tomt.", "Must not be empty.");

  const candidate = {
    line,
    section: cell("section"),
    table: cell("table"),
    category: cell("category"),
    women: count("women"),
    men: count("men"),
    other: count("other"),
    unknown: count("unknown"),
    total: count("total"),
    ...percent(),
    percentOf: cell("percent_of") === "" ? undefined : cell("percent_of"),
    multiple: multiple(),
  };
  return refused.length > 0 ? { refused } : { figure: PrintedFigure.parse(candidate) };
}

const Parsed = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }));

function records(
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
