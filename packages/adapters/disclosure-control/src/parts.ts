import type { DisclosureProblem, ProblemCell } from "@finsam/gender-reporting";

/** Splits a problem into parts that no relation connects, so that each can be solved by itself; parts with nothing to protect are left out. */
export function partsOf({ threshold, cells, relations }: DisclosureProblem): readonly DisclosureProblem[] {
  const parents = new Map(cells.map(({ key, status }) => [key, status === "published" ? undefined : key]));
  const rootOf = (key: string): string => {
    const parent = parents.get(key) ?? key;
    return parent === key ? key : rootOf(parent);
  };
  const connected = relations.map(({ terms }) =>
    terms.map(({ cell }) => cell).filter((key) => parents.get(key) !== undefined),
  );
  for (const [first, ...others] of connected)
    for (const other of others) if (first !== undefined) parents.set(rootOf(other), rootOf(first));
  const isAsking = ({ status, width }: ProblemCell) => status === "small" || (status === "elsewhere" && width > 0);
  const asking = new Set(cells.filter(isAsking).map(({ key }) => rootOf(key)));
  return [...asking].map((root) => {
    const within = relations.filter((_, index) => connected[index]?.some((key) => rootOf(key) === root));
    const named = new Set(within.flatMap(({ terms }) => terms.map(({ cell }) => cell)));
    return { threshold, cells: cells.filter(({ key }) => named.has(key) || rootOf(key) === root), relations: within };
  });
}
