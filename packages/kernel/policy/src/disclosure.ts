import * as z from "zod";

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
};

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
  z.strictObject({ method: z.literal("withhold"), ...protection }),
  z.strictObject({ method: z.literal("round"), base: z.union([z.literal(3), z.literal(5)]) }),
]);
export type DisclosurePolicy = z.infer<typeof DisclosurePolicy>;
