import { readFileSync } from "node:fs";
import { protectedReport } from "@finsam/disclosure-control";
import {
  buildReport,
  cellKey,
  columns,
  disclosureProblem,
  reportTables,
  type TableCounts,
  tabulate,
} from "@finsam/gender-reporting";
import type { DisclosurePolicy, Profile } from "@finsam/policy";
import { importRegisterInto } from "@finsam/register-files";
import { stockholm } from "@finsam/stockholm";
import { memoryStore, openStore } from "@finsam/store";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attack, type Found } from "./attack.ts";
import { registersOf } from "./random-registers.ts";

const threshold = 5;
const width = 4;

/** An association with two interventions and short lists: its report has all its links, and few cells. */
const small: Profile = {
  ...stockholm,
  codeLists: {
    interventions: { ...stockholm.codeLists.interventions, codes: stockholm.codeLists.interventions.codes.slice(0, 2) },
    exitReasons: stockholm.codeLists.exitReasons,
  },
};

const withPolicy = (change: Partial<Extract<DisclosurePolicy, { readonly method: "withhold" }>>): Profile => ({
  ...small,
  report: small.report.map((dated) => ({
    ...dated,
    value: {
      ...dated.value,
      disclosure: { method: "withhold", width, zeros: "publish", otherAndUnknown: "apart", ...change },
    },
  })),
});

/** Report.json as it is published, and nothing else. */
const published = (report: unknown): unknown => JSON.parse(JSON.stringify(report));

/** The report with no more withheld than what is under the threshold. */
function withoutCover(profile: Profile, counted: readonly TableCounts[]) {
  const specs = reportTables(profile, 2021);
  const problem = disclosureProblem(specs, counted, threshold, { width, zeros: "publish", otherAndUnknown: "apart" });
  const withheld = new Set(problem.cells.filter(({ status }) => status === "small").map(({ key }) => key));
  return buildReport(profile, 2021, counted, { threshold, withheld });
}

/** Those that are told closer than promised: by sums, or, when it is also asked why they are withheld, to less than that they are small. */
const narrowed = (found: readonly Found[]): readonly Found[] =>
  found.filter(
    ({ lowest, highest, explained }) =>
      highest - lowest < width || highest < threshold || explained.highest - explained.lowest < threshold - 2,
  );

const countsOf = (counted: readonly TableCounts[]): ReadonlyMap<string, number> =>
  new Map(
    counted.flatMap(({ id, base, notFollowed, excluded, categories }) =>
      [
        ["base", base] as const,
        ["notFollowed", notFollowed] as const,
        ["excluded", excluded] as const,
        ...Object.entries(categories).map(([category, counts]) => [`row:${category}`, counts] as const),
      ].flatMap(([line, counts]) =>
        columns.map((column) => [cellKey({ table: id, line, column }), counts[column]] as const),
      ),
    ),
  );

async function attackAll(profile: Profile, runs: number, groups: number, largest: number) {
  const specs = reportTables(profile, 2021);
  const sums = { reports: 0, withheld: 0, narrowed: 0, bareWithheld: 0, bareNarrowed: 0, bareBroken: 0 };
  for (const register of fc.sample(registersOf(profile, groups, largest), { numRuns: runs, seed: 2021 })) {
    const counted = tabulate(specs, register);
    const truth = countsOf(counted);
    const found = attack(published(await protectedReport(profile, 2021, counted)));
    // What is true must be possible, or the attacker knows something that is wrong.
    for (const { cell, lowest, highest, explained } of found) {
      const count = truth.get(cell) ?? Number.NaN;
      const isPossible = lowest <= explained.lowest && explained.lowest <= count && count <= explained.highest;
      if (!isPossible || explained.highest > highest)
        expect({ cell, lowest, count, highest, explained }).toBe("possible");
    }
    const bare = attack(published(withoutCover(profile, counted)));
    const bareNarrowed = narrowed(bare);
    sums.reports += 1;
    sums.withheld += found.length;
    sums.narrowed += narrowed(found).length;
    sums.bareWithheld += bare.length;
    sums.bareNarrowed += bareNarrowed.length;
    sums.bareBroken += bareNarrowed.length > 0 ? 1 : 0;
  }
  return sums;
}

describe("an attacker who has only the published JSON", () => {
  test.each([
    { name: "small reports", profile: small, runs: 1800, groups: 8, largest: 25 },
    {
      name: "reports with other and unknown sex together",
      profile: withPolicy({ otherAndUnknown: "together" }),
      runs: 90,
      groups: 8,
      largest: 25,
    },
    {
      name: "reports with zeros withheld",
      profile: withPolicy({ zeros: "withhold" }),
      runs: 10,
      groups: 8,
      largest: 25,
    },
    { name: "whole reports", profile: stockholm, runs: 100, groups: 30, largest: 40 },
  ])(
    "narrows no withheld count in $runs $name, and most of them when nothing covers",
    async ({ name, profile, runs, groups, largest }) => {
      const sums = await attackAll(profile, runs, groups, largest);
      console.info(name, sums);
      expect(sums.narrowed).toBe(0);
      expect(sums.bareNarrowed).toBeGreaterThan(sums.bareWithheld / 2);
    },
    900_000,
  );

  test.each([false, true])("narrows no withheld count of the shipped register, with sections: %s", async (sections) => {
    const file = {
      name: "register-2021.csv",
      bytes: readFileSync(new URL("../../../examples/annual-report/data/register-2021.csv", import.meta.url)),
    };
    await using store = await openStore(memoryStore);
    await importRegisterInto(store, [file], stockholm);
    const counted = await store.tabulate(reportTables(stockholm, 2021, { sections }));
    const found = attack(published(await protectedReport(stockholm, 2021, counted, { sections })));
    console.info("shipped", { sections, withheld: found.length, narrowed: narrowed(found).length });
    expect(found.length).toBeGreaterThan(0);
    expect(narrowed(found)).toEqual([]);
  });
});
