import type { CalendarDate } from "@finsam/model";
import { Comparison, type Condition, type Criterion } from "../criterion.ts";
import { definitionOf } from "../definition-of.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { codesBeside } from "./codes-beside.ts";
import { dayAfter, dayBefore } from "./neighbouring-days.ts";

/** A criterion with one thing in it changed, as a mistake in a copy of it would. */
export interface Mutation {
  /** Where and what: `of.0.of.1: atMost → lessThan`. */
  readonly id: string;
  readonly criterion: Criterion;
}

/**
 * Every way to get one thing in a criterion wrong: another comparison, a number off by one, a date off by a day, a boolean the other
 * way, a code less or more, all for any, a `not` left out, a part left out. Good vectors tell each from the criterion itself. An all or
 * any of a single part is not exchanged, since it means the same.
 *
 * @example
 * ```ts
 * import { conditions } from "@finsam/criteria";
 * import { mutationsOf } from "@finsam/criteria/vectors";
 * const vocabulary = { months: { type: "number", label: { sv: "månader", en: "months" } } } as const;
 * mutationsOf(conditions(vocabulary).months.atLeast(10), vocabulary).map(({ id }) => id);
 * // => ["atLeast → moreThan", "atLeast → atMost", "atLeast → lessThan", "10 → 9", "10 → 11"]
 * ```
 */
export function mutationsOf(criterion: Criterion, vocabulary: Vocabulary): readonly Mutation[] {
  switch (criterion.op) {
    case "all":
    case "any": {
      const { op, of } = criterion;
      const other = op === "all" ? "any" : "all";
      const exchanged = of.length === 1 ? [] : [{ id: `${op} → ${other}`, criterion: { op: other, of } as const }];
      const fewer = of.map((part, index) => ({
        id: `without of.${index}${part.op === "rule" ? `, the rule ${part.rule}` : ""}`,
        criterion: { op, of: of.filter((_, kept) => kept !== index) },
      }));
      const within = of.flatMap((part, index) =>
        inside(`of.${index}`, mutationsOf(part, vocabulary), (mutated) => ({ op, of: of.with(index, mutated) })),
      );
      return [...exchanged, ...fewer, ...within];
    }
    case "not": {
      const within = inside("of", mutationsOf(criterion.of, vocabulary), (of) => ({ op: "not", of }));
      return [{ id: "without not", criterion: criterion.of }, ...within];
    }
    case "rule":
      return [];
    default:
      return [...otherComparisons(criterion), ...otherLimits(criterion, vocabulary)];
  }
}

const inside = (place: string, mutations: readonly Mutation[], around: (mutated: Criterion) => Criterion) =>
  mutations.map(({ id, criterion }) => ({
    id: id.startsWith("of") ? `${place}.${id}` : `${place}: ${id}`,
    criterion: around(criterion),
  }));

function otherComparisons(condition: Condition): readonly Mutation[] {
  const { op } = condition;
  if (op === "is" || op === "in" || op === "hasAny") return [];
  return Comparison.options
    .filter((other) => other !== op)
    .map((other) => ({ id: `${op} → ${other}`, criterion: { ...condition, op: other } }));
}

function otherLimits(condition: Condition, vocabulary: Vocabulary): readonly Mutation[] {
  switch (condition.op) {
    case "is": {
      const { value } = condition;
      return typeof value === "boolean"
        ? [{ id: `${value} → ${!value}`, criterion: { ...condition, value: !value } }]
        : [];
    }
    case "in":
    case "hasAny": {
      const { value } = condition;
      const definition = definitionOf(vocabulary, condition.fact);
      if (!Array.isArray(value) || definition === undefined) return [];
      const less = value.map((code) => ({ id: `without ${code}`, codes: value.filter((other) => other !== code) }));
      const more = codesBeside(value, definition).map((code) => ({ id: `with ${code}`, codes: [...value, code] }));
      return [...less, ...more].map(({ id, codes }) => ({ id, criterion: { ...condition, value: codes } }));
    }
    default:
      return besides(condition.value).map((value) => ({
        id: `${condition.value} → ${value}`,
        criterion: { ...condition, value },
      }));
  }
}

function besides(limit: Condition["value"]): readonly (number | CalendarDate)[] {
  if (typeof limit === "number") return [limit - 1, limit + 1];
  return typeof limit === "string" ? [dayBefore(limit) ?? [], dayAfter(limit) ?? []].flat() : [];
}
