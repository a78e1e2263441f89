import type { Source } from "@finsam/model";

/**
 * The sources that the instruments of this package cite, by the id that stands in `citation.source`.
 *
 * @example
 * ```ts
 * import { bip, bipSources } from "@finsam/bip";
 * bipSources[bip.citation?.source ?? ""]?.url; // => "https://vaeksthusets-kompetencecenter.dk/sv/forskning/"
 * ```
 */
export const bipSources: Readonly<Record<string, Source>> = {
  "vaeksthuset-research": {
    title: { sv: "Væksthusets forskning om BIP", en: "Væksthuset's research on BIP" },
    url: "https://vaeksthusets-kompetencecenter.dk/sv/forskning/",
  },
  jobraad: {
    title: { sv: "Sida om BIP på jobraad.dk (på danska)", en: "Page on BIP at jobraad.dk (in Danish)" },
    url: "https://www.jobraad.dk/nu-ved-vi-hvad-der-oeger-jobsandsynligheden/",
  },
  "follow-up-2021": {
    title: {
      sv: "Uppföljning 2021 av de sju individinriktade insatserna, Samordningsförbundet Stockholms stad",
      en: "Follow-up 2021 of the seven individual interventions, Samordningsförbundet Stockholms stad",
    },
    date: "2021",
  },
  "ips-fidelity-centre": {
    title: {
      sv: "Sida om IPS programtrohetsskala, Centre for Mental Health",
      en: "Page on the IPS fidelity scale, Centre for Mental Health",
    },
    url: "https://www.centreformentalhealth.org.uk/the-ips-fidelity-scale",
  },
  "ips-fidelity-form": {
    title: {
      sv: "Formulär för IPS programtrohetsskala med bandet Fair Fidelity 74–99",
      en: "Form of the IPS fidelity scale with the band Fair Fidelity 74–99",
    },
  },
};
