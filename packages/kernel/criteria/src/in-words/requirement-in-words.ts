import type { Condition } from "../criterion.ts";
import { definitionOf } from "../definition-of.ts";
import type { FactDefinition, Vocabulary } from "../vocabulary.ts";
import { codeInWords, knownDate, withUnit } from "./value-in-words.ts";
import type { Words } from "./words.ts";

/** What is asked of a fact: a condition without anybody's facts, as it stands or negated. */
export type Requirement = Pick<Condition, "op" | "fact"> & {
  readonly limit: Condition["value"];
  readonly negated: boolean;
};

/** What one condition asks for, such as "at most 66 years". */
export function requirementInWords(
  condition: Condition,
  negated: boolean,
  vocabulary: Vocabulary,
  words: Words,
): string {
  const { op, fact, value: limit } = condition;
  const definition = definitionOf(vocabulary, fact);
  switch (op) {
    case "is":
      return (limit === true) !== negated ? words.yes : words.no;
    case "in":
    case "hasAny": {
      const listed = choiceInWords(limit, definition, words, "label");
      return negated ? words.not(listed) : listed;
    }
    default:
      return limitsInWords([{ op, fact, limit, negated }], definition, words);
  }
}

/** Any of the codes that a condition lists. */
export const choiceInWords = (
  limit: Condition["value"],
  definition: FactDefinition | undefined,
  words: Words,
  standsIn?: "label",
): string => words.or(Array.isArray(limit) ? limit.map((code) => codeInWords(code, definition, words, standsIn)) : []);

/** Limits on one and the same number, years or date: "at least 16 and at most 66 years". */
export function limitsInWords(
  requirements: readonly Requirement[],
  definition: FactDefinition | undefined,
  words: Words,
): string {
  const limits = requirements.map(({ op, limit, negated }) => {
    if (op === "is" || op === "in" || op === "hasAny") return "";
    const comparison = negated ? opposites[op] : op;
    if (typeof limit === "string") return `${words.dateComparisons[comparison]} ${words.date(knownDate(limit))}`;
    return `${words.comparisons[comparison]} ${typeof limit === "number" ? words.number(limit) : ""}`;
  });
  return withUnit(words.and(limits), definition, words);
}

const opposites = { atLeast: "lessThan", lessThan: "atLeast", moreThan: "atMost", atMost: "moreThan" } as const;
