import { stockholm } from "@finsam/stockholm";
import { describe, expect, test } from "vitest";
import { FundingRecord, FundingReport, fundingReport } from "./funding-report.ts";

const policy = stockholm.funding;
if (policy === undefined) throw new Error("the profile states no money");

const name = (text: string) => ({ sv: text, en: text });
const record = FundingRecord.parse({
  year: 2024,
  planned: 4_000_00,
  shareRule: "ordinary",
  members: [
    { id: "fk", name: name("FK"), party: "state" },
    { id: "af", name: name("AF"), party: "employment-service" },
    { id: "region", name: name("Region"), party: "region" },
    { id: "city", name: name("Stad"), party: "municipality" },
  ],
  contributions: [{ member: "fk", kind: "share", amount: 2_000_00 }],
  budgets: [
    { intervention: "a", period: { from: "2024-01-01", to: "2024-12-31" }, budget: 100 },
    { intervention: "b", period: { from: "2024-01-01", to: "2024-06-30" }, budget: 50 },
  ],
  accounts: [{ id: "talks", name: name("Samtal"), year: 2024, granted: 300 }],
});

describe("the money of a year", () => {
  test("is followed up by the policy of its year, and the result fits its schema", () => {
    const report = fundingReport(record, policy, "2025-03-01");
    expect(FundingReport.parse(report)).toEqual(report);
    expect(report.contributions?.map(({ member, difference }) => [member, difference])).toEqual([
      ["fk", 0],
      ["region", -1_000_00],
      ["city", -1_000_00],
      ["af", 0],
    ]);
    expect(report.accounts?.[0]).toMatchObject({ state: "overdue", daysLate: 1 });
  });

  test("does not know on 31 March what was spent up to 30 June", () => {
    const half = {
      intervention: "a",
      period: { from: "2024-01-01", to: "2024-12-31" },
      budget: 100,
      outcome: { amount: 60, through: "2024-06-30" },
    };
    const outcomeOn = (on: string) => fundingReport({ ...record, budgets: [half] }, policy, on).budgets[0]?.outcome;
    expect([outcomeOn("2024-03-31"), outcomeOn("2024-06-30")]).toEqual([null, 60]);
  });

  test("sums up the budgets of the whole year only", () => {
    expect(fundingReport(record, policy, "2025-03-01").yearSum).toEqual({ budget: 100, outcome: null, without: ["a"] });
  });

  test("with a share rule that policy does not have tells no shares, and compares nothing", () => {
    const report = fundingReport({ ...record, shareRule: "thirds" }, policy, "2025-03-01");
    expect(report.shares).toMatchObject({
      state: "undetermined",
      because: [{ code: "no-such-rule", about: "thirds" }],
    });
    expect(report.contributions).toBeNull();
  });

  test("of a year before the act is refused with the days that there are rules for", () => {
    expect(() => fundingReport({ ...record, year: 2003 }, policy, "2025-03-01")).toThrow("2004-01-01");
  });

  test("has no standing of accounts where policy states no day that they are due", () => {
    const { accountsDue: _, ...without } = policy;
    expect(fundingReport(record, without, "2025-03-01").accounts).toBeNull();
  });
});
