import { countSex, noCounts, type Sex, type SexCounts } from "@finsam/model";

/** Adds up numbers by sex. */
export const sumBySex = <Item extends { readonly sex: Sex }>(
  items: readonly Item[],
  amount: (item: Item) => number = () => 1,
): SexCounts => items.reduce((counts, item) => countSex(counts, item.sex, amount(item)), noCounts);
