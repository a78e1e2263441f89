import { addDays, daysBetween } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BudgetLine, BudgetOutcome, followBudget, sumOfBudgets } from "./budget-outcome.ts";

const year = { from: "2024-01-01", to: "2024-12-31" };
const line = (budget: number, outcome?: BudgetLine["outcome"]): BudgetLine => ({
  intervention: "samspel",
  period: year,
  budget,
  ...(outcome === undefined ? {} : { outcome }),
});

describe("budget and outcome", () => {
  test("the deviation of a period that is over is its outcome less its budget, and nothing is forecast", () => {
    expect(followBudget(line(100, { amount: 130, through: "2024-12-31" }), "linear-by-days")).toMatchObject({
      deviation: 30,
      remaining: -30,
      forecast: { state: "none", because: "period-over" },
    });
  });

  test("halfway through a leap year, the forecast by days is twice the outcome, and is said to be one", () => {
    const half = followBudget(line(300, { amount: 200, through: "2024-07-01" }), "linear-by-days");
    expect(half).toMatchObject({
      deviation: null,
      remaining: 100,
      forecast: { state: "forecast", rule: "linear-by-days", amount: 400, deviation: 100 },
    });
  });

  test("without an outcome nothing is known, which is not that nothing was spent", () => {
    expect(followBudget(line(100), "linear-by-days")).toMatchObject({
      outcome: null,
      remaining: null,
      deviation: null,
      forecast: { state: "none", because: "no-outcome" },
    });
    expect(followBudget(line(100, { amount: 0, through: "2024-03-31" }), "linear-by-days")).toMatchObject({
      outcome: 0,
      forecast: { amount: 0 },
    });
  });

  test("without a rule of policy nothing is forecast", () => {
    const { forecast } = followBudget(line(100, { amount: 50, through: "2024-06-30" }));
    expect(forecast).toEqual({ state: "none", because: "no-rule" });
  });

  test("a forecast is never under the outcome, is whole öre, and is a half öre at most from the exact one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 364 }), (amount, day) => {
        const through = addDays(year.from, day);
        const followed = followBudget(line(1, { amount, through }), "linear-by-days");
        expect(BudgetOutcome.parse(followed)).toEqual(followed);
        if (followed.forecast.state !== "forecast") throw new Error("the period is not over");
        const { amount: forecast } = followed.forecast;
        expect(forecast).toBeGreaterThanOrEqual(amount);
        const days = BigInt(daysBetween(year.from, through) + 1);
        const off = 2n * (BigInt(forecast) * days - BigInt(amount) * 366n);
        expect(off <= days && off > -days).toBe(true);
      }),
    );
  });

  test("a sum with an outcome that is not known has none, and names the intervention", () => {
    const known = followBudget(line(100, { amount: 90, through: "2024-12-31" }));
    expect(sumOfBudgets([known, known])).toEqual({ budget: 200, outcome: 180, without: [] });
    expect(sumOfBudgets([known, followBudget({ ...line(50), intervention: "lots" })])).toEqual({
      budget: 150,
      outcome: null,
      without: ["lots"],
    });
  });

  test("a period that ends before it starts, and an outcome up to a day before it, are refused", () => {
    expect(BudgetLine.safeParse({ ...line(1), period: { from: "2024-02-01", to: "2024-01-01" } }).success).toBe(false);
    expect(BudgetLine.safeParse(line(1, { amount: 1, through: "2023-12-31" })).success).toBe(false);
  });
});
