import { isDeepStrictEqual } from "node:util";
import {
  buildReport,
  type CountedRow,
  type Cube,
  codeRows,
  countColumns,
  countRows,
  reportTables,
  type TableCounts,
  type TableSpec,
  tablesOf,
  tabulate,
} from "@finsam/gender-reporting";
import { sexes } from "@finsam/model";
import { stockholm } from "@finsam/stockholm";
import { countColumnsByHand, countRowsByHand, filledByHand } from "./counting-by-hand.ts";
import { countInArquero, filledInArquero } from "./counting-in-arquero.ts";
import { countInDuckdb } from "./counting-in-duckdb.ts";
import type { Figure, Section } from "./figure.ts";
import { keptBy } from "./kept-memory.ts";
import { median, mediansInTurns } from "./medians.ts";
import { repeatableNumbers } from "./people.ts";

/** The cube of the yearly report and its tables, from rows and from coded columns, beside passes written by hand and other engines. */
export async function benchCounting(count: number): Promise<readonly Section[]> {
  const tables = reportTables(stockholm, 2021);
  // The rows are a heap of objects, and gone before the columns are counted.
  const { columns, fromRows } = await countingRows(count, tables);
  const cube = countColumns(stockholm, [2021], columns);
  const filled = filledOf(cube);
  same(filled, filledByHand(countColumnsByHand(columns)), "the cube of the columns by hand");
  same(filled, filledInArquero(countInArquero(columns)), "the cube in arquero");

  // Nothing is withheld: protecting counts is measured by itself.
  const reportOf = (counts: readonly TableCounts[]) => buildReport(stockholm, 2021, counts, { withheld: new Set() });
  const checkedReport = (of: Cube) => reportOf(tablesOf(of, tables));
  const counts = tablesOf(cube, tables);
  const fromColumns = await mediansInTurns(150, [
    { what: "one loop over typed arrays by hand, filling the cube", work: () => countColumnsByHand(columns) },
    { what: "the cube, from specifications that are data", work: () => countColumns(stockholm, [2021], columns) },
    {
      what: "the cube and all tables of the report, with totals, missing rows and checks",
      work: () => checkedReport(countColumns(stockholm, [2021], columns)),
    },
    {
      what: "of that, what comes after the cube: tables with totals and missing rows, and checks",
      work: () => checkedReport(cube),
    },
    { what: "of that, what comes after the tables: the report with its checks", work: () => reportOf(counts) },
  ]);
  const duckdb = await countInDuckdb(columns, filled);
  const arquero = await median(3, () => countInArquero(columns));
  const ours = fromColumns[2]?.milliseconds ?? Number.NaN;
  return [
    { title: "Counting coded columns: all tables of the yearly report", figures: figuresOf(fromColumns, count) },
    { title: "Counting row objects", figures: figuresOf(fromRows, count) },
    {
      title: "Counting beside other engines",
      figures: figuresOf(
        [
          { what: "the cube and all tables, with checks, from coded columns", milliseconds: ours },
          { what: "DuckDB on texts, one thread, the same crossings as grouping sets", milliseconds: duckdb },
          { what: "arquero on the same coded columns, the same crossings", milliseconds: arquero },
        ],
        count,
      ),
    },
  ];
}

async function countingRows(count: number, tables: readonly TableSpec[]) {
  const rows = madeUpRows(count);
  const { value: columns, bytes } = keptBy(() => codeRows(rows));
  const cube = countColumns(stockholm, [2021], columns);
  same(filledOf(cube), filledByHand(countRowsByHand(rows).cube), "the cube of the rows by hand");
  same(cube, countRows(stockholm, [2021], rows), "the cube of the rows");
  same(tablesOf(cube, tables), tabulate(tables, rows), "the tables");
  const kept = (bytes / count).toFixed(1);
  const fromRows = await mediansInTurns(3, [
    { what: "one loop over row objects by hand, filling the cube", work: () => countRowsByHand(rows) },
    { what: "the cube from row objects", work: () => countRows(stockholm, [2021], rows) },
    { what: `the rows as coded columns, which keep ${kept} bytes a row`, work: () => codeRows(rows) },
    { what: "plain tabulation of the row objects, the oracle", work: () => tabulate(tables, rows) },
  ]);
  return { columns, fromRows: fromRows.map(({ what, milliseconds }) => ({ what, milliseconds })) };
}

const figuresOf = (
  timed: readonly { readonly what: string; readonly milliseconds: number }[],
  count: number,
): readonly Figure[] =>
  timed.map(({ what, milliseconds }) => ({
    what,
    count,
    milliseconds,
    ratio: milliseconds / (timed[0]?.milliseconds ?? Number.NaN),
  }));

/** The counts of each crossing in order, whatever they are called; of several answers at once, the answers apart are left out. */
const filledOf = (cube: Cube): readonly (readonly number[])[] =>
  (cube.parts[0]?.crossings ?? [])
    .filter(({ by }) => !by.includes("supportAtStart"))
    .map(({ cells }) => countsIn(cells).sort((a, b) => a - b));

const countsIn = (cells: object): number[] =>
  Object.values(cells).flatMap((cell: number | object) =>
    typeof cell === "object" ? countsIn(cell) : cell === 0 ? [] : [cell],
  );

function same(a: object, b: object, what: string): void {
  if (!isDeepStrictEqual(a, b)) throw new Error(`${what} is not the same`);
}

/** A made-up register of 2021 as rows, a tenth of them not followed up and some facts missing. */
function madeUpRows(count: number): readonly CountedRow[] {
  const next = repeatableNumbers(17);
  const idsOf = (list: { readonly codes: readonly { readonly id: string }[] } | undefined): readonly string[] =>
    list?.codes.map(({ id }) => id) ?? [];
  const { interventions, referrers, education, exitReasons, support } = stockholm.codeLists;
  const lists = [interventions, referrers, education, exitReasons, support].map(idsOf);
  const oneOf = (at: number): string => lists[at]?.[next(lists[at].length)] ?? "";
  const maybe = <Value>(value: Value): Value | undefined => (next(20) === 0 ? undefined : value);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = (from: number, years: number) => `${from + next(years)}-${two(1 + next(12))}-${two(1 + next(28))}`;
  return Array.from({ length: count }, (_, index): CountedRow => {
    const ends = next(2) === 0;
    const counted = {
      id: `D${index}`,
      intervention: oneOf(0),
      sex: sexes[next(100) === 0 ? 2 + next(2) : next(2)] ?? "unknown",
      sexBasis: "self-reported" as const,
      start: day(2019, 3),
      ...(ends ? { end: day(2022, 1).replace("2022", next(2) === 0 ? "2022" : "2021") } : {}),
    };
    const end = counted.end !== undefined && counted.end < counted.start ? counted.start : counted.end;
    const dated = end === undefined ? counted : { ...counted, end };
    if (next(10) === 0) return { participation: { followUp: "not-followed", ...dated } };
    return {
      participation: {
        followUp: "followed",
        ...dated,
        person: `P${index}`,
        referrer: maybe(oneOf(1)),
        education: maybe(oneOf(2)),
        exitReason: ends ? maybe(oneOf(3)) : undefined,
        supportAtStart: maybe(next(3) === 0 ? [oneOf(4), oneOf(4)] : [oneOf(4)]),
        supportSince: maybe(day(2005, 13)),
      },
      birthDate: maybe(next(50) === 0 ? String(1955 + next(50)) : day(1955, 50)),
    };
  });
}
