import { stockholm } from "@finsam/stockholm";
import { describe, expect, test } from "vitest";
import { type ActivityStatus, type JointPlan, judgePlanGoal, planDuties, planOutcome } from "./joint-plan.ts";
import { standingOf } from "./standing.ts";

const text = (sv: string) => ({ sv, en: sv });
const plan = (...statuses: readonly ActivityStatus[]): JointPlan => ({
  id: "plan",
  agreed: "2021-03-31",
  activities: statuses.map((status, index) => ({
    id: `activity-${index}`,
    label: text("Aktivitet"),
    responsible: text("Regionen"),
    status,
  })),
});
const goal = stockholm.goals?.goals.find(({ id }) => id === "finsam-team-activities-done");
const half = (...plans: readonly JointPlan[]) => {
  if (goal === undefined) throw new Error("the goal is missing");
  return judgePlanGoal(goal, planOutcome(plans));
};
const onPlans = (comparator: "at-least" | "at-most" | "about", tolerance?: number) => {
  if (goal === undefined) throw new Error("the goal is missing");
  const measure = { kind: "share", of: "done-wholly", within: "planned", unit: "plans" } as const;
  return { ...goal, comparator, measure, ...(tolerance === undefined ? {} : { tolerance }) };
};

describe("a joint plan of FINSAM-team", () => {
  const followUps = stockholm.pathway?.planFollowUps?.[0]?.value ?? [];

  test("is followed up after two, six and twelve months, on the last day of a shorter month", () => {
    expect(planDuties({ ...plan("not-done"), agreed: "2021-12-31" }, followUps).map(({ duty }) => duty.by)).toEqual([
      "2022-02-28",
      "2022-06-30",
      "2022-12-31",
      undefined,
    ]);
  });

  test("has late follow-ups only where the record of follow-ups is kept", () => {
    const states = (followedUp: JointPlan["followedUp"]) =>
      planDuties({ ...plan("not-done"), ...(followedUp === undefined ? {} : { followedUp }) }, followUps)
        .slice(0, 3)
        .map(({ duty, done }) => standingOf(duty, done, "2021-10-15").state);
    expect(states([{ followUp: "after-2-months", on: "2021-06-02" }])).toEqual(["done", "late", "upcoming"]);
    expect(states(undefined)).toEqual(["passed", "passed", "upcoming"]);
  });

  test("tells for each activity the party responsible and how it stands", () => {
    const duties = planDuties(plan("done-wholly", "done-partly", "not-stated"), []);
    expect(duties.map(({ duty, done }) => [duty.responsible?.[0]?.sv, done])).toEqual([
      ["Regionen", { on: undefined }],
      ["Regionen", "not-done"],
      ["Regionen", "not-recorded"],
    ]);
  });
});

describe("goals on activities", () => {
  test("are judged on activities: half of them can be done although no plan is done as a whole", () => {
    const plans = [plan("done-wholly", "not-done"), plan("done-wholly", "not-done")];
    expect(half(...plans)).toEqual({ outcome: "met", lowest: 50, highest: 50 });
    expect(planOutcome(plans).plans).toMatchObject({ "done-wholly": 0, "done-partly": 2 });
    expect(judgePlanGoal(onPlans("at-least"), planOutcome(plans)).outcome).toBe("notMet");
  });

  test("stay undetermined while activities that nobody has stated can decide it", () => {
    expect(half(plan("done-wholly", "not-done", "not-stated"))).toMatchObject({
      outcome: "undetermined",
      because: "not-stated",
    });
    expect(half(plan("done-wholly", "done-wholly", "not-stated"))).toMatchObject({ outcome: "met" });
    expect(half(plan("not-done", "not-done", "not-stated"))).toMatchObject({ outcome: "notMet" });
  });

  test("are not judged when nothing was planned, or on anything but plans and activities", () => {
    expect(half()).toEqual({ outcome: "undetermined", because: "nothing-counted" });
    const persons = stockholm.goals?.goals.find(({ measure }) => measure.unit === "persons");
    if (persons === undefined) throw new Error("the goal is missing");
    expect(judgePlanGoal(persons, planOutcome([plan("done-wholly")]))).toEqual({
      outcome: "undetermined",
      because: "other-unit",
    });
  });

  test("are not judged within anything but what was planned", () => {
    const measure = { kind: "share", of: "done-wholly", within: "followed-up", unit: "plans" } as const;
    expect(judgePlanGoal({ ...onPlans("at-least"), measure }, planOutcome([plan("done-wholly")])).because).toBe(
      "other-unit",
    );
  });

  test("that say about so much need to say how near", () => {
    const outcome = planOutcome([plan("done-wholly"), plan("not-done"), plan("not-done")]);
    expect(judgePlanGoal(onPlans("about"), outcome)).toEqual({ outcome: "undetermined", because: "no-tolerance" });
    expect(judgePlanGoal(onPlans("about", 20), outcome).outcome).toBe("met");
    expect(judgePlanGoal(onPlans("at-most"), outcome).outcome).toBe("met");
    // Neither none nor both of the two is about half, but one of them is.
    const open = planOutcome([plan("not-stated"), plan("not-stated")]);
    expect(judgePlanGoal(onPlans("about", 5), open)).toMatchObject({ outcome: "undetermined", because: "not-stated" });
  });
});

test.each<[readonly ActivityStatus[], ActivityStatus]>([
  [["done-wholly", "done-wholly"], "done-wholly"],
  [["done-wholly", "not-done"], "done-partly"],
  [["done-partly", "not-stated"], "done-partly"],
  [["done-wholly", "not-stated"], "not-stated"],
  [["not-done", "not-stated"], "not-stated"],
  [["not-done", "not-done"], "not-done"],
])("a plan with activities %j is %s", (statuses, expected) => {
  const { plans } = planOutcome([plan(...statuses)]);
  expect(plans[expected]).toBe(1);
});
