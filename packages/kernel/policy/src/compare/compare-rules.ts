import type { Language, Text } from "@finsam/model";
import * as z from "zod";
import type { ResolvedRule } from "../rule-at.ts";
import { askedConditions } from "./asked-conditions.ts";
import { flowsOf } from "./flows.ts";
import type { OutcomeGroup } from "./grouping.ts";
import { changesBetween, type RuleChange, type StandingCondition } from "./rule-changes.ts";
import type { RuleComparison } from "./rule-comparison.ts";
import { shownCounts } from "./shown-counts.ts";

/**
 * Compares what two rules say of the same people, from groups of them: how many women and men have each outcome, who moves from one to
 * another, and because of what. The groups are those by `askedConditions(before, after)`, in memory or from a store.
 *
 * **A change decides a move** when the condition has another outcome after it than before (or stands in one of the rules only), and is
 * among the reasons of the new rule for the new outcome, or of the old one for the old outcome. Where several decide, together or as
 * alternatives, they are named together, so nobody is in two moves.
 *
 * **Withheld** are counts from 1 to just under the threshold, by sex, of moves and of outcomes before and after; never a single outcome
 * of a sex; and then every sum and difference with such a count in it. What is shown is made of shown counts only, so nothing withheld
 * can be worked out from it. It can from several comparisons that differ a little, or with other figures of the same people: publish one.
 *
 * @throws TypeError when the rules are of different days, or the groups were counted by other conditions.
 * @example
 * ```ts
 * import { ruleAt } from "@finsam/policy";
 * import { askedConditions, compareRules, startGrouping } from "@finsam/policy/compare";
 * import { stockholm } from "@finsam/stockholm";
 * const [before, after] = [ruleAt(stockholm, "sig0-jarva", "2024-03-01"), ruleAt(stockholm, "sig0", "2024-03-01")];
 * const grouping = startGrouping(askedConditions(before, after));
 * const woman = { workCapacityReducedByIllness: true, sicknessBenefitIncome: "none", needsCoordinatedRehabilitation: true };
 * grouping.add({ ...woman, monthsOfSocialAssistance: 9 }, "woman");
 * const { moves } = compareRules(before, after, grouping.groups(), { threshold: 0 });
 * moves.map(({ from, to, text, counts }) => [from, to, text.en, counts.woman]);
 * // => [["notMet", "met", "Without the condition on time with social assistance (at least 10 months)", 1]]
 * ```
 */
export function compareRules(
  before: ResolvedRule,
  after: ResolvedRule,
  groups: readonly OutcomeGroup[],
  { threshold }: { readonly threshold: number },
): RuleComparison {
  const conditions = askedConditions(before, after);
  if (before.setting.on !== after.setting.on)
    throw new TypeError(
      `the rules are of different days, ${before.setting.on} and ${after.setting.on}: take both on one`,
    );
  if (groups.some(({ outcomes }) => outcomes.length !== conditions.length))
    throw new TypeError("the groups were counted by other conditions: group by askedConditions of the two rules");

  const changes = changesBetween(before, after, conditions);
  const { people, outcomes, moves } = shownCounts(flowsOf(before, after, groups, conditions, changes), threshold);
  return {
    format: "finsam-comparison/1",
    on: after.setting.on,
    before: comparedRule(before),
    after: comparedRule(after),
    threshold,
    changes: changes.map((change) => ({
      ...(change.before && { before: comparedCondition(change.before) }),
      ...(change.after && { after: comparedCondition(change.after) }),
      text: textOf([change]),
    })),
    people,
    outcomes,
    moves: moves.map(({ from, to, because, counts }) => ({
      from,
      to,
      because: [...because],
      text: because.length === 0 ? joinedOtherwise : textOf(because.flatMap((place) => changes[place] ?? [])),
      counts,
    })),
  };
}

const comparedRule = ({ id, title, policy: { profile, version } }: ResolvedRule) => ({
  rule: id,
  title,
  profile,
  version,
});

const comparedCondition = ({ condition: { fact, op, value, cited }, negated }: StandingCondition) => ({
  fact,
  op,
  limit: z.json().parse(value),
  negated,
  ...(cited && { cited }),
});

const joinedOtherwise: Text = {
  sv: "Samma villkor, som hör ihop på ett annat sätt",
  en: "The same conditions, joined in another way",
};

/** Changes as one line, with a capital. */
function textOf(changes: readonly RuleChange[]): Text {
  const line = (language: Language): string => {
    const text = changes.map((change) => change.text[language]).join("; ");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  };
  return { sv: line("sv"), en: line("en") };
}
