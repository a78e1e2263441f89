import type { FactValue } from "@finsam/model";
import type { Explanation } from "../explain.ts";
import { type Setting, statedFactBehind } from "../known-fact.ts";
import { type Reason, reasonOf } from "../reason.ts";
import type { Stated } from "./bits-of-value.ts";
import { firstDay, noDay, yearsCountFrom, yearsSince } from "./day-number.ts";
import { decidingOf } from "./deciding.ts";
import { type Asked, codeOf, type Layout } from "./layout.ts";
import { met, oppositeOf, type TwoBit, undetermined } from "./two-bit.ts";

/** Makes the explanation of a person from the packed outcomes, which begin at an index. */
export type Explainer<Row> = (packed: Int32Array, at: number, row: Row) => Explanation;

type ReaderOf<Row> = (fact: string) => (row: Row) => Stated;

/** More than this is not remembered, but begun anew. */
const remembered = 10_000;

/**
 * Explanations from packed outcomes: the same as `explain` makes, by parts that are made once. Which conditions decide is a function of
 * the rule and the integers, a reason one of the condition and the value, and among many people few differ. The parts are shared, so they
 * are frozen.
 */
export function explainerOf<Row>(layout: Layout, readerOf: ReaderOf<Row>): Explainer<Row> {
  const decidingIn = decidingOf(layout);
  const reasonsOf = new Map(layout.asked.map((asked) => [asked, reasonsByValue(asked, layout.setting, readerOf)]));
  const known = new Map<number | string, (row: Row) => Explanation>();

  const explanationsWith = (packed: Int32Array, at: number): ((row: Row) => Explanation) => {
    const { conditions, outcome, ...rest } = decidingIn(packed, at);
    const decidedBy = Object.freeze(rest.decidedBy.map((set) => Object.freeze(set)));
    const missing = Object.freeze(rest.missing);
    const implied = conditions.map((asked) => impliedReason(asked, codeOf(asked, packed, at), layout.setting));
    const because = Object.freeze(implied.flatMap((reason) => reason ?? []));
    if (because.length === conditions.length) {
      const explanation = Object.freeze({ outcome, because, decidedBy, missing });
      return () => explanation;
    }
    const reasons = conditions.flatMap((asked, index) => {
      const reason = implied[index];
      return (reason === undefined ? reasonsOf.get(asked) : () => reason) ?? [];
    });
    return (row) => ({ outcome, because: reasons.map((reason) => reason(row)), decidedBy, missing });
  };

  return (packed, at, row) => {
    const key = layout.words === 1 ? (packed[at] ?? 0) : packed.subarray(at, at + layout.words).join();
    return (known.get(key) ?? keep(known, key, explanationsWith(packed, at)))(row);
  };
}

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

function reasonsByValue<Row>({ condition, negated }: Asked, setting: Setting, readerOf: ReaderOf<Row>) {
  const fact = statedFactBehind(condition.fact, setting.vocabulary);
  const isAge = fact !== condition.fact;
  const countFrom = yearsCountFrom(setting.on, setting.leapDayBirthday);
  const read = readerOf(fact);
  const known = new Map<unknown, Reason>();
  const reason = (stated: FactValue | null): Reason =>
    Object.freeze(reasonOf(condition, { [fact]: stated }, setting, negated));

  return (row: Row): Reason => {
    const stated = read(row) ?? null;
    let key: unknown = stated;
    if (isAge && typeof stated === "string" && stated.length === 10) {
      // Everybody who has completed the same years has the same reason.
      const day = firstDay(stated);
      if (day !== noDay) key = yearsSince(day, countFrom);
    } else if ((typeof stated === "object" && stated !== null) || stated === 0) {
      // Intervals and sets are equal only to themselves; and a map would take 0 for -0.
      return reason(stated);
    }
    return known.get(key) ?? keep(known, key, reason(stated));
  };
}

function keep<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value): Value {
  if (memory.size >= remembered) memory.clear();
  memory.set(key, value);
  return value;
}
