import type { Profile } from "../profile.ts";
import { targetGroupRuleId, targetGroupRules } from "../target-group-rules.ts";
import type { ProfileFinding } from "./profile-finding.ts";

/** The profile with the target groups of its catalogue among its rules, so that they are looked at as rules are. */
export const withTargetGroups = (profile: Profile): Profile => ({
  ...profile,
  rules: { ...profile.rules, ...targetGroupRules(profile) },
});

/** Findings in a profile with target groups among its rules, each with its place in the profile as it is. */
export function placedInProfile(profile: Profile, findings: readonly ProfileFinding[]): readonly ProfileFinding[] {
  const places = placesOf(profile);
  return findings.map((finding) => {
    const found = [...places].find(([rule]) => finding.place === rule || finding.place.startsWith(`${rule}.`));
    if (found === undefined) return finding;
    const [rule, place] = found;
    return { ...finding, place: `${place}${finding.place.slice(rule.length).replace(/^\.value/, "")}` };
  });
}

/** Where each version of a target group stands as a rule, and where in the catalogue. */
const placesOf = ({ catalogue }: Profile): ReadonlyMap<string, string> =>
  new Map(
    (catalogue?.interventions ?? []).flatMap(({ id, versions }, index) =>
      versions
        .flatMap(({ value }, number) => (value.targetGroup?.criterion === undefined ? [] : [number]))
        .map((number, version) => [
          `rules.${targetGroupRuleId(id)}.versions.${version}`,
          `catalogue.interventions.${index}.versions.${number}.value.targetGroup.criterion`,
        ]),
    ),
  );
