import {
  CalendarDate,
  Citation,
  type DateInterval,
  includesDay,
  meets,
  overlap,
  SourceStatus,
  type Text,
} from "@finsam/model";
import * as z from "zod";

/** A value of policy with the days it is valid (both included; no `validTo` while no end is known), its source and its status. */
export interface Dated<Value> {
  readonly value: Value;
  readonly validFrom: CalendarDate;
  readonly validTo?: CalendarDate | undefined;
  readonly status: SourceStatus;
  readonly citation: Citation;
}

/** All the values that something has had, one after the other, without overlap or gap. Before the first and after the last there is none. */
export type Timeline<Value> = readonly Dated<Value>[];

/**
 * The schema of a timeline of values: at least one, in order, each beginning the day after the one before ends.
 *
 * @example
 * ```ts
 * import { timelineOf } from "@finsam/policy";
 * import * as z from "zod";
 * const cited = { status: "attested", citation: { source: "statutes" } } as const;
 * const twoAges = [{ value: 65, validFrom: "2018-01-01", ...cited }, { value: 66, validFrom: "2023-01-01", ...cited }];
 * timelineOf(z.number()).safeParse(twoAges).error?.issues[0]?.message; // => "the version from 2018-01-01 has not ended when the version from 2023-01-01 starts"
 * ```
 */
export const timelineOf = <Value extends z.ZodType>(value: Value) =>
  z
    .array(
      z.strictObject({
        value,
        validFrom: CalendarDate,
        validTo: CalendarDate.optional(),
        status: SourceStatus,
        citation: Citation,
      }),
    )
    .min(1)
    .readonly()
    .superRefine((versions, context) => {
      const report = (code: string, path: readonly (string | number)[], message: string): void =>
        context.addIssue({ code: "custom", params: { code }, path: [...path], message });
      for (const [index, version] of versions.entries()) {
        const { validFrom, validTo } = version;
        if (validTo !== undefined && validTo < validFrom)
          report("timeline-backwards", [index, "validTo"], `the version from ${validFrom} ends before it starts`);
        const next = versions[index + 1];
        if (next === undefined) continue;
        const [days, nextDays] = [daysOf(version), daysOf(next)];
        if (next.validFrom <= validFrom)
          report("timeline-disorder", [index + 1, "validFrom"], "versions stand in order of their first day");
        else if (overlap(days, nextDays) !== undefined)
          report(
            "timeline-overlap",
            [index, "validTo"],
            `the version from ${validFrom} has not ended when the version from ${next.validFrom} starts`,
          );
        else if (!meets(days, nextDays))
          report(
            "timeline-gap",
            [index, "validTo"],
            `no version covers the days between ${validTo} and ${next.validFrom}`,
          );
      }
    });

/** No version of a policy value covers the day asked for. The dates that are covered stand in the message. */
export class NoVersionCovers extends Error {
  readonly code = "no-version-covers";
  readonly subject: string;
  readonly on: CalendarDate;
  readonly text: Text;
  constructor(subject: string, on: CalendarDate, versions: Timeline<unknown>) {
    const covered = versions.map(({ validFrom, validTo }) => `${validFrom} – ${validTo ?? ""}`.trim()).join(", ");
    const text: Text = {
      sv: `Ingen version av "${subject}" gäller ${on}. Det finns versioner för ${covered}. Välj en dag där, eller lägg till en version i profilen.`,
      en: `No version of "${subject}" covers ${on}. There are versions for ${covered}. Choose a day among them, or add a version to the profile.`,
    };
    super(text.en);
    this.name = "NoVersionCovers";
    this.subject = subject;
    this.on = on;
    this.text = text;
  }
}

/**
 * The version that is valid on a day. There is no falling back to an earlier or a later one.
 *
 * @throws NoVersionCovers when none is.
 * @example
 * ```ts
 * import { at } from "@finsam/policy";
 * const cited = { status: "attested", citation: { source: "statutes" } } as const;
 * const highestAge = [{ value: 64, validFrom: "2017-04-01", validTo: "2020-05-31", ...cited }];
 * at(highestAge, "2020-05-31", "highest-age").value; // => 64
 * ```
 */
export function at<Value>(versions: Timeline<Value>, on: CalendarDate, subject: string): Dated<Value> {
  const version = versions.find((candidate) => includesDay(daysOf(candidate), on));
  if (version === undefined) throw new NoVersionCovers(subject, on, versions);
  return version;
}

/** The days of a version as an interval. */
export const daysOf = ({ validFrom, validTo }: Pick<Dated<unknown>, "validFrom" | "validTo">): DateInterval => ({
  from: validFrom,
  to: validTo ?? null,
});
