export {
  BudgetLine,
  BudgetOutcome,
  BudgetSum,
  followBudget,
  NoForecastReason,
  sumOfBudgets,
} from "./budget-outcome.ts";
export { Contribution, compareContributions, MemberContribution, type UnknownPayer } from "./contributions.ts";
export { FundingRecord, FundingReport, fundingReport } from "./funding-report.ts";
export { Member, MemberShares, memberShares, Ore, SharesObstacle } from "./member-shares.ts";
export { AccountStanding, accountStanding, ProjectAccount } from "./project-account.ts";
