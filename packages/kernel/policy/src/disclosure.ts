import * as z from "zod";
import { CategoryMerge } from "./category-merge.ts";

const factor = z.number().min(1).max(100);

/**
 * How many times dearer it is to readers not to see a figure than a count of one sex in a row of its own in a table of one intervention.
 * Factors multiply; a greater count is dearer than a smaller one besides.
 *
 * @example
 * ```ts
 * import { WithholdingCosts } from "@finsam/policy";
 * WithholdingCosts.safeParse({ ofTheWhole: 3, ofExits: 2, repeated: 3, total: 2 }).success; // => true
 * ```
 */
export const WithholdingCosts = z.strictObject({
  /** A figure of all interventions together, against one of a section or of a result in one group. */
  ofTheWhole: factor,
  /** How participations ended: exit reasons and results. */
  ofExits: factor,
  /** A line that several tables repeat, such as all who started. */
  repeated: factor,
  /** The total of a line, against its sexes. */
  total: factor,
});
export type WithholdingCosts = z.infer<typeof WithholdingCosts>;

const protection = {
  /**
   * How far apart the lowest and the highest number must be that a reader can hold possible for a withheld count, at least: 1 forbids no
   * more than to tell it exactly. A count under the threshold must besides be possible to be at the threshold.
   */
  width: z.int().min(1),
  /** A count of 0 is about nobody and is published, or is withheld like any count under the threshold. */
  zeros: z.enum(["publish", "withhold"]),
  /**
   * The counts of other and of unknown sex: each withheld by its own size, or both withheld always and told only together, as what women
   * and men leave of the total.
   */
  otherAndUnknown: z.enum(["apart", "together"]),
  /** Which figures to rather print than withhold for the protection of others; the usual ones when left out. */
  costs: WithholdingCosts.optional(),
};

/** Categories that are told together in every table, before anything is counted or protected; none when left out. */
const merges = z.array(CategoryMerge).readonly().optional();

/**
 * How a report keeps from giving anybody away (röjandekontroll). `withhold`: counts under the threshold and the cheapest others that
 * protect them are left out. `round`: every count becomes a multiple of the base, so that all sums still add up, and none is withheld.
 *
 * No Swedish authority states how; withholding with cover and rounding are methods of official statistics.
 *
 * @example
 * ```ts
 * import { DisclosurePolicy } from "@finsam/policy";
 * DisclosurePolicy.safeParse({ method: "round", base: 5 }).success; // => true
 * DisclosurePolicy.safeParse({ method: "round", base: 7 }).success; // => false
 * ```
 */
export const DisclosurePolicy = z.discriminatedUnion("method", [
  z.strictObject({ method: z.literal("withhold"), ...protection, merges }),
  z.strictObject({ method: z.literal("round"), base: z.union([z.literal(3), z.literal(5)]), merges }),
]);
export type DisclosurePolicy = z.infer<typeof DisclosurePolicy>;
