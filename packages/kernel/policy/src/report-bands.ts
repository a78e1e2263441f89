import { type Criterion, conditions, type Setting } from "@finsam/criteria";
import { type Division, division } from "@finsam/criteria/analyse";
import { type CalendarDate, completedYears, type Facts, type LeapDayBirthday, type Text } from "@finsam/model";
import type { Band, ReportLayout } from "./report-layout.ts";

// Ages are completed years, so no age lies between 29 and 30; a time in support may.
const vocabulary = {
  birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
  age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
  yearsInSupport: { type: "number", label: { sv: "år i offentlig försörjning", en: "years in public support" } },
} as const;
const { age, yearsInSupport } = conditions(vocabulary);

/** Bands of a report, and how they divide the people who have an age, or a time in support, of 0 or more. */
export interface BandDivision extends Division {
  readonly key: "ageBands" | "supportYearsBands";
  readonly bands: readonly Band[];
  /** The years of somebody who shows it. */
  readonly yearsOf: (person: Facts) => Text;
}

/** How the bands of a layout divide people between them. Bands are named by their place, since two may have the same id. */
export function bandDivisions(
  { ageBands, supportYearsBands }: ReportLayout,
  on: CalendarDate,
  leapDayBirthday: LeapDayBirthday,
): readonly BandDivision[] {
  const setting: Setting = { vocabulary, on, leapDayBirthday };
  const yearsOf = ({ birthDate, yearsInSupport: exact }: Facts): Text => {
    const years = String(typeof birthDate === "string" ? completedYears(birthDate, on, leapDayBirthday) : exact);
    return { sv: years.replace(".", ","), en: years };
  };
  const divided = (key: BandDivision["key"], bands: readonly Band[], years: typeof yearsInSupport): BandDivision => ({
    key,
    bands,
    yearsOf,
    ...division(Object.fromEntries(bands.map((band) => criterionOf(band, years)).entries()), setting, years.atLeast(0)),
  });
  return [
    divided("ageBands", ageBands, age),
    ...(supportYearsBands === undefined ? [] : [divided("supportYearsBands", supportYearsBands, yearsInSupport)]),
  ];
}

function criterionOf(band: Band, years: typeof yearsInSupport): Criterion {
  const limits = (["atLeast", "moreThan", "atMost", "lessThan"] as const).flatMap((op) => {
    const limit = band[op];
    return limit === undefined ? [] : [years[op](limit)];
  });
  return { op: "all", of: limits };
}
