import * as z from "zod";

const Count = z.int().nonnegative().optional();

/**
 * One printed line of a follow-up report (uppföljning): the figures as they stand, unrepaired.
 *
 * A figure that is left out was not printed, which is never the same as 0. Category `all` is the line of the whole table.
 * `percentOf` is the base of the percentage: the name of a table of the same section (its line `all` is the base) or of
 * another (`overview/ended`), or the base itself as a number ("159"). The line is a part of that base; a category that
 * names none is a part of the line `all` of its own table, if there is one, and its percentage is not checked. `multiple`
 * is false when each counted person or case stands in one category only, true when several answers were possible.
 *
 * A percentage is taken to be printed with the decimals its number shows. Decimals that a number cannot show ("46,0")
 * are said with `percentDecimals: 1`. `line` is where the figures were read; the checks do not use it.
 *
 * @example
 * ```ts
 * import { PrintedFigure } from "@finsam/gender-reporting";
 *
 * const line = { section: "mia-vidare", table: "referrals", category: "all", women: 41, men: 24, total: 66 };
 * PrintedFigure.safeParse(line).success; // => true
 * PrintedFigure.safeParse({ ...line, women: -1 }).success; // => false
 * ```
 */
export const PrintedFigure = z.strictObject({
  line: z.int().positive().optional(),
  section: z.string().min(1),
  table: z.string().min(1),
  category: z.string().min(1),
  women: Count,
  men: Count,
  other: Count,
  unknown: Count,
  total: Count,
  percent: z.number().nonnegative().optional(),
  percentDecimals: z.int().min(0).max(10).optional(),
  percentOf: z.string().min(1).optional(),
  multiple: z.boolean().optional(),
});

/** One printed line of a follow-up report, as the schema of the same name describes it. */
export type PrintedFigure = Readonly<z.infer<typeof PrintedFigure>>;
