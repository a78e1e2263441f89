import { CalendarDate } from "@finsam/model";
import type { Condition, Criterion, Parameter } from "./criterion.ts";
import { definitionOf } from "./definition-of.ts";
import type { FactDefinition, Vocabulary } from "./vocabulary.ts";

/** What is wrong with a criterion, and where in it: a path such as `of.0.of.1`. */
export interface CriterionProblem {
  readonly code: "unknown-fact" | "wrong-comparison" | "wrong-limit" | "unknown-parameter" | "unknown-code";
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * Checks that every condition of a criterion asks for a fact of the vocabulary, in a way that fits it, with a limit of its kind.
 * A limit that is a parameter is looked up with `valuesOf`: all the values it ever has must fit, and it must have one.
 *
 * @example
 * ```ts
 * import { criterionProblems } from "@finsam/criteria";
 * const vocabulary = { illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" } } } as const;
 * criterionProblems({ op: "atLeast", fact: "illHealth", value: 1 }, vocabulary, () => []).map(({ code }) => code);
 * // => ["wrong-comparison"]
 * ```
 */
export function criterionProblems(
  criterion: Criterion,
  vocabulary: Vocabulary,
  valuesOf: (parameter: string) => readonly unknown[],
): readonly CriterionProblem[] {
  switch (criterion.op) {
    case "all":
    case "any":
      return criterion.of.flatMap((part, index) =>
        criterionProblems(part, vocabulary, valuesOf).map((problem) => ({
          ...problem,
          path: ["of", index, ...problem.path],
        })),
      );
    case "not":
      return criterionProblems(criterion.of, vocabulary, valuesOf).map((problem) => ({
        ...problem,
        path: ["of", ...problem.path],
      }));
    case "rule":
      return [];
    default:
      return conditionProblems(criterion, vocabulary, valuesOf);
  }
}

function conditionProblems(
  condition: Condition,
  vocabulary: Vocabulary,
  valuesOf: (parameter: string) => readonly unknown[],
): readonly CriterionProblem[] {
  const { fact, op, value } = condition;
  const definition = definitionOf(vocabulary, fact);
  if (definition === undefined)
    return [{ code: "unknown-fact", path: ["fact"], message: `the vocabulary has no fact "${fact}"` }];
  if (!comparisonsOf[definition.type].includes(op))
    return [
      {
        code: "wrong-comparison",
        path: ["op"],
        message: `"${op}" cannot judge "${fact}", which is a ${definition.type}`,
      },
    ];

  const limits = isParameter(value) ? valuesOf(value.parameter) : [value];
  if (isParameter(value) && limits.length === 0)
    return [{ code: "unknown-parameter", path: ["value"], message: `policy has no value "${value.parameter}"` }];
  if (!limits.every((limit) => fits(limit, definition)))
    return [{ code: "wrong-limit", path: ["value"], message: `a limit for "${fact}" is not a ${definition.type}` }];
  const strange = limits.flatMap((limit) => strangeCodes(limit, definition));
  return strange.map((code) => ({ code: "unknown-code", path: ["value"], message: `"${fact}" has no code "${code}"` }));
}

const isParameter = (value: Condition["value"]): value is Parameter =>
  typeof value === "object" && "parameter" in value;

const ordered = ["atLeast", "moreThan", "atMost", "lessThan"] as const;

const comparisonsOf: Readonly<Record<FactDefinition["type"], readonly Condition["op"][]>> = {
  boolean: ["is"],
  code: ["in"],
  codes: ["hasAny"],
  number: ordered,
  date: ordered,
  completedYears: ordered,
};

function fits(limit: unknown, definition: FactDefinition): boolean {
  switch (definition.type) {
    case "boolean":
      return typeof limit === "boolean";
    case "code":
    case "codes":
      return Array.isArray(limit) && limit.every((code) => typeof code === "string");
    case "date":
      return CalendarDate.safeParse(limit).success;
    case "number":
    case "completedYears":
      return typeof limit === "number";
  }
}

function strangeCodes(limit: unknown, definition: FactDefinition): readonly string[] {
  if ((definition.type !== "code" && definition.type !== "codes") || !Array.isArray(limit)) return [];
  const known = Object.keys(definition.codes);
  return known.length === 0 ? [] : limit.filter((code) => !known.includes(code));
}
