import type { LineReference, PrintedLink } from "./printed-document.ts";
import type { PrintedFigure } from "./printed-figure.ts";
import { groupBy, type Lines, wholeTable } from "./printed-table.ts";

/** Lines that a link ties together, each with all places where it was printed. */
export type LinkedLines =
  | { readonly kind: "same"; readonly lines: readonly Lines[]; readonly byName: boolean }
  | { readonly kind: "part"; readonly part: Lines; readonly of: Lines }
  | { readonly kind: "sum"; readonly parts: readonly Lines[]; readonly of: Lines };

/** The place of a line in a document. */
export function placeOf({ section, table, category = wholeTable }: LineReference): string {
  return JSON.stringify([section, table, category]);
}

/** The links of a document with the lines they tie together, and the references that no printed line answers to. */
export function linkedLines(
  figures: readonly PrintedFigure[],
  stated: readonly PrintedLink[],
): { readonly links: readonly LinkedLines[]; readonly notPrinted: readonly LineReference[] } {
  const lines = new Map(groupBy(figures, placeOf).map((group) => [placeOf(group[0]), group]));
  const tied = new Set(
    stated.flatMap((link) => {
      const places = referencesOf(link).map(placeOf);
      return places.flatMap((one) => places.map((another) => pairOf(one, another)));
    }),
  );
  const byName = linksByName(figures).filter(
    ({ lines: [one, another] }) => one && another && !tied.has(pairOf(placeOf(one), placeOf(another))),
  );
  const links = [
    ...stated.map((link) => resolved(link, lines, false)),
    ...byName.map((link) => resolved(link, lines, true)),
  ];
  const notPrinted = stated.flatMap(referencesOf).filter((reference) => !lines.has(placeOf(reference)));
  return { links: links.filter((link) => link !== undefined), notPrinted };
}

function referencesOf(link: PrintedLink): readonly LineReference[] {
  if (link.kind === "same") return link.lines;
  return link.kind === "part" ? [link.part, link.of] : [...link.parts, link.of];
}

function pairOf(one: string, another: string): string {
  return [one, another].sort().join();
}

/** Undefined where a line it needs is not printed. */
function resolved(link: PrintedLink, printed: ReadonlyMap<string, Lines>, byName: boolean): LinkedLines | undefined {
  const linesOf = (reference: LineReference) => printed.get(placeOf(reference));
  if (link.kind === "same") {
    const lines = link.lines.map(linesOf).filter((found) => found !== undefined);
    return lines.length < 2 ? undefined : { kind: "same", lines, byName };
  }
  const of = linesOf(link.of);
  if (of === undefined) return undefined;
  if (link.kind === "part") {
    const part = linesOf(link.part);
    return part && { kind: "part", part, of };
  }
  const parts = link.parts.map(linesOf).filter((found) => found !== undefined);
  return parts.length < link.parts.length ? undefined : { kind: "sum", parts, of };
}

/** `started-by-age` is a division of `started`: if both have a line for all, they count the same. */
function linksByName(figures: readonly PrintedFigure[]): readonly Extract<PrintedLink, { kind: "same" }>[] {
  const wholes = new Map(figures.filter((line) => line.category === wholeTable).map((line) => [placeOf(line), line]));
  return [...wholes.values()].flatMap(({ section, table }) => {
    const divided = dividedBy(table);
    if (divided === undefined || !wholes.has(placeOf({ section, table: divided }))) return [];
    return [
      {
        kind: "same",
        lines: [
          { section, table: divided },
          { section, table },
        ],
      },
    ];
  });
}

/** What a table divides, as its name says: `started` of `started-by-age`. */
function dividedBy(table: string): string | undefined {
  return /^(.+?)-by-.+$/.exec(table)?.[1];
}

/**
 * The figures with the wholes that names say: a table `started-by-age` that names none and has no line for all has `started`. Where
 * percentages are printed nothing is presumed: what they are percentages of is asked instead.
 */
export function withWholesByName(figures: readonly PrintedFigure[]): readonly PrintedFigure[] {
  const wholes = new Set(figures.filter((line) => line.category === wholeTable).map(placeOf));
  const tables = groupBy(figures, ({ section, table }) => JSON.stringify([section, table]));
  const wholeOf = new Map(
    tables.flatMap((lines) => {
      const [{ section, table }] = lines;
      const divided = dividedBy(table);
      if (divided === undefined || !wholes.has(placeOf({ section, table: divided }))) return [];
      const saysMore = lines.some(
        ({ category, percent, percentOf }) =>
          category === wholeTable || percent !== undefined || percentOf !== undefined,
      );
      return saysMore ? [] : lines.map((line) => [line, divided] as const);
    }),
  );
  return figures.map((line) => {
    const percentOf = wholeOf.get(line);
    return percentOf === undefined ? line : { ...line, percentOf };
  });
}
