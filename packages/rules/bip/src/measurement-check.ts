import type { Measurement, Text } from "@finsam/model";
import { type Instrument, isOnScale } from "@finsam/policy";

/**
 * Something in a measurement that the instrument does not allow. The message names no person and no answer, so it may be shown and logged.
 *
 * @example
 * ```ts
 * import { bip, checkMeasurement, type MeasurementFinding } from "@finsam/bip";
 * const findings: readonly MeasurementFinding[] = checkMeasurement(
 *   { id: "M1", person: "P1", indicator: "own-job-belief", respondent: "participant", on: "2024-03-01", scale: "one-to-five", value: 6 },
 *   bip,
 * );
 * findings[0]?.message.en; // => "The answer is not on its scale. Correct the answer, or name the scale that it was given on."
 * ```
 */
export type MeasurementFinding = {
  readonly code: MeasurementFindingCode;
  readonly field: keyof Measurement;
  readonly message: Text;
};

const descriptions = {
  "unknown-indicator": {
    field: "indicator",
    message: {
      sv: "Indikatorn finns inte i instrumentet. Använd en av instrumentets indikatorer.",
      en: "The instrument has no such indicator. Use one of its indicators.",
    },
  },
  "respondent-may-not-answer": {
    field: "respondent",
    message: {
      sv: "Den som har svarat får inte svara på den här indikatorn. Rätta vem som har svarat.",
      en: "This respondent may not answer this indicator. Correct who answered.",
    },
  },
  "unknown-scale": {
    field: "scale",
    message: {
      sv: "Skalan finns inte i instrumentet. Använd en av dess skalor, eller lägg till skalan i instrumentet.",
      en: "The instrument has no such scale. Use one of its scales, or add the scale to the instrument.",
    },
  },
  "value-outside-scale": {
    field: "value",
    message: {
      sv: "Svaret finns inte på sin skala. Rätta svaret, eller ange den skala som det gavs på.",
      en: "The answer is not on its scale. Correct the answer, or name the scale that it was given on.",
    },
  },
} as const satisfies Readonly<Record<string, { field: keyof Measurement; message: Text }>>;

/**
 * The codes of {@link MeasurementFinding}.
 *
 * @example
 * ```ts
 * import type { MeasurementFindingCode } from "@finsam/bip";
 * const code: MeasurementFindingCode = "value-outside-scale";
 * code; // => "value-outside-scale"
 * ```
 */
export type MeasurementFindingCode = keyof typeof descriptions;

/**
 * Finds what an instrument does not allow in a measurement (mätning); nothing found is an empty list. A question that was put and not
 * answered (`null`) is no finding.
 *
 * @example
 * ```ts
 * import { bip, checkMeasurement } from "@finsam/bip";
 * const belief = { id: "M1", person: "P1", indicator: "case-worker-job-belief", on: "2024-03-01", scale: "one-to-five", value: 4 };
 * checkMeasurement({ ...belief, respondent: "case-worker" }, bip); // => []
 * checkMeasurement({ ...belief, respondent: "participant" }, bip).map(({ code }) => code); // => ["respondent-may-not-answer"]
 * ```
 */
export function checkMeasurement(measurement: Measurement, instrument: Instrument): readonly MeasurementFinding[] {
  return [...findings(measurement, instrument)].map((code) => ({ code, ...descriptions[code] }));
}

function* findings(measurement: Measurement, instrument: Instrument): Iterable<MeasurementFindingCode> {
  const indicator = instrument.indicators.find(({ id }) => id === measurement.indicator);
  if (indicator === undefined) yield "unknown-indicator";
  else if (!indicator.respondents.includes(measurement.respondent)) yield "respondent-may-not-answer";

  const scale = instrument.scales.find(({ id }) => id === measurement.scale);
  if (scale === undefined) yield "unknown-scale";
  else if (measurement.value !== null && !isOnScale(measurement.value, scale)) yield "value-outside-scale";
}
