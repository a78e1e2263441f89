import { evaluate, Outcome, readFacts, type Vocabulary } from "@finsam/criteria";
import { type Facts, Sex, sexes } from "@finsam/model";
import * as z from "zod";
import type { AskedCondition } from "./asked-conditions.ts";

/**
 * How many people of a sex have the same outcome of every condition, in the order in which the conditions were asked. Nothing else is
 * known of them.
 */
export const OutcomeGroup = z.strictObject({ sex: Sex, outcomes: z.array(Outcome).readonly(), count: z.int().min(1) });
export type OutcomeGroup = z.infer<typeof OutcomeGroup>;

/**
 * Groups people one by one, keeping nothing but the counts. Facts are read as the vocabulary of each condition understands them (see
 * `readFacts` of `@finsam/criteria`). The groups come women first, then in the order of outcomes: two who group the same people get
 * the same list.
 *
 * Never add anybody with protected identity.
 *
 * @throws TypeError as `evaluate` of `@finsam/criteria` does.
 * @example
 * ```ts
 * import { ruleAt } from "@finsam/policy";
 * import { askedConditions, startGrouping } from "@finsam/policy/compare";
 * import { stockholm } from "@finsam/stockholm";
 * const rule = ruleAt(stockholm, "finsam", "2024-03-01");
 * const grouping = startGrouping(askedConditions(rule));
 * grouping.add({ needsCoordinatedRehabilitation: true }, "woman");
 * grouping.add({}, "man");
 * grouping.groups();
 * // => [{ sex: "woman", outcomes: ["met"], count: 1 }, { sex: "man", outcomes: ["undetermined"], count: 1 }]
 * ```
 */
export function startGrouping(conditions: readonly AskedCondition[]): {
  readonly add: (stated: Facts, sex: Sex) => void;
  readonly groups: () => readonly OutcomeGroup[];
} {
  const counts = new Map<string, OutcomeGroup>();
  const vocabularies = [...new Set(conditions.map(({ setting }) => setting.vocabulary))];
  return {
    add: (stated, sex) => {
      const facts = new Map<Vocabulary, Facts>(
        vocabularies.map((vocabulary) => [vocabulary, readFacts(vocabulary, stated).facts]),
      );
      const outcomes = conditions.map(({ condition, setting }) =>
        evaluate(condition, facts.get(setting.vocabulary) ?? {}, setting),
      );
      count(counts, { sex, outcomes, count: 1 });
    },
    groups: () => inOrder(counts),
  };
}

/**
 * Adds up groups that were counted apart, such as those of several registers. The conditions must be the same, in the same order.
 *
 * @example
 * ```ts
 * import { addGroups } from "@finsam/policy/compare";
 * const women = { sex: "woman", outcomes: ["met", "notMet"], count: 7 } as const;
 * addGroups([women], [women, { ...women, sex: "man" }]);
 * // => [{ ...women, count: 14 }, { ...women, sex: "man" }]
 * ```
 */
export function addGroups(...parts: readonly (readonly OutcomeGroup[])[]): readonly OutcomeGroup[] {
  const counts = new Map<string, OutcomeGroup>();
  for (const group of parts.flat()) count(counts, group);
  return inOrder(counts);
}

function count(counts: Map<string, OutcomeGroup>, group: OutcomeGroup): void {
  const key = [sexes.indexOf(group.sex), ...group.outcomes.map((one) => Outcome.options.indexOf(one))].join("");
  counts.set(key, { ...group, count: (counts.get(key)?.count ?? 0) + group.count });
}

// Every number in a key has one digit, so keys sort as the groups should.
const inOrder = (counts: ReadonlyMap<string, OutcomeGroup>): readonly OutcomeGroup[] =>
  [...counts.keys()].sort().flatMap((key) => counts.get(key) ?? []);
