import { Citation, CodeId, Text } from "@finsam/model";
import * as z from "zod";
import { eachIdOnce } from "./each-id-once.ts";

/** Whether a form is for those still in the intervention (pågående) or for those who leave it (avslut). */
export const SurveyForm = z.enum(["ongoing", "exit"]);
export type SurveyForm = z.infer<typeof SurveyForm>;

/** The answers that a question may have, from the worst to the best, and which of them are the top answers that reports print. */
export const AnswerScale = z
  .strictObject({
    id: CodeId,
    answers: z.array(CodeId).min(2),
    top: z.array(CodeId).min(1),
    /** Answers that say nothing for or against, such as "not relevant": not in the base of a share. */
    outside: z.array(CodeId).optional(),
  })
  .superRefine(({ answers, top, outside = [] }, context) => {
    for (const [index, answer] of top.entries())
      if (!answers.includes(answer))
        context.addIssue({ code: "custom", path: ["top", index], message: `the scale has no answer "${answer}"` });
    const all = [...answers, ...outside];
    if (new Set(all).size !== all.length)
      context.addIssue({ code: "custom", path: ["answers"], message: "each answer of a scale stands once" });
  });
export type AnswerScale = z.infer<typeof AnswerScale>;

/**
 * A survey (enkät) as ids: its indicators, who answers, on which form. The wording of questions belongs to whoever made the survey, and is
 * left to those who may use it.
 *
 * @example
 * ```ts
 * import { Survey } from "@finsam/policy";
 * Survey.safeParse({
 *   id: "training", version: "1", title: { sv: "Utbildningen", en: "The training" }, forms: ["exit"],
 *   respondents: [{ id: "staff", label: { sv: "Personal", en: "Staff" } }],
 *   scales: [{ id: "agree", answers: ["no", "partly", "yes"], top: ["partly", "yes"] }],
 *   indicators: [{ id: "useful", scale: "agree" }],
 * }).success; // => true
 * ```
 */
export const Survey = z
  .strictObject({
    id: CodeId,
    version: z.string().min(1),
    title: Text,
    respondents: z.array(z.strictObject({ id: CodeId, label: Text })).min(1),
    forms: z.array(SurveyForm).min(1),
    scales: z.array(AnswerScale).min(1),
    /** The label is your own short name for what is asked about, not the question. */
    indicators: z.array(z.strictObject({ id: CodeId, scale: CodeId, label: Text.optional() })).min(1),
    citation: Citation.optional(),
  })
  .superRefine(({ respondents, scales, indicators }, context) => {
    eachIdOnce({ respondents, scales, indicators }, context);
    for (const [index, { scale }] of indicators.entries())
      if (!scales.some(({ id }) => id === scale))
        context.addIssue({
          code: "custom",
          path: ["indicators", index, "scale"],
          message: `the survey has no scale "${scale}"`,
        });
  });
export type Survey = z.infer<typeof Survey>;
