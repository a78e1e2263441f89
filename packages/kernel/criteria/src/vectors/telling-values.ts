import type { FactValue } from "@finsam/model";
import type { Condition } from "../criterion.ts";
import { definitionOf } from "../definition-of.ts";
import type { Setting } from "../known-fact.ts";
import { type FactDefinition, readFacts } from "../vocabulary.ts";
import { boundaryBirthdays } from "./boundary-birthdays.ts";
import { codesBeside } from "./codes-beside.ts";
import { dayAfter, dayBefore } from "./neighbouring-days.ts";
import { turningAge } from "./turning-age.ts";
import { inKebabCase, inWords } from "./words-of-ids.ts";

/** A value that lies at a limit, or just beside it. */
export interface TellingValue {
  /** What it is, in kebab-case: `age-67-on-the-reference-date`. */
  readonly id: string;
  readonly value: FactValue;
}

/**
 * The values of the stated fact behind a condition that tell its limit from its neighbours: those of which everything is known first,
 * then those known in part. `beside` is what else a set of codes holds.
 */
export function tellingValues(
  condition: Condition,
  setting: Setting,
  beside?: FactValue | undefined,
): readonly TellingValue[] {
  const definition = definitionOf(setting.vocabulary, condition.fact);
  if (definition === undefined) throw new TypeError(`the vocabulary has no fact "${condition.fact}"`);
  const fact = definition.type === "completedYears" ? definition.since : condition.fact;
  return valuesOf(condition, definition, setting, beside)
    .map(([id, value]) => ({ id: `${inKebabCase(condition.fact)}-${id}`, value }))
    .filter(({ value }) => readFacts(setting.vocabulary, { [fact]: value }).problems.length === 0);
}

type Named = readonly (readonly [id: string, value: FactValue])[];

function valuesOf(
  condition: Condition,
  definition: FactDefinition,
  setting: Setting,
  beside: FactValue | undefined,
): Named {
  const limit = condition.value;
  switch (condition.op) {
    case "is":
      return [
        ["yes", true],
        ["no", false],
      ];
    case "in":
      return Array.isArray(limit) ? codes(limit, definition) : [];
    case "hasAny":
      return Array.isArray(limit) ? setsOfCodes(limit, definition, Array.isArray(beside) ? beside : []) : [];
    default: {
      const age = turningAge(condition, setting.vocabulary);
      if (age !== undefined) return boundaryBirthdays(age, setting);
      if (typeof limit === "number") return numbers(limit);
      return typeof limit === "string" ? days(limit) : [];
    }
  }
}

const codes = (listed: readonly string[], definition: FactDefinition): Named => [
  ...listed.map((code) => [code, code] as const),
  ...codesBeside(listed, definition).map((code) => [`${code}-not-listed`, code] as const),
  ...answersThatMeanMissing(definition).map((answer) => [`${answer}-means-missing`, answer] as const),
];

const answersThatMeanMissing = (definition: FactDefinition): readonly string[] =>
  definition.type === "code" ? (definition.missing ?? []) : [];

function setsOfCodes(listed: readonly string[], definition: FactDefinition, beside: readonly string[]): Named {
  const kept = beside.filter((code) => !listed.includes(code));
  const others = codesBeside(listed, definition).filter((code) => !kept.includes(code));
  return [
    ...listed.map((code): Named[number] => [code, [...kept, code]]),
    ["without-any-listed", kept],
    ...others.map((code): Named[number] => [`${code}-not-listed`, [...kept, code]]),
    ["all-listed-and-others", [...new Set([...kept, ...listed, ...others])]],
    ["none", []],
  ];
}

function numbers(limit: number): Named {
  const exact = [limit, limit - 1, limit + 1, limit - 0.5, limit + 0.5];
  const between = [
    [limit - 1, limit],
    [limit, limit + 1],
    [limit - 1, limit + 1],
    [limit, limit],
    [limit - 2, limit - 1],
    [limit + 1, limit + 2],
  ] as const;
  return [
    ...exact.map((value) => [inWords(value), value] as const),
    ...between.map(([min, max]) => [`between-${inWords(min)}-and-${inWords(max)}`, { min, max }] as const),
  ];
}

function days(limit: string): Named {
  const [before, after] = [dayBefore(limit), dayAfter(limit)];
  return [
    [`on-${limit}`, limit],
    ...(before === undefined ? [] : [[`the-day-before-${limit}`, before] as const]),
    ...(after === undefined ? [] : [[`the-day-after-${limit}`, after] as const]),
    [`some-day-of-${limit.slice(0, 7)}`, limit.slice(0, 7)],
    [`some-day-of-${limit.slice(0, 4)}`, limit.slice(0, 4)],
  ];
}
