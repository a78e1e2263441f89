import type { CodeId } from "@finsam/model";

/** A known result of those in one group: positive among those under 30. */
export interface ResultInGroup {
  readonly result: "positive" | "not-positive";
  readonly group: CodeId;
}

/** The category of a result in a group, in a table that divides results once more. */
export const resultWithin = (result: CodeId, group: CodeId): CodeId => `${result}-within-${group}`;

/** The result and the group that a category stands for; none where the result is not known. */
export function resultInGroup(category: CodeId): ResultInGroup | undefined {
  for (const result of ["positive", "not-positive"] as const) {
    const start = resultWithin(result, "");
    if (category.startsWith(start)) return { result, group: category.slice(start.length) };
  }
  return undefined;
}
