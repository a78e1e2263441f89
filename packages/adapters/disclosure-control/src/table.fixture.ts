import type { DisclosureProblem, ProblemCell, Relation } from "@finsam/gender-reporting";

/**
 * The problem of a table of counts with its margins: `0:1` is the second column of the first row, `0:all` the sum of the row, `all:all`
 * the sum of all. A figure costs as much as it counts, unless stated otherwise.
 */
export function tableProblem(
  counts: readonly (readonly number[])[],
  { threshold = 5, width = 4, cost = (count: number) => count } = {},
): DisclosureProblem {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, count) => total + count, 0);
  const withSums = counts.map((row) => [...row, sum(row)]);
  const rows = [...withSums, (withSums[0] ?? []).map((_, at) => sum(withSums.map((row) => row[at] ?? 0)))];
  const nameOf = (index: number, length: number) => (index === length - 1 ? "all" : String(index));
  const key = (row: number, column: number) => `${nameOf(row, rows.length)}:${nameOf(column, rows[0]?.length ?? 0)}`;
  const cells = rows.flatMap((row, at) =>
    row.map((count, column): ProblemCell => {
      const small = count > 0 && count < threshold;
      return {
        key: key(at, column),
        count,
        status: small ? "small" : count === 0 ? "published" : "open",
        cost: cost(count),
        atLeast: 1,
        width,
        reaches: small ? threshold : 0,
      };
    }),
  );
  const addsUp = (parts: readonly string[], whole: string): Relation => ({
    terms: [...parts.map((cell) => ({ cell, times: 1 })), { cell: whole, times: -1 }],
    atLeast: 0,
    atMost: 0,
  });
  const [down, across] = [[...rows.keys()], [...(rows[0]?.keys() ?? [])]];
  const relations = [
    ...down.map((row) =>
      addsUp(
        across.slice(0, -1).map((column) => key(row, column)),
        key(row, across.length - 1),
      ),
    ),
    ...across.map((column) =>
      addsUp(
        down.slice(0, -1).map((row) => key(row, column)),
        key(down.length - 1, column),
      ),
    ),
  ];
  return { threshold, cells, relations };
}
