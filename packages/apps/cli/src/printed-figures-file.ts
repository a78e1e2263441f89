import { type LineReference, PrintedDocument, PrintedFigure, type PrintedLink } from "@finsam/gender-reporting";
import * as z from "zod";
import { csvRecords } from "./csv-records.ts";
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

/** Columns that a file may have as well: what ties a line to another, named as table, section/table or section/table/category. */
const linkHeadings = ["same_as", "part_of", "summand_of"] as const;
type LinkHeading = (typeof linkHeadings)[number];

type Refused = CheckDocument["refused"][number];

/** Printed figures as a file has them, and the lines of it that could not be read. */
export interface PrintedFiguresFile {
  readonly document: PrintedDocument;
  readonly refused: readonly Refused[];
}

/**
 * Reads printed figures from a JSON document (`finsam-printed-figures/1`) or a CSV file with semicolons. A line of a CSV file that cannot be
 * read is refused with its number and the reason; the others go on. A JSON document is read as a whole or not at all.
 */
export function readPrintedFigures(path: string, bytes: Uint8Array): PrintedFiguresFile {
  const text = new TextDecoder().decode(bytes);
  return text.trimStart().startsWith("{") ? readDocument(path, text) : readTable(path, bytes);
}

function readDocument(path: string, text: string): PrintedFiguresFile {
  const parsed = PrintedDocument.safeParse(jsonOf(path, text));
  if (parsed.success) return { document: parsed.data, refused: [] };
  const [issue, ...others] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? "" : ` (${z.core.toDotPath(issue.path)})`;
  throw new Failure({
    sv: `Filen ${path} är inget dokument med tryckta siffror, finsam-printed-figures/1${where}: ${issue?.message ?? ""}. Fel i allt: ${others.length + 1}.`,
    en: `The file ${path} is no document of printed figures, finsam-printed-figures/1${where}: ${issue?.message ?? ""}. Errors in all: ${others.length + 1}.`,
  });
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure({ sv: `Filen ${path} är inte JSON.`, en: `The file ${path} is not JSON.` });
  }
}

function readTable(path: string, bytes: Uint8Array): PrintedFiguresFile {
  const [head, ...lines] = csvRecords(path, bytes);
  const found = (head?.cells ?? []).map((heading) => heading.trim().toLowerCase());
  const lacking = headings.filter((heading) => !found.includes(heading));
  if (lacking.length > 0)
    throw new Failure({
      sv: `Filen ${path} saknar kolumnerna ${lacking.join(", ")}. Första raden ska vara ${headings.join(";")}.`,
      en: `The file ${path} lacks the columns ${lacking.join(", ")}. The first line should be ${headings.join(";")}.`,
    });

  const figures: PrintedFigure[] = [];
  const stated: StatedLink[] = [];
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
    const cell = (heading: Heading | LinkHeading): string => cells[found.indexOf(heading)]?.trim() ?? "";
    const read = readLine(line, cell);
    if ("refused" in read) refused.push(...read.refused);
    else {
      figures.push(read.figure);
      stated.push(...read.links);
    }
  }
  return { document: { format: "finsam-printed-figures/1", figures, links: linksOf(stated) }, refused };
}

/** A line that says in one of the columns of links what it is tied to. */
interface StatedLink {
  readonly heading: LinkHeading;
  readonly line: LineReference;
  readonly to: LineReference;
}

/** The lines that name the same sum make it up together. */
function linksOf(stated: readonly StatedLink[]): PrintedLink[] {
  const sums = new Map<string, { readonly of: LineReference; readonly parts: LineReference[] }>();
  for (const { heading, line, to } of stated) {
    if (heading !== "summand_of") continue;
    const key = JSON.stringify(to);
    const sum = sums.get(key);
    if (sum) sum.parts.push(line);
    else sums.set(key, { of: to, parts: [line] });
  }
  return [
    ...stated.flatMap(({ heading, line, to }): PrintedLink[] => {
      if (heading === "same_as") return [{ kind: "same", lines: [to, line] }];
      return heading === "part_of" ? [{ kind: "part", part: line, of: to }] : [];
    }),
    ...[...sums.values()].map(({ of, parts }): PrintedLink => ({ kind: "sum", parts, of })),
  ];
}

function referenceOf(text: string, section: string): LineReference | undefined {
  const [first = "", second, category, ...rest] = text.split("/").map((name) => name.trim());
  const reference = second === undefined ? { section, table: first } : { section: first, table: second };
  const named = [first, second, category].every((name) => name !== "") && rest.length === 0;
  return named ? { ...reference, category: category ?? "all" } : undefined;
}

function readLine(
  line: number,
  cell: (heading: Heading | LinkHeading) => string,
):
  | { readonly figure: PrintedFigure; readonly links: readonly StatedLink[] }
  | { readonly refused: readonly Refused[] } {
  const refused: Refused[] = [];
  const refuse = (column: Heading | LinkHeading, sv: string, en: string): undefined => {
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

  const own: LineReference = { section: cell("section"), table: cell("table"), category: cell("category") };
  const links = linkHeadings.flatMap((heading): StatedLink[] => {
    if (cell(heading) === "") return [];
    const to = referenceOf(cell(heading), own.section);
    if (to !== undefined) return [{ heading, line: own, to }];
    refuse(
      heading,
      "Ska vara en tabell, avsnitt/tabell eller avsnitt/tabell/kategori.",
      "Should be a table, section/table or section/table/category.",
    );
    return [];
  });

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
  return refused.length > 0 ? { refused } : { figure: PrintedFigure.parse(candidate), links };
}
