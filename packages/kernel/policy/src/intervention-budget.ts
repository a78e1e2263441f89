import { CalendarDate, Citation, CodeId, SourceStatus, Text } from "@finsam/model";
import * as z from "zod";

/**
 * The key by which the money of an intervention is shared between the participations in it: the same for each, or by the days that each
 * went on. It is a choice of the association.
 */
export const CostKey = z.enum(["participation", "day"]);
export type CostKey = z.infer<typeof CostKey>;

/** What an intervention costs in a period, and by which key its cost is shared. */
export const InterventionBudget = z.strictObject({
  intervention: CodeId,
  /** In whole öre: 100 to the krona. */
  amount: z.int().min(0),
  /** The source says that the amount is a round one ("ca"). */
  approximate: z.literal(true).optional(),
  /** What was planned (budget) or what was spent (outcome, utfall). */
  kind: z.enum(["budget", "outcome"]),
  /** The days it is for; left out where the source does not say, and then nothing is shared. */
  period: z.strictObject({ from: CalendarDate, to: CalendarDate }).optional(),
  key: CostKey,
  status: SourceStatus,
  citation: Citation,
  /** What the source leaves open, and how it is read here. */
  open: Text.optional(),
});
export type InterventionBudget = z.infer<typeof InterventionBudget>;
