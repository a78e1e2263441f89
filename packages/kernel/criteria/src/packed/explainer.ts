import type { FactValue } from "@finsam/model";
import type { Explanation } from "../explain.ts";
import { type Setting, statedFactBehind } from "../known-fact.ts";
import { type Reason, reasonOf } from "../reason.ts";
import { firstDay, noDay, yearsCountFrom, yearsSince } from "./day-number.ts";
import { decidingOf } from "./deciding.ts";
import { type Asked, codeOf, type Layout } from "./layout.ts";
import { isMissing, type Stated } from "./stated.ts";
import { met, oppositeOf, type TwoBit, undetermined } from "./two-bit.ts";

/** Makes the explanation of a person from the packed outcomes, which begin at an index. */
export type Explainer<Row> = (packed: Int32Array, at: number, row: Row) => Explanation;

type Read<Row> = (row: Row) => Stated;

/** How many explanations, and how many reasons of a condition, are remembered before they are begun anew. */
const most = 10_000;

/**
 * Explanations from packed outcomes: the same as `explain` makes, from parts that are made once. Which conditions decide is a function
 * of the rule and the integers, a reason one of the condition and the value, and among many people few differ. What more than one may
 * be handed is frozen.
 */
export function explainerOf<Row>(layout: Layout, readerOf: (fact: string) => Read<Row>): Explainer<Row> {
  const decidingIn = decidingOf(layout);
  const reasonsOf = new Map(layout.asked.map((asked) => [asked, reasonsByKey(asked, layout.setting, readerOf)]));
  const known = new Map<number | string, (row: Row) => Explanation>();
  let remembered = 0;

  const explanationsWith = (packed: Int32Array, at: number): ((row: Row) => Explanation) => {
    const { conditions, outcome, decidedBy, missing } = decidingIn(packed, at);
    const open: Asked[] = [];
    const reasons = conditions.flatMap((asked) => {
      const implied = impliedReason(asked, codeOf(asked, packed, at), layout.setting);
      if (implied !== undefined) return () => implied;
      open.push(asked);
      return reasonsOf.get(asked) ?? [];
    });
    const make = (row: Row): Explanation => ({
      outcome,
      because: reasons.map((reason) => reason(row)),
      decidedBy,
      missing,
    });

    // Where the value of one fact tells all that the outcomes do not, the whole explanation is remembered by it.
    const facts = new Set(open.map(({ condition }) => statedFactBehind(condition.fact, layout.setting.vocabulary)));
    if (facts.size > 1) return make;
    const [keyOf] = [...facts].map((fact) => keysOf(fact, open, layout.setting, readerOf(fact)));
    const byKey = new Map<Key, Explanation>();
    return (row) => {
      const key = keyOf === undefined ? null : keyOf(row);
      if (key === undefined) return make(row);
      const before = byKey.get(key);
      if (before !== undefined) return before;
      remembered += 1;
      if (remembered > most) {
        remembered = 0;
        known.clear();
      }
      const explanation = frozen(make(row));
      byKey.set(key, explanation);
      return explanation;
    };
  };

  return (packed, at, row) => {
    const key = layout.words === 1 ? (packed[at] ?? 0) : packed.subarray(at, at + layout.words).join();
    return (known.get(key) ?? keep(known, key, explanationsWith(packed, at)))(row);
  };
}

const frozen = (explanation: Explanation): Explanation => {
  Object.freeze(explanation.because);
  return Object.freeze(explanation);
};

/** The reason of a condition whose outcome tells the value of the fact: yes or no, the only code asked for, or nothing known. */
function impliedReason({ condition, negated }: Asked, code: TwoBit, setting: Setting): Reason | undefined {
  const { fact, op, value } = condition;
  const plain = negated ? oppositeOf(code) : code;
  const reason = (known: FactValue | null) => Object.freeze(reasonOf(condition, { [fact]: known }, setting, negated));
  if (op === "is") return reason(plain === undetermined ? null : (value === true) === (plain === met));
  if (op !== "in" && op !== "hasAny") return undefined;
  if (plain === undetermined) return reason(null);
  return op === "in" && plain === met && Array.isArray(value) && value.length === 1 ? reason(value[0]) : undefined;
}

/** Reasons of one condition, remembered by what they depend on. */
function reasonsByKey<Row>(
  asked: Asked,
  setting: Setting,
  readerOf: (fact: string) => Read<Row>,
): (row: Row) => Reason {
  const { condition, negated } = asked;
  const fact = statedFactBehind(condition.fact, setting.vocabulary);
  const read = readerOf(fact);
  const keyOf = keysOf(fact, [asked], setting, read);
  const byKey = new Map<Key, Reason>();
  const make = (row: Row): Reason => reasonOf(condition, { [fact]: read(row) ?? null }, setting, negated);
  return (row) => {
    const key = keyOf(row);
    if (key === undefined) return make(row);
    return byKey.get(key) ?? keep(byKey, key, Object.freeze(make(row)));
  };
}

type Key = string | number | boolean | null;

/**
 * What the reasons of conditions on one fact depend on: its value, or the years since, if they ask for no more. `undefined` for what is
 * equal only to itself.
 */
function keysOf<Row>(fact: string, conditions: readonly Asked[], setting: Setting, read: Read<Row>) {
  const onlyYears = conditions.every(({ condition }) => condition.fact !== fact);
  const countFrom = yearsCountFrom(setting.on, setting.leapDayBirthday);
  return (row: Row): Key | undefined => {
    const stated = read(row);
    if (isMissing(stated)) return null;
    if (typeof stated === "string" && onlyYears && stated.length === 10) {
      const day = firstDay(stated);
      return day === noDay ? undefined : yearsSince(day, countFrom);
    }
    // A map would take 0 for -0.
    return typeof stated === "object" || stated === 0 ? undefined : stated;
  };
}

function keep<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value): Value {
  if (memory.size >= most) memory.clear();
  memory.set(key, value);
  return value;
}
