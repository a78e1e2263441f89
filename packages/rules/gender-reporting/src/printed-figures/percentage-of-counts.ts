import type { Finding } from "./finding.ts";
import { atDecimals, decimalsOf, percentText, shareByCounts } from "./percentage.ts";
import type { PrintedFigure } from "./printed-figure.ts";
import type { Whole } from "./printed-table.ts";

/**
 * A printed percentage against the count of its line and that of its whole, rounded half up to the decimals it was
 * printed with, as the reports do. A percentage that was cut off instead (51 of 72 printed as 70) has its own kind.
 */
export function checkPercentageOfCounts(line: PrintedFigure, whole: Whole | undefined): readonly Finding[] {
  const { section, table, category, percent } = line;
  const share = shareByCounts(line, whole?.counts);
  if (percent === undefined || share === undefined || percent === share.rounded) return [];

  const truncated = percent === share.truncated;
  const decimals = decimalsOf(line);
  const printed = percentText(percent, decimals);
  const expected = percentText(share.rounded, decimals);
  const sv = truncated ? ": talet är avkortat i stället för avrundat" : "";
  const en = truncated ? ": the figure was cut off instead of rounded" : "";
  return [
    {
      section,
      table,
      category,
      kind: truncated ? "percentage-truncated" : "percentage-differs-from-counts",
      column: "percent",
      expected: share.rounded,
      actual: percent,
      difference: atDecimals(percent - share.rounded, decimals),
      message: {
        sv: `${share.count} av ${share.base} är avrundat ${expected.sv} procent, men ${printed.sv} är tryckt${sv}.`,
        en: `${share.count} of ${share.base} is ${expected.en} per cent when rounded, but ${printed.en} is printed${en}.`,
      },
    },
  ];
}
