import { addCounts, noCounts, type SexCounts } from "@finsam/model";
import type { CategoryMerge, Profile } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildReport } from "./build-report.ts";
import { countRows } from "./cube/count-rows.ts";
import { tablesOf } from "./cube/project.ts";
import { equationsOf } from "./equations.ts";
import { anyRegister, followedRow } from "./register-rows.fixture.ts";
import { reportTables } from "./report-tables.ts";
import { resultInGroup } from "./result-within.ts";
import { type TableCounts, undeterminedCategory } from "./table-counts.ts";
import { tabulate } from "./tabulate.ts";

const merges: readonly CategoryMerge[] = [
  {
    dimension: "exitReason",
    into: { id: "positive-exits", label: { sv: "Arbete eller rehabilitering", en: "Work or rehabilitation" } },
    categories: ["work-studies-or-active-job-search", "continued-rehabilitation"],
  },
  {
    dimension: "referrer",
    into: { id: "care-and-insurance", label: { sv: "Vård och försäkring", en: "Care and insurance" } },
    categories: ["health-care", "social-insurance-agency"],
  },
  {
    dimension: "education",
    into: { id: "at-most-compulsory", label: { sv: "Högst grundskola", en: "Compulsory school at most" } },
    categories: ["no-completed-compulsory", "compulsory"],
  },
  {
    dimension: "supportAtStart",
    into: { id: "sickness", label: { sv: "Ersättning vid sjukdom", en: "Support in sickness" } },
    categories: ["sickness-or-rehabilitation-benefit", "sickness-compensation"],
  },
  {
    dimension: "ageAtStart",
    into: { id: "at-most-50", label: { sv: "Högst 50 år", en: "At most 50" } },
    categories: ["under-30", "30-to-50"],
  },
  {
    dimension: "supportYearsAtStart",
    into: { id: "under-5-years", label: { sv: "Under 5 år", en: "Under 5 years" } },
    categories: ["2-to-5-years", "under-2-years"],
  },
];

const profile: Profile = {
  ...stockholm,
  report: stockholm.report.map((dated) => ({
    ...dated,
    value: {
      ...dated.value,
      disclosure: { method: "withhold", width: 4, zeros: "publish", otherAndUnknown: "apart", merges },
    },
  })),
};

const specs = reportTables(stockholm, 2021, { sections: true });
const together = reportTables(profile, 2021, { sections: true });
const sum = (counts: readonly (SexCounts | undefined)[]): SexCounts =>
  counts.reduce<SexCounts>((all, one) => addCounts(all, one ?? noCounts), noCounts);
const mergeOf = (by: string) => merges.find(({ dimension }) => dimension === by);
const groupsOf = (result: string, categories: TableCounts["categories"]): TableCounts["categories"] =>
  Object.fromEntries(
    Object.entries(categories).flatMap(([category, counts]) => {
      const found = resultInGroup(category);
      return found?.result === result ? [[found.group, counts]] : [];
    }),
  );
const nothingLost = ({ id, base, notFollowed, excluded }: TableCounts) => ({ id, base, notFollowed, excluded });

describe("categories that are told together", () => {
  test("change no base and no total: each new row is the sum of those it stands for, and all other rows are as they were", () => {
    fc.assert(
      fc.property(anyRegister, (rows) => {
        const [apart, merged] = [tabulate(specs, rows), tabulate(together, rows)];
        expect(merged.map(nothingLost)).toEqual(apart.map(nothingLost));
        const compared = specs.flatMap(({ dimension }, place) => {
          const [before, after] = [apart[place]?.categories ?? {}, merged[place]?.categories ?? {}];
          if (dimension.by !== "exitResultWithin") return [{ by: dimension.by, before, after }];
          return ["positive", "not-positive"].map((result) => ({
            by: dimension.within.by,
            before: groupsOf(result, before),
            after: groupsOf(result, after),
          }));
        });
        for (const { by, before, after } of compared) {
          const merge = mergeOf(by);
          const { [merge?.into.id ?? ""]: row, ...others } = after;
          const parts = (merge?.categories ?? []).map((id) => before[id]);
          const kept = Object.entries(before).filter(([id]) => merge?.categories.includes(id) !== true);
          if (by === "ageAtStart") {
            // Who may be 29 or 30 is surely at most 50: what could not be told may now be told.
            expect(sum([row, after[undeterminedCategory]])).toEqual(sum([...parts, before[undeterminedCategory]]));
          } else {
            expect(others).toEqual(Object.fromEntries(kept));
            // Who has two of several answers stands once in the row for both.
            if (by === "supportAtStart") expect(row?.total).toBeLessThanOrEqual(sum(parts).total);
            else expect(row ?? noCounts).toEqual(sum(parts));
          }
        }
      }),
    );
  });

  test("stand in one row of every table and section, in the place of the first, and those they stand for in none", () => {
    const report = buildReport(profile, 2021, tabulate(together, []), { sections: true });
    const rowsOf = (id: string) =>
      [...report.tables, ...report.sections.flatMap(({ tables }) => tables)]
        .filter((table) => table.id.startsWith(id))
        .map(({ rows }) => rows.map(({ category }) => category));
    expect(rowsOf("started-by-education")[0]?.slice(0, 2)).toEqual(["at-most-compulsory", "upper-secondary"]);
    expect(rowsOf("started-by-age")).toEqual([["at-most-50", "over-50", "unknown"]]);
    expect(rowsOf("started-by-years-of-support")[0]?.[0]).toBe("under-5-years");
    expect(rowsOf("ended-by-exit-reason")).toHaveLength(8);
    for (const rows of rowsOf("ended-by-exit-reason"))
      expect(rows.filter((id) => id === "positive-exits" || mergeOf("exitReason")?.categories.includes(id))).toEqual([
        "positive-exits",
      ]);
  });

  test("have what is reported as one of them in their row, and somebody with both once", () => {
    const counts = tabulate(together, [
      followedRow({ referrer: "psychiatry", supportAtStart: ["sickness-benefit", "sickness-compensation"] }),
    ]);
    const row = (table: string, category: string) => counts.find(({ id }) => id === table)?.categories[category]?.woman;
    expect(row("participants-by-referrer", "care-and-insurance")).toBe(1);
    expect(row("started-by-support", "sickness")).toBe(1);
  });

  test("leave the results sums of the exit reasons, for the report and for those who protect it", () => {
    const rows = ["work-studies-or-active-job-search", "continued-rehabilitation", "illness"].map((exitReason) =>
      followedRow({ end: "2021-09-01", exitReason }),
    );
    const counts = tabulate(together, rows);
    const report = buildReport(profile, 2021, counts, { sections: true, threshold: 0 });
    const positive = report.tables
      .find(({ id }) => id === "ended-by-result")
      ?.rows.find(({ category }) => category === "positive");
    expect(positive?.counts.woman).toBe(2);
    expect(positive?.madeOf).toContain("positive-exits");
    expect(report.reconciliation.disagreements).toEqual([]);
    expect(equationsOf(together, counts)).toContainEqual([
      { cell: "ended-by-exit-reason category:positive-exits woman", sign: 1 },
      { cell: "ended-by-result category:positive woman", sign: -1 },
    ]);
  });

  test("are named in a note in both languages, and only where there are any", () => {
    const notes = buildReport(profile, 2021, tabulate(together, [])).notes;
    expect(notes).toContainEqual({
      sv: "Raden ”Högst 50 år” visar dessa tillsammans, så att färre antal behöver döljas: ”Under 30 år”, ”30–50 år”.",
      en: "The row “At most 50” tells these together, so that fewer counts have to be withheld: “Under 30”, “30–50”.",
    });
    expect(notes.filter(({ sv }) => sv.startsWith("Raden"))).toHaveLength(merges.length);
    expect(buildReport(stockholm, 2021, tabulate(specs, [])).notes.filter(({ sv }) => sv.startsWith("Raden"))).toEqual(
      [],
    );
  });

  test("are the same when a cube counts them", () => {
    let counted = 0;
    fc.assert(
      fc.property(anyRegister, (rows) => {
        counted += rows.length;
        expect(tablesOf(countRows(profile, [2021], rows), together)).toEqual(tabulate(together, rows));
      }),
    );
    expect(counted).toBeGreaterThan(0);
  });
});
