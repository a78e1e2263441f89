import type { Facts } from "@finsam/model";
import type { Condition, Criterion } from "../criterion.ts";
import { evaluate } from "../evaluate.ts";
import { explain } from "../explain.ts";
import { type Setting, statedFactBehind } from "../known-fact.ts";
import type { Outcome } from "../outcome.ts";
import { readFacts } from "../vocabulary.ts";
import { type DecidingCondition, decidingConditions } from "./deciding-conditions.ts";
import { type Candidates, candidatesFor, personFor } from "./person-for.ts";
import { tellingValues } from "./telling-values.ts";
import { inKebabCase } from "./words-of-ids.ts";

/** A person at a limit of a criterion, and what the plain evaluator says. */
export interface BoundaryVector {
  /** What the case is, in kebab-case: `age-67-on-the-reference-date`. Unique within a criterion and a reference date. */
  readonly id: string;
  /** As stated, before they are read: an answer may be one that means missing, such as `unknown`, and a missing fact may be null. */
  readonly facts: Facts;
  readonly outcome: Outcome;
  /** The facts that would have to be known to settle it, in any order; empty when it is settled. */
  readonly missing: readonly string[];
}

/**
 * A person who meets a criterion, then both sides of every limit: for each condition a person whom it alone decides, with the values at
 * the limit and beside it. For ages those who turn the age on the reference date, the day after and the day before, and dates known
 * only in part; for numbers also intervals; every code, listed or not; each boolean both ways.
 *
 * @throws TypeError when a limit is still a parameter or a rule is only named: resolve the rule against a policy first.
 * @example
 * ```ts
 * import { conditions } from "@finsam/criteria";
 * import { limitVectors } from "@finsam/criteria/vectors";
 * const vocabulary = { illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" } } } as const;
 * const { illHealth } = conditions(vocabulary);
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * limitVectors(illHealth.is(true), setting).map(({ id, outcome }) => [id, outcome]);
 * // => [["meets", "met"], ["ill-health-no", "notMet"]]
 * ```
 */
export function limitVectors(criterion: Criterion, setting: Setting): readonly BoundaryVector[] {
  return distinct(casesOf(criterion, setting).atLimits).map((one) => judged(one, criterion, setting));
}

/**
 * The {@link limitVectors}, and what is missing: each fact alone, around the person who meets the criterion and around everyone who just
 * misses it by one condition; each pair of facts, around the person who meets it and the first who just misses it; all facts, absent
 * and null. The order and the ids follow from the criterion alone, and no person comes twice.
 *
 * @throws TypeError when a limit is still a parameter or a rule is only named: resolve the rule against a policy first.
 * @example
 * ```ts
 * import { any, conditions } from "@finsam/criteria";
 * import { boundaryVectors } from "@finsam/criteria/vectors";
 * const vocabulary = {
 *   illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" } },
 *   disability: { type: "boolean", label: { sv: "funktionsnedsättning", en: "disability" } },
 * } as const;
 * const { illHealth, disability } = conditions(vocabulary);
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * const vectors = boundaryVectors(any(illHealth.is(true), disability.is(true)), setting);
 * vectors.find(({ id }) => id === "meets-without-ill-health");
 * // => { id: "meets-without-ill-health", facts: { disability: false }, outcome: "undetermined", missing: ["illHealth"] }
 * ```
 */
export function boundaryVectors(criterion: Criterion, setting: Setting): readonly BoundaryVector[] {
  const { atLimits, meets, justMiss } = casesOf(criterion, setting);
  const facts = factsAskedFor(criterion, setting);
  const missing = [
    ...[...meets, ...justMiss].flatMap((person) => facts.map((fact) => without([fact], person))),
    ...[...meets, ...justMiss.slice(0, 1)].flatMap((person) => pairsOf(facts).map((pair) => without(pair, person))),
    { id: "nothing-is-known", facts: {} },
    { id: "every-fact-is-null", facts: Object.fromEntries(facts.map((fact) => [fact, null])) },
  ];
  return distinct([...atLimits, ...missing]).map((one) => judged(one, criterion, setting));
}

/** A vector without what is expected of it. */
type Case = Pick<BoundaryVector, "id" | "facts">;

interface Cases {
  readonly atLimits: readonly Case[];
  /** One person, or none when nobody can meet the criterion. */
  readonly meets: readonly Case[];
  /** For each condition the first who does not meet the criterion, because of that condition alone. */
  readonly justMiss: readonly Case[];
}

function casesOf(criterion: Criterion, setting: Setting): Cases {
  const deciding = decidingConditions(criterion);
  const conditions = deciding.map(({ condition }) => condition);
  const candidates = candidatesFor(conditions, setting);
  const someone = personFor([{ criterion, outcome: "met" }], conditions, candidates, setting);
  const meets = someone === undefined ? [] : [{ id: "meets", facts: someone }];
  const sides = deciding.map((one) => bothSides(one, conditions, candidates, setting));
  const justMiss = sides.flatMap(
    (side) => side.find(({ facts }) => judge(criterion, facts, setting).outcome === "notMet") ?? [],
  );
  return { atLimits: [...meets, ...sides.flat()], meets, justMiss };
}

function bothSides(
  { condition, others }: DecidingCondition,
  conditions: readonly Condition[],
  candidates: Candidates,
  setting: Setting,
): readonly Case[] {
  const person = personFor([...others, { criterion: condition, outcome: "met" }], conditions, candidates, setting);
  if (person === undefined) return [];
  const fact = statedFactBehind(condition.fact, setting.vocabulary);
  const values = tellingValues(condition, setting, person[fact] ?? undefined);
  return values.map(({ id, value }) => ({ id, facts: { ...person, [fact]: value } }));
}

const factsAskedFor = (criterion: Criterion, { vocabulary }: Setting): readonly string[] => [
  ...new Set(decidingConditions(criterion).map(({ condition }) => statedFactBehind(condition.fact, vocabulary))),
];

const pairsOf = (facts: readonly string[]): readonly (readonly string[])[] =>
  facts.flatMap((first, index) => facts.slice(index + 1).map((second) => [first, second]));

function without(hidden: readonly string[], { id, facts }: Case): Case {
  const known = Object.entries(facts).filter(([fact]) => !hidden.includes(fact));
  return { id: `${id}-without-${hidden.map(inKebabCase).join("-and-")}`, facts: Object.fromEntries(known) };
}

/** Each person once, under the first id; an id that is taken gets a number. */
function distinct(cases: readonly Case[]): readonly Case[] {
  const first = new Map<string, Case>();
  for (const one of cases) {
    const person = JSON.stringify(one.facts);
    if (!first.has(person)) first.set(person, one);
  }
  const taken = new Map<string, number>();
  return [...first.values()].map(({ id, facts }) => {
    const times = (taken.get(id) ?? 0) + 1;
    taken.set(id, times);
    return { id: times === 1 ? id : `${id}-${times}`, facts };
  });
}

const judged = (one: Case, criterion: Criterion, setting: Setting): BoundaryVector => ({
  ...one,
  ...judge(criterion, one.facts, setting),
});

/** The oracle. A settled outcome has nothing missing, so that only an open one is worth explaining. */
function judge(criterion: Criterion, stated: Facts, setting: Setting): Pick<BoundaryVector, "outcome" | "missing"> {
  const { facts } = readFacts(setting.vocabulary, stated);
  const outcome = evaluate(criterion, facts, setting);
  return { outcome, missing: outcome === "undetermined" ? explain(criterion, facts, setting).missing : [] };
}
