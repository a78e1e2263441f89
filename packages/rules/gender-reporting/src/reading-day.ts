import type { Text } from "@finsam/model";
import type { ReadingDay, Table } from "./report.ts";
import type { Dimension } from "./table-spec.ts";

/** On which day that which divides a table is read: one day for one concept, whatever the population of the table. */
export function readingDayOf({ by }: Dimension): Table["readOn"] {
  const day = days[by];
  return day === null ? null : { day, label: labels[day] };
}

const days: Readonly<Record<Dimension["by"], ReadingDay | null>> = {
  nothing: null,
  persons: null,
  followUp: null,
  intervention: null,
  referrer: "referral",
  education: "first-day",
  ageAtStart: "first-day",
  supportAtStart: "first-day",
  supportYearsAtStart: "first-day",
  exitReason: "last-day",
  exitResult: "last-day",
  exitResultWithin: "last-day",
};

const labels: Readonly<Record<ReadingDay, Text>> = {
  "first-day": { sv: "den dag deltagandet började", en: "on the day the participation started" },
  "last-day": { sv: "den dag deltagandet slutade", en: "on the day the participation ended" },
  referral: { sv: "när deltagandet anmäldes", en: "when the participation was referred" },
};
