import { Citation, CodeId, Respondent, SourceStatus, Text } from "@finsam/model";
import * as z from "zod";

/**
 * One thing that an instrument measures (indikator), with our own name for it. The wording of the questions belongs to whoever made the
 * instrument and is not kept here.
 *
 * @example
 * ```ts
 * import { Indicator } from "@finsam/bip";
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
 * import { Scale } from "@finsam/bip";
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
 * What is measured, by whom, on which scales and how often: data, so that another tool than BIP is another value of this schema.
 *
 * @example
 * ```ts
 * import { bip, Instrument } from "@finsam/bip";
 * Instrument.safeParse(bip).success; // => true
 * Instrument.safeParse({ ...bip, indicators: [...bip.indicators, ...bip.indicators] }).success; // => false
 * ```
 */
export const Instrument = z
  .strictObject({
    id: CodeId,
    version: z.string().min(1),
    title: Text,
    indicators: z.array(Indicator).min(1),
    scales: z.array(Scale).min(1),
    /** Months between two rounds. */
    cadenceMonths: z.int().positive().optional(),
    citation: Citation.optional(),
  })
  .superRefine(({ indicators, scales }, context) => {
    for (const [field, parts] of Object.entries({ indicators, scales }))
      for (const [index, { id }] of parts.entries())
        if (parts.findIndex((part) => part.id === id) < index)
          context.addIssue({
            code: "custom",
            path: [field, index, "id"],
            message: `"${id}" stands twice; give each its own id`,
          });
  });
export type Instrument = z.infer<typeof Instrument>;

/** Whether a value is one that the scale allows. Steps such as 0.1 are not exact in binary, hence the tolerance. */
export function isOnScale(
  value: number,
  { min, max, step }: { min: number; max: number; step?: number | undefined },
): boolean {
  if (!(min <= value && value <= max)) return false;
  if (step === undefined) return true;
  const steps = (value - min) / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9;
}
