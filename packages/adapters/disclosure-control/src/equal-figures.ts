import type { DisclosureProblem, ProblemCell, Relation } from "@finsam/gender-reporting";

/** A problem in which figures that any reader knows to be equal are one, and what each of its figures stands for. */
export interface MergedProblem {
  readonly problem: DisclosureProblem;
  /** The keys of all figures that are one under a key. */
  readonly membersOf: ReadonlyMap<string, readonly string[]>;
}

/**
 * Makes one figure of those that are known to be equal: where the only other sex is published as zero, women are all, and the number
 * that started is in every table of those who did. To withhold one of them and print another protects nothing, so that the smaller
 * problem has the same answers. Relations that then say nothing, or say the same, are left out.
 */
export function mergeEqualFigures({ threshold, cells, relations }: DisclosureProblem): MergedProblem {
  const cellAt = new Map(cells.map((cell) => [cell.key, cell]));
  const isOf = (key: string, statuses: readonly ProblemCell["status"][]): boolean => {
    const status = cellAt.get(key)?.status;
    return status !== undefined && statuses.includes(status);
  };
  const canBeOne = (keys: readonly string[]): boolean =>
    keys.every((key) => isOf(key, ["open", "small"])) || keys.every((key) => isOf(key, ["elsewhere"]));
  const parents = new Map(cells.map(({ key }) => [key, key]));
  const rootOf = (key: string): string => {
    const parent = parents.get(key) ?? key;
    return parent === key ? key : rootOf(parent);
  };
  const isPublished = (key: string): boolean => cellAt.get(key)?.status === "published";

  let left = relations.map((relation) => withoutPublished(relation, isPublished, (key) => cellAt.get(key)?.count ?? 0));
  for (;;) {
    left = left.map((relation) => ({ ...relation, terms: collected(relation.terms, rootOf) }));
    const equalities = left.flatMap((relation) => equalityOf(relation) ?? []).filter(canBeOne);
    if (equalities.length === 0) break;
    for (const [one, other] of equalities) parents.set(rootOf(one), rootOf(other));
  }

  const membersOf = new Map<string, string[]>();
  for (const { key } of cells) membersOf.set(rootOf(key), [...(membersOf.get(rootOf(key)) ?? []), key]);
  const merged = [...membersOf.values()].flatMap((keys) =>
    mergedCell(
      keys.flatMap((key) => cellAt.get(key) ?? []),
      rootOf,
    ),
  );
  const told = new Map(
    left.filter(({ terms }) => terms.length > 0).map((relation) => [JSON.stringify(relation), relation]),
  );
  return { problem: { threshold, cells: merged, relations: [...told.values()] }, membersOf };
}

/** What a relation says of the figures that are not published. */
function withoutPublished(
  { terms, atLeast, atMost }: Relation,
  isPublished: (key: string) => boolean,
  countOf: (key: string) => number,
): Relation {
  const known = terms
    .filter(({ cell }) => isPublished(cell))
    .reduce((sum, { cell, times }) => sum + times * countOf(cell), 0);
  return {
    terms: terms.filter(({ cell }) => !isPublished(cell)),
    atLeast: atLeast === null ? null : atLeast - known,
    atMost: atMost === null ? null : atMost - known,
  };
}

function collected(terms: Relation["terms"], rootOf: (key: string) => string): Relation["terms"] {
  const timesOf = new Map<string, number>();
  for (const { cell, times } of terms) timesOf.set(rootOf(cell), (timesOf.get(rootOf(cell)) ?? 0) + times);
  return [...timesOf].filter(([, times]) => times !== 0).map(([cell, times]) => ({ cell, times }));
}

/** The two figures that a relation says to be equal. */
function equalityOf({
  terms: [one, other, ...more],
  atLeast,
  atMost,
}: Relation): readonly (readonly [string, string])[] | undefined {
  const isEquality =
    one !== undefined &&
    other !== undefined &&
    more.length === 0 &&
    one.times === -other.times &&
    atLeast === 0 &&
    atMost === 0;
  return isEquality ? [[one.cell, other.cell]] : undefined;
}

function mergedCell(cells: readonly ProblemCell[], rootOf: (key: string) => string): readonly ProblemCell[] {
  const [first, ...others] = cells;
  if (first === undefined) return [];
  return [
    others.reduce<ProblemCell>(
      (one, other) => ({
        key: one.key,
        count: one.count,
        status: one.status === "small" || other.status === "small" ? "small" : one.status,
        cost: one.cost + other.cost,
        atLeast: Math.max(one.atLeast, other.atLeast),
        width: Math.max(one.width, other.width),
        reaches: Math.max(one.reaches, other.reaches),
      }),
      { ...first, key: rootOf(first.key) },
    ),
  ];
}
