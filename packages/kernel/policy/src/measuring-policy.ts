import type { Citation } from "@finsam/model";
import * as z from "zod";
import { eachIdOnce } from "./each-id-once.ts";
import { FidelityScale } from "./fidelity-scale.ts";
import { Instrument } from "./instrument.ts";
import { Survey } from "./survey.ts";

/** What an association measures with: instruments for how people progress, surveys, and scales of fidelity to a model. */
export const MeasuringPolicy = z
  .strictObject({
    instruments: z.array(Instrument).readonly().optional(),
    surveys: z.array(Survey).readonly().optional(),
    fidelityScales: z.array(FidelityScale).readonly().optional(),
  })
  .superRefine(eachIdOnce);
export type MeasuringPolicy = z.infer<typeof MeasuringPolicy>;

interface MeasuringCitation {
  readonly citation: Citation;
  readonly path: readonly (string | number)[];
}

/** Where a measuring policy cites a source, with its place in the policy. */
export function citationsInMeasuring(policy: MeasuringPolicy): readonly MeasuringCitation[] {
  const inParts = (
    parts: readonly { readonly citation?: Citation | undefined }[],
    path: readonly (string | number)[],
  ): readonly MeasuringCitation[] =>
    parts.flatMap(({ citation }, index) => (citation === undefined ? [] : [{ citation, path: [...path, index] }]));
  const { instruments = [], surveys = [], fidelityScales = [] } = policy;
  return [
    ...inParts(instruments, ["instruments"]),
    ...instruments.flatMap(({ indicators, scales, reliableChange = [] }, index) => [
      ...inParts(indicators, ["instruments", index, "indicators"]),
      ...inParts(scales, ["instruments", index, "scales"]),
      ...inParts(reliableChange, ["instruments", index, "reliableChange"]),
    ]),
    ...inParts(surveys, ["surveys"]),
    ...fidelityScales.flatMap(({ versions }, index) => [
      ...inParts(versions, ["fidelityScales", index, "versions"]),
      ...versions.flatMap(({ value: { bands } }, version) =>
        inParts(bands, ["fidelityScales", index, "versions", version, "value", "bands"]),
      ),
    ]),
  ];
}
