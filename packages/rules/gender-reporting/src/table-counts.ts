import { CodeId } from "@finsam/model";
import * as z from "zod";
import { addCounts, noCounts, SexCounts } from "./sex-counts.ts";

/**
 * The counts of one table: of those it can divide (`base`), of those in its population that it cannot, since they are not followed
 * (`notFollowed`), and of each category. Nothing in it points to a person, so it may travel.
 */
export const TableCounts = z.strictObject({
  id: CodeId,
  base: SexCounts,
  notFollowed: SexCounts,
  categories: z.record(CodeId, SexCounts),
});
export type TableCounts = z.infer<typeof TableCounts>;

/** Where a participation stands that has no answer, and where one stands whose answer is known too vaguely for one band. */
export const unknownCategory = "unknown";
export const undeterminedCategory = "undetermined";

/**
 * Adds up the counts of one table from two places: two stores, two districts, two associations. The order does not matter.
 *
 * @throws RangeError when the counts are of different tables.
 */
export function mergeTableCounts(a: TableCounts, b: TableCounts): TableCounts {
  if (a.id !== b.id)
    throw new RangeError(`counts of "${a.id}" and of "${b.id}" cannot be added: they are different tables`);
  const categories = [...new Set([...Object.keys(a.categories), ...Object.keys(b.categories)])].sort();
  return {
    id: a.id,
    base: addCounts(a.base, b.base),
    notFollowed: addCounts(a.notFollowed, b.notFollowed),
    categories: Object.fromEntries(
      categories.map((id) => [id, addCounts(a.categories[id] ?? noCounts, b.categories[id] ?? noCounts)]),
    ),
  };
}
