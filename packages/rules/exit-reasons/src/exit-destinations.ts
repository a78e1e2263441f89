import type { Code, CodeList } from "@finsam/model";

/**
 * Where a participant went at the exit (a detail of the exit reason; one exit may have several). Named in Follow-up 2021; the labels are
 * its terms, the ids are ours.
 *
 * @example
 * ```ts
 * import { findCode } from "@finsam/model";
 * import { exitDestinations } from "@finsam/exit-reasons";
 * findCode(exitDestinations, "Arbetsträning")?.id; // => "work-training"
 * ```
 */
export const exitDestinations: CodeList = {
  id: "exit-destinations",
  version: "2021",
  title: { sv: "Avslutad till", en: "Destination at exit" },
  codes: [
    destination("employment-unsubsidised", "Arbete utan lönestöd", "Work without wage subsidy"),
    destination("employment-subsidised", "Arbete med lönestöd", "Work with wage subsidy"),
    destination("studies", "Studier", "Studies"),
    destination("active-job-search", "Aktivt arbetssökande", "Active job search"),
    destination("job-centre-city", "Jobbtorg Stockholm", "City job centre (Jobbtorg Stockholm)"),
    destination("employment-service", "Arbetsförmedlingen ordinarie", "Employment service, ordinary measures"),
    destination(
      "joint-mapping-strengthened-cooperation",
      "Gemensam kartläggning/förstärkt samarbete AF–FK",
      "Joint mapping or strengthened cooperation of employment service and social insurance agency",
    ),
    destination("work-training", "Arbetsträning", "Work training"),
    destination("care-or-treatment", "Vårdinsatser", "Care or treatment"),
    destination(
      "lss-activity",
      "Sysselsättning enligt LSS",
      "Activity under the act on support for persons with disabilities (LSS)",
    ),
    destination(
      "permanent-compensation-application",
      "Ansökan om varaktig ersättning",
      "Application for permanent compensation",
    ),
    destination("old-age-pension", "Pension", "Old-age pension"),
  ],
};

function destination(id: string, sv: string, en: string): Code {
  return { id, label: { sv, en }, status: "attested", citation: { source: "follow-up-2021" } };
}
