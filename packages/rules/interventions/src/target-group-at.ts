import type { CalendarDate } from "@finsam/model";
import {
  type Intervention,
  type Profile,
  type ResolvedRule,
  ruleAt,
  targetGroupRuleId,
  targetGroupRules,
} from "@finsam/policy";

/** The criterion of an intervention's target group as it stands on a day: limits filled in, references followed. */
export const targetGroupAt = (profile: Profile, intervention: Intervention, on: CalendarDate): ResolvedRule =>
  ruleAt(withTargetGroups(profile), targetGroupRuleId(intervention.id), on);

// A profile is a value that does not change, and a whole catalogue is asked for in one go.
const profiles = new WeakMap<Profile, Profile>();

function withTargetGroups(profile: Profile): Profile {
  const known = profiles.get(profile);
  if (known !== undefined) return known;
  const extended = { ...profile, rules: { ...profile.rules, ...targetGroupRules(profile) } };
  profiles.set(profile, extended);
  return extended;
}
