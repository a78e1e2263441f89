import type { Source } from "@finsam/model";

/**
 * The sources that the lists of this package cite, by the id that stands in `citation.source`.
 *
 * @example
 * ```ts
 * import { codeById } from "@finsam/model";
 * import { exitReasonSources, exitReasons } from "@finsam/exit-reasons";
 * const illness = codeById(exitReasons, "illness");
 * exitReasonSources[illness?.citation?.source ?? ""]?.date; // => "2021"
 * ```
 */
export const exitReasonSources: Readonly<Record<string, Source>> = {
  "follow-up-2021": {
    title: {
      sv: "Uppföljning 2021 av de sju individinriktade insatserna, Samordningsförbundet Stockholms stad",
      en: "Follow-up 2021 of the seven individual interventions, Samordningsförbundet Stockholms stad",
    },
    date: "2021",
  },
  "susam-deregistration": {
    title: { sv: "Utregistrering av deltagare i SUS", en: "De-registering participants in SUS" },
    url: "https://www.susam.se/finsam/deltagaransvarig/utregistrering-av-deltagare",
  },
  "susam-interrupted-cooperation": {
    title: { sv: "Avbrutet samarbete, SUS", en: "Interrupted cooperation, SUS" },
    url: "https://www.susam.se/af-fk-samarbete/deltagaransvarig-fk/avbrutet-samarbete",
  },
};
