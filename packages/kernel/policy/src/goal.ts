import { CalendarDate, Citation, CodeId, type CodeList, codeById, Sex, SourceStatus, Text } from "@finsam/model";
import * as z from "zod";

/**
 * What a goal, or a figure, counts. A goal on activities is not judged on a count of plans, nor one on persons on a count of
 * participations.
 */
export const GoalUnit = z.enum([
  "participations",
  "persons",
  "plans",
  "activities",
  "answers",
  "participations-per-worker",
]);
export type GoalUnit = z.infer<typeof GoalUnit>;

const period = z.strictObject({ from: CalendarDate, to: CalendarDate });

/**
 * What a goal is about. `count`: how many there are of something. `share`: how many per cent it is of something wider. `sexDistribution`:
 * how many per cent of it are of one sex.
 */
export const GoalMeasure = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("count"), of: CodeId, unit: GoalUnit }),
  z.strictObject({ kind: z.literal("share"), of: CodeId, within: CodeId, unit: GoalUnit }),
  z.strictObject({ kind: z.literal("sexDistribution"), of: CodeId, sex: Sex, unit: GoalUnit }),
]);
export type GoalMeasure = z.infer<typeof GoalMeasure>;

/** A goal (mål) of an association or of one of its interventions. */
export const Goal = z.strictObject({
  id: CodeId,
  /** The goal in words. */
  title: Text,
  /** The intervention it is set for; all of the association when left out. */
  intervention: CodeId.optional(),
  measure: GoalMeasure,
  /** `about` is reached within the `tolerance`, and cannot be judged where none is stated. */
  comparator: z.enum(["at-least", "at-most", "about"]),
  /** A number of units, or per cent for a share and a sex distribution. */
  target: z.number().min(0),
  /** How far from the target `about` reaches, in the same unit. */
  tolerance: z.number().min(0).optional(),
  /** The days it is set for; left out where the source does not say. */
  period: period.optional(),
  /** What is counted is only a part of what the goal is about: enough of it shows that the goal is reached, too little shows nothing. */
  countsOnlyPart: z.literal(true).optional(),
  status: SourceStatus,
  citation: Citation,
  /** What the source leaves open, and how it is read here. */
  open: Text.optional(),
});
export type Goal = z.infer<typeof Goal>;

const count = z.int().min(0).nullable();

/** Counts by sex where they are known: absent was not counted, `null` is withheld. */
export const FigureCounts = z.strictObject({
  woman: count.optional(),
  man: count.optional(),
  other: count.optional(),
  unknown: count.optional(),
  total: count,
});
export type FigureCounts = z.infer<typeof FigureCounts>;

const about = { of: CodeId, unit: GoalUnit, intervention: CodeId.optional(), period, citation: Citation.optional() };

/**
 * A figure that goals can be judged on: a count, a share with the counts it is made of, or a share of which only the whole per cent was
 * printed.
 */
export const GoalFigure = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("count"), ...about, counts: FigureCounts }),
  z.strictObject({ kind: z.literal("share"), within: CodeId, ...about, counts: FigureCounts, base: FigureCounts }),
  z.strictObject({
    kind: z.literal("printedShare"),
    within: CodeId,
    ...about,
    percent: z.int().min(0).max(100),
  }),
]);
export type GoalFigure = z.infer<typeof GoalFigure>;

/** The goals of an association, and what it has counted itself beside its register: plans, activities, answers to surveys. */
export const Goals = z.strictObject({
  goals: z.array(Goal).min(1).readonly(),
  figures: z.array(GoalFigure).readonly(),
});
export type Goals = z.infer<typeof Goals>;

/** What is wrong with the goals and figures of a profile, each with its place among them. */
export function goalProblems({ goals, figures }: Goals, interventions: CodeList): readonly GoalProblem[] {
  const unknownIntervention = ({ intervention }: { readonly intervention?: CodeId | undefined }): boolean =>
    intervention !== undefined && codeById(interventions, intervention) === undefined;
  return [
    ...goals.flatMap((goal, index): readonly GoalProblem[] => [
      ...(goals.findIndex(({ id }) => id === goal.id) < index
        ? [{ code: "goal-twice", path: ["goals", index, "id"], message: `two goals are called "${goal.id}"` }]
        : []),
      ...(unknownIntervention(goal)
        ? [
            {
              code: "unknown-intervention",
              path: ["goals", index, "intervention"],
              message: `the list of interventions has no "${goal.intervention}"`,
            },
          ]
        : []),
      ...(goal.measure.kind !== "count" && goal.target > 100
        ? [
            {
              code: "goal-above-100-percent",
              path: ["goals", index, "target"],
              message: `"${goal.id}" asks for more than 100 per cent`,
            },
          ]
        : []),
    ]),
    ...figures.flatMap((figure, index): readonly GoalProblem[] =>
      unknownIntervention(figure)
        ? [
            {
              code: "unknown-intervention",
              path: ["figures", index, "intervention"],
              message: `the list of interventions has no "${figure.intervention}"`,
            },
          ]
        : [],
    ),
  ];
}

interface GoalProblem {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
}
