import { type CalendarDate, includesDay, possibleDays } from "@finsam/model";
import type { Dated, Intervention, InterventionDescription } from "@finsam/policy";

/** A description of an intervention with the days for which it is used, its source and its mark. */
export type DatedDescription = Dated<InterventionDescription>;

/** Why an intervention is not looked at on a day: no description covers it, or the intervention had not begun or had ended. */
export type NotThen = "not-described" | "not-started" | "ended";

/**
 * What is known of an intervention on a day, or why nothing is. An end or a beginning that is not stated excludes no day.
 *
 * @example
 * ```ts
 * import { describedOn } from "@finsam/interventions";
 * import { stockholm } from "@finsam/stockholm";
 * const green = stockholm.catalogue?.interventions.find(({ id }) => id === "gron-etablering");
 * green && describedOn(green, "2020-01-01"); // => "not-described"
 * ```
 */
export function describedOn({ versions }: Intervention, on: CalendarDate): DatedDescription | NotThen {
  const version = versions.find(({ validFrom, validTo }) => includesDay({ from: validFrom, to: validTo ?? null }, on));
  if (version === undefined) return "not-described";
  const { from, to } = version.value.period ?? {};
  // A year alone leaves its days open, and then the day is not excluded.
  if (from !== undefined && on < possibleDays(from).earliest) return "not-started";
  if (to !== undefined && possibleDays(to).latest < on) return "ended";
  return version;
}
