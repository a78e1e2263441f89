import type { Profile } from "../profile.ts";
import { bandFindings } from "./band-findings.ts";
import { codeListFindings } from "./code-list-findings.ts";
import type { ProfileAnalysis } from "./profile-finding.ts";
import { ruleFindings } from "./rule-findings.ts";
import { validityFindings } from "./validity-findings.ts";

/**
 * Looks for what is well formed in a profile and cannot be meant: rules that nobody or everybody meets, conditions that never matter,
 * days without a valid version, bands that overlap or leave a gap. Each finding has its place and, where there can be one, an invented
 * person who shows it. Rules are solved exactly, in every version and with every value they have had.
 *
 * A rule that asks for both a date itself and the years since it can judge otherwise from day to day; it is analysed on the first and
 * the last day of every run of days on which no value changes. That the target groups of two interventions overlap is no finding.
 *
 * @param options.mayNotDecide Facts that no rule may depend on, such as the kind of income support or who refers: places are given by
 *   need and not by quota (local collaboration group Järva, 2023-02-13).
 * @example
 * ```ts
 * import { analyseProfile } from "@finsam/policy";
 * import { stockholm } from "@finsam/stockholm";
 * analyseProfile(stockholm).findings; // => []
 * ```
 */
export function analyseProfile(
  profile: Profile,
  { mayNotDecide = [] }: { readonly mayNotDecide?: readonly string[] } = {},
): ProfileAnalysis {
  return {
    profile: profile.id,
    version: profile.version,
    findings: [
      ...validityFindings(profile),
      ...ruleFindings(profile, mayNotDecide),
      ...codeListFindings(profile),
      ...bandFindings(profile),
    ],
  };
}
