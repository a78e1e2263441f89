import { type Sex, sexes } from "@finsam/model";
import * as z from "zod";

const count = z.int().min(0);

/** How many participations, by sex and in all; the total is the sum of the four. */
export const CountsBySex = z.strictObject({
  woman: count,
  man: count,
  other: count,
  unknown: count,
  total: count,
});
export type CountsBySex = Readonly<z.infer<typeof CountsBySex>>;

/** Counts the sexes of some participations. */
export function countSexes(stated: readonly Sex[]): CountsBySex {
  const counts = { woman: 0, man: 0, other: 0, unknown: 0, total: stated.length };
  for (const sex of sexes) counts[sex] = stated.filter((one) => one === sex).length;
  return counts;
}
