/** Conditions by their number in the criterion, in ascending order. */
export type ConditionSet = readonly number[];

/** More sets than a reader could take in; of more, the smallest are kept. */
const most = 100;

/** One set for every way to choose a set from each part: what is needed together. */
export function together(parts: readonly (readonly ConditionSet[])[]): readonly ConditionSet[] {
  return parts.reduce<readonly ConditionSet[]>(
    (sets, part) => minimal(sets.flatMap((set) => part.map((more) => union(set, more)))),
    [[]],
  );
}

/** The sets of any of the parts: what is an alternative to the other. */
export const alternatives = (parts: readonly (readonly ConditionSet[])[]): readonly ConditionSet[] =>
  minimal(parts.flat());

/** Without sets that hold another set: whoever has the smaller one does not need the larger. */
function minimal(sets: readonly ConditionSet[]): readonly ConditionSet[] {
  const bySize = [...sets].sort((a, b) => a.length - b.length);
  const kept: ConditionSet[] = [];
  for (const set of bySize) {
    if (kept.length === most) break;
    if (!kept.some((smaller) => smaller.every((condition) => set.includes(condition)))) kept.push(set);
  }
  return kept;
}

const union = (a: ConditionSet, b: ConditionSet): ConditionSet => [...new Set([...a, ...b])].sort((x, y) => x - y);
