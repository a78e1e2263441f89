import type { Facts } from "@finsam/model";
import type { Criterion } from "../criterion.ts";
import { type Explanation, explain } from "../explain.ts";
import { statedFactBehind } from "../known-fact.ts";
import { type Asked, codeOf, keyOf, type Layout } from "./layout.ts";
import { oppositeOf, outcomeOf } from "./two-bit.ts";

/** What of an explanation is the same for all who have the same packed outcomes. */
export interface Deciding extends Omit<Explanation, "because"> {
  /** The conditions that decide, in the order of the criterion. */
  readonly conditions: readonly Asked[];
}

/**
 * Which conditions decide, from packed outcomes. It is the plain explanation of the same criterion, with each condition replaced by a
 * yes-or-no fact that has its outcome: the reasons then name the conditions.
 */
export function decidingOf({ criterion, setting, asked }: Layout): (packed: Int32Array, at: number) => Deciding {
  const names = asked.map((_, number) => `condition${number}`);
  const byName = new Map(asked.map((one, number) => [names[number], one]));
  const nameOf = new Map(asked.map(({ condition, negated }, number) => [keyOf(condition, negated), names[number]]));
  const named = (part: Criterion, negated: boolean): Criterion => {
    switch (part.op) {
      case "all":
      case "any":
        return { op: part.op, of: part.of.map((piece) => named(piece, negated)) };
      case "not":
        return { op: "not", of: named(part.of, !negated) };
      case "rule":
        return part;
      default:
        return { op: "is", fact: nameOf.get(keyOf(part, negated)) ?? "", value: true };
    }
  };
  const ofOutcomes = named(criterion, false);
  const yesOrNo = { type: "boolean", label: { sv: "", en: "" } } as const;
  const vocabulary = Object.fromEntries(names.map((name) => [name, yesOrNo]));

  return (packed, at) => {
    const facts: Facts = Object.fromEntries(
      asked.map((one, number) => {
        const code = codeOf(one, packed, at);
        const plain = outcomeOf(one.negated ? oppositeOf(code) : code);
        return [names[number], plain === "undetermined" ? null : plain === "met"];
      }),
    );
    const { outcome, because, decidedBy } = explain(ofOutcomes, facts, { ...setting, vocabulary });
    const conditions = because.flatMap(({ fact }) => byName.get(fact) ?? []);
    const stated = conditions.map(({ condition }) => statedFactBehind(condition.fact, setting.vocabulary));
    return {
      outcome,
      conditions,
      decidedBy: Object.freeze(decidedBy.map((set) => Object.freeze(set))),
      missing: Object.freeze(outcome === "undetermined" ? [...new Set(stated)] : []),
    };
  };
}
