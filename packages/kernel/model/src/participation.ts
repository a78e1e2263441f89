import * as z from "zod";
import { CalendarDate } from "./calendar-date.ts";
import { CodeId } from "./code-list.ts";
import { PersonId } from "./person.ts";
import { Sex, SexBasis } from "./sex.ts";

/** The id of a participation in the register it comes from. Saving the same id again replaces what was saved. */
export const ParticipationId = z.string().min(1).max(200);
export type ParticipationId = z.infer<typeof ParticipationId>;

const counted = {
  id: ParticipationId,
  intervention: CodeId,
  sex: Sex,
  sexBasis: SexBasis,
  /** First day. Missing while the person waits to begin. */
  start: CalendarDate.optional(),
  /** Last day. Missing while the participation goes on. */
  end: CalendarDate.optional(),
};

/** A participation (deltagande) of a person who consents to be followed up. */
export const FollowedParticipation = z.strictObject({
  followUp: z.literal("followed"),
  ...counted,
  person: PersonId,
  referrer: CodeId.optional(),
  referred: CalendarDate.optional(),
  district: CodeId.optional(),
  exitReason: CodeId.optional(),
  /** Why the person was sent back to the referrer before the start. Not an exit. */
  returnedBeforeStart: CodeId.optional(),
  education: CodeId.optional(),
  /** Income support (försörjning) at the start; several at once are possible, `["none"]` says that there was none. */
  supportAtStart: z.array(CodeId).min(1).optional(),
  /** First day of the unbroken time in public support that still ran at the start. */
  supportSince: CalendarDate.optional(),
  supportAtEnd: z.array(CodeId).min(1).optional(),
});
export type FollowedParticipation = z.infer<typeof FollowedParticipation>;

/**
 * A participation without consent to be followed up: counted by intervention, sex, start and end, since the activity took place.
 * Nothing else is kept, not even who (SOURCES.md, consent).
 */
export const NotFollowedParticipation = z.strictObject({ followUp: z.literal("not-followed"), ...counted });
export type NotFollowedParticipation = z.infer<typeof NotFollowedParticipation>;

/** A participation as a national system takes it without consent or with protected identity: the year of the start, and the sex. */
export const AnonymousParticipation = z.strictObject({
  followUp: z.literal("anonymous"),
  id: ParticipationId,
  startYear: z.int().min(1).max(9999).optional(),
  sex: Sex,
});
export type AnonymousParticipation = z.infer<typeof AnonymousParticipation>;

/**
 * One person in one intervention (deltagande): followed, counted only, or anonymous. A participation never ends before it starts,
 * and `other` is never a legal sex.
 */
export const Participation = z
  .discriminatedUnion("followUp", [FollowedParticipation, NotFollowedParticipation, AnonymousParticipation])
  .superRefine((participation, context) => {
    if (participation.followUp === "anonymous") return;
    const { start, end, sex, sexBasis } = participation;
    if (end !== undefined && start === undefined)
      context.addIssue({ code: "custom", path: ["start"], message: "a participation with an end needs a start" });
    if (start !== undefined && end !== undefined && end < start)
      context.addIssue({ code: "custom", path: ["end"], message: "the end lies before the start" });
    if (sex === "other" && sexBasis === "legal-sex")
      context.addIssue({
        code: "custom",
        path: ["sex"],
        message: "other is not a legal sex; it can only be self-reported",
      });
  });
export type Participation = z.infer<typeof Participation>;

/**
 * What remains of a participation when only the year of the start and the sex may be kept.
 *
 * @example
 * ```ts
 * import { anonymise } from "@finsam/model";
 * anonymise({ followUp: "not-followed", id: "D1", intervention: "mia", sex: "woman", sexBasis: "legal-sex", start: "2021-03-01" });
 * // => { followUp: "anonymous", id: "D1", sex: "woman", startYear: 2021 }
 * ```
 */
export function anonymise(participation: Participation): AnonymousParticipation {
  if (participation.followUp === "anonymous") return participation;
  const { id, sex, start } = participation;
  return { followUp: "anonymous", id, sex, ...(start === undefined ? {} : { startYear: Number(start.slice(0, 4)) }) };
}
