import { type Explanation, explain, readFacts } from "@finsam/criteria";
import type { CalendarDate, CodeId, Facts } from "@finsam/model";
import { at, type Profile, WrongFacts } from "@finsam/policy";
import { describedOn } from "./described-on.ts";
import { catalogueOf, UnknownIntervention } from "./no-catalogue.ts";

/**
 * Whether what has to be done before an application has been done: a checklist, a collaboration meeting, or what can take its place.
 * `null` when no source states any on that day.
 *
 * This is about the application and not about the person. That only referrers of the city have FIA (Förutsättningar inför arbete) to use
 * in place of a meeting is a way to fulfil a precondition; who is admitted never depends on who refers. The two are kept apart: target
 * groups ask for facts of the profile's vocabulary, preconditions for the application facts of its catalogue.
 *
 * Source: slides of Samordningsförbundet Stockholms stad of 2023-05-12.
 *
 * @throws UnknownIntervention, NoCatalogue, WrongFacts when a fact is of the wrong kind.
 * @example
 * ```ts
 * import { preconditionsOf } from "@finsam/interventions";
 * import { stockholm } from "@finsam/stockholm";
 * const application = { checklistDone: true, collaborationMeetings: [], fiaDone: true };
 * const outcome = (referrer: string) =>
 *   preconditionsOf(stockholm, "aktivitetsplatsen", { ...application, referrer }, "2023-09-01")?.outcome;
 * [outcome("job-centre-city"), outcome("social-insurance-agency")]; // => ["met", "notMet"]
 * ```
 */
export function preconditionsOf(
  profile: Profile,
  intervention: CodeId,
  application: Facts,
  on: CalendarDate,
): Explanation | null {
  const { interventions, applicationFacts } = catalogueOf(profile);
  const entry = interventions.find(({ id }) => id === intervention);
  if (entry === undefined) throw new UnknownIntervention(intervention);
  const description = describedOn(entry, on);
  if (typeof description === "string" || description.value.preconditions === undefined) return null;
  const { facts, problems } = readFacts(applicationFacts, application);
  if (problems.length > 0) throw new WrongFacts(problems);
  return explain(description.value.preconditions, facts, {
    vocabulary: applicationFacts,
    on,
    leapDayBirthday: at(profile.leapDayBirthday, on, "leapDayBirthday").value,
  });
}
