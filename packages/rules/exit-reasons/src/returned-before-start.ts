import type { Code, CodeList } from "@finsam/model";

/**
 * Why a person was returned to the referrer before the start (återremitterad). Not an exit: the participation never began, so it is in no
 * table of ended participations. Source: Follow-up 2021, MIA Vidare.
 *
 * @example
 * ```ts
 * import { codeById } from "@finsam/model";
 * import { returnedBeforeStart } from "@finsam/exit-reasons";
 * codeById(returnedBeforeStart, "discharged-by-referrer")?.label.sv; // => "Utskriven hos remittenten"
 * ```
 */
export const returnedBeforeStart: CodeList = {
  id: "returned-before-start",
  version: "2021",
  title: { sv: "Återremitterad före start", en: "Returned before start" },
  codes: [
    reason(
      "started-other-intervention",
      "Började i en annan insats under kötiden",
      "Started another intervention while waiting",
    ),
    reason("substance-use-relapse", "Återfall i missbruk", "Relapse in substance use"),
    reason("discharged-by-referrer", "Utskriven hos remittenten", "Discharged by the referrer"),
    reason(
      "referrer-cannot-reach-participant",
      "Remittenten når inte personen",
      "The referrer cannot reach the person",
    ),
    reason(
      "referrer-without-successor",
      "Remittenten har slutat och saknar efterträdare",
      "The referrer has left and has no successor",
    ),
    reason(
      "participant-declined-after-introduction",
      "Personen tackade nej efter introduktionen",
      "The person declined after the introduction",
    ),
  ],
};

function reason(id: string, sv: string, en: string): Code {
  return {
    id,
    label: { sv, en },
    status: "attested",
    citation: { source: "follow-up-2021", place: "MIA Vidare, lines 689–693" },
  };
}
