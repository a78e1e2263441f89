import { readFileSync } from "node:fs";
import { protectedReport } from "@finsam/disclosure-control";
import {
  buildReport,
  cellKey,
  columns,
  disclosureProblem,
  type Report,
  type ReportTablesOptions,
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
function withoutCover(profile: Profile, counted: readonly TableCounts[], options: ReportTablesOptions) {
  const specs = reportTables(profile, 2021, options);
  const problem = disclosureProblem(specs, counted, threshold, { width, zeros: "publish", otherAndUnknown: "apart" });
  const withheld = new Set(problem.cells.filter(({ status }) => status === "small").map(({ key }) => key));
  return buildReport(profile, 2021, counted, { ...options, threshold, withheld });
}

/** Those that are told closer than promised: by sums, or, when it is also asked why they are withheld, to less than that they are small. */
const narrowed = (found: readonly Found[]): readonly Found[] =>
  found.filter(
    ({ lowest, highest, explained }) =>
      highest - lowest < width || highest < threshold || explained.highest - explained.lowest < threshold - 2,
  );

const bySums = (found: readonly Found[]): readonly Found[] =>
  found.filter(({ lowest, highest }) => highest - lowest < width || highest < threshold);

/** How a cell is called beside those of other years, which begin with their year. */
const yearIn = (cell: string, year: number): string => (/^\d+: /.test(cell) ? cell : `${year}: ${cell}`);

/** Those that are told closer than promised, and closer than what was published before tells them alone. */
const narrowedBeyond = (alone: ReadonlyMap<string, Found>, found: readonly Found[], year: number): readonly Found[] =>
  found.filter(({ cell, lowest, highest }) => {
    const before = alone.get(yearIn(cell, year));
    if (before === undefined) return true;
    return (
      highest - lowest < Math.min(width, before.highest - before.lowest) ||
      highest < Math.min(threshold, before.highest)
    );
  });

/** A report in which nothing is printed but zeros. */
const blank = (report: Report): unknown =>
  JSON.parse(
    JSON.stringify(report, (key, value: unknown) =>
      (columns as readonly string[]).includes(key) && typeof value === "number" && value > 0
        ? null
        : ["ofBase", "ofKnown", "sexDistribution"].includes(key)
          ? null
          : value,
    ),
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

async function attackAll(profile: Profile, runs: number, groups: number, largest: number, sections: boolean) {
  const options = { sections, persons: true };
  const specs = reportTables(profile, 2021, options);
  const sums = { reports: 0, withheld: 0, narrowed: 0, bareWithheld: 0, bareNarrowed: 0, bareBroken: 0 };
  for (const register of fc.sample(registersOf(profile, groups, largest), { numRuns: runs, seed: 2021 })) {
    const counted = tabulate(specs, register);
    const truth = countsOf(counted);
    const found = attack(published(await protectedReport(profile, 2021, counted, options)));
    // What is true must be possible, or the attacker knows something that is wrong.
    for (const { cell, lowest, highest, explained } of found) {
      const count = truth.get(cell) ?? Number.NaN;
      const isPossible = lowest <= explained.lowest && explained.lowest <= count && count <= explained.highest;
      if (!isPossible || explained.highest > highest)
        expect({ cell, lowest, count, highest, explained }).toBe("possible");
    }
    const bare = attack(published(withoutCover(profile, counted, options)));
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
    { name: "small reports with sections", profile: small, runs: 60, groups: 8, largest: 25, sections: true },
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
    async ({ name, profile, runs, groups, largest, sections = false }) => {
      const sums = await attackAll(profile, runs, groups, largest, sections);
      console.info(name, sums);
      expect(sums.narrowed).toBe(0);
      expect(sums.bareNarrowed).toBeGreaterThan(sums.bareWithheld / 2);
    },
    900_000,
  );

  test("with an earlier report of the same year, under a lower threshold, narrows nothing that the earlier does not narrow by itself", async () => {
    const specs = reportTables(small, 2021);
    const sums = { pairs: 0, withheld: 0, toldBefore: 0, narrowed: 0, carelessNarrowed: 0 };
    for (const register of fc.sample(registersOf(small, 8, 25), { numRuns: 60, seed: 2022 })) {
      const counted = tabulate(specs, register);
      const before = await protectedReport(small, 2021, counted, { threshold: 3 });
      const alone = attack(published(before));
      const toldBefore = new Set(bySums(alone).map(({ cell }) => cell));
      const safeBefore = new Set(alone.map(({ cell }) => cell).filter((cell) => !toldBefore.has(cell)));
      const narrowedBy = async (earlier: readonly Report[]) => {
        const after = await protectedReport(small, 2021, counted, { earlier });
        return bySums(attack(published(after), [published(before)])).filter(({ cell }) => safeBefore.has(cell)).length;
      };
      sums.pairs += 1;
      sums.withheld += safeBefore.size;
      sums.toldBefore += toldBefore.size;
      sums.narrowed += await narrowedBy([before]);
      sums.carelessNarrowed += await narrowedBy([]);
    }
    console.info("with an earlier report of the same year", sums);
    expect(sums.narrowed).toBe(0);
    expect(sums.carelessNarrowed).toBeGreaterThan(0);
  });

  test.each([
    { name: "small reports", profile: small, years: 2, sections: false, runs: 100, groups: 8, largest: 25 },
    { name: "small reports with sections", profile: small, years: 2, sections: true, runs: 60, groups: 8, largest: 25 },
    {
      name: "reports with other and unknown sex together",
      profile: withPolicy({ otherAndUnknown: "together" }),
      years: 2,
      sections: false,
      runs: 20,
      groups: 8,
      largest: 25,
    },
    { name: "whole reports", profile: stockholm, years: 2, sections: false, runs: 20, groups: 30, largest: 40 },
    {
      name: "small reports after those of two years",
      profile: small,
      years: 3,
      sections: false,
      runs: 30,
      groups: 8,
      largest: 25,
    },
  ])(
    "narrows nothing in $runs $name that those of the years before do not narrow by themselves, nor in those",
    async ({ name, profile, years, sections, runs, groups, largest }) => {
      const sums = { runs: 0, before: 0, after: 0, zeros: 0, narrowed: 0, carelessBefore: 0, carelessAfter: 0 };
      const last = 2019 + years;
      for (const register of fc.sample(registersOf(profile, groups, largest), { numRuns: runs, seed: 2023 })) {
        const countedIn = (year: number) =>
          tabulate(reportTables(profile, year, { sections, persons: true }), register);
        const made = (year: number, earlier: readonly Report[]) =>
          protectedReport(profile, year, countedIn(year), { sections, persons: true, earlier });
        const earlier: Report[] = [];
        for (let year = 2020; year < last; year += 1) earlier.push(await made(year, earlier));
        const known = earlier.map(published);
        const alone = new Map(
          [
            ...attack(known.at(-1), known.slice(0, -1)).map((one) => [yearIn(one.cell, last - 1), one] as const),
            ...attack(blank(await made(last, earlier)), known).map((one) => [yearIn(one.cell, last), one] as const),
          ].reverse(),
        );
        const found = attack(published(await made(last, earlier)), known);
        const truth = countsOf(countedIn(last));
        for (const { cell, lowest, highest } of found) {
          const count = truth.get(cell) ?? lowest;
          if (count < lowest || count > highest) expect({ cell, lowest, count, highest }).toBe("possible");
        }
        const isBefore = ({ cell }: Found) => yearIn(cell, last) === cell;
        const carelessly = narrowedBeyond(alone, attack(published(await made(last, [])), known), last);
        sums.runs += 1;
        sums.before += found.filter(isBefore).length;
        sums.after += found.filter((one) => !isBefore(one)).length;
        sums.zeros += found.filter(({ cell }) => truth.get(cell) === 0).length;
        sums.narrowed += narrowedBeyond(alone, found, last).length;
        sums.carelessBefore += carelessly.filter(isBefore).length;
        sums.carelessAfter += carelessly.filter((one) => !isBefore(one)).length;
      }
      console.info("with those of the years before:", name, sums);
      expect(sums.narrowed).toBe(0);
      expect(sums.carelessBefore).toBeGreaterThan(0);
      expect(sums.carelessAfter).toBeGreaterThan(0);
    },
    900_000,
  );

  test.each([3, 5] as const)("cannot tell a rounded count, with base %i", async (base) => {
    const rounding: Profile = {
      ...small,
      report: small.report.map((dated) => ({
        ...dated,
        value: { ...dated.value, disclosure: { method: "round", base } },
      })),
    };
    const sums = { reports: 0, counts: 0, impossible: 0, few: 0, told: 0 };
    for (const register of fc.sample(registersOf(rounding, 8, 25), { numRuns: 5, seed: 2024 })) {
      const counted = tabulate(reportTables(rounding, 2021), register);
      const truth = countsOf(counted);
      const found = attack(published(await protectedReport(rounding, 2021, counted)));
      sums.reports += 1;
      for (const { cell, lowest, highest } of found) {
        const count = truth.get(cell) ?? Number.NaN;
        sums.counts += 1;
        if (!(lowest <= count && count <= highest)) sums.impossible += 1;
        if (count === 0 || count >= threshold) continue;
        sums.few += 1;
        if (lowest === highest) sums.told += 1;
      }
    }
    console.info("rounded", base, sums);
    expect(sums.few).toBeGreaterThan(20);
    expect(sums.told).toBe(0);
  });

  test.each([false, true])("narrows no withheld count of the shipped register, with sections: %s", async (sections) => {
    const file = {
      name: "register-2021.csv",
      bytes: readFileSync(new URL("../../../examples/annual-report/data/register-2021.csv", import.meta.url)),
    };
    await using store = await openStore(memoryStore);
    await importRegisterInto(store, [file], stockholm);
    const counted = await store.tabulate(reportTables(stockholm, 2021, { sections, persons: true }));
    const report = await protectedReport(stockholm, 2021, counted, { sections, persons: true });
    const found = attack(published(report));
    console.info("shipped", { sections, withheld: found.length, narrowed: narrowed(found).length });
    expect(found.length).toBeGreaterThan(0);
    expect(narrowed(found)).toEqual([]);
    // What is asked first stays printed: who left to work, and the results.
    const countsIn = (table: string, category: string) =>
      report.tables.find(({ id }) => id === table)?.rows.find((row) => row.category === category)?.counts;
    expect(countsIn("ended-by-exit-reason", "work-studies-or-active-job-search")).toMatchObject({
      woman: 60,
      man: 108,
    });
    for (const result of ["positive", "not-positive"]) {
      const counts = countsIn("ended-by-result", result);
      expect([counts?.woman, counts?.man, counts?.total]).not.toContain(null);
    }
  });
});
