import type { CountedRow } from "@finsam/gender-reporting";
import { addDays, sexes } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import fc from "fast-check";

/** Registers of an association in which a few groups of alike people stand beside larger ones, around the year 2021. */
export function registersOf(profile: Profile, groups: number, largest: number): fc.Arbitrary<readonly CountedRow[]> {
  const { interventions, referrers, education, support, exitReasons } = profile.codeLists;
  const oneOf = (list: { readonly codes: readonly { readonly id: string }[] } | undefined) =>
    list === undefined ? fc.constant(undefined) : fc.constantFrom(undefined, ...list.codes.map(({ id }) => id));
  const group = fc
    .record({
      times: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: largest })),
      followed: fc.integer({ min: 0, max: 4 }).map((number) => number > 0),
      each: fc.constantFrom(1, 1, 2, 3),
      sex: fc.oneof(
        { weight: 10, arbitrary: fc.constantFrom("woman", "man") },
        { weight: 1, arbitrary: fc.constantFrom(...sexes) },
      ),
      intervention: fc.constantFrom(...interventions.codes.map(({ id }) => id)),
      startsAfter: fc.nat(700),
      length: fc.option(fc.nat(500), { nil: undefined }),
      referrer: oneOf(referrers),
      education: oneOf(education),
      support: oneOf(support),
      exitReason: oneOf(exitReasons),
      birthDate: fc.constantFrom(undefined, "1957-03-01", "1971-06-02", "1985-01-01", "1999-02-28"),
      supportSince: fc.constantFrom(undefined, "2006-01-01", "2017-05-05", "2019-12-31"),
    })
    .map(
      ({
        times,
        followed,
        each,
        sex,
        intervention,
        startsAfter,
        length,
        birthDate,
        ...about
      }): readonly CountedRow[] => {
        const start = addDays("2020-03-01", startsAfter);
        const given = {
          id: "D1",
          intervention,
          sex,
          sexBasis: "self-reported" as const,
          start,
          ...(length === undefined ? {} : { end: addDays(start, length) }),
        };
        const participation = followed
          ? {
              ...given,
              followUp: "followed" as const,
              person: "",
              ...(about.referrer === undefined ? {} : { referrer: about.referrer }),
              ...(about.education === undefined ? {} : { education: about.education }),
              ...(about.support === undefined ? {} : { supportAtStart: [about.support] }),
              ...(about.supportSince === undefined ? {} : { supportSince: about.supportSince }),
              ...(about.exitReason === undefined || length === undefined ? {} : { exitReason: about.exitReason }),
            }
          : { ...given, followUp: "not-followed" as const };
        // Those of a sex are the same people in every group, each with one participation in it or several.
        return Array.from({ length: times }, (_, index) => ({
          participation:
            participation.followUp === "followed"
              ? { ...participation, person: `${sex} ${Math.floor(index / each)}` }
              : participation,
          birthDate,
        }));
      },
    );
  return fc.array(group, { minLength: 2, maxLength: groups, size: "max" }).map((parts) => parts.flat());
}
