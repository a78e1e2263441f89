import { sum, totalOf } from "./counts.ts";
import type { Finding } from "./finding.ts";
import { atDecimals, decimalsOf, percentText, shareByCounts } from "./percentage.ts";
import { type PrintedTable, wholeTable } from "./printed-table.ts";

/**
 * The percentages of a single-answer table cannot add up to more than 100, save by rounding. A percentage p printed to
 * whole per cent stands for p − 0.5 up to p + 0.5, so only a table whose lowest values exceed 100 is a contradiction:
 * 29 + 71 + 25 is one, 38 + 46 + 17 is not.
 *
 * What other checks say is not said again: that one percentage is above 100, that the counts are above their whole, or
 * that a percentage is not what its count gives. The last is why the sum must be too large with the right one as well.
 */
export function checkPercentagesAbove100(printedTable: PrintedTable): readonly Finding[] {
  const { section, table, categories, whole, singleAnswer } = printedTable;
  if (!singleAnswer || countsAreAboveWhole(printedTable)) return [];

  const shares = categories.flatMap((category) => {
    const { percent, percentOf } = category;
    if (percent === undefined || percentOf === undefined) return [];
    const right = shareByCounts(category, whole?.counts)?.rounded ?? percent;
    return [{ percent, right, decimals: decimalsOf(category) }];
  });
  const decimals = Math.max(0, ...shares.map((share) => share.decimals));
  const rounding = sum(shares.map((share) => 0.5 / 10 ** share.decimals));
  const together = atDecimals(sum(shares.map((share) => share.percent)), decimals);
  const atLeast = atDecimals(together - rounding, decimals + 1);
  const rightAtLeast = atDecimals(sum(shares.map((share) => share.right)) - rounding, decimals + 1);
  if (atLeast <= 100 || rightAtLeast <= 100 || shares.some((share) => share.percent > 100)) return [];

  const [printed, lowest] = [percentText(together, decimals), percentText(atLeast, decimals + 1)];
  return [
    {
      section,
      table,
      category: wholeTable,
      kind: "percentages-above-100",
      column: "percent",
      expected: 100,
      actual: together,
      difference: atDecimals(together - 100, decimals),
      message: {
        sv: `Andelarna ger tillsammans ${printed.sv} procent, och minst ${lowest.sv} om alla är avrundade uppåt, men var och en räknas en gång: högst 100.`,
        en: `The percentages add up to ${printed.en}, and to at least ${lowest.en} if all were rounded up, but each is counted once: 100 at most.`,
      },
    },
  ];
}

function countsAreAboveWhole({ categories, whole }: PrintedTable): boolean {
  const limit = whole && totalOf(whole.counts);
  return limit !== undefined && sum(categories.map((category) => totalOf(category) ?? 0)) > limit;
}
