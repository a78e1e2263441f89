import { CodeId, Text } from "@finsam/model";
import * as z from "zod";
import { ComparisonRule } from "./comparison-rule.ts";
import { DisclosurePolicy } from "./disclosure.ts";

/**
 * A band of years with its limits: `atLeast` and `atMost` include the limit, `moreThan` and `lessThan` do not. An age is in completed
 * years; a time in years is exact, so that nine years and a day are more than nine.
 */
export const Band = z
  .strictObject({
    id: CodeId,
    label: Text,
    atLeast: z.number().optional(),
    moreThan: z.number().optional(),
    atMost: z.number().optional(),
    lessThan: z.number().optional(),
  })
  .refine(
    ({ atLeast, moreThan, atMost, lessThan }) =>
      [atLeast, moreThan, atMost, lessThan].some((limit) => limit !== undefined),
    {
      error: "a band needs at least one limit",
    },
  );
export type Band = z.infer<typeof Band>;

/** More bands than any report has rows for. */
export const mostBands = 100;

/** How the yearly report divides and protects its figures. */
export const ReportLayout = z.strictObject({
  /** Counts from 1 up to one less than this are withheld; 0 turns that off. */
  threshold: z.int().min(0),
  /**
   * How it keeps from giving anybody away. When left out: counts are withheld, zeros are published, other and unknown sex are withheld
   * each by its own size, and a withheld count may be anything from 1 to the threshold as far as a reader can tell.
   */
  disclosure: DisclosurePolicy.optional(),
  /** Age at the start, in completed years. */
  ageBands: z.array(Band).min(1).max(mostBands).readonly(),
  /** Unbroken time in public support up to the start, in years. Without it the report does not divide by that time. */
  supportYearsBands: z.array(Band).min(1).max(mostBands).readonly().optional(),
  /** How women and men are compared; without it they are counted and not compared. */
  comparison: ComparisonRule.optional(),
});
export type ReportLayout = z.infer<typeof ReportLayout>;
