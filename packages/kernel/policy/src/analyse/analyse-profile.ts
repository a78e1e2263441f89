import type { Profile } from "../profile.ts";
import { bandFindings } from "./band-findings.ts";
import { placedInProfile, withTargetGroups } from "./catalogue-findings.ts";
import { codeListFindings } from "./code-list-findings.ts";
import type { ProfileAnalysis } from "./profile-finding.ts";
import { ruleFindings } from "./rule-findings.ts";
import { validityFindings } from "./validity-findings.ts";

/**
 * Looks for what is well formed in a profile and cannot be meant: rules that nobody or everybody meets, conditions that never matter,
 * days without a valid version, bands that overlap or leave a gap. Each finding has its place and, where there can be one, an invented
 * person who shows it. Rules, and the target groups of the catalogue, are solved exactly, in every version and with every value they
 * have had.
 *
 * A rule that asks for both a date itself and the years since it can judge otherwise from day to day; it is analysed on the first and
 * the last day of every run of days on which no value changes. That the target groups of two interventions overlap is no finding.
 * That a rule depends on a fact of the profile's `mayNotDecide` is found too, with two people who differ in that fact alone.
 *
 * @example
 * ```ts
 * import { analyseProfile } from "@finsam/policy";
 * import { stockholm } from "@finsam/stockholm";
 * analyseProfile(stockholm).findings; // => []
 * ```
 */
export function analyseProfile(profile: Profile): ProfileAnalysis {
  const judged = withTargetGroups(profile);
  return {
    profile: profile.id,
    version: profile.version,
    findings: [
      ...placedInProfile(profile, [...validityFindings(judged), ...ruleFindings(judged)]),
      ...codeListFindings(profile),
      ...bandFindings(profile),
    ],
  };
}
