import type { Dimension, Population, TableSpec } from "@finsam/gender-reporting";
import type { CodeList } from "@finsam/model";

const text = { sv: "Prov", en: "Sample" };

const list = (
  id: string,
  ...codes: readonly (string | { readonly id: string; readonly reportAs: string })[]
): CodeList => ({
  id,
  version: "1",
  title: text,
  codes: codes.map((code) => ({
    ...(typeof code === "string" ? { id: code } : code),
    label: text,
    status: "attested",
  })),
});

export const interventions = list("interventions", "ips", "mia", "rehab");
export const referrers = list("referrers", "health-care", "employment-service", {
  id: "clinic",
  reportAs: "health-care",
});
export const educations = list("educations", "primary", "upper-secondary", "higher");
export const exitReasons = list("exit-reasons", "work", "studies", "illness", "deceased", "wrong-registration");
export const supports = list("supports", "none", "social-assistance", "activity-support", {
  id: "establishment",
  reportAs: "activity-support",
});

const results = { work: "positive", studies: "positive", illness: "not-positive", deceased: "excluded" } as const;
const ageAtStart = {
  by: "ageAtStart",
  bands: [
    { id: "under-30", label: text, lessThan: 30 },
    { id: "from-30", label: text, atLeast: 30, atMost: 66 },
  ],
  leapDayBirthday: "1-march",
} as const;

const dimensions: readonly Dimension[] = [
  { by: "nothing" },
  { by: "persons" },
  { by: "followUp" },
  { by: "intervention", list: interventions },
  { by: "referrer", list: referrers },
  { by: "education", list: educations },
  { by: "exitReason", list: exitReasons, excluded: ["deceased"] },
  { by: "supportAtStart", list: supports },
  { by: "exitResult", results },
  { by: "exitResultWithin", results, within: ageAtStart },
  { by: "exitResultWithin", results, within: { by: "education", list: educations } },
  { by: "exitResultWithin", results, within: { by: "referrer", list: referrers } },
  ageAtStart,
  {
    by: "supportYearsAtStart",
    bands: [
      { id: "up-to-5", label: text, atMost: 5 },
      { id: "more-than-5", label: text, moreThan: 5 },
    ],
  },
];

const populations: readonly Population[] = ["participants", "started", "ended"];

const nameOf = (dimension: Dimension): string =>
  (dimension.by === "exitResultWithin" ? `${dimension.by}-${dimension.within.by}` : dimension.by).toLowerCase();

/** Every population along every dimension. */
export const everyTable: readonly TableSpec[] = populations.flatMap((population) =>
  dimensions.map((dimension) => ({
    id: `${population}-by-${nameOf(dimension)}`,
    title: text,
    population,
    period: { from: "2021-01-01", to: "2021-12-31" },
    dimension,
    without: ["wrong-registration"],
  })),
);

/** Persons of the year: all, those in two interventions, and those of every other population. */
export const personTables: readonly TableSpec[] = [
  { id: "persons", population: "participants" as const },
  { id: "persons-in-ips", population: "participants" as const, where: { intervention: "ips" } },
  { id: "persons-in-mia", population: "participants" as const, where: { intervention: "mia" } },
  ...(["started", "carried-over", "ended", "not-started"] as const).map((population) => ({
    id: `persons-${population}`,
    population,
  })),
].map((asked) => ({
  ...asked,
  title: text,
  period: { from: "2021-01-01", to: "2021-12-31" },
  dimension: { by: "persons" },
  without: ["wrong-registration"],
}));
