import { type Criterion, conditions, type Setting } from "@finsam/criteria";
import { division } from "@finsam/criteria/analyse";
import { completedYears, type Facts, type Text } from "@finsam/model";
import type { Profile } from "../profile.ts";
import type { Band } from "../report-layout.ts";
import type { ProfileFinding } from "./profile-finding.ts";

// Ages are completed years, so no age lies between 29 and 30; a time in support may.
const vocabulary = {
  birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
  age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
  yearsInSupport: { type: "number", label: { sv: "år i offentlig försörjning", en: "years in public support" } },
} as const;
const { age, yearsInSupport } = conditions(vocabulary);

/** Bands of a report that do not divide people between them. People have an age, or a time in support, of 0 or more. */
export const bandFindings = (profile: Profile): readonly ProfileFinding[] =>
  profile.report.flatMap(({ value: { ageBands, supportYearsBands }, validFrom: on }, index) => {
    // The bands are about years, not about how one birthday in a thousand counts: any version will do.
    const setting: Setting = { vocabulary, on, leapDayBirthday: profile.leapDayBirthday[0]?.value ?? "1-march" };
    const aged = ageBands.map((band) => criterionOf(band, age));
    const supported = supportYearsBands.map((band) => criterionOf(band, yearsInSupport));
    const place = `report.${index}.value`;
    return [
      ...findingsIn(ageBands, aged, age.atLeast(0), setting, `${place}.ageBands`),
      ...findingsIn(supportYearsBands, supported, yearsInSupport.atLeast(0), setting, `${place}.supportYearsBands`),
    ];
  });

function criterionOf(band: Band, years: typeof yearsInSupport): Criterion {
  const limits = (["atLeast", "moreThan", "atMost", "lessThan"] as const).flatMap((op) => {
    const limit = band[op];
    return limit === undefined ? [] : [years[op](limit)];
  });
  return { op: "all", of: limits };
}

function findingsIn(
  bands: readonly Band[],
  criteria: readonly Criterion[],
  within: Criterion,
  setting: Setting,
  place: string,
): readonly ProfileFinding[] {
  // By their place, since nothing keeps two bands from having the same id.
  const { overlaps, gap, empty } = division(Object.fromEntries(criteria.entries()), setting, within);
  const label = (number: string): Text => bands[Number(number)]?.label ?? { sv: number, en: number };
  const finding = (code: ProfileFinding["code"], where: string, message: Text, person?: Facts): ProfileFinding => ({
    code,
    place: where,
    on: setting.on,
    message,
    people: person === undefined ? [] : [person],
  });

  return [
    ...overlaps.map(({ between: [first, second], person }) => {
      const [one, other, years] = [label(first), label(second), yearsOf(person, setting)];
      return finding(
        "bands-overlap",
        `${place}.${second}`,
        {
          sv: `${years.sv} år hör till både "${one.sv}" och "${other.sv}".`,
          en: `${years.en} years belong to both "${one.en}" and "${other.en}".`,
        },
        person,
      );
    }),
    ...(gap === undefined ? [] : [gap]).map((person) => {
      const years = yearsOf(person, setting);
      return finding(
        "bands-leave-gap",
        place,
        { sv: `${years.sv} år hör inte till något av banden.`, en: `${years.en} years belong to none of the bands.` },
        person,
      );
    }),
    ...empty.map((number) =>
      finding("band-without-people", `${place}.${number}`, {
        sv: `Ingen kan höra till "${label(number).sv}".`,
        en: `Nobody can belong to "${label(number).en}".`,
      }),
    ),
  ];
}

function yearsOf(person: Facts, { on, leapDayBirthday }: Setting): Text {
  const { birthDate, yearsInSupport: exact } = person;
  const years = String(typeof birthDate === "string" ? completedYears(birthDate, on, leapDayBirthday) : exact);
  return { sv: years.replace(".", ","), en: years };
}
