import { conditionsIn } from "@finsam/criteria";
import { addDays, type CalendarDate } from "@finsam/model";
import { type Dated, NoVersionCovers, type Timeline } from "./dated.ts";
import { type Profile, rulesBehind } from "./profile.ts";
import { type ResolvedRule, ruleAt } from "./rule-at.ts";

/** A run of days on which a rule, and every value in it, stays the same. */
export interface RuleVersion {
  readonly validFrom: CalendarDate;
  readonly validTo?: CalendarDate | undefined;
  /** The rule as it stands on the first of them. */
  readonly rule: ResolvedRule;
}

/**
 * The versions of a rule in order, split wherever the rule, a rule it refers to, a value in it or the leap day birthday changes. Between
 * two may lie days that none covers.
 *
 * @throws UnknownRule when the profile has no such rule.
 */
export function ruleVersions(profile: Profile, id: string): readonly RuleVersion[] {
  const starts = [...new Set(timelinesBehind(id, profile).flat().flatMap(changes))].sort();
  return starts.flatMap((validFrom, index) => {
    const rule = coveredRule(profile, id, validFrom);
    const next = starts[index + 1];
    const validTo = next === undefined ? undefined : addDays(next, -1);
    return rule === undefined ? [] : [{ validFrom, ...(validTo === undefined ? {} : { validTo }), rule }];
  });
}

/** The first day of a value, and the first without it. */
const changes = ({ validFrom, validTo }: Dated<unknown>): readonly CalendarDate[] => [
  validFrom,
  ...(validTo === undefined || validTo === "9999-12-31" ? [] : [addDays(validTo, 1)]),
];

function timelinesBehind(id: string, profile: Profile): readonly Timeline<unknown>[] {
  const rules = [id, ...rulesBehind(id, profile.rules)];
  const versions = rules.map((name) => profile.rules[name]?.versions ?? []);
  const limits = versions.flat().flatMap(({ value }) => conditionsIn(value).map((condition) => condition.value));
  const parameters = limits.flatMap((limit) =>
    typeof limit === "object" && "parameter" in limit ? (profile.parameters[limit.parameter]?.versions ?? []) : [],
  );
  return [...versions, parameters, profile.leapDayBirthday];
}

function coveredRule(profile: Profile, id: string, on: CalendarDate): ResolvedRule | undefined {
  try {
    return ruleAt(profile, id, on);
  } catch (problem) {
    if (problem instanceof NoVersionCovers) return undefined;
    throw problem;
  }
}
