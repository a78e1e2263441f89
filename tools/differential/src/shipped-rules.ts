import type { Facts, FactValue, LeapDayBirthday } from "@finsam/model";
import { addDays } from "@finsam/model";
import { NoVersionCovers, type Profile, type ResolvedRule, ruleAt } from "@finsam/policy";
import { hostileValues } from "./hostile-values.ts";
import type { Case, Trial } from "./trial.ts";

/**
 * Every rule of a profile as a trial: at each end of every validity in its policy, the day before and the day after, around 29
 * February, under both leap-day policies, over every combination of what can be stated of the facts it asks about.
 */
export function shippedRules(profile: Profile): readonly Trial[] {
  return Object.keys(profile.rules).map((id) => {
    const cases = resolvedRules(profile, id).flatMap((rule) =>
      leapDayPolicies.map(
        (leapDayBirthday): Case => ({
          subject: `${id}, the version from ${rule.policy.validFrom}`,
          criterion: rule.criterion,
          setting: { ...rule.setting, leapDayBirthday },
        }),
      ),
    );
    return {
      name: id,
      vocabulary: profile.vocabulary,
      people: combinations(hostileValues(cases, profile.vocabulary)),
      cases,
    };
  });
}

const leapDayPolicies: readonly LeapDayBirthday[] = ["1-march", "28-february"];
const aroundLeapDays = ["2023-02-28", "2023-03-01", "2024-02-28", "2024-02-29", "2024-03-01", "2100-02-28"];

/** A rule on each reference date that matters and that a version covers. */
function resolvedRules(profile: Profile, id: string): readonly ResolvedRule[] {
  return referenceDates(profile).flatMap((on) => {
    try {
      return [ruleAt(profile, id, on)];
    } catch (error) {
      if (error instanceof NoVersionCovers) return [];
      throw error;
    }
  });
}

function referenceDates(profile: Profile): readonly string[] {
  const timelines = [
    profile.leapDayBirthday,
    ...Object.values(profile.rules).map(({ versions }) => versions),
    ...Object.values(profile.parameters).map(({ versions }) => versions),
  ];
  const ends = timelines
    .flat()
    .flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo === undefined ? [] : [validTo])]);
  const days = [...new Set(ends)].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);
  return [...new Set([...days, ...aroundLeapDays])].sort();
}

const mostPeople = 20_000;

/** Every combination of values, or as many spread over all of them as there is time for. */
function combinations(values: ReadonlyMap<string, readonly (FactValue | null)[]>): readonly Facts[] {
  const all = [...values.values()].reduce((count, known) => count * known.length, 1);
  const person = (index: number): Facts => {
    let rest = index;
    return Object.fromEntries(
      [...values].map(([fact, known]) => {
        const value = known[rest % known.length] ?? null;
        rest = Math.floor(rest / known.length);
        return [fact, value];
      }),
    );
  };
  const step = all <= mostPeople ? 1 : 1_000_003;
  return Array.from({ length: Math.min(all, mostPeople) }, (_, index) => person((index * step) % all));
}
