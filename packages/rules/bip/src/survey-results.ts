import { type Bounds, type Share, wholePercent, wilsonInterval } from "@finsam/gender-reporting";
import type { CodeId } from "@finsam/model";
import type { AnswerScale, ConfidenceLevel, Survey, SurveyForm } from "@finsam/policy";
import { grouped } from "./grouped.ts";

/**
 * One answer to one indicator of a survey; `null` when the question was left out. It points to nobody.
 *
 * @example
 * ```ts
 * import type { SurveyAnswer } from "@finsam/bip";
 * const answer: SurveyAnswer = { indicator: "useful", respondent: "staff", form: "exit", answer: null };
 * answer.answer; // => null
 * ```
 */
export type SurveyAnswer = {
  readonly indicator: CodeId;
  readonly respondent: CodeId;
  readonly form: SurveyForm;
  readonly answer: CodeId | null;
};

/**
 * How large a part of those asked answered: 91 of 150. `undetermined` when nobody was asked, or more answered than were asked.
 *
 * @example
 * ```ts
 * import type { ResponseRate } from "@finsam/bip";
 * const rate: ResponseRate = { state: "undetermined" };
 * rate.state; // => "undetermined"
 * ```
 */
export type ResponseRate = { readonly state: "known"; readonly rate: Share } | { readonly state: "undetermined" };

/**
 * The response rate (svarsfrekvens) of a survey, in whole per cent rounded half up.
 *
 * @example
 * ```ts
 * import { responseRate } from "@finsam/bip";
 * responseRate(91, 150); // => { state: "known", rate: { numerator: 91, denominator: 150, percent: 61 } }
 * responseRate(91, 0); // => { state: "undetermined" }
 * ```
 */
export function responseRate(answered: number, asked: number): ResponseRate {
  if (asked === 0 || answered > asked) return { state: "undetermined" };
  return {
    state: "known",
    rate: { numerator: answered, denominator: asked, percent: wholePercent(answered, asked) },
  };
}

/**
 * The share of top answers to one indicator, by one kind of respondent, on one form, with the interval that chance alone may move it in;
 * `null` when nobody gave an answer that counts. Answers that the survey does not have are counted as `refused` and left out.
 *
 * @example
 * ```ts
 * import { type SurveyResult, surveyResults } from "@finsam/bip";
 * const survey = { id: "s", version: "1", title: { sv: "S", en: "S" }, forms: ["exit" as const],
 *   respondents: [{ id: "staff", label: { sv: "Personal", en: "Staff" } }],
 *   scales: [{ id: "agree", answers: ["no", "yes"], top: ["yes"] }], indicators: [{ id: "useful", scale: "agree" }] };
 * const results: readonly SurveyResult[] = surveyResults([], survey, 95);
 * results; // => []
 * ```
 */
export type SurveyResult = {
  readonly indicator: CodeId;
  readonly respondent: CodeId;
  readonly form: SurveyForm;
  readonly top: Share | null;
  /** Wilson's interval of the share, from 0 to 1. */
  readonly interval: Bounds | null;
  /** Questions left out, and answers such as "not relevant": they are no part of the base. */
  readonly missing: number;
  readonly outside: number;
  readonly refused: number;
};

/**
 * The results of a survey by indicator, respondent and form. Respondents are never added to each other. Small groups give people away:
 * withhold them before publishing.
 *
 * @example
 * ```ts
 * import { surveyResults } from "@finsam/bip";
 * const survey = { id: "s", version: "1", title: { sv: "S", en: "S" }, forms: ["exit" as const],
 *   respondents: [{ id: "staff", label: { sv: "Personal", en: "Staff" } }],
 *   scales: [{ id: "agree", answers: ["no", "partly", "yes"], top: ["partly", "yes"] }], indicators: [{ id: "useful", scale: "agree" }] };
 * const given = (answer: string | null) => ({ indicator: "useful", respondent: "staff", form: "exit" as const, answer });
 * const [useful] = surveyResults([given("yes"), given("partly"), given("no"), given(null)], survey, 95);
 * useful?.top; // => { numerator: 2, denominator: 3, percent: 67 }
 * useful?.missing; // => 1
 * ```
 */
export function surveyResults(
  answers: Iterable<SurveyAnswer>,
  survey: Survey,
  level: ConfidenceLevel,
): readonly SurveyResult[] {
  return grouped(answers, ({ indicator, respondent, form }) => [indicator, respondent, form]).map((group) => {
    const { indicator, respondent, form } = group[0];
    const scale = scaleOf(survey, group[0]);
    const counts = { top: 0, base: 0, missing: 0, outside: 0, refused: 0 };
    for (const { answer } of group) {
      if (scale === undefined) counts.refused += 1;
      else if (answer === null) counts.missing += 1;
      else if (scale.outside?.includes(answer)) counts.outside += 1;
      else if (!scale.answers.includes(answer)) counts.refused += 1;
      else {
        counts.base += 1;
        if (scale.top.includes(answer)) counts.top += 1;
      }
    }
    const { top, base, ...rest } = counts;
    return {
      indicator,
      respondent,
      form,
      top: base === 0 ? null : { numerator: top, denominator: base, percent: wholePercent(top, base) },
      interval: base === 0 ? null : wilsonInterval({ n: top, of: base }, level),
      ...rest,
    };
  });
}

function scaleOf(survey: Survey, { indicator, respondent, form }: SurveyAnswer): AnswerScale | undefined {
  const known = survey.indicators.find(({ id }) => id === indicator);
  const asked = survey.forms.includes(form) && survey.respondents.some(({ id }) => id === respondent);
  return asked ? survey.scales.find(({ id }) => id === known?.scale) : undefined;
}
