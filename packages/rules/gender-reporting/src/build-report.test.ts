import type { FollowedParticipation } from "@finsam/model";
import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildReport } from "./build-report.ts";
import type { CountedRow } from "./counted-row.ts";
import { anyRegister, followedRow } from "./register-rows.fixture.ts";
import { columns, Report } from "./report.ts";
import { reportTables } from "./report-tables.ts";
import { mergeTableCounts } from "./table-counts.ts";
import { tabulate } from "./tabulate.ts";

const specs = reportTables(stockholm, 2021);
const reportOn = (rows: readonly CountedRow[], threshold?: number): Report =>
  buildReport(stockholm, 2021, tabulate(specs, rows), threshold === undefined ? {} : { threshold });

const many = (count: number, change: Partial<FollowedParticipation>): readonly CountedRow[] =>
  Array.from({ length: count }, () => followedRow(change));
const ended = { end: "2021-09-01" } as const;

describe("the yearly report", () => {
  // The exit reasons of 2021 as the follow-up printed them; the 45 others stand under one reason here.
  const report = reportOn([
    ...many(60, { ...ended, exitReason: "work-studies-or-active-job-search" }),
    ...many(108, { ...ended, exitReason: "work-studies-or-active-job-search", sex: "man" }),
    ...many(43, { ...ended, exitReason: "continued-rehabilitation" }),
    ...many(44, { ...ended, exitReason: "continued-rehabilitation", sex: "man" }),
    ...many(43, { ...ended, exitReason: "illness" }),
    ...many(23, { ...ended, exitReason: "illness", sex: "man" }),
    ...many(20, { ...ended, exitReason: "other" }),
    ...many(25, { ...ended, exitReason: "other", sex: "man" }),
  ]);
  const row = (table: string, category: string) =>
    report.tables.find(({ id }) => id === table)?.rows.find((candidate) => candidate.category === category);

  test("has the tables that were asked for, in their order", () => {
    expect(report.tables.map(({ id }) => id)).toEqual([
      "participants",
      "participants-by-follow-up",
      "started",
      "ended",
      "ended-by-exit-reason",
      "started-by-age",
      "started-by-education",
      "started-by-support",
      "started-by-years-of-support",
      "participants-by-intervention",
      "participants-by-referrer",
    ]);
  });

  test("prints 168 = 60 + 108 to work, studies or active job search: 36 % of the women, 54 % of the men, 46 % of all", () => {
    const found = row("ended-by-exit-reason", "work-studies-or-active-job-search");
    expect(found?.counts).toEqual({ woman: 60, man: 108, other: 0, unknown: 0, total: 168 });
    expect([found?.shares.woman.ofBase, found?.shares.man.ofBase, found?.shares.total.ofBase]).toEqual([
      { numerator: 60, denominator: 166, percent: 36 },
      { numerator: 108, denominator: 200, percent: 54 },
      { numerator: 168, denominator: 366, percent: 46 },
    ]);
  });

  test("keeps the other kind of share apart: of those 168, 36 % are women and 64 % men", () => {
    const found = row("ended-by-exit-reason", "work-studies-or-active-job-search");
    expect([found?.shares.woman.sexDistribution?.denominator, found?.shares.man.sexDistribution?.percent]).toEqual([
      168, 64,
    ]);
    expect(found?.shares.total.sexDistribution).toBeNull();
  });

  test("contradicts itself nowhere", () => {
    expect(report.findings).toEqual([]);
  });

  test("has a text in both languages wherever a person reads", () => {
    expect(Report.parse(report)).toEqual(report);
  });
});

describe("withheld counts", () => {
  const rows = [
    ...many(60, { education: "compulsory" }),
    ...many(3, { education: "upper-secondary" }),
    ...many(40, { education: "compulsory", sex: "man" }),
  ];
  const rowsOf = (report: Report) => report.tables.find(({ id }) => id === "started-by-education")?.rows;

  test("under the threshold are null, with a mark on the cell and no share", () => {
    const small = rowsOf(reportOn(rows))?.find(({ category }) => category === "upper-secondary");
    expect(small?.counts).toMatchObject({ woman: null, total: null, other: 0 });
    expect(small?.shares.woman).toEqual({ withheld: true, ofBase: null, sexDistribution: null });
    expect(small?.shares.man).toEqual({ ofBase: { numerator: 0, denominator: 40, percent: 0 }, sexDistribution: null });
  });

  test("take others with them, so that the base does not give them away", () => {
    const large = rowsOf(reportOn(rows))?.find(({ category }) => category === "compulsory");
    expect(large?.counts.woman).toBeNull();
  });

  test("are shown when the threshold is 0", () => {
    expect(rowsOf(reportOn(rows, 0))?.find(({ category }) => category === "upper-secondary")?.counts.woman).toBe(3);
  });

  test("never appear as a number anywhere, in any report", () => {
    fc.assert(
      fc.property(anyRegister, (register) => {
        for (const { base, rows: published } of reportOn(register).tables)
          for (const { counts, shares } of published)
            for (const column of columns) {
              const { withheld, ofBase, sexDistribution } = shares[column];
              expect(withheld === true).toBe(counts[column] === null);
              if (counts[column] === null) expect([ofBase, sexDistribution]).toEqual([null, null]);
              if (counts[column] === null || base.counts[column] === null) expect(ofBase).toBeNull();
              if (counts.total === null) expect(sexDistribution).toBeNull();
              expect(counts[column] === null || counts[column] === 0 || counts[column] >= 5).toBe(true);
            }
      }),
      { numRuns: 40 },
    );
  });
});

describe("any report", () => {
  test("fits its schema and contradicts itself nowhere, with and without withheld counts", () => {
    fc.assert(
      fc.property(anyRegister, fc.constantFrom(0, 5), (register, threshold) => {
        const report = reportOn(register, threshold);
        expect(Report.safeParse(report).success).toBe(true);
        expect(report.findings).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("says of a base from which deaths are left out that they are", () => {
    const labelOf = (rows: readonly CountedRow[]) =>
      reportOn(rows, 0).tables.find(({ id }) => id === "ended-by-exit-reason")?.base.label.sv;
    expect(labelOf(many(6, { ...ended, exitReason: "illness" }))).not.toContain("utom avslut");
    expect(
      labelOf([...many(6, { ...ended, exitReason: "illness" }), ...many(6, { ...ended, exitReason: "deceased" })]),
    ).toContain("utom avslut vars orsak inte säger något om insatsen");
  });

  test("says how many are not followed up, and that protected identities are in no figure", () => {
    const notFollowed: CountedRow = {
      participation: {
        followUp: "not-followed",
        id: "D1",
        intervention: "mia-vidare",
        sex: "man",
        sexBasis: "legal-sex",
        start: "2021-03-01",
      },
    };
    const notes = reportOn([...many(20, {}), ...Array.from({ length: 7 }, () => notFollowed)]).notes.map(
      ({ sv }) => sv,
    );
    expect(notes.some((note) => note.startsWith("7 av 27 deltaganden följs inte upp"))).toBe(true);
    expect(notes.some((note) => note.includes("skyddade personuppgifter"))).toBe(true);
  });

  test("has the same rows in the same order, whichever part was counted first", () => {
    fc.assert(
      fc.property(anyRegister, anyRegister, (first, second) => {
        const [a, b] = [tabulate(specs, first), tabulate(specs, second)];
        const merged = a.flatMap((table, index) => {
          const other = b[index];
          return other === undefined ? [] : [mergeTableCounts(other, table)];
        });
        expect(buildReport(stockholm, 2021, merged)).toEqual(reportOn([...first, ...second]));
      }),
      { numRuns: 30 },
    );
  });

  test("cannot be made when a table was not counted", () => {
    expect(() => buildReport(stockholm, 2021, [])).toThrow(/participants/);
  });
});
