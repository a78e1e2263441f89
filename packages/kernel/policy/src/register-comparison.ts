import { Citation, SourceStatus } from "@finsam/model";
import * as z from "zod";

/**
 * How the same participations are found in two registers, such as the association's own and a national one: how many days apart two
 * starts may lie in one participation. No authority states a number.
 */
export const RegisterComparison = z.strictObject({
  withinDays: z.int().min(0),
  status: SourceStatus,
  citation: Citation,
});
export type RegisterComparison = z.infer<typeof RegisterComparison>;
