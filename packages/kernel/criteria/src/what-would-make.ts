import type { Facts } from "@finsam/model";
import { alternatives, type ConditionSet, together } from "./condition-sets.ts";
import type { Criterion } from "./criterion.ts";
import type { Setting } from "./known-fact.ts";
import { numberedReasons, type Reason } from "./reason.ts";

/**
 * What would have to come out otherwise for a criterion to be met, or not met: the smallest sets of conditions, as alternatives, the
 * ones with the fewest conditions first. One empty set when it is so already.
 *
 * It speaks of conditions one by one: that two of them can never be met together is for analysis to find.
 *
 * @throws TypeError as `evaluate` does.
 * @example
 * ```ts
 * import { any, conditions, whatWouldMake } from "@finsam/criteria";
 * const yesOrNo = (name: string) => ({ type: "boolean", label: { sv: name, en: name } }) as const;
 * const vocabulary = { illHealth: yesOrNo("ill health"), disability: yesOrNo("disability") };
 * const { illHealth, disability } = conditions(vocabulary);
 * const criterion = any(illHealth.is(true), disability.is(true));
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * const ways = whatWouldMake("met", criterion, { illHealth: false, disability: false }, setting);
 * ways.map((way) => way.map(({ fact }) => fact)); // => [["illHealth"], ["disability"]]
 * ```
 */
export function whatWouldMake(
  goal: "met" | "notMet",
  criterion: Criterion,
  facts: Facts,
  setting: Setting,
): readonly (readonly Reason[])[] {
  const { reasons, numberOf } = numberedReasons(facts, setting);
  const needed = (part: Criterion, negated: boolean): readonly ConditionSet[] => {
    switch (part.op) {
      case "all":
      case "any": {
        const isAll = (part.op === "all") !== negated;
        const join = isAll === (goal === "met") ? together : alternatives;
        return join(part.of.map((piece) => needed(piece, negated)));
      }
      case "not":
        return needed(part.of, !negated);
      case "rule":
        throw new TypeError(`the rule "${part.rule}" is only named: resolve the reference against a policy first`);
      default: {
        const number = numberOf(part, negated);
        return reasons[number]?.outcome === goal ? [[]] : [[number]];
      }
    }
  };
  return needed(criterion, false).map((set) => set.flatMap((number) => reasons[number] ?? []));
}
