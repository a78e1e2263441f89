import type { Condition, Criterion } from "@finsam/criteria";
import { requirementInWords as requirementInEnglish } from "@finsam/criteria/en";
import { requirementInWords as requirementInSwedish } from "@finsam/criteria/sv";
import type { Language, Text } from "@finsam/model";
import type { ResolvedRule } from "../rule-at.ts";
import { type AskedCondition, keyOf } from "./asked-conditions.ts";

/** A condition as it stands in one of two rules. */
export interface StandingCondition {
  readonly condition: Condition;
  /** True when the rule asks for the opposite. */
  readonly negated: boolean;
  /** Its place among the conditions asked of people. */
  readonly asked: number;
}

/** One difference between two rules: a condition with another limit, one that is gone, or one that is new. */
export interface RuleChange {
  readonly before?: StandingCondition;
  readonly after?: StandingCondition;
  /** What is different, as it stands in a sentence. */
  readonly text: Text;
}

/**
 * The conditions that two rules do not share. One that is gone and one that is new are the same condition changed when they take their
 * limit from the same value of policy, or else set the same kind of limit to the same fact. The changes from B to A are those from A to B
 * turned round.
 */
export function changesBetween(
  before: ResolvedRule,
  after: ResolvedRule,
  conditions: readonly AskedCondition[],
): readonly RuleChange[] {
  const places = new Map(conditions.map((asked, place) => [keyOf(asked), place]));
  const [standingBefore, standingAfter] = [standingIn(before, places), standingIn(after, places)];
  const gone = standingBefore.filter((one) => !standingAfter.some((other) => isSame(one, other)));
  const added = standingAfter.filter((one) => !standingBefore.some((other) => isSame(one, other)));

  const successors = new Map<StandingCondition, StandingCondition>();
  for (const isLike of [takesSameValue, limitsAlike])
    for (const one of gone.filter((candidate) => !successors.has(candidate))) {
      const free = added.filter((candidate) => ![...successors.values()].includes(candidate));
      const successor = free.find((candidate) => isLike(one, candidate));
      if (successor !== undefined) successors.set(one, successor);
    }
  const isNew = (one: StandingCondition): boolean => ![...successors.values()].includes(one);
  return [
    ...gone.map((one) => change(one, successors.get(one), before, after)),
    ...added.filter(isNew).map((one) => change(undefined, one, before, after)),
  ];
}

/** The conditions of a rule as they stand in it, each once. */
function standingIn(rule: ResolvedRule, places: ReadonlyMap<string, number>): readonly StandingCondition[] {
  const found: StandingCondition[] = [];
  const look = (criterion: Criterion, negated: boolean): void => {
    switch (criterion.op) {
      case "all":
      case "any":
        for (const part of criterion.of) look(part, negated);
        break;
      case "not":
        look(criterion.of, !negated);
        break;
      case "rule":
        break;
      default: {
        const asked = places.get(keyOf({ condition: criterion, setting: rule.setting })) ?? -1;
        const one = { condition: criterion, negated, asked };
        if (!found.some((other) => isSame(one, other))) found.push(one);
      }
    }
  };
  look(rule.criterion, false);
  return found;
}

type Likeness = (one: StandingCondition, other: StandingCondition) => boolean;

const isSame: Likeness = (one, other) => one.asked === other.asked && one.negated === other.negated;

const asksAlike: Likeness = (one, other) =>
  one.condition.fact === other.condition.fact && one.negated === other.negated;

const takesSameValue: Likeness = (one, other) =>
  asksAlike(one, other) &&
  one.condition.cited?.parameter !== undefined &&
  one.condition.cited.parameter === other.condition.cited?.parameter;

const limitsAlike: Likeness = (one, other) =>
  asksAlike(one, other) && kindOfLimit[one.condition.op] === kindOfLimit[other.condition.op];

const kindOfLimit: Readonly<Record<Condition["op"], string>> = {
  is: "answer",
  in: "codes",
  hasAny: "codes",
  atLeast: "lowest",
  moreThan: "lowest",
  atMost: "highest",
  lessThan: "highest",
};

function change(
  was: StandingCondition | undefined,
  is: StandingCondition | undefined,
  before: ResolvedRule,
  after: ResolvedRule,
): RuleChange {
  const fact = (is ?? was)?.condition.fact ?? "";
  const label = after.setting.vocabulary[fact]?.label ?? before.setting.vocabulary[fact]?.label;
  const [required, requires] = [wordsFor(was, before), wordsFor(is, after)];
  const text = (language: Language): string => {
    const name = label?.[language] ?? fact;
    const [from, to] = [required?.[language], requires?.[language]];
    if (from === undefined) return `${words[language].added} ${name} (${to})`;
    if (to === undefined) return `${words[language].gone} ${name} (${from})`;
    return from === to ? `${name}: ${to}, ${words[language].otherwise}` : `${name}: ${from} → ${to}`;
  };
  return {
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
    text: { sv: text("sv"), en: text("en") },
  };
}

const wordsFor = (one: StandingCondition | undefined, { setting }: ResolvedRule): Text | undefined =>
  one && {
    sv: requirementInSwedish(one.condition, one.negated, setting.vocabulary),
    en: requirementInEnglish(one.condition, one.negated, setting.vocabulary),
  };

const words = {
  sv: { added: "nytt villkor på", gone: "utan villkoret på", otherwise: "bedömt på ett annat sätt" },
  en: { added: "new condition on", gone: "without the condition on", otherwise: "judged in another way" },
} as const satisfies Readonly<Record<Language, object>>;
