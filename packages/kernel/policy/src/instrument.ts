import { Citation, CodeId, Respondent, SourceStatus, Text } from "@finsam/model";
import * as z from "zod";
import { eachIdOnce } from "./each-id-once.ts";

/**
 * One thing that an instrument measures (indikator), with our own name for it. The wording of the questions belongs to whoever made the
 * instrument and is not kept here.
 *
 * @example
 * ```ts
 * import { Indicator } from "@finsam/policy";
 * const wellBeing = { id: "well-being", label: { sv: "Välbefinnande", en: "Well-being" }, respondents: ["participant"], status: "attested" };
 * Indicator.safeParse(wellBeing).success; // => true
 * Indicator.safeParse({ ...wellBeing, respondents: [] }).success; // => false
 * ```
 */
export const Indicator = z.strictObject({
  id: CodeId,
  label: Text,
  /** Who may answer. */
  respondents: z.array(Respondent).min(1),
  /** BIP: one of the seven that relate most to getting a job. Missing where nobody could check it, or where it has no meaning. */
  amongTheSeven: z.boolean().optional(),
  status: SourceStatus,
  citation: Citation.optional(),
});
export type Indicator = z.infer<typeof Indicator>;

/**
 * The values that an answer may have: from `min` to `max`, both included, in steps of `step` from `min` (any value between when there
 * is no step), and which end is the better one.
 *
 * @example
 * ```ts
 * import { Scale } from "@finsam/policy";
 * const scale = { id: "one-to-five", min: 1, max: 5, step: 1, direction: "higher-is-better", status: "unverified" };
 * Scale.safeParse(scale).success; // => true
 * Scale.safeParse({ ...scale, max: 1 }).success; // => false
 * ```
 */
export const Scale = z
  .strictObject({
    id: CodeId,
    min: z.number(),
    max: z.number(),
    step: z.number().positive().optional(),
    direction: z.enum(["higher-is-better", "lower-is-better"]),
    status: SourceStatus,
    citation: Citation.optional(),
  })
  .refine(({ min, max }) => min < max, { path: ["max"], error: "a scale needs a max above its min" })
  .refine((scale) => isOnScale(scale.max, scale), {
    path: ["step"],
    error: "the steps of a scale must lead to its max",
  });
export type Scale = z.infer<typeof Scale>;

/**
 * From how large a step on a scale on a change is marked as reliable: larger than what answering twice may make of it. No public source
 * states one for BIP; an association that has one states it, with its source, for all indicators or for one.
 */
export const ReliableChange = z.strictObject({
  scale: CodeId,
  /** Only for this indicator; for all when left out. */
  indicator: CodeId.optional(),
  atLeast: z.number().positive(),
  status: SourceStatus,
  citation: Citation,
});
export type ReliableChange = z.infer<typeof ReliableChange>;

/**
 * What is measured, by whom, on which scales and how often: data, so that another tool than BIP is another value of this schema. Without
 * a scale, as long as no source gives it, nothing measured by it can be compared.
 *
 * @example
 * ```ts
 * import { Instrument } from "@finsam/policy";
 * const indicator = { id: "well-being", label: { sv: "Välbefinnande", en: "Well-being" }, respondents: ["participant"], status: "attested" };
 * const card = { id: "card", version: "1", title: { sv: "Kort", en: "Card" }, indicators: [indicator], scales: [] };
 * Instrument.safeParse(card).success; // => true
 * Instrument.safeParse({ ...card, indicators: [indicator, indicator] }).success; // => false
 * ```
 */
export const Instrument = z
  .strictObject({
    id: CodeId,
    version: z.string().min(1),
    title: Text,
    indicators: z.array(Indicator).min(1),
    scales: z.array(Scale),
    /** Months between two rounds. Without it no round is ever missing. */
    cadenceMonths: z.int().positive().optional(),
    /** How many days before or after its day a round may be held. When left out, a measurement belongs to the nearest round. */
    roundWindowDays: z.int().min(0).optional(),
    reliableChange: z.array(ReliableChange).min(1).optional(),
    citation: Citation.optional(),
    /** What the source leaves open, and how it is read here. */
    open: Text.optional(),
  })
  .superRefine(({ indicators, scales, reliableChange = [] }, context) => {
    eachIdOnce({ indicators, scales }, context);
    for (const [index, { scale, indicator }] of reliableChange.entries()) {
      if (!scales.some(({ id }) => id === scale))
        context.addIssue({
          code: "custom",
          path: ["reliableChange", index, "scale"],
          message: `the instrument has no scale "${scale}"`,
        });
      if (indicator !== undefined && !indicators.some(({ id }) => id === indicator))
        context.addIssue({
          code: "custom",
          path: ["reliableChange", index, "indicator"],
          message: `the instrument has no indicator "${indicator}"`,
        });
    }
  });
export type Instrument = z.infer<typeof Instrument>;

/**
 * Whether a value is one that the scale allows. Steps such as 0.1 are not exact in binary, hence a small tolerance.
 *
 * @example
 * ```ts
 * import { isOnScale } from "@finsam/policy";
 * isOnScale(0.3, { min: 0, max: 1, step: 0.1 }); // => true
 * isOnScale(2.5, { min: 1, max: 5, step: 1 }); // => false
 * ```
 */
export function isOnScale(
  value: number,
  { min, max, step }: { min: number; max: number; step?: number | undefined },
): boolean {
  if (!(min <= value && value <= max)) return false;
  if (step === undefined) return true;
  const steps = (value - min) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9;
}
