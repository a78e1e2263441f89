import { Citation, CodeId, SourceStatus, Text } from "@finsam/model";
import * as z from "zod";
import { timelineOf } from "./dated.ts";

/** What a total of a fidelity scale is called, from and to which total, both included. */
export const FidelityBand = z
  .strictObject({
    id: CodeId,
    label: Text,
    from: z.int(),
    to: z.int(),
    status: SourceStatus,
    citation: Citation.optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "a band ends at or above where it starts" });
export type FidelityBand = z.infer<typeof FidelityBand>;

/** How many items a fidelity scale has, how each is rated, and the bands of its total. */
export const FidelityLayout = z
  .strictObject({
    items: z.int().positive(),
    lowest: z.int(),
    highest: z.int(),
    bands: z.array(FidelityBand).min(1),
  })
  .superRefine(({ items, lowest, highest, bands }, context) => {
    for (const [index, { id, from, to }] of bands.entries()) {
      if (from < items * lowest || to > items * highest)
        context.addIssue({
          code: "custom",
          path: ["bands", index],
          message: `"${id}" lies outside the totals ${items * lowest} to ${items * highest}`,
        });
      const other = bands.find((band, place) => place < index && band.from <= to && from <= band.to);
      if (other !== undefined)
        context.addIssue({
          code: "custom",
          path: ["bands", index],
          message: `"${other.id}" and "${id}" share totals`,
        });
    }
  });
export type FidelityLayout = z.infer<typeof FidelityLayout>;

/**
 * A scale of how true an intervention is to its model (programtrohetsskala), such as that of IPS, as it was at different times. The
 * wording of its items belongs to whoever made it.
 */
export const FidelityScale = z.strictObject({ id: CodeId, title: Text, versions: timelineOf(FidelityLayout) });
export type FidelityScale = z.infer<typeof FidelityScale>;
