import { CalendarDate, CodeId, calendarYear, Text } from "@finsam/model";
import { at, type FundingPolicy } from "@finsam/policy";
import * as z from "zod";
import { BudgetLine, BudgetOutcome, BudgetSum, followBudget, sumOfBudgets } from "./budget-outcome.ts";
import { Contribution, compareContributions, MemberContribution } from "./contributions.ts";
import { Member, MemberShares, memberShares, Ore, sharesObstacle } from "./member-shares.ts";
import { AccountStanding, accountStanding, ProjectAccount } from "./project-account.ts";

/**
 * The money of an association in a year, as it writes it down: what members are to pay in all, by which share rule of its policy, what
 * they paid, the budgets of its interventions, and the accounts of grants. All amounts in öre.
 *
 * @example
 * ```ts
 * import { FundingRecord } from "@finsam/funding";
 * FundingRecord.safeParse({ year: 2024, planned: 12_000_000_00, shareRule: "ordinary", members: [] }).success; // => true
 * ```
 */
export const FundingRecord = z.strictObject({
  year: z.int().min(1).max(9998),
  planned: Ore,
  shareRule: CodeId,
  members: z.array(Member),
  contributions: z.array(Contribution).optional(),
  budgets: z.array(BudgetLine).optional(),
  accounts: z.array(ProjectAccount).optional(),
});
export type FundingRecord = z.infer<typeof FundingRecord>;

/**
 * The money of a year followed up on a day. `contributions` is `null` while the shares cannot be told, `accounts` when policy states no
 * day that accounts are due.
 *
 * @example
 * ```ts
 * import { FundingReport } from "@finsam/funding";
 * FundingReport.keyof().options.includes("accounts"); // => true
 * ```
 */
export const FundingReport = z.strictObject({
  year: z.int(),
  on: CalendarDate,
  shares: MemberShares,
  contributions: z.array(MemberContribution).nullable(),
  budgets: z.array(BudgetOutcome),
  /** Of the budgets for the whole calendar year. */
  yearSum: BudgetSum,
  accounts: z.array(AccountStanding).nullable(),
  problems: z.array(z.strictObject({ code: z.string(), message: Text })),
});
export type FundingReport = z.infer<typeof FundingReport>;

/**
 * Follows up the money of a year on a reference date: shares, what was paid, budgets with forecasts, and accounts due. The share rules are
 * those of the last day of the year; the day that the account of a grant is due is the one stated for the last day of its year. An outcome
 * up to a day after the reference date is not known on it.
 *
 * @throws NoVersionCovers when policy has no version for one of these days.
 * @example
 * ```ts
 * import { fundingReport } from "@finsam/funding";
 * import { stockholm } from "@finsam/stockholm";
 * const name = (text: string) => ({ sv: text, en: text });
 * const members = [["fk", "state"], ["region", "region"], ["stad", "municipality"], ["af", "employment-service"]].map(
 *   ([id = "", party = ""]) => ({ id, name: name(id), party }));
 * const record = { year: 2024, planned: 20_000_000_01, shareRule: "ordinary", members };
 * const { shares } = stockholm.funding === undefined ? { shares: null } : fundingReport(record, stockholm.funding, "2024-12-31");
 * shares?.state === "shared" && shares.members.map(({ amount }) => amount); // => [1000000001, 500000000, 500000000, 0]
 * ```
 */
export function fundingReport(record: FundingRecord, policy: FundingPolicy, on: CalendarDate): FundingReport {
  const lastDay = calendarYear(record.year).to;
  const rule = at(policy.shareRules, lastDay, "shareRules").value.find(({ id }) => id === record.shareRule);
  const shares: MemberShares =
    rule === undefined
      ? { state: "undetermined", because: [sharesObstacle("no-such-rule", record.shareRule)] }
      : memberShares(record.planned, record.members, rule);
  const compared = shares.state === "shared" ? compareContributions(shares, record.contributions ?? []) : null;
  const forecastRule = policy.forecast === undefined ? undefined : at(policy.forecast, on, "forecast").value;
  const budgets = (record.budgets ?? []).map((line) => followBudget(asKnownOn(line, on), forecastRule));
  const { accountsDue } = policy;
  return {
    year: record.year,
    on,
    shares,
    contributions: compared === null ? null : [...compared.members],
    budgets,
    yearSum: sumOfBudgets(
      budgets.filter(({ period }) => period.from === calendarYear(record.year).from && period.to === lastDay),
    ),
    accounts:
      accountsDue === undefined
        ? null
        : (record.accounts ?? []).map((account) =>
            accountStanding(account, at(accountsDue, calendarYear(account.year).to, "accountsDue").value, on),
          ),
    problems: (compared?.problems ?? []).map(({ code, message }) => ({ code, message })),
  };
}

const asKnownOn = ({ outcome, ...line }: BudgetLine, on: CalendarDate): BudgetLine =>
  outcome === undefined || outcome.through > on ? line : { ...line, outcome };
