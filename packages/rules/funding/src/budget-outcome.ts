import { CalendarDate, CodeId, daysBetween } from "@finsam/model";
import { ForecastRule } from "@finsam/policy";
import * as z from "zod";
import { Ore } from "./member-shares.ts";

/**
 * The budget of an intervention for a period, and what it has cost (utfall) up to and with a day. Without an outcome nothing is known
 * of what it cost; that is not 0.
 *
 * @example
 * ```ts
 * import { BudgetLine } from "@finsam/funding";
 * BudgetLine.safeParse({
 *   intervention: "samspel", period: { from: "2024-01-01", to: "2024-12-31" }, budget: 3_000_000_00,
 *   outcome: { amount: 1_400_000_00, through: "2024-06-30" },
 * }).success; // => true
 * ```
 */
export const BudgetLine = z
  .strictObject({
    intervention: CodeId,
    period: z.strictObject({ from: CalendarDate, to: CalendarDate }),
    budget: Ore,
    outcome: z.strictObject({ amount: Ore, through: CalendarDate }).optional(),
  })
  .refine(({ period: { from, to } }) => from <= to, {
    path: ["period", "to"],
    error: "the period ends before it starts",
  })
  .refine(({ period, outcome }) => outcome === undefined || period.from <= outcome.through, {
    path: ["outcome", "through"],
    error: "an outcome is up to a day of the period or after it",
  });
export type BudgetLine = z.infer<typeof BudgetLine>;

/** Why nothing is forecast: no outcome is known, the period is over, or no rule says how. */
export const NoForecastReason = z.enum(["no-outcome", "period-over", "no-rule"]);
export type NoForecastReason = z.infer<typeof NoForecastReason>;

/**
 * How a budget went, in öre. `deviation` (avvikelse) is the outcome less the budget, and only told when the period is over; until
 * then there is what remains, and a forecast that says by which rule it was reckoned. What is not known is `null`.
 *
 * @example
 * ```ts
 * import { type BudgetOutcome, followBudget } from "@finsam/funding";
 * const line: BudgetOutcome = followBudget({ intervention: "samspel", period: { from: "2024-01-01", to: "2024-12-31" }, budget: 100 });
 * line.outcome; // => null
 * ```
 */
export const BudgetOutcome = z.strictObject({
  intervention: CodeId,
  period: z.strictObject({ from: CalendarDate, to: CalendarDate }),
  budget: Ore,
  outcome: Ore.nullable(),
  through: CalendarDate.nullable(),
  remaining: z.int().nullable(),
  deviation: z.int().nullable(),
  forecast: z.discriminatedUnion("state", [
    z.strictObject({ state: z.literal("forecast"), rule: ForecastRule, amount: Ore, deviation: z.int() }),
    z.strictObject({ state: z.literal("none"), because: NoForecastReason }),
  ]),
});
export type BudgetOutcome = z.infer<typeof BudgetOutcome>;

/**
 * Follows up the budget of an intervention, with a forecast by the rule that policy states, if it states one. `linear-by-days`: as much a
 * day for the rest of the period as so far, both ends counted, rounded half up to whole öre.
 *
 * @example
 * ```ts
 * import { followBudget } from "@finsam/funding";
 * const half = { intervention: "samspel", period: { from: "2024-01-01", to: "2024-12-31" }, budget: 3_660_000_00,
 *   outcome: { amount: 2_000_000_00, through: "2024-06-30" } };
 * followBudget(half, "linear-by-days").forecast;
 * // => { state: "forecast", rule: "linear-by-days", amount: 402197802, deviation: 36197802 }
 * followBudget(half, "linear-by-days").deviation; // => null
 * ```
 */
export function followBudget({ outcome, ...line }: BudgetLine, rule?: ForecastRule): BudgetOutcome {
  const { budget, period } = line;
  if (outcome === undefined) return { ...line, ...unknown, forecast: { state: "none", because: "no-outcome" } };
  const { amount, through } = outcome;
  const told = { ...line, outcome: amount, through, remaining: budget - amount };
  if (through >= period.to)
    return { ...told, deviation: amount - budget, forecast: { state: "none", because: "period-over" } };
  if (rule === undefined) return { ...told, deviation: null, forecast: { state: "none", because: "no-rule" } };
  const forecast = linearByDays(amount, daysBetween(period.from, through) + 1, daysBetween(period.from, period.to) + 1);
  return {
    ...told,
    deviation: null,
    forecast: { state: "forecast", rule, amount: forecast, deviation: forecast - budget },
  };
}

const unknown = { outcome: null, through: null, remaining: null, deviation: null };

/** Rounded half up. In whole numbers, since an amount times days may be more than a float holds exactly. */
function linearByDays(amount: number, past: number, all: number): number {
  const [doubled, divisor] = [2n * BigInt(amount) * BigInt(all) + BigInt(past), 2n * BigInt(past)];
  return Number(doubled / divisor);
}

/**
 * The sum of budgets and of outcomes; the outcome is `null` as long as that of some intervention is not known, and `without` names them.
 *
 * @example
 * ```ts
 * import { type BudgetSum, sumOfBudgets } from "@finsam/funding";
 * const sum: BudgetSum = sumOfBudgets([]);
 * sum; // => { budget: 0, outcome: 0, without: [] }
 * ```
 */
export const BudgetSum = z.strictObject({ budget: Ore, outcome: Ore.nullable(), without: z.array(CodeId) });
export type BudgetSum = z.infer<typeof BudgetSum>;

/**
 * Adds up followed budgets. Add only those of the same period.
 *
 * @example
 * ```ts
 * import { followBudget, sumOfBudgets } from "@finsam/funding";
 * const line = { intervention: "samspel", period: { from: "2024-01-01", to: "2024-12-31" }, budget: 100 };
 * sumOfBudgets([followBudget(line), followBudget({ ...line, outcome: { amount: 90, through: "2024-12-31" } })]);
 * // => { budget: 200, outcome: null, without: ["samspel"] }
 * ```
 */
export function sumOfBudgets(lines: readonly BudgetOutcome[]): BudgetSum {
  const without = lines.filter(({ outcome }) => outcome === null).map(({ intervention }) => intervention);
  return {
    budget: lines.reduce((sum, { budget }) => sum + budget, 0),
    outcome: without.length > 0 ? null : lines.reduce((sum, { outcome }) => sum + (outcome ?? 0), 0),
    without,
  };
}
