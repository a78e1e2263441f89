import {
  type CountedRow,
  checkPrintedFigures,
  columns,
  Report,
  reportTables,
  tabulate,
} from "@finsam/gender-reporting";
import type { DisclosurePolicy, Profile } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import { describe, expect, test } from "vitest";
import { protectedReport } from "./protected-report.ts";
import { many } from "./register-rows.fixture.ts";
import { ToldOtherwise } from "./told-otherwise.ts";

const countsOf = (rows: readonly CountedRow[]) => tabulate(reportTables(stockholm, 2021), rows);

const withPolicy = (disclosure: DisclosurePolicy): Profile => ({
  ...stockholm,
  report: stockholm.report.map((dated) => ({ ...dated, value: { ...dated.value, disclosure } })),
});

const rowOf = (report: Report, table: string, category: string) =>
  report.tables.find(({ id }) => id === table)?.rows.find((row) => row.category === category)?.counts;

const register = [
  ...many(40, { education: "compulsory" }),
  ...many(50, { education: "compulsory", sex: "man" }),
  ...many(3, { education: "upper-secondary" }),
  ...many(20, { education: "upper-secondary", sex: "man" }),
];

describe("a protected report", () => {
  test("fits its schema, says how it is protected, and keeps totals when women and men can cover each other", async () => {
    const report = await protectedReport(stockholm, 2021, countsOf(register));
    expect(Report.safeParse(report).success).toBe(true);
    expect(report.disclosure).toEqual({ method: "withhold", width: 4, zeros: "publish", otherAndUnknown: "apart" });
    expect(rowOf(report, "started-by-education", "upper-secondary")).toMatchObject({
      woman: null,
      man: null,
      total: 23,
    });
  });

  test("lets the total go for one person of other sex, and women and men be read", async () => {
    const report = await protectedReport(
      stockholm,
      2021,
      countsOf([...many(40, {}), ...many(50, { sex: "man" }), ...many(1, { sex: "other" })]),
    );
    expect(rowOf(report, "started", "all")).toEqual({ woman: 40, man: 50, other: null, unknown: 0, total: null });
  });

  test("tells other and unknown sex only together when the policy says so", async () => {
    const profile = withPolicy({ method: "withhold", width: 4, zeros: "publish", otherAndUnknown: "together" });
    const rows = [
      ...many(40, {}),
      ...many(50, { sex: "man" }),
      ...many(4, { sex: "other" }),
      ...many(3, { sex: "unknown" }),
    ];
    const report = await protectedReport(profile, 2021, countsOf(rows));
    expect(rowOf(report, "started", "all")).toEqual({ woman: 40, man: 50, other: null, unknown: null, total: 97 });
  });

  test("withholds a zero like any small count when the policy says so, but for a sex that nobody has", async () => {
    const profile = withPolicy({ method: "withhold", width: 4, zeros: "withhold", otherAndUnknown: "apart" });
    const report = await protectedReport(profile, 2021, countsOf(register));
    expect(rowOf(report, "started-by-education", "no-completed-compulsory")).toMatchObject({ woman: null, other: 0 });
  });

  test("has only multiples of the base that add up, when the policy is to round", async () => {
    for (const base of [3, 5] as const) {
      const report = await protectedReport(withPolicy({ method: "round", base }), 2021, countsOf(register));
      const counts = report.tables.flatMap(({ base: of, rows }) => [of.counts, ...rows.map((row) => row.counts)]);
      expect(
        counts.flatMap((of) => columns.map((column) => (of[column] ?? 0) % base)).filter((rest) => rest !== 0),
      ).toEqual([]);
      expect(
        counts.every((of) => of.total === columns.slice(0, 4).reduce((sum, column) => sum + (of[column] ?? 0), 0)),
      ).toBe(true);
      expect(report.findings).toEqual([]);
      expect(Math.abs((rowOf(report, "started", "all")?.woman ?? 0) - 43)).toBeLessThan(base);
      expect(report.notes.at(-1)?.en).toContain(`multiples of ${base}`);
    }
    expect(checkPrintedFigures([])).toEqual([]);
  });

  test("tells categories together as the policy says, so that fewer figures are withheld", async () => {
    const merges: DisclosurePolicy["merges"] = [
      {
        dimension: "education",
        into: { id: "at-most-upper-secondary", label: { sv: "Högst gymnasium", en: "At most upper secondary" } },
        categories: ["compulsory", "upper-secondary"],
      },
    ];
    const usual = { method: "withhold", width: 4, zeros: "publish", otherAndUnknown: "apart" } as const;
    const withheldIn = (report: Report) =>
      report.tables
        .flatMap(({ base, rows }) => [base.counts, ...rows.map(({ counts }) => counts)])
        .flatMap((counts) => columns.filter((column) => counts[column] === null)).length;
    const apart = await protectedReport(withPolicy(usual), 2021, countsOf(register));
    const profile = withPolicy({ ...usual, merges });
    const together = await protectedReport(profile, 2021, tabulate(reportTables(profile, 2021), register));
    expect(rowOf(together, "started-by-education", "at-most-upper-secondary")).toMatchObject({ woman: 43, man: 70 });
    expect(rowOf(together, "started-by-education", "compulsory")).toBeUndefined();
    expect(withheldIn(apart)).toBeGreaterThan(0);
    expect(withheldIn(together)).toBe(0);
    expect(together.disclosure?.merges).toEqual(merges);
    expect(Report.safeParse(together).success).toBe(true);

    // What is left small is protected as ever, and a policy that rounds tells the same rows together.
    const few = [...register, ...many(2, { education: "post-secondary-3-years-or-more" })];
    const protectedStill = await protectedReport(profile, 2021, tabulate(reportTables(profile, 2021), few));
    expect(rowOf(protectedStill, "started-by-education", "post-secondary-3-years-or-more")?.woman).toBeNull();
    expect(withheldIn(protectedStill)).toBeGreaterThan(1);
    const rounding = withPolicy({ method: "round", base: 3, merges });
    const rounded = await protectedReport(rounding, 2021, tabulate(reportTables(rounding, 2021), few));
    expect((rowOf(rounded, "started-by-education", "at-most-upper-secondary")?.woman ?? 1) % 3).toBe(0);
  });

  test("says which registers did not answer, whatever the policy is", async () => {
    const missing = [{ sv: "Norra förbundet", en: "The northern association" }];
    const counted = countsOf(register).map((table) => ({ ...table, missing }));
    for (const profile of [stockholm, withPolicy({ method: "round", base: 5 })])
      for (const threshold of [0, 5]) {
        const report = await protectedReport(profile, 2021, counted, { threshold });
        for (const table of report.tables) expect(table.missing).toEqual(missing);
        expect(report.notes[0]?.sv).toContain("Norra förbundet");
      }
  });

  test("does not hide behind what was published before", async () => {
    const counts = countsOf(register);
    const before = await protectedReport(stockholm, 2021, counts, { threshold: 2 });
    const report = await protectedReport(stockholm, 2021, counts, { earlier: [before] });
    // Everything is known; what is small is not said again, and nothing else is taken away in vain.
    const withheld = report.tables
      .flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.counts)))
      .filter((count) => count === null);
    expect(withheld).toHaveLength(1);
  });

  test("is not made beside an earlier report of the same year that tells other categories together", async () => {
    const merges: DisclosurePolicy["merges"] = [
      {
        dimension: "education",
        into: { id: "lower", label: { sv: "Högst gymnasium", en: "At most upper secondary" } },
        categories: ["compulsory", "upper-secondary"],
      },
    ];
    const profile = withPolicy({ method: "withhold", width: 4, zeros: "publish", otherAndUnknown: "apart", merges });
    const countsIn = (year: number) => tabulate(reportTables(profile, year), register);
    const before = await protectedReport(stockholm, 2021, countsOf(register));
    await expect(protectedReport(profile, 2021, countsIn(2021), { earlier: [before] })).rejects.toThrow(ToldOtherwise);
    const same = await protectedReport(profile, 2021, countsIn(2021));
    await expect(protectedReport(profile, 2021, countsIn(2021), { earlier: [same] })).resolves.toBeDefined();
    // Of another year the rows have nothing in common.
    await expect(protectedReport(profile, 2022, countsIn(2022), { earlier: [before] })).resolves.toBeDefined();
  });

  test("does not print who is carried over when that would tell what last year withheld", async () => {
    const rows = [
      ...many(30, { start: "2020-02-01", end: "2020-09-01" }),
      ...many(2, { start: "2020-02-01", end: "2020-09-01", sex: "man" }),
      ...many(60, { start: "2020-03-01" }),
      ...many(70, { start: "2020-03-01", sex: "man" }),
    ];
    const specs = reportTables(stockholm, 2020);
    const before = await protectedReport(stockholm, 2020, tabulate(specs, rows));
    expect(rowOf(before, "ended", "all")?.man).toBeNull();
    const alone = await protectedReport(stockholm, 2021, countsOf(rows));
    expect(rowOf(alone, "carried-over", "all")?.man).toBe(70);
    const after = await protectedReport(stockholm, 2021, countsOf(rows), { earlier: [before] });
    expect(rowOf(after, "carried-over", "all")?.man).toBeNull();
  });
});
