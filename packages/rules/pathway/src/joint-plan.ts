import { CalendarDate, CodeId, monthsAfter, PersonId, Text } from "@finsam/model";
import type { Goal, PlanFollowUp } from "@finsam/policy";
import * as z from "zod";
import type { Done, Duty } from "./standing.ts";

/** How far an activity of a plan came: done, partly, not; `not-stated` when nobody has said. */
export const ActivityStatus = z.enum(["done-wholly", "done-partly", "not-done", "not-stated"]);
export type ActivityStatus = z.infer<typeof ActivityStatus>;

/** An activity of a joint plan, with the party that is responsible for it. */
export const PlannedActivity = z.strictObject({
  id: CodeId,
  label: Text,
  responsible: Text,
  /** Last day, where the plan states one. */
  by: CalendarDate.optional(),
  status: ActivityStatus,
  doneOn: CalendarDate.optional(),
});
export type PlannedActivity = z.infer<typeof PlannedActivity>;

/** A joint plan (gemensam plan) from a meeting, such as that of a FINSAM-team. */
export const JointPlan = z.strictObject({
  id: z.string().min(1).max(200),
  person: PersonId.optional(),
  /** The day it was made. */
  agreed: CalendarDate,
  activities: z.array(PlannedActivity).min(1).readonly(),
  /** The follow-ups held; left out where the record does not tell. */
  followedUp: z
    .array(z.strictObject({ followUp: CodeId, on: CalendarDate }))
    .readonly()
    .optional(),
});
export type JointPlan = z.infer<typeof JointPlan>;

/** Something to do, and what is known about whether it was done. */
export interface RecordedDuty {
  readonly duty: Duty;
  readonly done: Done;
}

/**
 * What a joint plan asks for: its follow-ups, so many calendar months after the plan (in a month without that day on its last day), and its
 * activities.
 *
 * @example
 * ```ts
 * import { planDuties } from "@finsam/pathway";
 * const label = { sv: "Läkarbesök", en: "Doctor's appointment" };
 * const plan = { id: "1", agreed: "2023-12-31", followedUp: [], activities: [
 *   { id: "doctor", label, responsible: { sv: "Regionen", en: "The region" }, status: "not-done" as const }] };
 * const [first] = planDuties(plan, [{ id: "after-2-months", label, afterMonths: 2 }]);
 * first; // => { duty: { id: "after-2-months", label, from: "2024-02-29", by: "2024-02-29" }, done: "not-done" }
 * ```
 */
export function planDuties(plan: JointPlan, followUps: readonly PlanFollowUp[]): readonly RecordedDuty[] {
  return [
    ...followUps.map(({ id, label, afterMonths }): RecordedDuty => {
      const day = monthsAfter(plan.agreed, afterMonths);
      const held = plan.followedUp?.find(({ followUp }) => followUp === id);
      return {
        duty: { id, label, from: day, by: day },
        done: held === undefined ? (plan.followedUp === undefined ? "not-recorded" : "not-done") : { on: held.on },
      };
    }),
    ...plan.activities.map(
      ({ id, label, responsible, by, status, doneOn }): RecordedDuty => ({
        duty: { id, label, from: plan.agreed, ...(by === undefined ? {} : { by }), responsible: [responsible] },
        done: status === "done-wholly" ? { on: doneOn } : status === "not-stated" ? "not-recorded" : "not-done",
      }),
    ),
  ];
}

/** How many activities, and plans by their activities, were done; each in its own unit. */
export interface PlanOutcome {
  readonly activities: Readonly<Record<ActivityStatus | "planned", number>>;
  /** `done-wholly`: all activities of the plan; `not-done`: none, not even partly; `not-stated`: what is stated does not tell which. */
  readonly plans: Readonly<Record<ActivityStatus | "planned", number>>;
}

/**
 * Counts activities, and plans by how far their activities came. The two differ: half of the activities can be done in no whole plan.
 *
 * @example
 * ```ts
 * import { planOutcome } from "@finsam/pathway";
 * const text = { sv: "A", en: "A" };
 * const activity = (id: string, status: "done-wholly" | "not-done") => ({ id, label: text, responsible: text, status });
 * const plan = { id: "1", agreed: "2021-03-01", activities: [activity("a", "done-wholly"), activity("b", "not-done")] };
 * const { activities, plans } = planOutcome([plan]);
 * [activities["done-wholly"], plans["done-wholly"], plans["done-partly"]]; // => [1, 0, 1]
 * ```
 */
export function planOutcome(plans: readonly JointPlan[]): PlanOutcome {
  return {
    activities: counted(plans.flatMap(({ activities }) => activities.map(({ status }) => status))),
    plans: counted(plans.map(({ activities }) => statusOfPlan(activities.map(({ status }) => status)))),
  };
}

/**
 * Whether a goal on plans or activities is reached: `undetermined` while those not stated could decide it, and for a goal in another unit: one
 * on activities is not judged on plans.
 */
export interface PlanGoalJudgement {
  readonly outcome: "met" | "notMet" | "undetermined";
  readonly because?: "other-unit" | "nothing-counted" | "not-stated" | "no-tolerance";
  /** Per cent or count, as low and as high as what is not stated allows. */
  readonly lowest?: number;
  readonly highest?: number;
}

/**
 * Judges a goal in its own unit. Per cent are exact, not rounded.
 *
 * @example
 * ```ts
 * import { judgePlanGoal, planOutcome } from "@finsam/pathway";
 * const goal = { id: "half", title: { sv: "Hälften", en: "Half" }, comparator: "at-least", target: 50, status: "attested",
 *   citation: { source: "s" }, measure: { kind: "share", of: "done-wholly", within: "planned", unit: "activities" } } as const;
 * const text = { sv: "A", en: "A" };
 * const plan = { id: "1", agreed: "2021-03-01", activities: [{ id: "a", label: text, responsible: text, status: "done-wholly" as const }] };
 * judgePlanGoal(goal, planOutcome([plan])); // => { outcome: "met", lowest: 100, highest: 100 }
 * ```
 */
export function judgePlanGoal(goal: Goal, outcome: PlanOutcome): PlanGoalJudgement {
  const { measure, comparator, target, tolerance } = goal;
  const counts = measure.unit === "plans" || measure.unit === "activities" ? outcome[measure.unit] : undefined;
  const status = ActivityStatus.or(z.literal("planned")).safeParse(measure.of);
  if (counts === undefined || !status.success || measure.kind === "sexDistribution")
    return { outcome: "undetermined", because: "other-unit" };
  if (measure.kind === "share" && measure.within !== "planned")
    return { outcome: "undetermined", because: "other-unit" };
  if (measure.kind === "share" && counts.planned === 0) return { outcome: "undetermined", because: "nothing-counted" };
  if (comparator === "about" && tolerance === undefined) return { outcome: "undetermined", because: "no-tolerance" };
  const scale = measure.kind === "share" ? 100 / counts.planned : 1;
  const least = counts[status.data];
  // Every one that nobody has stated may belong here too.
  const most = status.data === "planned" || status.data === "not-stated" ? least : least + counts["not-stated"];
  const [lowest, highest] = [least * scale, most * scale];
  const reaches = (value: number): boolean =>
    comparator === "at-least"
      ? value >= target
      : comparator === "at-most"
        ? value <= target
        : Math.abs(value - target) <= (tolerance ?? 0);
  const [low, high] = [reaches(lowest), reaches(highest)];
  // Between the two it could be reached even where neither end does.
  const decided = low === high && (comparator !== "about" || lowest === highest);
  if (!decided) return { outcome: "undetermined", because: "not-stated", lowest, highest };
  return { outcome: low ? "met" : "notMet", lowest, highest };
}

function counted(statuses: readonly ActivityStatus[]): Readonly<Record<ActivityStatus | "planned", number>> {
  const count = (status: ActivityStatus): number => statuses.filter((one) => one === status).length;
  return {
    planned: statuses.length,
    "done-wholly": count("done-wholly"),
    "done-partly": count("done-partly"),
    "not-done": count("not-done"),
    "not-stated": count("not-stated"),
  };
}

function statusOfPlan(statuses: readonly ActivityStatus[]): ActivityStatus {
  const stated = statuses.filter((status) => status !== "not-stated");
  const [anything, everything] = [
    stated.some((status) => status !== "not-done"),
    stated.every((status) => status === "done-wholly"),
  ];
  // Something done beside something not done stays partly, whatever the rest turns out to be.
  if (anything && !everything) return "done-partly";
  if (stated.length < statuses.length) return "not-stated";
  return everything ? "done-wholly" : "not-done";
}
