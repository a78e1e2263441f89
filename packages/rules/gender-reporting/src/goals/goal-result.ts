import { Citation, CodeId, SourceStatus, Text } from "@finsam/model";
import * as z from "zod";
import { Share } from "../report.ts";

/**
 * Whether a goal was reached. `notMet` only where the figure is known well enough to say so; a figure that is missing, withheld or of
 * another kind leaves it `undetermined`.
 */
export const GoalOutcome = z.enum(["met", "notMet", "undetermined"]);
export type GoalOutcome = z.infer<typeof GoalOutcome>;

/** Why a goal cannot be judged. */
export const GoalReasonCode = z.enum([
  /** Nothing in the report and no figure of the association counts this. */
  "not-counted",
  /** It is about an exit reason that the report tells only together with others, in one row. */
  "told-together",
  /** It was counted, in another unit: plans where the goal is on activities. */
  "other-unit",
  /** It was counted, for another period. */
  "other-period",
  /** The source does not say for which period the goal is. */
  "period-not-stated",
  /** The count is withheld, so that nobody is given away. */
  "withheld",
  /** There is nobody to be a share of. */
  "empty-base",
  /** The goal is "about" a number, and the source does not say how near is near enough. */
  "tolerance-not-stated",
  /** Only whole per cent was printed, and the goal lies within what was rounded. */
  "rounded",
  /** Only a part of what the goal is about is counted, and that part alone does not reach it. */
  "only-part-counted",
]);
export type GoalReasonCode = z.infer<typeof GoalReasonCode>;

/** What was reached, for all or for one sex. */
export const Reached = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("count"), count: z.int().min(0) }),
  z.strictObject({ kind: z.literal("share"), share: Share }),
  /** Only the whole per cent is known. */
  z.strictObject({ kind: z.literal("printedShare"), percent: z.int().min(0).max(100) }),
]);
export type Reached = z.infer<typeof Reached>;

/** A goal and what became of it. */
export const GoalResult = z.strictObject({
  goal: CodeId,
  intervention: CodeId.optional(),
  title: Text,
  outcome: GoalOutcome,
  /** `null` where nothing is known. */
  reached: Reached.nullable(),
  /**
   * The same for women and for men where it is known: counts, or shares of own sex with the outcome they would have for the same goal.
   * A goal on the distribution of the sexes has none, since it is about both.
   */
  bySex: z
    .strictObject({
      woman: z.strictObject({ reached: Reached, outcome: GoalOutcome.optional() }).nullable(),
      man: z.strictObject({ reached: Reached, outcome: GoalOutcome.optional() }).nullable(),
    })
    .nullable(),
  /** Empty when the goal could be judged. */
  reasons: z.array(z.strictObject({ code: GoalReasonCode, text: Text })),
  sentence: Text,
  /** Where the association gives the figure it was judged on; left out when that is the report. */
  figureFrom: Citation.optional(),
  /** How sure the goal itself is. */
  status: SourceStatus,
  /** What the source of the goal leaves open. */
  open: Text.optional(),
});
export type GoalResult = z.infer<typeof GoalResult>;
