import type { CalendarDate } from "@finsam/model";
import type { Comparison, Criterion, Parameter } from "./criterion.ts";
import { all } from "./join-criteria.ts";
import type { FactDefinition, Vocabulary } from "./vocabulary.ts";

/** What can be asked of a yes-or-no fact. */
export interface BooleanConditions {
  /** The fact is known to be this. */
  readonly is: (value: boolean) => Criterion;
}

/** What can be asked of a code. */
export interface CodeConditions<Code extends string> {
  /** The code is this one. */
  readonly is: (code: Code) => Criterion;
  /** The code is one of these, or of those that policy lists. */
  readonly isOneOf: (codes: readonly Code[] | Parameter) => Criterion;
}

/** What can be asked of a set of codes. */
export interface CodesConditions<Code extends string> {
  /** At least one of these is among the codes. */
  readonly hasAny: (codes: readonly Code[] | Parameter) => Criterion;
}

/** What can be asked of a number or a date. */
export interface OrderedConditions<Limit> {
  readonly atLeast: (limit: Limit | Parameter) => Criterion;
  readonly moreThan: (limit: Limit | Parameter) => Criterion;
  readonly atMost: (limit: Limit | Parameter) => Criterion;
  readonly lessThan: (limit: Limit | Parameter) => Criterion;
  /** From the lowest to the highest, both included. */
  readonly between: (lowest: Limit | Parameter, highest: Limit | Parameter) => Criterion;
}

type CodeOf<Definition> = Definition extends { readonly codes: infer Codes }
  ? keyof Codes extends never
    ? string
    : keyof Codes & string
  : never;

type ConditionsOn<Definition extends FactDefinition> = Definition extends { readonly type: "boolean" }
  ? BooleanConditions
  : Definition extends { readonly type: "code" }
    ? CodeConditions<CodeOf<Definition>>
    : Definition extends { readonly type: "codes" }
      ? CodesConditions<CodeOf<Definition>>
      : Definition extends { readonly type: "date" }
        ? OrderedConditions<CalendarDate>
        : OrderedConditions<number>;

/** The conditions that can be put on each fact of a vocabulary. */
export type Conditions<V extends Vocabulary> = { readonly [Fact in keyof V & string]: ConditionsOn<V[Fact]> };

/**
 * The conditions that can be put on each fact of a vocabulary, so that the type checker knows which fit.
 *
 * @example
 * ```ts
 * import { all, conditions, parameter } from "@finsam/criteria";
 * const { age, illHealth } = conditions({
 *   birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
 *   age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
 *   illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" } },
 * });
 * all(age.atLeast(16), illHealth.is(true));
 * // => { op: "all", of: [{ op: "atLeast", fact: "age", value: 16 }, { op: "is", fact: "illHealth", value: true }] }
 * ```
 */
export function conditions<const V extends Vocabulary>(vocabulary: V): Conditions<V> {
  const entries = Object.entries(vocabulary).map(([fact, definition]) => [fact, conditionsOn(fact, definition)]);
  return Object.fromEntries(entries) as Conditions<V>;
}

function conditionsOn(fact: string, { type }: FactDefinition) {
  switch (type) {
    case "boolean":
      return onBoolean(fact);
    case "code":
      return onCode(fact);
    case "codes":
      return onCodes(fact);
    default:
      return onOrder(fact);
  }
}

const onBoolean = (fact: string): BooleanConditions => ({ is: (value) => ({ op: "is", fact, value }) });

const onCode = (fact: string): CodeConditions<string> => ({
  is: (code) => ({ op: "in", fact, value: [code] }),
  isOneOf: (codes) => ({ op: "in", fact, value: codes }),
});

const onCodes = (fact: string): CodesConditions<string> => ({
  hasAny: (codes) => ({ op: "hasAny", fact, value: codes }),
});

const onOrder = (fact: string): OrderedConditions<number | CalendarDate> => {
  const compare =
    (op: Comparison) =>
    (value: number | CalendarDate | Parameter): Criterion => ({ op, fact, value });
  const [atLeast, atMost] = [compare("atLeast"), compare("atMost")];
  return {
    atLeast,
    moreThan: compare("moreThan"),
    atMost,
    lessThan: compare("lessThan"),
    between: (lowest, highest) => all(atLeast(lowest), atMost(highest)),
  };
};
