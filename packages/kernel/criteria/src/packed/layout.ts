import type { FactValue } from "@finsam/model";
import { conditionOutcome } from "../condition-outcome.ts";
import type { Comparison, Condition, Criterion } from "../criterion.ts";
import { criterionProblems } from "../criterion-problems.ts";
import { tooLarge } from "../criterion-size.ts";
import { definitionOf } from "../definition-of.ts";
import { knownFact, type Setting, statedFactBehind } from "../known-fact.ts";
import type { FactDefinition } from "../vocabulary.ts";
import { dayNumberOf, lastDayForYears, yearsCountFrom } from "./day-number.ts";
import { groupBy } from "./group-by.ts";
import { oppositeOf, type TwoBit, twoBitOf } from "./two-bit.ts";

/** A condition, or its opposite, and the place of its outcome: two bits in one of the integers that hold all outcomes of a person. */
export interface Asked {
  readonly condition: Condition;
  readonly negated: boolean;
  readonly word: number;
  readonly shift: number;
}

/** All that is asked of one stated fact within one integer. An age is asked of the date of birth. */
export interface Reading {
  readonly fact: string;
  readonly kind: Exclude<FactDefinition["type"], "completedYears">;
  readonly word: number;
  readonly asked: readonly Asked[];
}

/** How outcomes of conditions become the outcome of the criterion: no negation is left, it has gone into the conditions. */
export interface Logic {
  readonly op: "all" | "any";
  readonly asked: readonly Asked[];
  readonly parts: readonly Logic[];
}

/** A criterion laid out for packed outcomes: up to sixteen conditions in each integer. */
export interface Layout {
  readonly criterion: Criterion;
  readonly setting: Setting;
  readonly words: number;
  readonly asked: readonly Asked[];
  readonly readings: readonly Reading[];
  readonly logic: Logic;
}

/** The conditions that one 32-bit integer has room for. */
const perWord = 16;

/**
 * Lays a criterion out. Equal conditions are asked once, and conditions on the same fact stand together.
 *
 * @throws CriterionTooLarge, or TypeError when a condition does not fit the vocabulary, a limit is still a parameter, or a reference to
 * a rule is not resolved.
 */
export function layOut(criterion: Criterion, setting: Setting): Layout {
  const problem = tooLarge(criterion);
  if (problem !== undefined) throw problem;

  const found = new Map<string, Found>();
  const tree = withoutNegation(criterion, false, found);
  for (const { condition } of found.values()) refuseMisfit(condition, setting);

  const byFact = groupBy(found.values(), ({ condition }) => statedFactBehind(condition.fact, setting.vocabulary));
  const asked: Asked[] = [];
  const places = new Map<Found, Asked>();
  for (const one of [...byFact.values()].flat()) {
    const number = asked.length;
    const placed: Asked = { ...one, word: Math.floor(number / perWord), shift: (number % perWord) * 2 };
    asked.push(placed);
    places.set(one, placed);
  }
  return {
    criterion,
    setting,
    words: Math.max(1, Math.ceil(asked.length / perWord)),
    asked,
    readings: readingsOf(asked, setting),
    logic: placedLogic(tree, places),
  };
}

/** The outcome of a condition among the packed outcomes that begin at an index. */
export const codeOf = ({ word, shift }: Asked, packed: Int32Array, at: number): TwoBit =>
  ((packed[at + word] ?? 0) >>> shift) & 0b11;

/** Conditions with the same key are the same question. */
export const keyOf = ({ op, fact, value }: Condition, negated: boolean): string =>
  JSON.stringify([op, fact, value, negated]);

interface Found {
  readonly condition: Condition;
  readonly negated: boolean;
}

interface Tree {
  readonly op: "all" | "any";
  readonly leaves: readonly Found[];
  readonly parts: readonly Tree[];
}

// Not all is any of the opposites, so a negation moves inwards until it meets a condition. An all within an all is one all.
function withoutNegation(criterion: Criterion, negated: boolean, found: Map<string, Found>): Tree {
  switch (criterion.op) {
    case "all":
    case "any": {
      const op = (criterion.op === "all") === negated ? "any" : "all";
      const parts = criterion.of.map((part) => withoutNegation(part, negated, found));
      const isSame = (part: Tree): boolean => part.op === op || isOne(part);
      const leaves = parts.flatMap((part) => (isSame(part) ? part.leaves : []));
      return { op, leaves: [...new Set(leaves)], parts: parts.flatMap((part) => (isSame(part) ? part.parts : part)) };
    }
    case "not":
      return withoutNegation(criterion.of, !negated, found);
    case "rule":
      throw new TypeError(`the rule "${criterion.rule}" is only named: resolve the reference against a policy first`);
    default: {
      const key = keyOf(criterion, negated);
      const leaf = found.get(key) ?? { condition: criterion, negated };
      found.set(key, leaf);
      return { op: "all", leaves: [leaf], parts: [] };
    }
  }
}

const isOne = ({ leaves, parts }: Tree): boolean => leaves.length === 1 && parts.length === 0;

function refuseMisfit(condition: Condition, { vocabulary }: Setting): void {
  const limit = condition.value;
  if (typeof limit === "object" && "parameter" in limit)
    throw new TypeError(`the limit "${limit.parameter}" is not filled in: resolve the rule against a policy first`);
  // A code that the vocabulary does not list is not wrong here: nobody has it.
  const misfit = criterionProblems(condition, vocabulary, () => []).find(({ code }) => code !== "unknown-code");
  if (misfit !== undefined) throw new TypeError(misfit.message);
  if (typeof limit === "number" && !Number.isFinite(limit))
    throw new TypeError(`the limit of "${condition.fact}" is not a number`);
}

function readingsOf(asked: readonly Asked[], { vocabulary }: Setting): readonly Reading[] {
  const groups = groupBy(asked, ({ condition, word }) =>
    [word, statedFactBehind(condition.fact, vocabulary)].join(" "),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const fact = statedFactBehind(first.condition.fact, vocabulary);
    const type = definitionOf(vocabulary, fact)?.type;
    return type === undefined || type === "completedYears"
      ? []
      : [{ fact, kind: type, word: first.word, asked: group }];
  });
}

const placedLogic = ({ op, leaves, parts }: Tree, places: ReadonlyMap<Found, Asked>): Logic => ({
  op,
  asked: leaves.flatMap((leaf) => places.get(leaf) ?? []),
  parts: parts.map((part) => placedLogic(part, places)),
});

/**
 * The outcomes of all that is asked of a fact, in their places, by asking the plain evaluator. Tables are made with it, and it judges
 * what the fast ways do not.
 *
 * @throws TypeError or RangeError as `evaluate` does, when the value is of the wrong kind.
 */
export function bitsByEvaluator(reading: Reading, stated: FactValue | null | undefined, setting: Setting): number {
  const facts = stated === undefined ? {} : { [reading.fact]: stated };
  return reading.asked.reduce((bits, { condition, negated, shift }) => {
    const code = twoBitOf(conditionOutcome(condition, knownFact(condition.fact, facts, setting)));
    return bits | ((negated ? oppositeOf(code) : code) << shift);
  }, 0);
}

/** A comparison of a number or of a day (as YYYYMMDD) with a limit. */
export interface Compared {
  readonly op: Comparison;
  readonly limit: number;
  readonly shift: number;
}

/** The comparisons of a reading that are on an order. What is asked of an age is asked of the date of birth. */
export const comparisonsIn = (reading: Reading, setting: Setting): readonly Compared[] =>
  reading.asked.flatMap(({ condition, negated, shift }) => {
    const { op, value } = condition;
    if (op === "is" || op === "in" || op === "hasAny" || typeof value === "object") return [];
    const asked = negated ? opposites[op] : op;
    if (typeof value === "string") return [{ op: asked, limit: dayNumberOf(value), shift }];
    if (reading.kind === "number") return [{ op: asked, limit: value, shift }];
    // An age is lower the later the birth date. Whole years: at least 16.5 is at least 17, at most 66.5 is less than 67.
    const years = op === "atLeast" || op === "lessThan" ? Math.ceil(value) : Math.floor(value) + 1;
    const limit = lastDayForYears(years, yearsCountFrom(setting.on, setting.leapDayBirthday));
    return [{ op: asked === "atLeast" || asked === "moreThan" ? "atMost" : "moreThan", limit, shift }];
  });

const opposites = { atLeast: "lessThan", lessThan: "atLeast", moreThan: "atMost", atMost: "moreThan" } as const;
