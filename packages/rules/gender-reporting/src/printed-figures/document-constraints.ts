import { comparedColumns } from "./compared-column.ts";
import { linkedColumns } from "./compared-lines.ts";
import { type Constraint, linear, roundedShare, type Sum, someCount } from "./constraint.ts";
import { countIn, isDividedBySex, printedParts, type SexColumn, sexColumns, sum } from "./counts.ts";
import { unitsOf } from "./counts-of-percentage.ts";
import type { UnexplainedFinding } from "./document-finding.ts";
import type { FindingColumn } from "./finding.ts";
import { type LinkedLines, placeOf } from "./linked-lines.ts";
import { decimalsOf } from "./percentage.ts";
import type { PrintedFigure } from "./printed-figure.ts";
import { agreed, groupBy, type PrintedTable, type Whole, wholeTable } from "./printed-table.ts";

/** One figure of a document. Other and unknown sex that a line leaves out can be added to it: somebody may be missing there. */
export interface DocumentFigure {
  readonly line: PrintedFigure;
  readonly column: FindingColumn;
  readonly printed: number | undefined;
}

/** All that the figures of a document must fulfil, with the figures as whole numbers. */
export interface DocumentConstraints {
  readonly figures: readonly DocumentFigure[];
  readonly values: readonly number[];
  readonly constraints: readonly Constraint[];
}

/** The checks of a document as constraints on its figures. What a place prints more than once is held against the rest once for each. */
export function documentConstraints(
  lines: readonly PrintedFigure[],
  tables: readonly PrintedTable[],
  links: readonly LinkedLines[],
): DocumentConstraints {
  const figures = distinctLines(lines).flatMap(figuresOf);
  const numberOf = new Map(figures.map(({ line, column }, index) => [figureKey(line, column), index]));
  const number = (line: PrintedFigure, column: FindingColumn) => numberOf.get(figureKey(line, column));

  const sumOf = (line: PrintedFigure, column: SexColumn | "total"): Sum | undefined => {
    const own = number(line, column);
    if (own !== undefined) return { figures: [own], constant: 0 };
    if (column !== "total" || !isDividedBySex(line)) return undefined;
    return {
      figures: sexColumns.map((sex) => number(line, sex)).filter((figure) => figure !== undefined),
      constant: 0,
    };
  };
  const wholeSum = (whole: Whole, line: PrintedFigure | undefined, column: SexColumn | "total"): Sum | undefined => {
    if (line !== undefined) return sumOf(line, column);
    const constant = countIn(column, whole.counts);
    return constant === undefined ? undefined : { figures: [], constant };
  };

  const ofLines = distinctLines(lines).flatMap((line): Constraint[] => {
    const total = number(line, "total");
    if (total === undefined) return [];
    const parts = sexColumns.map((column) => number(line, column)).filter((figure) => figure !== undefined);
    const relation = isDividedBySex(line) ? "is-0" : "at-most-0";
    return [difference(keys.row(line), parts.map(single), single(total), relation)];
  });

  const repeats = groupBy(distinctLines(lines), placeOf).flatMap(([first, ...rest]) =>
    ([...sexColumns, "total", "percent"] as const).flatMap((column) =>
      rest.flatMap((line) => {
        const [one, another] = [number(first, column), number(line, column)];
        if (one === undefined || another === undefined) return [];
        if (column === "percent" && (first.percentOf !== line.percentOf || decimalsOf(first) !== decimalsOf(line)))
          return [];
        return [difference(keys.repeat(line, column), [single(another)], single(one), "is-0")];
      }),
    ),
  );

  const ofTables = tables.flatMap((table) => {
    const { whole } = table;
    const parts = groupBy(
      distinctLines(table.lines).filter((line) => line.category !== wholeTable),
      placeOf,
    ).filter(([line]) => table.categories.some(({ category }) => category === line.category));
    const wholes = whole === undefined ? [] : distinctLines(whole.lines);
    const times = Math.max(1, wholes.length, ...parts.map((places) => places.length));
    return Array.from({ length: times }, (_, time) => {
      const chosen = parts.map((places) => places[time] ?? places[0]);
      return [
        ...(whole === undefined ? [] : columnConstraints(table, chosen, whole, wholes[time] ?? wholes[0])),
        ...percentConstraints(table, time === 0 ? distinctLines(table.lines) : [], chosen, wholes[0]),
      ];
    }).flat();
  });

  function columnConstraints(
    { section, table, categories, lines, singleAnswer }: PrintedTable,
    chosen: readonly PrintedFigure[],
    whole: Whole,
    wholeLine: PrintedFigure | undefined,
  ): readonly Constraint[] {
    const total = whole.counts.total ?? 0;
    const totals = categories.map((category) => category.total).filter((count) => count !== undefined);
    const exhaustive = total > 0 && totals.length === categories.length && sum(totals) === total;
    const compared = new Set(comparedColumns(categories, whole).map(({ column }) => column));
    return ([...sexColumns, "total"] as const).flatMap((column): Constraint[] => {
      const limit = wholeSum(whole, wholeLine, column);
      if (limit === undefined || (column === "total" && !compared.has("total"))) return [];
      const sums = chosen.map((line) => sumOf(line, column));
      const known = sums.filter((part) => part !== undefined);
      const relation = exhaustive && known.length === sums.length ? "is-0" : "at-most-0";
      const together = singleAnswer ? [difference(keys.column(section, table, column), known, limit, relation)] : [];
      const each = distinctLines(lines).flatMap((line) => {
        const part = sumOf(line, column);
        return part === undefined || (wholeLine && lineKey(line) === lineKey(wholeLine))
          ? []
          : [difference(keys.above(line, column), [part], limit, "at-most-0")];
      });
      return [...together, ...each];
    });
  }

  function percentConstraints(
    { section, table, whole, singleAnswer }: PrintedTable,
    all: readonly PrintedFigure[],
    chosen: readonly PrintedFigure[],
    wholeLine: PrintedFigure | undefined,
  ): readonly Constraint[] {
    const shares = all.flatMap((line): Constraint[] => {
      const percent = number(line, "percent");
      if (percent === undefined || line.percentOf === undefined) return [];
      const [key, decimals] = [keys.percent(line), decimalsOf(line)];
      const base = whole && wholeSum(whole, wholeLine, "total");
      const count = sumOf(line, "total");
      if (base && count) {
        // A line that is its own whole.
        if (count.figures.some((figure) => base.figures.includes(figure))) return [];
        return [roundedShare(key, percent, decimals, count, base)];
      }
      const most = linear(key, [[percent, 1]], -100 * 10 ** decimals, "at-most-0");
      return base ? [most, someCount(key, percent, decimals, base)] : [most];
    });
    if (!singleAnswer) return shares;
    const printed = chosen.flatMap((line) => {
      const figure = number(line, "percent");
      return figure === undefined || line.percentOf === undefined ? [] : [{ figure, decimals: decimalsOf(line) }];
    });
    // Half a unit of each is rounding, hence one decimal more.
    const finest = 1 + Math.max(0, ...printed.map(({ decimals }) => decimals));
    const rounding = sum(printed.map(({ decimals }) => 5 * 10 ** (finest - decimals - 1)));
    const terms = printed.map(({ figure, decimals }) => [figure, 10 ** (finest - decimals)] as const);
    return [...shares, linear(keys.percents(section, table), terms, -rounding - 100 * 10 ** finest, "at-most-0")];
  }

  const ofLinks = links.flatMap((link): readonly Constraint[] => {
    const groups =
      link.kind === "same" ? link.lines : link.kind === "part" ? [link.of, link.part] : [link.of, ...link.parts];
    const compared = linkedColumns(groups.map(agreed)).map(({ column }) => column);
    const times = Math.max(...groups.map((places) => distinctLines(places).length));
    return Array.from({ length: times }, (_, time) => {
      const [of, ...others] = groups.map((places) => distinctLines(places)[time] ?? places[0]);
      if (of === undefined) return [];
      return ([...sexColumns, "total"] as const).flatMap((column): Constraint[] => {
        const whole = sumOf(of, column);
        if (column === "total" && !compared.includes(column)) return [];
        const sums = others.map((line) => sumOf(line, column));
        const known = sums.filter((part) => part !== undefined);
        if (link.kind === "same") {
          const [first, ...rest] = [of, ...others].flatMap((line) => {
            const figures = sumOf(line, column);
            return figures === undefined ? [] : [{ line, figures }];
          });
          if (first === undefined) return [];
          return rest.map(({ line, figures }) => difference(keys.same(line, column), [figures], first.figures, "is-0"));
        }
        if (whole === undefined || known.length === 0) return [];
        if (link.kind === "part")
          return others.map((line) => difference(keys.above(line, column), known, whole, "at-most-0"));
        return [difference(keys.sum(of, column), known, whole, known.length === sums.length ? "is-0" : "at-most-0")];
      });
    }).flat();
  });

  return {
    figures,
    values: figures.map(({ line, column, printed = 0 }) =>
      column === "percent" ? unitsOf(printed, decimalsOf(line)) : printed,
    ),
    constraints: [...ofLines, ...repeats, ...ofTables, ...ofLinks],
  };
}

/** The constraints that a finding speaks of, and those that it keeps the checks from speaking of. */
export function keysOf({ section, table, category, kind, column }: UnexplainedFinding): {
  readonly own: readonly string[];
  readonly behind: readonly string[];
} {
  const line = { section, table, category };
  switch (kind) {
    case "row-parts-differ-from-total":
      return { own: [keys.row(line)], behind: [] };
    case "column-parts-differ-from-whole":
      return { own: [keys.column(section, table, column)], behind: [keys.percents(section, table)] };
    case "part-above-whole":
      return column === "percent"
        ? { own: [keys.percent(line)], behind: [keys.percents(section, table)] }
        : {
            own: [keys.above(line, column)],
            behind: [
              keys.row(line),
              keys.column(section, table, column),
              // A part that is above its whole in one column keeps the total of the table from being compared, too.
              keys.column(section, table, "total"),
              keys.percents(section, table),
            ],
          };
    case "percentages-above-100":
      return { own: [keys.percents(section, table)], behind: [] };
    case "repeated-figure-differs":
      return { own: [keys.repeat(line, column)], behind: [] };
    case "same-population-differs":
      return { own: [keys.same(line, column)], behind: [] };
    case "sum-of-lines-differs":
      return { own: [keys.sum(line, column)], behind: [] };
    default:
      return { own: [keys.percent(line)], behind: [] };
  }
}

type Place = Pick<PrintedFigure, "section" | "table" | "category">;
const key = (way: string, line: Place, column = "") => [way, placeOf(line), column].join();
const keys = {
  row: (line: Place) => key("row", line),
  above: (line: Place, column: FindingColumn) => key("above", line, column),
  column: (section: string, table: string, column: FindingColumn) =>
    key("column", { section, table, category: wholeTable }, column),
  percent: (line: Place) => key("percent", line),
  percents: (section: string, table: string) => key("percents", { section, table, category: wholeTable }),
  repeat: (line: Place, column: FindingColumn) => key("repeat", line, column),
  same: (line: Place, column: FindingColumn) => key("same", line, column),
  sum: (line: Place, column: FindingColumn) => key("sum", line, column),
};

const single = (figure: number): Sum => ({ figures: [figure], constant: 0 });

function difference(key: string, parts: readonly Sum[], whole: Sum, relation: "is-0" | "at-most-0"): Constraint {
  const terms = [
    ...parts.flatMap(({ figures }) => figures.map((figure) => [figure, 1] as const)),
    ...whole.figures.map((figure) => [figure, -1] as const),
  ];
  return linear(key, terms, sum(parts.map(({ constant }) => constant)) - whole.constant, relation);
}

/** A line that is printed twice with the same figures is one. */
function distinctLines(lines: readonly PrintedFigure[]): readonly PrintedFigure[] {
  return [...new Map(lines.map((line) => [lineKey(line), line])).values()];
}

const lineKeys = new WeakMap<PrintedFigure, string>();
function lineKey(line: PrintedFigure): string {
  const known = lineKeys.get(line) ?? JSON.stringify({ ...line, line: undefined });
  lineKeys.set(line, known);
  return known;
}

function figureKey(line: PrintedFigure, column: FindingColumn): string {
  return `${column} ${lineKey(line)}`;
}

function figuresOf(line: PrintedFigure): readonly DocumentFigure[] {
  const printed = new Set(printedParts(line).map((part) => part.column));
  return [
    ...sexColumns
      .filter((column) => printed.has(column) || (isDividedBySex(line) && (column === "other" || column === "unknown")))
      .map((column) => ({ line, column, printed: countIn(column, line) })),
    ...(line.total === undefined ? [] : [{ line, column: "total" as const, printed: line.total }]),
    ...(line.percent === undefined ? [] : [{ line, column: "percent" as const, printed: line.percent }]),
  ];
}
