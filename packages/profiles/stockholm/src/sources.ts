import { exitReasonSources } from "@finsam/exit-reasons";
import type { Source } from "@finsam/model";

/** The documents that the profile takes its values from. Values and codes cite them by these ids. */
export const sources: Readonly<Record<string, Source>> = {
  ...exitReasonSources,
  "finsam-act": {
    title: {
      sv: "Lag (2003:1210) om finansiell samordning av rehabiliteringsinsatser",
      en: "Act (2003:1210) on financial coordination of rehabilitation",
    },
    date: "2004-01-01",
  },
  "jarva-meeting-2023": {
    title: {
      sv: "Minnesanteckningar, lokal samverkansgrupp Järva",
      en: "Notes of the local collaboration group Järva",
    },
    date: "2023-02-13",
  },
  "vasterort-meeting-2023": {
    title: {
      sv: "Minnesanteckningar och bilder, lokal samverkansgrupp Västerort",
      en: "Notes and slides of the local collaboration group Västerort",
    },
    date: "2023-05-12",
  },
  "ended-interventions": {
    title: {
      sv: "Webbsidan Avslutade insatser, Samordningsförbundet Stockholms stad",
      en: "Web page on ended interventions, Samordningsförbundet Stockholms stad",
    },
    date: "2020",
  },
  "jarva-report-2024": {
    title: {
      sv: "Slutrapport, utvecklingsprojekt i Järva stadsdelsförvaltning 2024",
      en: "Final report, development project of the district administration Järva 2024",
    },
    date: "2025-03-17",
  },
  "burlov-finsam": {
    title: {
      sv: "Nollplacerade – metodimplementering, avslutade insatser i Burlöv och Staffanstorp",
      en: "Nollplacerade, introducing a method: ended interventions in Burlöv and Staffanstorp",
    },
    url: "https://staffanstorp.se/burlovfinsam/avslutade-insatser/nollplacerade-metodimplementering/",
  },
  "national-council-2018": {
    title: {
      sv: "Nationella rådets rekommendation om målgrupper (beslut 2018-04-12)",
      en: "Recommendation of the national council on target groups (decision 2018-04-12)",
    },
    date: "2018-04-12",
    url: "https://www.finsam.se/kunskapsstod/vad-gor-samordningsforbund/malgrupper",
  },
  "social-insurance-code": {
    title: { sv: "Socialförsäkringsbalken (2010:110)", en: "Social insurance code (2010:110)" },
    date: "2010",
  },
  "sus-joint-mapping": {
    title: { sv: "SUS, gemensam kartläggning", en: "SUS, joint mapping" },
    url: "https://www.susam.se/af-fk-samarbete/deltagaransvarig-af/gemensam-kartlaggning",
  },
  "nchs-proportions-2017": {
    title: {
      sv: "NCHS (USA), Data Presentation Standards for Proportions, Vital and Health Statistics 2:175",
      en: "NCHS (USA), Data Presentation Standards for Proportions, Vital and Health Statistics 2:175",
    },
    date: "2017-08",
  },
  proposal: {
    title: {
      sv: "Förslag i finsam: behövs för helheten, inte belagt i någon källa",
      en: "Proposed by finsam: needed for completeness, not attested by a source",
    },
  },
};
