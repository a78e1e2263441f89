import { columnNames, isDividedBySex, printedParts, sum } from "./counts.ts";
import type { Finding } from "./finding.ts";
import type { PrintedFigure } from "./printed-figure.ts";

/**
 * Women + men + other + unknown against the total of the same line. Where women or men are not printed the parts may be
 * fewer than the total, and only parts that exceed it together are reported (one that does so alone: part-above-whole).
 */
export function checkRowParts(line: PrintedFigure): readonly Finding[] {
  const { section, table, category, total } = line;
  if (total === undefined) return [];

  const parts = printedParts(line);
  const together = sum(parts.map((part) => part.count));
  const contradicts = isDividedBySex(line)
    ? together !== total
    : together > total && parts.every((part) => part.count <= total);
  if (!contradicts) return [];

  const names = parts.map((part) => columnNames[part.column]);
  const gap = Math.abs(total - together);
  const sv = together < total ? `${gap} saknas i delarna` : `${gap} för mycket i delarna`;
  const en = together < total ? `${gap} missing from the parts` : `${gap} too many in the parts`;
  return [
    {
      section,
      table,
      category,
      kind: "row-parts-differ-from-total",
      column: "total",
      expected: together,
      actual: total,
      difference: total - together,
      message: {
        sv: `${listed(names, "sv", "och")} ger tillsammans ${together}, men totalen är tryckt som ${total}: ${sv}.`,
        en: `${listed(names, "en", "and")} make ${together} together, but the total is printed as ${total}: ${en}.`,
      },
    },
  ];
}

/** "Women, men and other sex", as the start of a sentence. */
function listed(names: readonly { sv: string; en: string }[], language: "sv" | "en", and: string): string {
  const words = names.map((name) => name[language]);
  const list = [words.slice(0, -1).join(", "), words.at(-1)].join(` ${and} `);
  return list.charAt(0).toUpperCase() + list.slice(1);
}
