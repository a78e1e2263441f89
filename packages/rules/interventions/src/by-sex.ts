import { type Sex, sexes } from "@finsam/model";

/** A count for each sex, and of all. The total is their sum. Whoever prints it withholds small counts first. */
export type CountsBySex = Readonly<Record<Sex | "total", number>>;

/** Adds up numbers by sex. */
export function sumBySex<Item extends { readonly sex: Sex }>(
  items: readonly Item[],
  amount: (item: Item) => number = () => 1,
): CountsBySex {
  const counts = { woman: 0, man: 0, other: 0, unknown: 0, total: 0 };
  for (const item of items) counts[item.sex] += amount(item);
  counts.total = sexes.reduce((sum, sex) => sum + counts[sex], 0);
  return counts;
}
