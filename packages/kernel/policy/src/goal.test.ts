import { describe, expect, test } from "vitest";
import { readProfile } from "./profile.ts";
import { smallProfile } from "./small-profile.fixture.ts";

const places = {
  id: "places",
  title: { sv: "Minst 100 deltaganden", en: "At least 100 participations" },
  measure: { kind: "count", of: "participations", unit: "participations" },
  comparator: "at-least",
  target: 100,
  period: { from: "2021-01-01", to: "2021-12-31" },
  status: "attested",
  citation: { source: "statutes" },
};
const budget = {
  intervention: "moon",
  amount: 300_000_00,
  kind: "budget",
  key: "participation",
  status: "attested",
  citation: { source: "statutes" },
};
const problems = (change: object) => {
  const read = readProfile({ ...smallProfile, ...change });
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`);
};
const withGoals = (...goals: readonly object[]) => problems({ goals: { goals, figures: [] } });

describe("goals and money in a profile", () => {
  test("a goal that says what it counts, how and until when is read", () => {
    expect(withGoals(places)).toEqual([]);
  });

  test("a goal for an intervention that the profile lacks is refused with its place", () => {
    expect(withGoals({ ...places, intervention: "moon" })).toEqual([
      'goals.goals.0.intervention: the list of interventions has no "moon"',
    ]);
  });

  test("two goals may not have one name", () => {
    expect(withGoals(places, places)).toEqual(['goals.goals.1.id: two goals are called "places"']);
  });

  test("a goal of more than 100 per cent is refused", () => {
    const measure = { kind: "share", of: "work", within: "ended", unit: "participations" };
    expect(withGoals({ ...places, measure, target: 101 })).toEqual([
      'goals.goals.0.target: "places" asks for more than 100 per cent',
    ]);
  });

  test("goals, figures and budgets cite sources that the profile lists", () => {
    const citation = { source: "hearsay" };
    expect(withGoals({ ...places, citation })).toEqual([
      'goals.goals.0.citation.source: the profile has no source "hearsay"',
    ]);
    expect(problems({ budgets: [{ ...budget, citation }] })).toEqual([
      'budgets.0.citation.source: the profile has no source "hearsay"',
      'budgets.0.intervention: the list of interventions has no "moon"',
    ]);
  });

  test("money is whole öre", () => {
    expect(problems({ budgets: [{ ...budget, amount: 10.5 }] })[0]).toContain("budgets.0.amount");
  });
});
