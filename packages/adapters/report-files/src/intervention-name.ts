import type { Report } from "@finsam/gender-reporting";
import type { Text } from "@finsam/model";

/** What a report calls an intervention. */
export function interventionName({ sections, tables }: Report, intervention: string): Text {
  const section = sections.find((one) => one.intervention === intervention);
  const row = tables
    .find(({ id }) => id === "participants-by-intervention")
    ?.rows.find(({ category }) => category === intervention);
  return section?.label ?? row?.label ?? { sv: intervention, en: intervention };
}
