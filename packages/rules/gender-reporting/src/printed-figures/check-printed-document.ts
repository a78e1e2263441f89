import { checkPrintedFigures } from "./check-printed-figures.ts";
import { documentConstraints, keysOf } from "./document-constraints.ts";
import type { DocumentFinding, OpenPercentage, UnexplainedFinding } from "./document-finding.ts";
import { explanationOf } from "./explanation.ts";
import { checkLink } from "./link-findings.ts";
import { linkedLines, withWholesByName } from "./linked-lines.ts";
import { checkPercentagesOfBase, openPercentages } from "./percentage-of-base.ts";
import type { LineReference, PrintedDocument } from "./printed-document.ts";
import { printedTables } from "./printed-table.ts";
import { checkRepeatedFigures } from "./repeated-figures.ts";
import { nearestOf, type SearchBounds, smallestChanges } from "./smallest-changes.ts";

/**
 * What a document's figures say about each other.
 *
 * @example
 * ```ts
 * import { type CheckedDocument, checkPrintedDocument } from "@finsam/gender-reporting";
 *
 * const checked: CheckedDocument = checkPrintedDocument({ format: "finsam-printed-figures/1", figures: [] });
 * checked; // => { findings: [], openPercentages: [], notPrinted: [] }
 * ```
 */
export interface CheckedDocument {
  /** The contradictions, each with the smallest explanations. */
  readonly findings: readonly DocumentFinding[];
  /** The percentages that nothing could check, because their base is not known. */
  readonly openPercentages: readonly OpenPercentage[];
  /** The lines that a link names and the document does not print. Such a link is not checked. */
  readonly notPrinted: readonly LineReference[];
}

const bounds: SearchBounds = { figures: 3, answers: 40, steps: 20_000 };

/**
 * Finds where the printed figures of a whole document contradict each other, within its tables and between them, and lists for each
 * contradiction the smallest explanations: the fewest figures that, changed or added together, would resolve it without making another.
 * It chooses none and repairs nothing. What `checkPrintedFigures` finds comes first, then figures printed again with another value, lines
 * that are linked, and percentages that no count of their base gives.
 *
 * An explanation may change any printed figure, and add people of other or unknown sex to a line divided by sex. Categories that together
 * make up their whole go on doing so. The base that a line names as a number is taken as it stands. At most three figures are changed
 * together. A single figure comes with all values that would do; of several, all but one are shown at a value where something begins to
 * fit. The search finds all smallest sets in tables of rows and columns; where links tie figures in a ring it may miss some of several.
 *
 * @example
 * ```ts
 * import { checkPrintedDocument } from "@finsam/gender-reporting";
 *
 * const figures = [
 *   { section: "mia-vidare", table: "referrals", category: "all", women: 41, men: 24, total: 66 },
 *   { section: "mia-vidare", table: "started", category: "all", total: 73 },
 * ];
 * const links = [{ kind: "part", part: { section: "mia-vidare", table: "started" }, of: { section: "mia-vidare", table: "referrals" } }] as const;
 * const { findings } = checkPrintedDocument({ format: "finsam-printed-figures/1", figures, links: [...links] });
 * findings.map(({ kind, table, difference }) => [kind, table, difference]);
 * // => [["row-parts-differ-from-total", "referrals", 1], ["part-above-whole", "started", 7]]
 * ```
 */
export function checkPrintedDocument(document: PrintedDocument): CheckedDocument {
  const figures = withWholesByName(document.figures);
  const tables = printedTables(figures);
  const { links, notPrinted } = linkedLines(figures, document.links ?? []);
  const findings = withoutRepeats([
    ...checkPrintedFigures(figures),
    ...checkRepeatedFigures(figures),
    ...links.flatMap(checkLink),
    ...tables.flatMap(checkPercentagesOfBase),
  ]);
  const explained = findings.length === 0 ? [] : explain(findings, documentConstraints(figures, tables, links));
  return { findings: explained, openPercentages: openPercentages(tables, figures), notPrinted };
}

function explain(
  findings: readonly UnexplainedFinding[],
  { figures, values, constraints }: ReturnType<typeof documentConstraints>,
): readonly DocumentFinding[] {
  const held = constraints.filter((constraint) => constraint.holds(values));
  const broken = constraints.filter((constraint) => !constraint.holds(values));
  const spokenOf = new Set(findings.flatMap((finding) => keysOf(finding).own));
  const brokenBy = findings.map((finding) => {
    const { own, behind } = keysOf(finding);
    const keys = new Set([...own, ...behind.filter((key) => !spokenOf.has(key))]);
    return broken.filter((constraint) => keys.has(constraint.key));
  });
  const hidden = broken.flatMap((constraint) => {
    if (spokenOf.has(constraint.key)) return [];
    const hiding = findings.flatMap((finding, index) =>
      keysOf(finding).behind.includes(constraint.key) ? (brokenBy[index] ?? []) : [],
    );
    const behind = hiding.filter((one) => one !== constraint);
    return behind.length === 0 ? [] : [{ behind, constraint }];
  });
  return findings.map((finding, index) => {
    const mustHold = brokenBy[index] ?? [];
    if (mustHold.length === 0) return { ...finding, explanations: [], moreExplanations: true };
    const { changes, more } = smallestChanges([...mustHold, ...held], hidden, values, bounds);
    const explanations = changes.map((change) => {
      const changed = [...values];
      for (const [figure, ranges] of change) changed[figure] = nearestOf(ranges, values[figure] ?? 0);
      const resolves = brokenBy.flatMap((of, number) =>
        of.length > 0 && of.every((constraint) => constraint.holds(changed)) ? [number] : [],
      );
      const named = [...change].flatMap(([figure, ranges]) => {
        const of = figures[figure];
        return of === undefined ? [] : [[of, ranges] as const];
      });
      return explanationOf(named, resolves, finding);
    });
    return { ...finding, explanations, moreExplanations: more };
  });
}

/** A line that is printed twice gives the same finding twice. */
function withoutRepeats(findings: readonly UnexplainedFinding[]): readonly UnexplainedFinding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
