import { type CalendarDate, CodeId, calendarYear } from "@finsam/model";
import { at, type Profile } from "@finsam/policy";
import * as z from "zod";
import { Dimension } from "../table-spec.ts";
import { reportDivisions } from "../told-together.ts";

/** What a cube can be divided by: every dimension but those that say nothing, or follow from another. */
export const CubeDimensionName = z.enum([
  "intervention",
  "referrer",
  "education",
  "exitReason",
  "supportAtStart",
  "ageAtStart",
  "supportYearsAtStart",
]);
export type CubeDimensionName = z.infer<typeof CubeDimensionName>;

/**
 * The dimensions of a cube that a table is counted from: none for one that nothing divides, two for results within groups.
 *
 * @throws RangeError for a table of persons.
 * @example
 * ```ts
 * import { cubeDimensionsOf } from "@finsam/gender-reporting";
 * cubeDimensionsOf({ by: "exitResult", results: {} }); // => ["exitReason"]
 * ```
 */
export function cubeDimensionsOf(dimension: Dimension): readonly CubeDimensionName[] {
  switch (dimension.by) {
    case "nothing":
    case "followUp":
      return [];
    case "persons":
      throw new RangeError(
        "a cube counts participations, and does not tell whose they are: it has no table of persons",
      );
    case "exitResult":
      return ["exitReason"];
    case "exitResultWithin":
      return ["exitReason", dimension.within.by];
    default:
      return [dimension.by];
  }
}

/** What a cube counts, as data: the code lists and bands in it, and which of them are crossed with each other. */
export const CubePlan = z.strictObject({
  dimensions: z.array(Dimension).readonly(),
  /** Each is counted by sex, follow-up and period, and by these one or two dimensions at once. */
  crossings: z.array(z.array(CubeDimensionName).min(1).max(2).readonly()).min(1).readonly(),
  /** Exit reasons that say that there never was a participation: those are counted nowhere. */
  without: z.array(CodeId).readonly(),
});
export type CubePlan = z.infer<typeof CubePlan>;

/**
 * What to count so that every table of the yearly report, every section of an intervention, and the exit reasons within age,
 * education, intervention and referrer are projections of one cube.
 *
 * @throws NoVersionCovers when the profile has no report layout, or no rule for 29 February, for the last day of the year.
 * @example
 * ```ts
 * import { cubePlan } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * cubePlan(stockholm, 2021).crossings[0]; // => ["intervention", "exitReason"]
 * ```
 */
export function cubePlan(profile: Profile, year: number): CubePlan {
  const on: CalendarDate = calendarYear(year).to;
  const { referrers, education, support, exitReasons, exitResults, ageBands, supportYearsBands } = reportDivisions(
    profile,
    on,
  );
  const leapDayBirthday = at(profile.leapDayBirthday, on, "leapDayBirthday").value;
  const dimensions: readonly Dimension[] = [
    { by: "intervention", list: profile.codeLists.interventions },
    { by: "exitReason", list: exitReasons },
    { by: "exitResult", results: exitResults },
    { by: "ageAtStart", bands: ageBands, leapDayBirthday },
    ...(supportYearsBands === undefined ? [] : [{ by: "supportYearsAtStart", bands: supportYearsBands } as const]),
    ...(referrers === undefined ? [] : [{ by: "referrer", list: referrers } as const]),
    ...(education === undefined ? [] : [{ by: "education", list: education } as const]),
    ...(support === undefined ? [] : [{ by: "supportAtStart", list: support } as const]),
  ];
  const crossings: readonly (readonly CubeDimensionName[])[] = [
    ["intervention", "exitReason"],
    ["intervention", "referrer"],
    ["intervention", "education"],
    ["intervention", "ageAtStart"],
    ["exitReason", "referrer"],
    ["exitReason", "education"],
    ["exitReason", "ageAtStart"],
    ["supportAtStart"],
    ["supportYearsAtStart"],
  ];
  const reasons = Object.entries(exitResults);
  return {
    dimensions,
    crossings: crossings.filter((names) => names.every((name) => dimensions.some(({ by }) => by === name))),
    without: reasons.filter(([, result]) => result === "not-a-participation").map(([id]) => id),
  };
}
