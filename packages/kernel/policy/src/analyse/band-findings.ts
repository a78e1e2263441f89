import type { Profile } from "../profile.ts";
import { type BandDivision, bandDivisions } from "../report-bands.ts";
import type { ProfileFinding } from "./profile-finding.ts";

/** Bands of a report that leave people out. Two that overlap are not looked for: a profile with such bands is refused when it is read. */
export const bandFindings = (profile: Profile): readonly ProfileFinding[] =>
  profile.report.flatMap(({ value, validFrom: on }, index) =>
    // The bands are about years, not about how one birthday in a thousand counts: any version will do.
    bandDivisions(value, on, profile.leapDayBirthday[0]?.value ?? "1-march").flatMap((divided) =>
      findingsIn(divided, on, `report.${index}.value.${divided.key}`),
    ),
  );

function findingsIn(
  { bands, gap, empty, yearsOf }: BandDivision,
  on: string,
  place: string,
): readonly ProfileFinding[] {
  const outside = gap === undefined ? [] : [{ person: gap, years: yearsOf(gap) }];
  return [
    ...outside.map(
      ({ person, years }): ProfileFinding => ({
        code: "bands-leave-gap",
        place,
        on,
        message: {
          sv: `${years.sv} år hör inte till något av banden.`,
          en: `${years.en} years belong to none of the bands.`,
        },
        people: [person],
      }),
    ),
    ...empty.map((number): ProfileFinding => {
      const label = bands[Number(number)]?.label ?? { sv: number, en: number };
      return {
        code: "band-without-people",
        place: `${place}.${number}`,
        on,
        message: { sv: `Ingen kan höra till "${label.sv}".`, en: `Nobody can belong to "${label.en}".` },
        people: [],
      };
    }),
  ];
}
