import { Citation, CodeId, calendarDate, isoWeek, Text } from "@finsam/model";
import * as z from "zod";
import { type Timeline, timelineOf } from "./dated.ts";

const count = z.int().positive();
const texts = z.array(Text).min(1).readonly();

/** A week by its number in ISO 8601: Monday to Sunday; week 1 holds the first Thursday of the year. */
const Week = z
  .strictObject({ year: z.int().min(1).max(9998), week: z.int().min(1).max(53) })
  // 28 December lies in the last week of its year.
  .refine(({ year, week }) => week <= isoWeek(calendarDate(year, 12, 28)).week, {
    path: ["week"],
    error: "the year has no week 53",
  });

/**
 * A milestone (avstämning) of a programme: in which of its weeks it falls due, both included. Without `from` it may also be held before
 * the programme begins.
 */
export const ProgrammeMilestone = z
  .strictObject({
    id: CodeId,
    label: Text,
    weeks: z.strictObject({ from: count.optional(), to: count }),
    /** What is to be done at it, such as an application. */
    actions: texts.optional(),
  })
  .refine(({ weeks: { from, to } }) => from === undefined || from <= to, {
    path: ["weeks"],
    error: "the last week of a milestone is not before its first",
  });
export type ProgrammeMilestone = z.infer<typeof ProgrammeMilestone>;

/** How a programme (gruppverksamhet) is laid out. The size of a group is what one aims at: more people are warned about, never refused. */
export const ProgrammeLayout = z
  .strictObject({
    weeks: count,
    sessionsPerWeek: count,
    groupSize: count.optional(),
    milestones: z.array(ProgrammeMilestone).readonly(),
  })
  .superRefine(({ weeks, milestones }, context) => {
    for (const [index, milestone] of milestones.entries()) {
      if (milestone.weeks.to > weeks)
        context.addIssue({
          code: "custom",
          params: { code: "milestone-after-programme" },
          path: ["milestones", index, "weeks", "to"],
          message: `"${milestone.id}" falls in week ${milestone.weeks.to} of a programme of ${weeks} weeks`,
        });
      if (milestones.findIndex(({ id }) => id === milestone.id) < index)
        context.addIssue({
          code: "custom",
          params: { code: "milestone-twice" },
          path: ["milestones", index, "id"],
          message: `two milestones are called "${milestone.id}"`,
        });
    }
  });
export type ProgrammeLayout = z.infer<typeof ProgrammeLayout>;

/** A group that goes through a programme: where it meets, from which week, and on which days (1 Monday – 7 Sunday). */
export const ProgrammeGroup = z
  .strictObject({
    id: CodeId,
    site: Text,
    start: Week,
    sessions: z
      .array(z.strictObject({ weekday: z.int().min(1).max(7), part: z.enum(["morning", "afternoon"]).optional() }))
      .min(1)
      .readonly(),
    /** Weeks without sessions, such as Christmas. They are not counted: what comes after them moves to later weeks. */
    skipWeeks: z.array(Week).min(1).readonly().optional(),
    citation: Citation.optional(),
  })
  .refine(({ sessions }) => new Set(sessions.map(({ weekday }) => weekday)).size === sessions.length, {
    path: ["sessions"],
    error: "a group meets at most once a day",
  });
export type ProgrammeGroup = z.infer<typeof ProgrammeGroup>;

/** A programme of an intervention, how it was laid out at different times, and the groups that are known. */
export const Programme = z.strictObject({
  id: CodeId,
  name: Text,
  intervention: CodeId,
  versions: timelineOf(ProgrammeLayout),
  groups: z.array(ProgrammeGroup).readonly().optional(),
});
export type Programme = z.infer<typeof Programme>;

/** When joint plans (gemensamma planer) are followed up: so many calendar months after the plan. */
export const PlanFollowUp = z.strictObject({
  id: CodeId,
  label: Text,
  afterMonths: count,
  /** What the source leaves open, and how it is read here. */
  open: Text.optional(),
});
export type PlanFollowUp = z.infer<typeof PlanFollowUp>;

/** Someone around a person who is replaced: the case worker (handläggare), or the care centre (vårdcentral). */
export const ContinuityChange = z.enum(["case-worker", "care-centre"]);
export type ContinuityChange = z.infer<typeof ContinuityChange>;

/** A process (arbetsgång): its steps with roles and tools, what a change of people opens, and what is reviewed every so many months. */
export const ProcessLayout = z
  .strictObject({
    steps: z
      .array(
        z.strictObject({
          id: CodeId,
          label: Text,
          /** Who has a part in it. */
          roles: texts.optional(),
          /** What it is done with. */
          tools: texts.optional(),
        }),
      )
      .readonly(),
    /** A change opens a step again. Without `withinDays` no last day is stated. */
    continuity: z
      .array(z.strictObject({ change: ContinuityChange, opens: CodeId, withinDays: z.int().min(0).optional() }))
      .readonly(),
    /** What is held once in each run of months of the calendar year: 3 is once a quarter, 4 once a tertial. */
    reviews: z
      .array(
        z.strictObject({
          id: CodeId,
          label: Text,
          everyMonths: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(6), z.literal(12)]),
          roles: texts.optional(),
          tools: texts.optional(),
        }),
      )
      .readonly(),
  })
  .superRefine(({ steps, continuity }, context) => {
    for (const [index, { opens }] of continuity.entries())
      if (!steps.some(({ id }) => id === opens))
        context.addIssue({
          code: "custom",
          params: { code: "unknown-step" },
          path: ["continuity", index, "opens"],
          message: `the process has no step "${opens}"`,
        });
  });
export type ProcessLayout = z.infer<typeof ProcessLayout>;

/** A process and how it was laid out at different times. */
export const Process = z.strictObject({ id: CodeId, name: Text, versions: timelineOf(ProcessLayout) });
export type Process = z.infer<typeof Process>;

/**
 * What an association states about the way of a person through interventions. A gap (glapp) has no official length: all of one day or more are
 * listed, and those of `gapHighlight` days or more are marked where the association states it.
 */
export const PathwayPolicy = z.strictObject({
  gapHighlight: timelineOf(z.strictObject({ days: count })).optional(),
  programmes: z.array(Programme).readonly().optional(),
  planFollowUps: timelineOf(z.array(PlanFollowUp).min(1).readonly()).optional(),
  processes: z.array(Process).readonly().optional(),
});
export type PathwayPolicy = z.infer<typeof PathwayPolicy>;

interface PathwayCitation {
  readonly citation: Citation;
  readonly path: readonly (string | number)[];
}

/** Where a pathway policy cites a source, with its place in the policy. */
export function citationsInPathway(policy: PathwayPolicy): readonly PathwayCitation[] {
  const inVersions = (versions: Timeline<unknown> | undefined, path: readonly (string | number)[]) =>
    (versions ?? []).map(({ citation }, index) => ({ citation, path: [...path, index] }));
  return [
    ...inVersions(policy.gapHighlight, ["gapHighlight"]),
    ...inVersions(policy.planFollowUps, ["planFollowUps"]),
    ...(policy.programmes ?? []).flatMap(({ versions, groups = [] }, index) => [
      ...inVersions(versions, ["programmes", index, "versions"]),
      ...groups.flatMap(({ citation }, number) =>
        citation === undefined ? [] : [{ citation, path: ["programmes", index, "groups", number] }],
      ),
    ]),
    ...(policy.processes ?? []).flatMap(({ versions }, index) =>
      inVersions(versions, ["processes", index, "versions"]),
    ),
  ];
}
