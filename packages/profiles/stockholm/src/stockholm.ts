import { eligibilityVocabulary, finsamGroup, targetGroup } from "@finsam/eligibility";
import { exitReasonRules } from "@finsam/exit-reasons";
import { Profile } from "@finsam/policy";
import { sig0, sig0Jarva, sig0JarvaOver12Months, sig0Vocabulary } from "@finsam/sig0";
import { budgets2021 } from "./budgets.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import { catalogueVocabulary } from "./catalogue/vocabulary.ts";
import { districts, education, interventions, referrers, support } from "./code-lists.ts";
import { funding } from "./funding.ts";
import { goals2021 } from "./goals.ts";
import { measuring } from "./instruments.ts";
import { mayNotDecide, notDecidingVocabulary } from "./may-not-decide.ts";
import { residentMunicipality } from "./municipalities.ts";
import { pathway } from "./programmes.ts";
import { registerLayout } from "./register-layout.ts";
import { reportLayout } from "./report-layout.ts";
import { sources } from "./sources.ts";

/** A value that is attested from one day on, and was taken over unverified for the time before it. */
const attestedFrom = <Value>(
  value: Value,
  day: string,
  source: string,
  before: { from: string; to: string; source: string },
) => [
  {
    value,
    validFrom: before.from,
    validTo: before.to,
    status: "unverified" as const,
    citation: { source: before.source },
  },
  { value, validFrom: day, status: "attested" as const, citation: { source } },
];

// The slides of May 2023 print 16–66; before them only the lower age is known, as a national recommendation.
const ages = <Value>(value: Value) =>
  attestedFrom(value, "2023-05-12", "vasterort-meeting-2023", {
    from: "2018-04-12",
    to: "2023-05-11",
    source: "national-council-2018",
  });

// The report is about 2024; the district administration Järva began on 1 July 2023.
const jarva = <Value>(value: Value) =>
  attestedFrom(value, "2024-01-01", "jarva-report-2024", {
    from: "2023-07-01",
    to: "2023-12-31",
    source: "jarva-report-2024",
  });

/**
 * Samordningsförbundet Stockholms stad as data: its rules, the dated values in them, its code lists and interventions, and the layout
 * of its register and report. What no source attests is marked `unverified`.
 *
 * @example
 * ```ts
 * import { at } from "@finsam/policy";
 * import { stockholm } from "@finsam/stockholm";
 * at(stockholm.parameters["highest-age"]?.versions ?? [], "2024-03-01", "highest-age").value; // => 66
 * ```
 */
export const stockholm: Profile = Profile.parse({
  id: "stockholm",
  version: "2025-03",
  name: { sv: "Samordningsförbundet Stockholms stad", en: "Coordination association of the City of Stockholm" },
  language: "sv",
  sources,
  vocabulary: {
    ...eligibilityVocabulary,
    residentMunicipality,
    ...sig0Vocabulary,
    ...catalogueVocabulary,
    ...notDecidingVocabulary,
  },
  mayNotDecide,
  leapDayBirthday: [
    { value: "1-march", validFrom: "2004-01-01", status: "unverified", citation: { source: "proposal" } },
  ],
  parameters: {
    "lowest-age": {
      title: { sv: "Lägsta ålder i målgruppen", en: "Lowest age in the target group" },
      versions: ages(16),
    },
    "highest-age": {
      title: { sv: "Högsta ålder i målgruppen", en: "Highest age in the target group" },
      versions: ages(66),
    },
    municipalities: {
      title: { sv: "Kommuner i förbundets område", en: "Municipalities in the area of the association" },
      versions: [
        {
          value: ["0180"],
          validFrom: "2018-04-12",
          status: "attested",
          citation: { source: "vasterort-meeting-2023" },
        },
      ],
    },
  },
  rules: {
    "target-group": {
      title: { sv: "Förbundets målgrupp", en: "Target group of the association" },
      versions: ages(targetGroup),
    },
    finsam: {
      title: { sv: "Behov av samordnad rehabilitering", en: "Need of coordinated rehabilitation" },
      versions: [
        {
          value: finsamGroup,
          validFrom: "2004-01-01",
          status: "attested",
          citation: { source: "finsam-act", place: "2 §" },
        },
      ],
    },
    sig0: {
      title: { sv: "SIG 0 (nollplacerad)", en: "SIG 0 (nollplacerad)" },
      versions: [
        { value: sig0, validFrom: "2017-01-01", status: "attested", citation: { source: "ended-interventions" } },
      ],
    },
    "sig0-jarva": {
      title: {
        sv: "SIG 0 i Järva: bistånd i 10 månader eller mer",
        en: "SIG 0 in Järva: assistance for 10 months or more",
      },
      versions: jarva(sig0Jarva),
    },
    "sig0-jarva-over-12-months": {
      title: {
        sv: "SIG 0 i Järva: bistånd i mer än 12 månader",
        en: "SIG 0 in Järva: assistance for more than 12 months",
      },
      versions: jarva(sig0JarvaOver12Months),
    },
  },
  codeLists: { interventions, exitReasons: exitReasonRules.list, referrers, districts, education, support },
  exitResults: exitReasonRules.results,
  register: registerLayout,
  // No source states a number of days; that the national register and the own one differ is all that the follow-up of 2021 says.
  registerComparison: { withinDays: 30, status: "unverified", citation: { source: "proposal" } },
  goals: goals2021,
  budgets: budgets2021,
  pathway,
  measuring,
  funding,
  report: [
    {
      value: reportLayout,
      validFrom: "2004-01-01",
      status: "unverified",
      citation: { source: "follow-up-2021", place: "totals, lines 3–35" },
    },
  ],
  catalogue,
});
