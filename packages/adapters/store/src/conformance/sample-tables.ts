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

const dimensions: readonly Dimension[] = [
  { by: "nothing" },
  { by: "followUp" },
  { by: "intervention", list: interventions },
  { by: "referrer", list: referrers },
  { by: "education", list: educations },
  { by: "exitReason", list: exitReasons, excluded: ["deceased"] },
  { by: "supportAtStart", list: supports },
  {
    by: "ageAtStart",
    bands: [
      { id: "under-30", label: text, lessThan: 30 },
      { id: "from-30", label: text, atLeast: 30, atMost: 66 },
    ],
    leapDayBirthday: "1-march",
  },
  {
    by: "supportYearsAtStart",
    bands: [
      { id: "up-to-5", label: text, atMost: 5 },
      { id: "more-than-5", label: text, moreThan: 5 },
    ],
  },
];

const populations: readonly Population[] = ["participants", "started", "ended"];

/** Every population along every dimension. */
export const everyTable: readonly TableSpec[] = populations.flatMap((population) =>
  dimensions.map((dimension) => ({
    id: `${population}-by-${dimension.by.toLowerCase()}`,
    title: text,
    population,
    period: { from: "2021-01-01", to: "2021-12-31" },
    dimension,
    without: ["wrong-registration"],
  })),
);
