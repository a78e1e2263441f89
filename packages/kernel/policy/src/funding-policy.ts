import { type Citation, CodeId, Text } from "@finsam/model";
import * as z from "zod";
import { timelineOf } from "./dated.ts";

/**
 * How the members' parties share what an association costs: each by its parts. A party with 0 parts is a member that pays nothing, as the
 * employment service.
 */
export const ShareRule = z
  .strictObject({
    id: CodeId,
    label: Text,
    /** Section of the act, as a reader finds it. */
    place: z.string().min(1).optional(),
    parts: z.array(z.strictObject({ party: CodeId, part: z.int().min(0) })).min(1),
  })
  .refine(({ parts }) => parts.some(({ part }) => part > 0), { path: ["parts"], error: "some party has to pay" })
  .refine(({ parts }) => new Set(parts.map(({ party }) => party)).size === parts.length, {
    path: ["parts"],
    error: "each party stands once",
  });
export type ShareRule = z.infer<typeof ShareRule>;

/**
 * How what a period will cost is told before it is over. `linear-by-days`: as much a day for the rest of it as so far. It is a reckoning
 * and no promise; what is paid once a year or not yet invoiced makes it wrong.
 */
export const ForecastRule = z.enum(["linear-by-days"]);
export type ForecastRule = z.infer<typeof ForecastRule>;

/** The last day for the account of a grant (redovisning), in the year after the one it was for. */
export const AccountsDue = z
  .strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
  .refine(({ month, day }) => day <= (month === 2 ? 28 : [4, 6, 9, 11].includes(month) ? 30 : 31), {
    path: ["day"],
    error: "the month has no such day every year",
  });
export type AccountsDue = z.infer<typeof AccountsDue>;

/** What an association states about its money: who the parties are, how they share, how it forecasts, and when accounts are due. */
export const FundingPolicy = z
  .strictObject({
    parties: z.array(z.strictObject({ id: CodeId, label: Text })).min(1),
    shareRules: timelineOf(z.array(ShareRule).min(1).readonly()),
    forecast: timelineOf(ForecastRule).optional(),
    accountsDue: timelineOf(AccountsDue).optional(),
  })
  .superRefine(({ parties, shareRules }, context) => {
    for (const [index, { value }] of shareRules.entries()) {
      for (const [place, { id, parts }] of value.entries()) {
        const path = ["shareRules", index, "value", place];
        if (value.findIndex((rule) => rule.id === id) < place)
          context.addIssue({ code: "custom", path, message: `two share rules are called "${id}"` });
        for (const { party } of parts)
          if (!parties.some((known) => known.id === party))
            context.addIssue({ code: "custom", path, message: `there is no party "${party}"` });
      }
    }
  });
export type FundingPolicy = z.infer<typeof FundingPolicy>;

interface FundingCitation {
  readonly citation: Citation;
  readonly path: readonly (string | number)[];
}

/** Where a funding policy cites a source, with its place in the policy. */
export function citationsInFunding({
  shareRules,
  forecast = [],
  accountsDue = [],
}: FundingPolicy): readonly FundingCitation[] {
  return Object.entries({ shareRules, forecast, accountsDue }).flatMap(([name, versions]) =>
    versions.map(({ citation }, index) => ({ citation, path: [name, index] })),
  );
}
