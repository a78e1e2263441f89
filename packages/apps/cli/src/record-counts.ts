import * as z from "zod";

const count = z.int().min(0);

/** What `finsam export --json` and `finsam restore --json` print: how many records went. */
export const RecordCountsDocument = z.strictObject({
  persons: count,
  participations: count,
  measurements: count,
  spells: count,
});
export type RecordCountsDocument = z.infer<typeof RecordCountsDocument>;
