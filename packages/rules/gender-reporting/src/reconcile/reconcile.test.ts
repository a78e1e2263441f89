import { stockholm } from "@finsam/stockholm";
import { describe, expect, test } from "vitest";
import { buildReport } from "../build-report.ts";
import { followedRow } from "../register-rows.fixture.ts";
import type { PublishedCounts, Report, Table } from "../report.ts";
import { reportTables } from "../report-tables.ts";
import { tabulate } from "../tabulate.ts";
import { reconcile } from "./reconcile.ts";
import { type ReconcileCheck, reconcileChecks } from "./reconciliation.ts";

const rows = [
  ...Array.from({ length: 20 }, () =>
    followedRow({ end: "2021-06-01", exitReason: "illness", education: "compulsory" }),
  ),
  ...Array.from({ length: 9 }, () => followedRow({ end: "2021-06-01", sex: "man", referrer: "psychiatry" })),
  ...Array.from({ length: 8 }, () => followedRow({ start: "2020-03-01", sex: "man", supportAtStart: ["none"] })),
];
const options = { sections: true, persons: true };
const specs = reportTables(stockholm, 2021, options);
const report = buildReport(stockholm, 2021, tabulate(specs, rows), { ...options, threshold: 0 });

/** The report with something else in one table. */
const withTable = (id: string, change: (table: Table) => Table): Report => {
  const changed = (tables: readonly Table[]) => tables.map((table) => (table.id === id ? change(table) : table));
  return {
    ...report,
    tables: changed(report.tables),
    sections: report.sections.map((section) => ({ ...section, tables: changed(section.tables) })),
  };
};
const withBase = (id: string, line: "counts" | "known", change: Partial<PublishedCounts>) =>
  withTable(id, (table) => ({ ...table, base: { ...table.base, [line]: { ...table.base[line], ...change } } }));
const withFirstRow = (id: string, change: Partial<PublishedCounts>) =>
  withTable(id, (table) => ({
    ...table,
    rows: table.rows.map((row, index) => (index === 0 ? { ...row, counts: { ...row.counts, ...change } } : row)),
  }));
const failed = (of: Report): readonly ReconcileCheck[] => [
  ...new Set(reconcile(of).disagreements.map(({ check }) => check)),
];

describe("a finished report", () => {
  test("agrees with itself, and every check was made", () => {
    const { checks, disagreements } = reconcile(report);
    expect(disagreements).toEqual([]);
    expect(checks.map(({ check }) => check)).toEqual(reconcileChecks);
    for (const { made, withheld } of checks) expect([made > 0, withheld]).toEqual([true, 0]);
  });

  test("with withheld figures has fewer checks made, and still agrees with itself", () => {
    const few = buildReport(stockholm, 2021, tabulate(specs, rows.slice(18)), options);
    const { checks, disagreements } = reconcile(few);
    expect(disagreements).toEqual([]);
    expect(checks.some(({ withheld }) => withheld > 0)).toBe(true);
  });
});

describe("a report is found out when", () => {
  test.each([
    ["the sexes do not make the total", "sexes-make-the-total", withBase("started-by-age", "counts", { woman: 21 })],
    [
      "a row is missing from the base",
      "rows-make-the-base",
      withFirstRow("started-by-education", { woman: 1, total: 1 }),
    ],
    [
      "the rows of several answers are fewer than the base",
      "rows-make-the-base",
      withBase("started-by-support", "counts", { man: 99, total: 119 }),
    ],
    [
      "the known answers are too many",
      "answered-and-unanswered-make-the-base",
      withBase("ended-by-result", "known", { woman: 21, total: 21 }),
    ],
    [
      "someone stands neither in the base nor outside it",
      "base-and-outside-make-the-population",
      withBase("started-by-age", "counts", { man: 8, total: 28 }),
    ],
    [
      "a result is more than its groups",
      "groups-make-the-result",
      withFirstRow("ended-by-result-and-age", { man: 1, total: 1 }),
    ],
    ["somebody is counted twice", "nobody-counted-twice", withBase("persons", "counts", { man: 38, total: 38 })],
    [
      "an intervention has people whom the whole lacks",
      "nobody-counted-twice",
      withBase("persons-in-mia-vidare", "counts", { woman: 2, total: 2 }),
    ],
    ["more ended than took part", "exits-among-participations", withBase("ended", "counts", { woman: 90, total: 99 })],
    [
      "those carried over are forgotten",
      "carried-over-and-started-make-all",
      withBase("carried-over", "counts", { man: 0, total: 0 }),
    ],
    [
      "an intervention says another number",
      "sections-make-the-whole",
      withBase("participants-in-mia-vidare", "counts", { woman: 19, total: 36 }),
    ],
    [
      "a share is not of the count beside it",
      "shares-are-of-their-counts",
      withFirstRow("ended-by-result", { woman: 1 }),
    ],
  ] as const)("%s", (_, check, wrong) => {
    expect(failed(wrong)).toContain(check);
  });

  test("a share gives a withheld count away", () => {
    const found = reconcile(withFirstRow("participants-by-follow-up", { woman: null })).disagreements;
    expect(found[0]).toMatchObject({ check: "shares-are-of-their-counts", expected: null, difference: null });
    expect(found[0]?.message.sv).toContain("och röjer det");
  });

  test("and is told where, in both languages, with the difference", () => {
    const [found] = reconcile(withBase("carried-over", "counts", { man: 0, total: 0 })).disagreements.filter(
      ({ check }) => check === "carried-over-and-started-make-all",
    );
    expect(found).toEqual({
      check: "carried-over-and-started-make-all",
      table: "participants",
      line: "base",
      column: "man",
      expected: 9,
      actual: 17,
      difference: 8,
      message: {
        sv: "Pågående från tidigare år och påbörjade ger inte alla deltaganden. participants, base, man: 17 i stället för 9.",
        en: "Carried over and started do not make all participations. participants, base, man: 17 instead of 9.",
      },
    });
  });
});
