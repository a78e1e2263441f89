import type { Measurement } from "@finsam/model";
import type { Instrument } from "@finsam/policy";
import { checkMeasurement, type MeasurementFindingCode } from "./measurement-check.ts";

/**
 * Why two measurements cannot be compared: they differ in person, indicator, respondent or scale; the second is not later; an answer is
 * missing; answers of the same day contradict each other; or the instrument does not allow one of them.
 *
 * @example
 * ```ts
 * import type { ChangeObstacle } from "@finsam/bip";
 * const because: ChangeObstacle = "other-scale";
 * because; // => "other-scale"
 * ```
 */
export type ChangeObstacle =
  | "other-person"
  | "other-indicator"
  | "other-respondent"
  | "other-scale"
  | "not-later"
  | "missing-answer"
  | "contradictory-answers"
  | MeasurementFindingCode;

/**
 * What happened between two measurements, or why that cannot be said. Never a number: no source says how large a step is progress, or
 * what it means for the chance of a job. `reliable` tells whether the step is as large as the policy of the instrument asks for; it is
 * left out where that states no threshold.
 *
 * @example
 * ```ts
 * import type { Change } from "@finsam/bip";
 * const unanswered: Change = { outcome: "undetermined", because: ["missing-answer"] };
 * unanswered.outcome; // => "undetermined"
 * ```
 */
export type Change =
  | { readonly outcome: "unchanged" }
  | { readonly outcome: "improved" | "worsened"; readonly reliable?: boolean }
  | { readonly outcome: "undetermined"; readonly because: readonly ChangeObstacle[] };

/**
 * The change (förändring) between two measurements of the same person, indicator, respondent and scale. A participant and a case worker
 * are never compared or averaged, and a missing answer stays missing: the change is then undetermined.
 *
 * The respondent is a role: when another case worker answers the second time, the two beliefs are still compared.
 *
 * @example
 * ```ts
 * import { bip, change } from "@finsam/bip";
 * const march = { id: "M1", person: "P1", indicator: "own-job-belief", respondent: "participant" as const,
 *   on: "2024-03-01", scale: "one-to-five", value: 2 };
 * const june = { ...march, id: "M2", on: "2024-06-01", value: 4 };
 * change(march, june, bip); // => { outcome: "improved" }
 * change(march, { ...june, value: null }, bip); // => { outcome: "undetermined", because: ["missing-answer"] }
 * ```
 */
export function change(before: Measurement, after: Measurement, instrument: Instrument): Change {
  const scale = instrument.scales.find(({ id }) => id === before.scale);
  const because = [...obstacles(before, after, instrument)];
  if (because.length > 0 || scale === undefined || before.value === null || after.value === null)
    return { outcome: "undetermined", because };
  const step = (after.value - before.value) * (scale.direction === "higher-is-better" ? 1 : -1);
  if (step === 0) return { outcome: "unchanged" };
  return { outcome: step > 0 ? "improved" : "worsened", ...reliability(Math.abs(step), before, instrument) };
}

/** A threshold for the indicator goes before one for all. Steps such as 0.1 are not exact in binary, hence the tolerance. */
function reliability(size: number, { scale, indicator }: Measurement, { reliableChange = [] }: Instrument) {
  const onScale = reliableChange.filter((threshold) => threshold.scale === scale);
  const threshold =
    onScale.find((one) => one.indicator === indicator) ?? onScale.find((one) => one.indicator === undefined);
  return threshold === undefined ? {} : { reliable: size >= threshold.atLeast - 1e-9 };
}

function obstacles(before: Measurement, after: Measurement, instrument: Instrument): ReadonlySet<ChangeObstacle> {
  const found = new Set<ChangeObstacle>();
  if (before.person !== after.person) found.add("other-person");
  if (before.indicator !== after.indicator) found.add("other-indicator");
  if (before.respondent !== after.respondent) found.add("other-respondent");
  if (before.scale !== after.scale) found.add("other-scale");
  if (after.on <= before.on) found.add("not-later");
  if (before.value === null || after.value === null) found.add("missing-answer");
  for (const measurement of [before, after])
    for (const { code } of checkMeasurement(measurement, instrument)) found.add(code);
  return found;
}
