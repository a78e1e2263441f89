import type { Condition } from "../criterion.ts";
import type { Explanation } from "../explain.ts";
import { explanationInWords, reasonInWords } from "../in-words/explanation-in-words.ts";
import { requirementInWords as requirement } from "../in-words/requirement-in-words.ts";
import type { Reason } from "../reason.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { swedish } from "./swedish.ts";

/**
 * One reason in Swedish: what is known, and what is asked for.
 *
 * @example
 * ```ts
 * import { conditions, explain } from "@finsam/criteria";
 * import { say } from "@finsam/criteria/sv";
 * const phrases = { yes: { sv: "har ohälsa", en: "has ill health" }, no: { sv: "har inte ohälsa", en: "does not have ill health" } };
 * const vocabulary = { illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" }, phrases } } as const;
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * const { because } = explain(conditions(vocabulary).illHealth.is(true), {}, setting);
 * because.map((reason) => say(reason, vocabulary)); // => ["Det är inte känt om personen har ohälsa."]
 * ```
 */
export const say = (reason: Reason, vocabulary: Vocabulary): string => reasonInWords(reason, vocabulary, swedish);

/**
 * An explanation as a paragraph in Swedish: the outcome, what decides it (together, or alternatives), what is not known, and, when the
 * ways to be met are given, what it takes. They come from `whatWouldMake("met", …)`.
 *
 * @example
 * ```ts
 * import { conditions, explain } from "@finsam/criteria";
 * import { explainInWords } from "@finsam/criteria/sv";
 * const vocabulary = { months: { type: "number", label: { sv: "tid", en: "time" }, unit: { sv: "månader", en: "months" } } } as const;
 * const setting = { vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" } as const;
 * explainInWords(explain(conditions(vocabulary).months.atLeast(10), { months: 8 }, setting), vocabulary);
 * // => "Personen uppfyller inte de angivna kriterierna. Uppgiften ”tid” är 8 månader, men ska vara minst 10 månader."
 * ```
 */
export const explainInWords = (
  explanation: Explanation,
  vocabulary: Vocabulary,
  waysToBeMet: readonly (readonly Reason[])[] = [],
): string => explanationInWords(explanation, vocabulary, waysToBeMet, swedish);

/**
 * What a condition, or its opposite when negated, asks for, in Swedish and without anybody's facts.
 *
 * @example
 * ```ts
 * import { requirementInWords } from "@finsam/criteria/sv";
 * const vocabulary = {
 *   birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
 *   age: { type: "completedYears", since: "birthDate", label: { sv: "ålder", en: "age" } },
 * } as const;
 * requirementInWords({ op: "atMost", fact: "age", value: 66 }, false, vocabulary); // => "högst 66 år"
 * ```
 */
export const requirementInWords = (condition: Condition, negated: boolean, vocabulary: Vocabulary): string =>
  requirement(condition, negated, vocabulary, swedish);
