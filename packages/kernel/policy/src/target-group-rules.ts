import type { Criterion } from "@finsam/criteria";
import type { Dated } from "./dated.ts";
import type { Profile } from "./profile.ts";

/**
 * The target groups of a profile's catalogue as rules, by the id of the rule, so that all that can be done with a rule can be done with
 * them: `ruleAt`, `assess`, `analyseProfile`, `ruleVectors`. A version in which no criterion is stated is left out.
 *
 * @example
 * ```ts
 * import { outcomeOf, ruleAt, targetGroupRules } from "@finsam/policy";
 * import { stockholm } from "@finsam/stockholm";
 * const withTargetGroups = { ...stockholm, rules: { ...stockholm.rules, ...targetGroupRules(stockholm) } };
 * outcomeOf(ruleAt(withTargetGroups, "target-group-of-ama", "2019-03-01"), { birthDate: "1992-05-01" }); // => "notMet"
 * ```
 */
export const targetGroupRules = (profile: Profile): Profile["rules"] =>
  Object.fromEntries(
    (profile.catalogue?.interventions ?? []).flatMap(({ id, name, versions }) => {
      const criteria = versions.flatMap(({ value, ...dated }): readonly Dated<Criterion>[] =>
        value.targetGroup?.criterion === undefined ? [] : [{ ...dated, value: value.targetGroup.criterion }],
      );
      return criteria.length === 0 ? [] : [[targetGroupRuleId(id), { title: name, versions: criteria }]];
    }),
  );

/**
 * The id of the rule that an intervention's target group is among {@link targetGroupRules}.
 *
 * @example
 * ```ts
 * import { targetGroupRuleId } from "@finsam/policy";
 * targetGroupRuleId("ama"); // => "target-group-of-ama"
 * ```
 */
export const targetGroupRuleId = (intervention: string): string => `target-group-of-${intervention}`;
