import { type Criterion, explain, type Outcome } from "@finsam/criteria";
import type { Facts } from "@finsam/model";
import type { ResolvedRule } from "../rule-at.ts";
import { type AskedCondition, keyOf } from "./asked-conditions.ts";

/** What a rule says of a group. */
export interface Judgement {
  readonly outcome: Outcome;
  /** Whether a condition, by its place among those asked, and whether negated, is among the reasons. */
  readonly isReason: (asked: number, negated: boolean) => boolean;
}

/**
 * A rule that judges by the outcomes of conditions, with nothing else known of anybody. Each condition becomes a question that is
 * answered yes for met, no for not met, and not at all for undetermined: that is all that a rule makes of conditions.
 */
export function judgeByOutcomes(
  rule: ResolvedRule,
  conditions: readonly AskedCondition[],
): (outcomes: readonly Outcome[]) => Judgement {
  const places = new Map(conditions.map((asked, place) => [keyOf(asked), place]));
  const asQuestions = (criterion: Criterion): Criterion => {
    switch (criterion.op) {
      case "all":
      case "any":
        return { op: criterion.op, of: criterion.of.map(asQuestions) };
      case "not":
        return { op: "not", of: asQuestions(criterion.of) };
      case "rule":
        return criterion;
      default: {
        const place = places.get(keyOf({ condition: criterion, setting: rule.setting })) ?? -1;
        return { op: "is", fact: questionAt(place), value: true };
      }
    }
  };
  const criterion = asQuestions(rule.criterion);
  return (outcomes) => {
    const { outcome, because } = explain(criterion, answersOf(outcomes), { ...rule.setting, vocabulary: {} });
    return {
      outcome,
      isReason: (asked, negated) =>
        because.some((reason) => reason.fact === questionAt(asked) && reason.negated === negated),
    };
  };
}

const questionAt = (place: number): string => `condition${place}`;

const answers: Readonly<Record<Outcome, boolean | null>> = { met: true, notMet: false, undetermined: null };

const answersOf = (outcomes: readonly Outcome[]): Facts =>
  Object.fromEntries(outcomes.map((outcome, place) => [questionAt(place), answers[outcome]]));
