import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildReport, type ReportOptions } from "./build-report.ts";
import { columns } from "./column.ts";
import type { CountedRow } from "./counted-row.ts";
import { type Belief, earlierPublications } from "./earlier-publications.ts";
import { cellKey, linesOf } from "./equations.ts";
import { anyRegister, followedRow } from "./register-rows.fixture.ts";
import { reportTables } from "./report-tables.ts";
import type { TableCounts } from "./table-counts.ts";
import { tabulate } from "./tabulate.ts";

const countsOf = (year: number, rows: readonly CountedRow[]) =>
  tabulate(reportTables(stockholm, year, { sections: true }), rows);

const countAt = (tables: readonly TableCounts[], prefix = ""): ReadonlyMap<string, number> =>
  new Map(
    tables.flatMap((table) =>
      linesOf(table).flatMap(([line, counts]) =>
        columns.map((column) => [prefix + cellKey({ table: table.id, line, column }), counts[column]] as const),
      ),
    ),
  );

const reportOn = (year: number, rows: readonly CountedRow[], options: ReportOptions = {}) =>
  buildReport(stockholm, year, countsOf(year, rows), { sections: true, withheld: new Set(), ...options });

const isTrue = ({ terms, atLeast, atMost }: Belief, counts: ReadonlyMap<string, number>): boolean => {
  const sum = terms.reduce((total, { cell, times }) => total + times * (counts.get(cell) ?? Number.NaN), 0);
  return sum >= (atLeast ?? sum) && sum <= (atMost ?? sum);
};

const many = (times: number, change: Parameters<typeof followedRow>[0]): readonly CountedRow[] =>
  Array.from({ length: times }, () => followedRow(change));

const register = [
  ...many(30, { start: "2020-02-01", end: "2020-09-01" }),
  ...many(7, { start: "2020-02-01", end: "2020-09-01", sex: "man" }),
  ...many(60, { start: "2020-03-01" }),
  ...many(70, { start: "2020-03-01", sex: "man" }),
];

const withheldOfMen = new Set(["ended", "participants"].flatMap((table) => [`${table} category:all man`]));

describe("what earlier publications tell", () => {
  test("is true of every register in which nothing is corrected from one year to the next", () => {
    let believed = 0;
    fc.assert(
      fc.property(anyRegister, fc.boolean(), (rows, all) => {
        const [then, now] = [countsOf(2020, rows), countsOf(2021, rows)];
        const keys = [...countAt(then)].filter(([, count]) => all || (count > 0 && count < 5)).map(([key]) => key);
        const { beliefs } = earlierPublications(
          stockholm,
          [reportOn(2020, rows, { withheld: new Set(keys) })],
          2021,
          now,
        );
        const truth = new Map([...countAt(then, "2020: "), ...countAt(now)]);
        expect(beliefs.filter((belief) => !isTrue(belief, truth))).toEqual([]);
        believed += beliefs.length;
      }),
      { numRuns: 30 },
    );
    expect(believed).toBeGreaterThan(1000);
  });

  test("of the year before is who is carried over, in all and in each intervention, with what is withheld unknown", () => {
    const before = reportOn(2020, register, { withheld: withheldOfMen });
    const { beliefs, withheld } = earlierPublications(stockholm, [before], 2021, countsOf(2021, register));
    expect(beliefs).toContainEqual({
      terms: [{ cell: "carried-over category:all woman", times: 1 }],
      atLeast: 60,
      atMost: 60,
      weight: 1,
    });
    expect(beliefs).toContainEqual({
      terms: [
        { cell: "carried-over category:all man", times: 1 },
        { cell: "2020: ended category:all man", times: 1 },
        { cell: "2020: participants category:all man", times: -1 },
      ],
      atLeast: 0,
      atMost: 0,
      weight: 1,
    });
    expect(
      beliefs.some(({ terms }) => terms.some(({ cell }) => cell === "carried-over-in-mia-vidare category:all man")),
    ).toBe(true);
    expect(withheld.map(({ key, atLeast, usually }) => [key, atLeast, usually])).toEqual([
      ["2020: participants category:all man", 0, 1],
      ["2020: ended category:all man", 0, 1],
    ]);
  });

  test("of the year after hangs together with the new report as that of the year before does", () => {
    const after = reportOn(2021, register, { withheld: new Set(["carried-over category:all man"]) });
    const { beliefs } = earlierPublications(stockholm, [after], 2020, countsOf(2020, register));
    expect(beliefs.map(({ terms }) => terms.map(({ cell }) => cell))).toContainEqual([
      "2021: carried-over category:all man",
      "ended category:all man",
      "participants category:all man",
    ]);
  });

  test("reaches back as far as no year is missing", () => {
    const reports = [2018, 2019, 2020].map((year) =>
      reportOn(year, register, { withheld: new Set(["participants category:all man"]) }),
    );
    const yearsIn = (year: number, of = reports) => [
      ...new Set(
        earlierPublications(stockholm, of, year, countsOf(year, register)).withheld.map(({ key }) => key.slice(0, 4)),
      ),
    ];
    expect(yearsIn(2021)).toEqual(["2020", "2019", "2018"]);
    expect(yearsIn(2021, reports.slice(0, 2))).toEqual([]);
  });

  test("is nothing for certain where a report is rounded", () => {
    const rounded = reportOn(2020, register, { disclosure: { method: "round", base: 5 } });
    const { beliefs, known } = earlierPublications(stockholm, [rounded], 2021, countsOf(2021, register));
    expect([beliefs.length, known.size]).toEqual([0, 0]);
  });

  test("names the zeros that could tell it: of those carried over, and of the participants where there are none", () => {
    const zerosWith = (rows: readonly CountedRow[]) =>
      earlierPublications(stockholm, [reportOn(2020, rows, { withheld: withheldOfMen })], 2021, countsOf(2021, rows))
        .tellingZeros;
    const menEnd = register.filter(
      ({ participation }) =>
        participation.sex === "woman" || ("end" in participation && participation.end !== undefined),
    );
    expect(zerosWith(register).size).toBe(0);
    const zeros = zerosWith(menEnd);
    expect(zeros.has("carried-over category:all man")).toBe(true);
    expect(zeros.has("participants category:all man")).toBe(true);
    expect(zeros.has("carried-over category:all woman")).toBe(false);
    const menStart = [...menEnd, ...many(9, { sex: "man", start: "2021-05-01" })];
    expect(zerosWith(menStart).has("carried-over category:all man")).toBe(true);
    expect(zerosWith(menStart).has("participants category:all man")).toBe(false);
  });
});
