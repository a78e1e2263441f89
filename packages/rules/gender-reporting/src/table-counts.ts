import { addCounts, CodeId, noCounts, SexCounts, Text } from "@finsam/model";
import * as z from "zod";

/**
 * The counts of one table: of those it divides (`base`), of those in its population that it cannot divide, since they are not followed
 * (`notFollowed`), of those left out because their exit reason says nothing about the intervention (`excluded`), and of each
 * category. Nothing in it points to a person, so it may travel.
 *
 * `missing` names the places that were to be counted and did not answer: nobody there is in any of the counts. Left out when all did.
 */
export const TableCounts = z.strictObject({
  id: CodeId,
  base: SexCounts,
  notFollowed: SexCounts,
  excluded: SexCounts,
  categories: z.record(CodeId, SexCounts),
  missing: z.array(Text).min(1).readonly().optional(),
});
export type TableCounts = z.infer<typeof TableCounts>;

/** The category of a participation that has no answer. */
export const unknownCategory = "unknown";

/** The category of a participation whose answer is known and lies in none of the bands. */
export const outsideCategory = "outside-the-bands";

/** The category of a participation whose answer is known too vaguely for one band. */
export const undeterminedCategory = "undetermined";

/** Whether a category says that there is no answer, or none that can be told. */
export const isUnanswered = (category: CodeId): boolean =>
  category === unknownCategory || category === undeterminedCategory;

/**
 * Adds up the counts of one table from two places: two stores, two districts, two associations. The order does not matter. What is
 * missing in either is missing in the sum.
 *
 * @throws RangeError when the counts are of different tables.
 * @example
 * ```ts
 * import { mergeTableCounts } from "@finsam/gender-reporting";
 * import { noCounts } from "@finsam/model";
 * const women = (woman: number) => ({ ...noCounts, woman, total: woman });
 * const of = (woman: number) => ({ id: "started", base: women(woman), notFollowed: noCounts, excluded: noCounts, categories: { all: women(woman) } });
 * mergeTableCounts(of(3), of(4)).base.woman; // => 7
 * ```
 */
export function mergeTableCounts(a: TableCounts, b: TableCounts): TableCounts {
  if (a.id !== b.id)
    throw new RangeError(`counts of "${a.id}" and of "${b.id}" cannot be added: they are different tables`);
  const categories = [...new Set([...Object.keys(a.categories), ...Object.keys(b.categories)])].sort();
  return {
    id: a.id,
    base: addCounts(a.base, b.base),
    notFollowed: addCounts(a.notFollowed, b.notFollowed),
    excluded: addCounts(a.excluded, b.excluded),
    categories: Object.fromEntries(
      categories.map((id) => [id, addCounts(a.categories[id] ?? noCounts, b.categories[id] ?? noCounts)]),
    ),
    ...missingOf([...(a.missing ?? []), ...(b.missing ?? [])]),
  };
}

/** Names of places, each once and in their order, so that it does not matter which side they were missing on. */
export function missingOf(names: readonly Text[]): Pick<TableCounts, "missing"> {
  const byName = new Map(names.map((name) => [JSON.stringify([name.sv, name.en]), name]));
  const missing = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
  return missing.length === 0 ? {} : { missing };
}
