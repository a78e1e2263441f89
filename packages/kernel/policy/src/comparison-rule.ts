import { Citation } from "@finsam/model";
import * as z from "zod";

/** How sure an interval is to hold the value it is about, in per cent. Only the usual three. */
export const ConfidenceLevel = z.literal([90, 95, 99]);
export type ConfidenceLevel = z.infer<typeof ConfidenceLevel>;

/** When women and men are compared, and how sure the intervals are. */
export const ComparisonRule = z.strictObject({
  level: ConfidenceLevel,
  /** Shares of fewer women, or of fewer men, than this are not compared. */
  fewest: z.int().min(1),
  /** Where these two numbers are taken from. */
  citation: Citation,
});
export type ComparisonRule = z.infer<typeof ComparisonRule>;
