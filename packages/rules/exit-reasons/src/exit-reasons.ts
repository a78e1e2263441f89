import type { CodeList } from "@finsam/model";

/**
 * Why a participation ended (avslutsorsak; in SUS avslutsanledning), in the wording of 2021.
 *
 * `attested` marks the reasons that a source gives as codes: the three numbered ones (Follow-up 2021) and the wrong registration
 * (susam.se). The rest are a proposal that makes the list complete, and are `unverified`, also where a source mentions the reason
 * in its text.
 *
 * The legacy codes 1–3 are the numbering of that report, not official codes of Försäkringskassan. SUS closed for Finsam on
 * 30 April 2023: no later record gets a number there, but an older one keeps it, so the numbers stay as spellings to read. The reasons
 * themselves belong to the association's own register and go on. No code has a first or last day, because no source gives one.
 *
 * @example
 * ```ts
 * import { findCode } from "@finsam/model";
 * import { exitReasons } from "@finsam/exit-reasons";
 * findCode(exitReasons, "2")?.id; // => "continued-rehabilitation"
 * findCode(exitReasons, "Flyttat")?.id; // => "moved"
 * ```
 */
export const exitReasons: CodeList = {
  id: "exit-reasons",
  version: "2021",
  title: { sv: "Avslutsorsak", en: "Exit reason" },
  codes: [
    {
      id: "work-studies-or-active-job-search",
      label: {
        sv: "Utskrivning till aktivt arbetssökande och/eller arbete och studier",
        en: "Discharged to active job search, work or studies",
      },
      legacyCodes: ["1"],
      aliases: ["Utskrivning till aktivt arbetssökande och/ eller arbete och studier"],
      status: "attested",
      citation: { source: "follow-up-2021", place: "totals, lines 3–35" },
    },
    {
      id: "continued-rehabilitation",
      label: { sv: "Utskrivning till fortsatt rehabilitering", en: "Discharged to continued rehabilitation" },
      legacyCodes: ["2"],
      status: "attested",
      citation: { source: "follow-up-2021", place: "totals, lines 3–35" },
    },
    {
      id: "illness",
      label: { sv: "Utskrivning på grund av sjukdom", en: "Discharged because of illness" },
      legacyCodes: ["3"],
      aliases: ["Återremittering på grund av sjukdom"],
      status: "attested",
      citation: { source: "follow-up-2021", place: "totals, lines 3–35" },
    },
    {
      id: "moved",
      label: { sv: "Byte av bostadsort", en: "Moved to another place" },
      aliases: ["Flyttat"],
      status: "unverified",
      citation: { source: "follow-up-2021", place: "Aktivitetsplatsen, line 362" },
    },
    {
      id: "not-relevant-for-members",
      label: {
        sv: "Inte aktuell för fortsatta insatser hos någon medlem",
        en: "Not relevant for further interventions of any member",
      },
      aliases: ["Inte aktuell"],
      status: "unverified",
      citation: { source: "follow-up-2021", place: "Aktivitetsplatsen, line 363" },
    },
    {
      id: "interrupted-by-participant",
      label: { sv: "Avbruten på deltagarens initiativ", en: "Broken off by the participant" },
      aliases: ["Avbruten av deltagaren"],
      status: "unverified",
      citation: { source: "susam-interrupted-cooperation" },
    },
    {
      id: "consent-withdrawn",
      label: {
        sv: "Samtycke återkallat (endast registreringen avslutas)",
        en: "Consent withdrawn (only the registration ends)",
      },
      status: "unverified",
      citation: { source: "susam-interrupted-cooperation" },
    },
    { id: "deceased", label: { sv: "Avliden", en: "Deceased" }, status: "unverified" },
    {
      id: "wrong-registration",
      label: { sv: "Felregistrering", en: "Wrong registration" },
      status: "attested",
      citation: { source: "susam-deregistration" },
    },
    { id: "other", label: { sv: "Annan orsak", en: "Other reason" }, status: "unverified" },
    { id: "unknown", label: { sv: "Uppgift saknas", en: "Not stated" }, status: "unverified" },
  ],
};
