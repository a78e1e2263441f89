/** Everything from a lowest number on: "5-or-more" has 5 in it, "more-than-5" has not. */
interface OpenEnded {
  readonly from: number;
  readonly included: boolean;
}

/**
 * Whether a category lies inside another one, so that whoever stands in it stands in the other too: "more-than-9" lies
 * inside "5-or-more" (of which more than 9). Only names of these two forms say so; of all others nothing is known.
 */
export function liesInside(category: string, another: string): boolean {
  if (category === another) return false;
  const inner = openEnded(category);
  const outer = inner && openEnded(another);
  if (inner === undefined || outer === undefined) return false;
  if (inner.from === outer.from) return outer.included && !inner.included;
  return inner.from > outer.from;
}

function openEnded(category: string): OpenEnded | undefined {
  const [, orMore, moreThan] = /^(?:(\d+)-or-more|more-than-(\d+))$/.exec(category) ?? [];
  if (orMore !== undefined) return { from: Number(orMore), included: true };
  if (moreThan !== undefined) return { from: Number(moreThan), included: false };
  return undefined;
}
