import { CalendarDate, type DateInterval, overlap, PersonId, Text } from "@finsam/model";
import { ContinuityChange, Focus } from "@finsam/policy";
import * as z from "zod";

const id = z.string().min(1).max(200);
const inOrder = <Schema extends z.ZodType<{ readonly start?: string | undefined; readonly end?: string | undefined }>>(
  schema: Schema,
) =>
  schema.refine(({ start, end }) => end === undefined || (start !== undefined && start <= end), {
    path: ["end"],
    error: "the end lies before the start, or there is no start",
  });

/** An intervention in the pathway of a person: from the referral on, with what it works on where that is known. */
export const PathwayIntervention = inOrder(
  z.strictObject({
    id,
    label: Text,
    focus: z.array(Focus).min(1).readonly().optional(),
    referred: CalendarDate.optional(),
    /** First day. Missing while the person waits, or when the person was returned. */
    start: CalendarDate.optional(),
    /** Last day. Missing while it goes on. */
    end: CalendarDate.optional(),
    /** The person was sent back to the referrer before the start (återremitterad), on a day if it is known. */
    returned: z.strictObject({ on: CalendarDate.optional() }).optional(),
    /** Time in it without a break, where that is recorded. */
    spells: z
      .array(inOrder(z.strictObject({ start: CalendarDate, end: CalendarDate.optional() })))
      .min(1)
      .readonly()
      .optional(),
  }),
);
export type PathwayIntervention = z.infer<typeof PathwayIntervention>;

/** A change of case worker or care centre: the last day of the one before, and the first day of the one after, if there is one. */
export const PathwayChange = z
  .strictObject({ change: ContinuityChange, left: CalendarDate, successor: CalendarDate.optional() })
  .refine(({ left, successor }) => successor === undefined || left <= successor, {
    path: ["successor"],
    error: "the one after begins before the one before left",
  });
export type PathwayChange = z.infer<typeof PathwayChange>;

/** Absence that is known of: planned, or illness. It explains days and takes none away. */
export const PathwayAbsence = inOrder(
  z.strictObject({
    kind: z.enum(["planned", "illness"]),
    start: CalendarDate,
    end: CalendarDate.optional(),
    note: Text.optional(),
  }),
);
export type PathwayAbsence = z.infer<typeof PathwayAbsence>;

/** The way of one pseudonymous person through interventions. */
export const Pathway = z
  .strictObject({
    person: PersonId,
    interventions: z.array(PathwayIntervention).readonly(),
    changes: z.array(PathwayChange).readonly().optional(),
    absences: z.array(PathwayAbsence).readonly().optional(),
  })
  .refine(({ interventions }) => new Set(interventions.map(({ id }) => id)).size === interventions.length, {
    path: ["interventions"],
    error: "two interventions have the same id",
  });
export type Pathway = z.infer<typeof Pathway>;

/** The days of an intervention that has begun; nothing while the person waits or was returned. */
export const daysOf = ({ start, end, returned }: PathwayIntervention): DateInterval | undefined =>
  start === undefined || returned !== undefined ? undefined : { from: start, to: end ?? null };

/** The days on which an intervention goes on: its spells where they are recorded, within its start and end; else all from start to end. */
export function activeIn(intervention: PathwayIntervention): readonly DateInterval[] {
  const days = daysOf(intervention);
  if (days === undefined) return [];
  const { spells } = intervention;
  return spells === undefined
    ? [days]
    : spells.flatMap(({ start, end }) => overlap({ from: start, to: end ?? null }, days) ?? []);
}
