import * as z from "zod";
import { CalendarDate } from "./calendar-date.ts";
import { ParticipationId } from "./participation.ts";

/**
 * A spell (sammanhängande period) inside a participation: time in the intervention without a break. A participation that was paused has
 * one before the pause and one after it. Both days count; without `end` the spell goes on.
 *
 * @example
 * ```ts
 * import { Spell } from "@finsam/model";
 * Spell.safeParse({ id: "s1", participation: "d1", start: "2021-03-01", end: "2021-06-30" }).success; // => true
 * Spell.safeParse({ id: "s1", participation: "d1", start: "2021-03-01", end: "2021-02-28" }).success; // => false
 * ```
 */
export const Spell = z
  .strictObject({
    id: z.string().min(1).max(200),
    participation: ParticipationId,
    /** First day. */
    start: CalendarDate,
    /** Last day. Missing while the spell goes on. */
    end: CalendarDate.optional(),
  })
  .refine(({ start, end }) => end === undefined || end >= start, {
    path: ["end"],
    error: "the end lies before the start",
  });
export type Spell = z.infer<typeof Spell>;
