import type { Outcome } from "@finsam/criteria";
import type { Sex } from "@finsam/model";
import type { ResolvedRule } from "../rule-at.ts";
import type { AskedCondition } from "./asked-conditions.ts";
import type { OutcomeGroup } from "./grouping.ts";
import { type Judgement, judgeByOutcomes } from "./judge-by-outcomes.ts";
import type { RuleChange } from "./rule-changes.ts";

/** People who go from one outcome to another, or stay with theirs, because of the same changes. */
export interface Flow {
  readonly from: Outcome;
  readonly to: Outcome;
  /** The changes that decide, by place; none for those who stay. */
  readonly because: readonly number[];
  readonly counts: Readonly<Record<Sex, number>>;
}

/** Where the people of groups go from one rule to another; everybody is in one flow. */
export function flowsOf(
  before: ResolvedRule,
  after: ResolvedRule,
  groups: readonly OutcomeGroup[],
  conditions: readonly AskedCondition[],
  changes: readonly RuleChange[],
): readonly Flow[] {
  const [judgeBefore, judgeAfter] = [judgeByOutcomes(before, conditions), judgeByOutcomes(after, conditions)];
  const flows = new Map<string, Flow>();
  for (const { sex, outcomes, count } of groups) {
    const [was, is] = [judgeBefore(outcomes), judgeAfter(outcomes)];
    const because =
      was.outcome === is.outcome
        ? []
        : changes.flatMap((change, place) => (decides(change, outcomes, was, is) ? [place] : []));
    const key = JSON.stringify([was.outcome, is.outcome, because]);
    const { counts } = flows.get(key) ?? { counts: nobody };
    flows.set(key, {
      from: was.outcome,
      to: is.outcome,
      because,
      counts: { ...counts, [sex]: counts[sex] + count },
    });
  }
  return [...flows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, flow]) => flow);
}

/** Whether a change makes a condition come out otherwise, and that is a reason for the outcome before or after. */
function decides({ before, after }: RuleChange, outcomes: readonly Outcome[], was: Judgement, is: Judgement): boolean {
  const [outcomeBefore, outcomeAfter] = [before, after].map((one) => one && outcomes[one.asked]);
  if (outcomeBefore === outcomeAfter) return false;
  return (
    (before !== undefined && was.isReason(before.asked, before.negated)) ||
    (after !== undefined && is.isReason(after.asked, after.negated))
  );
}

const nobody: Flow["counts"] = { woman: 0, man: 0, other: 0, unknown: 0 };
