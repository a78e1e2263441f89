import { outcomeOfTruth } from "@finsam/criteria/sql";
import { addGroups, OutcomeGroup } from "@finsam/policy/compare";

/** A row of a query that groups persons: `sex`, `outcome0`, `outcome1` … and `count`. */
export type GroupRow = Readonly<Record<string, unknown>>;

/**
 * The groups in the rows of a query that has an engine answer conditions for every person: for who writes a store. `undefined` when a row
 * counts something that is no person.
 *
 * @example
 * ```ts
 * import { outcomeGroups } from "@finsam/store/sql";
 * outcomeGroups([{ sex: "woman", outcome0: 1, count: 3n }], 1); // => [{ sex: "woman", outcomes: ["met"], count: 3 }]
 * outcomeGroups([{ sex: "w", outcome0: 1, count: 3n }], 1); // => undefined
 * ```
 */
export function outcomeGroups(rows: readonly GroupRow[], conditions: number): readonly OutcomeGroup[] | undefined {
  const groups: OutcomeGroup[] = [];
  for (const row of rows) {
    const outcomes = Array.from({ length: conditions }, (_, index) => outcomeOfTruth(row[`outcome${index}`]));
    const group = OutcomeGroup.safeParse({ sex: row.sex, outcomes, count: Number(row.count) });
    if (!group.success) return undefined;
    groups.push(group.data);
  }
  return addGroups(groups);
}
