import { expect, test } from "vitest";
import { budgets2021 } from "./budgets.ts";
import { goals2021 } from "./goals.ts";

const { goals, figures } = goals2021;

test("every intervention of the follow-up of 2021 has a goal", () => {
  expect(new Set(goals.map(({ intervention }) => intervention)).size).toBe(7);
});

test("a goal judged by a part of what it is about, or by a reading of the source, says what is left open", () => {
  const read = goals.filter(
    ({ countsOnlyPart, comparator, tolerance, measure }) =>
      countsOnlyPart === true ||
      (measure.kind === "sexDistribution" && comparator === "about" && tolerance === undefined),
  );
  expect(read.length).toBeGreaterThan(0);
  for (const { open } of read) expect(open).toBeDefined();
});

test("no figure has more women and men than it has in all, or more than its base", () => {
  for (const figure of figures) {
    if (figure.kind === "printedShare") continue;
    const { woman, man, total } = figure.counts;
    expect((woman ?? 0) + (man ?? 0)).toBeLessThanOrEqual(total ?? 0);
    if (figure.kind === "share") expect(total ?? 0).toBeLessThanOrEqual(figure.base.total ?? 0);
  }
});

test("a figure in another unit stands beside the goal on activities, so that it is seen why it cannot be judged", () => {
  const goal = goals.find(({ id }) => id === "finsam-team-activities-done");
  const beside = figures.find(({ of, intervention }) => of === goal?.measure.of && intervention === goal.intervention);
  expect([goal?.measure.unit, beside?.unit]).toEqual(["activities", "plans"]);
});

test("what the source does not say is not in the budgets: no sum for the work training places, no days for the ESF project", () => {
  expect(budgets2021.map(({ intervention }) => intervention)).not.toContain("work-training");
  expect(budgets2021.filter(({ period }) => period === undefined).map(({ amount }) => amount)).toEqual([48_000_000_00]);
  for (const { open } of budgets2021) expect(open).toBeDefined();
});
