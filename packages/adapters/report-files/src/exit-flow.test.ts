import { describe, expect, test } from "vitest";
import { exitFlow } from "./exit-flow.ts";
import { flowChart } from "./flow-chart.ts";
import { emptyReport, report2021, wholeReport } from "./report.fixture.ts";

const flow = () => {
  const found = exitFlow(wholeReport(), "en");
  if (found === undefined) throw new Error("the whole report has a flow");
  return found;
};

describe("the flow of a year", () => {
  test("goes from those carried over and started to each exit reason and to those that go on, and loses nobody", () => {
    const { all, sources, ends } = flow();
    expect(sources.map(({ count }) => count)).toEqual([490, 483]);
    expect(ends.map(({ id, count }) => [id, count])).toEqual([
      ["work-studies-or-active-job-search", 168],
      ["continued-rehabilitation", 87],
      ["illness", 66],
      ["moved", 13],
      ["not-relevant-for-members", 11],
      ["interrupted-by-participant", 12],
      ["other", 9],
      ["_goes-on", 607],
    ]);
    expect(ends.reduce((sum, { count }) => sum + count, 0)).toBe(all);
  });

  test("marks the reasons that the policy counts as a positive result", () => {
    expect(
      flow()
        .ends.filter(({ positive }) => positive)
        .map(({ id }) => id),
    ).toEqual(["work-studies-or-active-job-search", "continued-rehabilitation"]);
  });

  test("holds reasons whose totals are withheld as one, as large as the others leave", () => {
    const report = wholeReport();
    const hidden = new Set(["interrupted-by-participant", "other"]);
    const tables = report.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) =>
        hidden.has(row.category) && table.id === "ended-by-exit-reason"
          ? { ...row, counts: { ...row.counts, total: null } }
          : row,
      ),
    }));
    const found = exitFlow({ ...report, tables }, "en");
    expect(found?.withheld).toEqual(["Broken off by the participant", "Other reason"]);
    expect(found?.ends.find(({ id }) => id === "_withheld")?.count).toBe(21);
  });

  test("is not drawn where a total is missing or nothing went on", () => {
    expect(exitFlow(report2021, "en")).toBeUndefined();
    expect(exitFlow(emptyReport, "en")).toBeUndefined();
  });

  test("is drawn with bars and ribbons as thick as the counts", async () => {
    const { markup } = await flowChart(flow(), "wide", "en");
    const bars = [...markup.matchAll(/<path aria-label="[^"]*"|<path d="M[\d.]+,[\d.]+h8v([\d.]+)/gu)].map(
      ([, height]) => Number(height),
    );
    const perCount = (bars[0] ?? 0) / 973;
    const counts = [490, 483, ...flow().ends.map(({ count }) => count)];
    for (const [index, count] of counts.entries()) expect(bars[index + 1]).toBeCloseTo(count * perCount, 1);
    expect(markup).not.toMatch(/ id="|NaN/u);
    for (const figure of ["490", "483", "973", "168", "607"]) expect(markup).toContain(`>${figure}<`);
  });
});
