import type { ReportLayout } from "@finsam/policy";

/**
 * How the yearly report divides and protects its figures. The bands are those that the follow-up of 2021 prints; that 30 and 50 belong
 * to the middle band is its wording, that five years belong to the third and nine to the third is a reading. No Swedish authority
 * states a number for the threshold; 5 is common practice and unverified.
 */
export const reportLayout: ReportLayout = {
  threshold: 5,
  // No Swedish rule was found for when shares may be compared: 30 is the least base of a share in the standards of NCHS, and 95 per cent
  // the level they use.
  comparison: { level: 95, fewest: 30, citation: { source: "nchs-proportions-2017" } },
  ageBands: [
    { id: "under-30", label: { sv: "Under 30 år", en: "Under 30" }, lessThan: 30 },
    { id: "30-to-50", label: { sv: "30–50 år", en: "30–50" }, atLeast: 30, atMost: 50 },
    { id: "over-50", label: { sv: "Över 50 år", en: "Over 50" }, moreThan: 50 },
  ],
  supportYearsBands: [
    { id: "under-2-years", label: { sv: "Under 2 år", en: "Under 2 years" }, lessThan: 2 },
    { id: "2-to-5-years", label: { sv: "2 till 5 år", en: "2 to 5 years" }, atLeast: 2, lessThan: 5 },
    { id: "5-to-9-years", label: { sv: "5 till 9 år", en: "5 to 9 years" }, atLeast: 5, atMost: 9 },
    { id: "over-9-years", label: { sv: "Över 9 år", en: "Over 9 years" }, moreThan: 9 },
  ],
};
