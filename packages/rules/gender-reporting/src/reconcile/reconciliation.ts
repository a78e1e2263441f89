import { CodeId, Text } from "@finsam/model";
import * as z from "zod";
import { Column } from "../column.ts";

/** What can be wrong between the figures of a report; see {@link reconcile}. */
export const reconcileChecks = [
  "sexes-make-the-total",
  "rows-make-the-base",
  "answered-and-unanswered-make-the-base",
  "base-and-outside-make-the-population",
  "groups-make-the-result",
  "exits-among-participations",
  "carried-over-and-started-make-all",
  "sections-make-the-whole",
  "nobody-counted-twice",
  "shares-are-of-their-counts",
] as const;

/** One of the {@link reconcileChecks}. */
export const ReconcileCheck = z.enum(reconcileChecks);
export type ReconcileCheck = z.infer<typeof ReconcileCheck>;

/**
 * Two figures that should agree and do not. `difference` is `actual - expected`. Both are `null` for a share that stands beside a
 * withheld count: no figure should stand there.
 */
export const Disagreement = z.strictObject({
  check: ReconcileCheck,
  /** Where the figure stands: the table, the line in it and the column. */
  table: CodeId,
  line: z.string(),
  column: Column,
  expected: z.number().nullable(),
  actual: z.number(),
  difference: z.number().nullable(),
  message: Text,
});
export type Disagreement = z.infer<typeof Disagreement>;

/** How often each check could be made, how often a withheld figure kept it from being made, and where it failed. */
export const Reconciliation = z.strictObject({
  checks: z.array(z.strictObject({ check: ReconcileCheck, made: z.int().min(0), withheld: z.int().min(0) })),
  disagreements: z.array(Disagreement),
});
export type Reconciliation = z.infer<typeof Reconciliation>;
