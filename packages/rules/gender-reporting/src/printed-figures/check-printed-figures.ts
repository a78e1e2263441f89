import { checkColumnParts } from "./column-parts.ts";
import type { Finding } from "./finding.ts";
import { checkPartAboveWhole } from "./part-above-whole.ts";
import { checkPercentageOfCounts } from "./percentage-of-counts.ts";
import { checkPercentagesAbove100 } from "./percentages-above-100.ts";
import type { PrintedFigure } from "./printed-figure.ts";
import { printedTables } from "./printed-table.ts";
import { checkRowParts } from "./row-parts.ts";

/**
 * Finds where the printed figures of a report contradict each other, in the order they were printed. It repairs
 * nothing, and a figure that agrees with the others is never reported. No findings does not mean that the figures are
 * true, only that none of these checks speaks against them (`findingKinds` says what they look for).
 *
 * A line that prints women and men is read as divided by sex: a part it leaves out is taken to be none. Nothing is
 * checked against a base that is not among the figures. Lines printed more than once are each checked alone; where they
 * differ, nothing else is checked against them.
 *
 * Why the figures must agree: the follow-up reports give counts by sex with their total, and percentages rounded to
 * whole per cent (the follow-up of 2021).
 *
 * @example
 * ```ts
 * import { checkPrintedFigures } from "@finsam/gender-reporting";
 *
 * const participants = { section: "work-training", table: "participants", category: "all", women: 33, men: 18, total: 52 };
 * const [finding] = checkPrintedFigures([participants]);
 * finding?.message.en; // => "Women and men make 51 together, but the total is printed as 52: 1 missing from the parts."
 * ```
 */
export function checkPrintedFigures(figures: readonly PrintedFigure[]): readonly Finding[] {
  const findings = printedTables(figures).flatMap((table) => [
    ...table.lines.flatMap((line) => [
      ...checkRowParts(line),
      ...checkPartAboveWhole(line, table.whole),
      ...checkPercentageOfCounts(line, table.whole),
    ]),
    ...checkColumnParts(table),
    ...checkPercentagesAbove100(table),
  ]);
  return withoutRepeats(findings);
}

/** A line that is printed twice gives the same finding twice. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
