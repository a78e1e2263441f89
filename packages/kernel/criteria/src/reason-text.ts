import { type FactValue, type Language, languages, type Text } from "@finsam/model";
import type { Comparison, Condition } from "./criterion.ts";
import { definitionOf, type FactDefinition, type Vocabulary } from "./vocabulary.ts";

/** A deciding condition as a sentence: what is known, and what is required. */
export function reasonText(
  condition: Condition,
  known: FactValue | undefined,
  negated: boolean,
  vocabulary: Vocabulary,
): Text {
  const definition = definitionOf(vocabulary, condition.fact);
  const [sv, en] = languages.map((language) => {
    const words = wordsOf[language];
    const label = definition?.label[language] ?? condition.fact;
    const value = known === undefined ? words.missing : spell(known, definition, language);
    return `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${value}. ${words.required}: ${requirement(condition, negated, definition, language)}.`;
  });
  return { sv: sv ?? "", en: en ?? "" };
}

/**
 * What a condition, or its opposite when negated, asks for, in words and without anybody's facts.
 *
 * @example
 * ```ts
 * import { requirementText } from "@finsam/criteria";
 * const vocabulary = {
 *   birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
 *   age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
 * } as const;
 * requirementText({ op: "atMost", fact: "age", value: 66 }, false, vocabulary); // => { sv: "högst 66 år", en: "at most 66 years" }
 * ```
 */
export function requirementText(condition: Condition, negated: boolean, vocabulary: Vocabulary): Text {
  const definition = definitionOf(vocabulary, condition.fact);
  return {
    sv: requirement(condition, negated, definition, "sv"),
    en: requirement(condition, negated, definition, "en"),
  };
}

function requirement(
  condition: Condition,
  negated: boolean,
  definition: FactDefinition | undefined,
  language: Language,
): string {
  const words = wordsOf[language];
  const limit = condition.value;
  switch (condition.op) {
    case "is":
      return (limit === true) !== negated ? words.yes : words.no;
    case "in":
    case "hasAny": {
      const listed = Array.isArray(limit) ? limit.map((code) => spell(code, definition, language)) : [];
      const choice = formats[language].choice.format(listed);
      return negated ? `${words.neither} ${choice}` : choice;
    }
    default: {
      const op = negated ? opposites[condition.op] : condition.op;
      const boundary = typeof limit === "number" || typeof limit === "string" ? spell(limit, definition, language) : "";
      return `${words[op]} ${boundary}`;
    }
  }
}

function spell(value: FactValue, definition: FactDefinition | undefined, language: Language): string {
  const words = wordsOf[language];
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (Array.isArray(value))
    return value.length === 0 ? words.none : value.map((code) => spell(code, definition, language)).join(", ");
  if (typeof value === "string") {
    const codes = definition?.type === "code" || definition?.type === "codes" ? definition.codes : {};
    return (Object.hasOwn(codes, value) ? codes[value]?.[language] : undefined) ?? value;
  }
  const amount =
    typeof value === "number"
      ? number(value, language)
      : `${number(value.min, language)}–${number(value.max, language)}`;
  const unit =
    definition?.type === "completedYears"
      ? words.years
      : definition?.type === "number"
        ? definition.unit?.[language]
        : undefined;
  return unit === undefined ? amount : `${amount} ${unit}`;
}

const number = (value: number, language: Language): string => formats[language].number.format(value);

// Made once: it costs far more to make a format than to use it.
const formatsOf = (language: Language) => ({
  number: new Intl.NumberFormat(language, { maximumFractionDigits: 20 }),
  choice: new Intl.ListFormat(language, { type: "disjunction" }),
});
const formats: Readonly<Record<Language, ReturnType<typeof formatsOf>>> = { sv: formatsOf("sv"), en: formatsOf("en") };

const opposites = { atLeast: "lessThan", lessThan: "atLeast", moreThan: "atMost", atMost: "moreThan" } as const;

type Words = Readonly<
  Record<"missing" | "required" | "yes" | "no" | "none" | "neither" | "years" | Comparison, string>
>;

const wordsOf: Readonly<Record<Language, Words>> = {
  sv: {
    missing: "uppgift saknas",
    required: "Krävs",
    yes: "ja",
    no: "nej",
    none: "inga",
    neither: "inte",
    years: "år",
    atLeast: "minst",
    moreThan: "mer än",
    atMost: "högst",
    lessThan: "mindre än",
  },
  en: {
    missing: "not known",
    required: "Required",
    yes: "yes",
    no: "no",
    none: "none",
    neither: "not",
    years: "years",
    atLeast: "at least",
    moreThan: "more than",
    atMost: "at most",
    lessThan: "less than",
  },
};
