import type { Facts, FactValue } from "@finsam/model";
import type { Condition, Criterion } from "../criterion.ts";
import { evaluate } from "../evaluate.ts";
import { type Setting, statedFactBehind } from "../known-fact.ts";
import { answersTo } from "./answers.ts";
import { type Leaf, leavesOf } from "./parts.ts";
import { AnalysisTooLarge, limits } from "./too-large.ts";

/** All the answers to a fact that every condition judges alike, with one of them to stand for them. */
export interface Region {
  readonly answer: FactValue;
  /** Whether each of the conditions is met, in their order. */
  readonly met: readonly boolean[];
}

/** A fact to be stated, the conditions on it and on what is computed from it, and the regions that they divide its answers into. */
export interface FactRegions {
  readonly fact: string;
  readonly conditions: readonly Condition[];
  readonly regions: readonly Region[];
}

/**
 * The facts that criteria ask for, each with its regions. Two answers in the same region are the same to all the criteria, so what holds
 * for one answer of every region holds for everybody. An age is found at its date of birth.
 *
 * @param known What is known already: it leaves fewer regions.
 * @throws TypeError as `evaluate` does; CriterionTooLarge or AnalysisTooLarge when the criteria are too large.
 * @example
 * ```ts
 * import { conditions } from "@finsam/criteria";
 * import { regionsOf } from "@finsam/criteria/analyse";
 * const vocabulary = {
 *   birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
 *   age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
 * } as const;
 * const { age } = conditions(vocabulary);
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * regionsOf([age.between(16, 66)], setting)[0]?.regions.map(({ answer }) => answer); // => ["1957-02-28", "1957-03-01", "2008-03-01"]
 * ```
 */
export function regionsOf(criteria: readonly Criterion[], setting: Setting, known: Facts = {}): readonly FactRegions[] {
  const leaves = criteria.flatMap(leavesOf);
  if (leaves.reduce((size, leaf) => size + sizeOf(leaf), 0) > limits.size) throw new AnalysisTooLarge("size");
  const byFact = new Map<string, Map<string, Condition>>();
  for (const { part } of leaves) {
    // Only a resolved criterion can be judged; the oracle itself says so.
    if (part.op === "rule") evaluate(part, {}, setting);
    else {
      const fact = statedFactBehind(part.fact, setting.vocabulary);
      byFact.set(fact, (byFact.get(fact) ?? new Map()).set(conditionKey(part), part));
    }
  }
  return [...byFact].map(([fact, conditions]) => regionsOfFact(fact, [...conditions.values()], setting, known));
}

const sizeOf = ({ part }: Leaf): number => ("value" in part && Array.isArray(part.value) ? part.value.length : 1);

/** Tells conditions apart: the same question with the same limit is the same condition, wherever it stands. */
export const conditionKey = ({ fact, op, value }: Condition): string => JSON.stringify([fact, op, value]);

function regionsOfFact(fact: string, conditions: readonly Condition[], setting: Setting, known: Facts): FactRegions {
  const stated = Object.hasOwn(known, fact) ? (known[fact] ?? undefined) : undefined;
  const answers = answersTo(fact, conditions, setting, stated);
  if (answers.length > limits.answers) throw new AnalysisTooLarge("answers");
  const regions = new Map<string, Region>();
  for (const answer of answers) {
    const met = conditions.map((condition) => evaluate(condition, { [fact]: answer }, setting) === "met");
    const key = met.map(Number).join("");
    if (!regions.has(key)) regions.set(key, { answer, met });
  }
  return { fact, conditions, regions: [...regions.values()] };
}
