import type { Condition } from "../criterion.ts";
import type { Explanation } from "../explain.ts";
import { explanationInWords, reasonInWords } from "../in-words/explanation-in-words.ts";
import { requirementInWords as requirement } from "../in-words/requirement-in-words.ts";
import type { Reason } from "../reason.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { english } from "./english.ts";

/**
 * One reason in English: what is known, and what is asked for.
 *
 * @example
 * ```ts
 * import { conditions, explain } from "@finsam/criteria";
 * import { say } from "@finsam/criteria/en";
 * const phrases = { yes: { sv: "har ohälsa", en: "has ill health" }, no: { sv: "har inte ohälsa", en: "does not have ill health" } };
 * const vocabulary = { illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" }, phrases } } as const;
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * const { because } = explain(conditions(vocabulary).illHealth.is(true), {}, setting);
 * because.map((reason) => say(reason, vocabulary)); // => ["It is not known whether the person has ill health."]
 * ```
 */
export const say = (reason: Reason, vocabulary: Vocabulary): string => reasonInWords(reason, vocabulary, english);

/**
 * An explanation as a paragraph in English: the outcome, what decides it (together, or alternatives), what is not known, and, when the
 * ways to be met are given, what it takes. They come from `whatWouldMake("met", …)`.
 *
 * @example
 * ```ts
 * import { conditions, explain } from "@finsam/criteria";
 * import { explainInWords } from "@finsam/criteria/en";
 * const vocabulary = { months: { type: "number", label: { sv: "tid", en: "time" }, unit: { sv: "månader", en: "months" } } } as const;
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * explainInWords(explain(conditions(vocabulary).months.atLeast(10), { months: 8 }, setting), vocabulary);
 * // => "The person does not meet the stated criteria. The fact “time” is 8 months, but has to be at least 10 months."
 * ```
 */
export const explainInWords = (
  explanation: Explanation,
  vocabulary: Vocabulary,
  waysToBeMet: readonly (readonly Reason[])[] = [],
): string => explanationInWords(explanation, vocabulary, waysToBeMet, english);

/**
 * What a condition, or its opposite when negated, asks for, in English and without anybody's facts.
 *
 * @example
 * ```ts
 * import { requirementInWords } from "@finsam/criteria/en";
 * const vocabulary = {
 *   birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
 *   age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
 * } as const;
 * requirementInWords({ op: "atMost", fact: "age", value: 66 }, false, vocabulary); // => "at most 66 years"
 * ```
 */
export const requirementInWords = (condition: Condition, negated: boolean, vocabulary: Vocabulary): string =>
  requirement(condition, negated, vocabulary, english);
