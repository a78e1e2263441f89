import { CalendarDate, Facts, Text } from "@finsam/model";
import * as z from "zod";

/**
 * What an analysis can find in a profile.
 *
 * - `rule-nobody-meets`, `rule-everybody-meets`: on some day a rule says the same of all people.
 * - `condition-never-matters`: a condition, or a reference to a rule, that could be left out and nobody's outcome would change.
 * - `fact-may-not-decide`: a rule asks for a fact that it was said no rule may depend on, and the answer decides for somebody.
 * - `validity-hole`: on some day a rule is valid, and something that it needs is not yet, or no longer.
 * - `code-outlives-wider-code`: a code is valid on days when the code it belongs to, or is reported as, is not.
 * - `code-list-hole`: days on which no code of a list is valid, between days when some are.
 * - `bands-leave-gap`, `band-without-people`: there are years outside all bands of a report, or none inside one.
 * - `rule-too-large`: a rule that is too large to be analysed; nothing is known of it.
 */
export const ProfileFindingCode = z.enum([
  "rule-nobody-meets",
  "rule-everybody-meets",
  "condition-never-matters",
  "fact-may-not-decide",
  "validity-hole",
  "code-outlives-wider-code",
  "code-list-hole",
  "bands-leave-gap",
  "band-without-people",
  "rule-too-large",
]);
export type ProfileFindingCode = z.infer<typeof ProfileFindingCode>;

/** Something in a profile that is well formed and cannot be meant. */
export const ProfileFinding = z.strictObject({
  code: ProfileFindingCode,
  /** Keys and indexes from the top of the profile, such as `rules.target-group.versions.0.value.of.1`. */
  place: z.string(),
  /** The first day on which it is so; missing when it does not depend on the day. */
  on: CalendarDate.optional(),
  message: Text,
  /**
   * Invented people who show it: someone in no band, or two who differ in one fact alone and in the outcome. Empty when
   * nobody can show it, as for a rule that nobody meets.
   */
  people: z.array(Facts).readonly(),
});
export type ProfileFinding = z.infer<typeof ProfileFinding>;

/** What was found in a profile. An analysis without findings has looked at everything. */
export const ProfileAnalysis = z.strictObject({
  profile: z.string(),
  version: z.string(),
  findings: z.array(ProfileFinding).readonly(),
});
export type ProfileAnalysis = z.infer<typeof ProfileAnalysis>;
