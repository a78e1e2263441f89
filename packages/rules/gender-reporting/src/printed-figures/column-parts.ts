import { type ComparedColumn, comparedColumns } from "./compared-column.ts";
import { sum } from "./counts.ts";
import type { Finding } from "./finding.ts";
import { type PrintedTable, wholeTable } from "./printed-table.ts";

/**
 * The categories of a single-answer table against their whole, column by column.
 *
 * More than the whole is always a contradiction. Less is one only where the printed totals of the categories make up the
 * printed total of the whole: then nobody stands outside the printed categories, so no column may fall short. (That the
 * women add up would not be enough: those outside the printed categories may all be men.) Other lists may be partial.
 */
export function checkColumnParts({
  section,
  table,
  categories,
  whole,
  singleAnswer,
}: PrintedTable): readonly Finding[] {
  if (whole === undefined || !singleAnswer) return [];

  const total = whole.counts.total ?? 0;
  const exhaustive = total > 0 && sumOfAll(categories.map((category) => category.total)) === total;

  return comparedColumns(categories, whole).flatMap((compared): Finding[] => {
    const together = sum(compared.parts.filter((part) => part !== undefined));
    const above = together > compared.whole && !onePartIsAbove(compared);
    const below = exhaustive && together < compared.whole && sumOfAll(compared.parts) !== undefined;
    if (!above && !below) return [];

    const gap = Math.abs(together - compared.whole);
    const wholeText = compared.wholeText();
    const sv = above
      ? `${gap} för mycket i kategorierna`
      : `${gap} saknas i kategorierna, fast deras totaler går jämnt upp`;
    const en = above
      ? `${gap} too many in the categories`
      : `${gap} missing from the categories, although their totals make up the whole`;
    return [
      {
        section,
        table,
        category: wholeTable,
        kind: "column-parts-differ-from-whole",
        column: compared.column,
        expected: compared.whole,
        actual: together,
        difference: together - compared.whole,
        message: {
          sv: `Kategorierna ger tillsammans ${together}, men ${wholeText.sv}: ${sv}.`,
          en: `The categories make ${together} together, but ${wholeText.en}: ${en}.`,
        },
      },
    ];
  });
}

/** Undefined when one of the figures is not printed. */
function sumOfAll(figures: readonly (number | undefined)[]): number | undefined {
  const printed = figures.filter((figure) => figure !== undefined);
  return printed.length === figures.length ? sum(printed) : undefined;
}

/** Then the part is reported by itself, and its sum would say the same again. */
function onePartIsAbove({ parts, whole }: ComparedColumn): boolean {
  return parts.some((part) => part !== undefined && part > whole);
}
