/**
 * A number from every stretch that limits cut the numbers into: each limit itself, one between every two neighbours, one below all and
 * one above all. With bounds given, only numbers within them.
 */
export function numberAnswers(
  limits: readonly number[],
  known?: { readonly min: number; readonly max: number },
): readonly number[] {
  const within = known === undefined ? limits : [known.min, ...limits.filter(inside(known)), known.max];
  const points = [...new Set(within)].sort((a, b) => a - b);
  const gaps = points.map((point, index) => between(point, points[index + 1])).filter((gap) => gap !== undefined);
  const [lowest, highest] = [points[0], points.at(-1)];
  if (known !== undefined || lowest === undefined || highest === undefined) return inOrder([...points, ...gaps]);
  const outside = [below(lowest), above(highest)].filter((number) => number !== undefined);
  return inOrder([...points, ...gaps, ...outside]);
}

const inside =
  ({ min, max }: { readonly min: number; readonly max: number }) =>
  (limit: number): boolean =>
    min <= limit && limit <= max;

const inOrder = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b);

// Whole numbers first: they read better in a counterexample.
function between(low: number, high: number | undefined): number | undefined {
  if (high === undefined) return undefined;
  return [Math.floor(low) + 1, low / 2 + high / 2].find((number) => low < number && number < high);
}

// A step of one is lost in a very large number, and twice the largest is no number.
const below = (limit: number): number | undefined =>
  [limit > 0 && limit < 1 ? 0 : limit - 1, limit * 2, -Number.MAX_VALUE].find(
    (number) => number < limit && Number.isFinite(number),
  );

const above = (limit: number): number | undefined =>
  [limit + 1, limit * 2, Number.MAX_VALUE].find((number) => number > limit && Number.isFinite(number));
