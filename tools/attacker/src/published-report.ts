import * as z from "zod";

// The attacker's own reading of report.json: it shares no code with those who made the report.
const count = z.int().min(0).nullable();
const counts = z.object({ woman: count, man: count, other: count, unknown: count, total: count });
const share = z.object({ numerator: z.int(), denominator: z.int() }).nullable();
const shares = z.object({ ofBase: share, ofKnown: share.optional(), sexDistribution: share });

const table = z.object({
  id: z.string(),
  intervention: z.string().optional(),
  base: z.object({
    population: z.string(),
    unit: z.string(),
    counts,
    known: counts.optional(),
    notFollowed: counts,
    excluded: counts,
  }),
  multiple: z.boolean(),
  rows: z.array(
    z.object({
      category: z.string(),
      madeOf: z.array(z.string()).optional(),
      within: z.object({ result: z.string() }).optional(),
      counts,
      shares: z.object({ woman: shares, man: shares, other: shares, unknown: shares, total: shares }),
    }),
  ),
});

/** What the attacker reads of a published report. */
export const PublishedReport = z.object({
  year: z.int(),
  threshold: z.int().min(0),
  disclosure: z
    .discriminatedUnion("method", [
      z.object({
        method: z.literal("withhold"),
        zeros: z.enum(["publish", "withhold"]),
        otherAndUnknown: z.enum(["apart", "together"]),
        width: z.int(),
      }),
      z.object({ method: z.literal("round"), base: z.int().min(2) }),
    ])
    .optional(),
  tables: z.array(table),
  sections: z.array(z.object({ intervention: z.string(), tables: z.array(table) })).default([]),
});
export type PublishedReport = z.infer<typeof PublishedReport>;
export type PublishedTable = z.infer<typeof table>;
export type Counts = z.infer<typeof counts>;
