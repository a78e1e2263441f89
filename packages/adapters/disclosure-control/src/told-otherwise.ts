import type { Report } from "@finsam/gender-reporting";
import type { Text } from "@finsam/model";
import type { DisclosurePolicy } from "@finsam/policy";

/**
 * Another report of the same year has been published that tells other categories together. A row for several, and the rows of some of
 * them in the other report, tell the rest by subtraction, which no choice of what to withhold can prevent.
 *
 * @example
 * ```ts
 * import { ToldOtherwise } from "@finsam/disclosure-control";
 * new ToldOtherwise(2021).code; // => "told-otherwise"
 * ```
 */
export class ToldOtherwise extends Error {
  readonly code = "told-otherwise";
  readonly text: Text;
  constructor(year: number) {
    const text: Text = {
      sv: `Den rapport för ${year} som redan är publicerad redovisar andra kategorier tillsammans. Båda rapporterna kan tillsammans röja någon: ange samma sammanslagningar (merges) som då.`,
      en: `The report of ${year} that is published already tells other categories together. Both reports together could give somebody away: state the same merges as then.`,
    };
    super(text.en);
    this.name = "ToldOtherwise";
    this.text = text;
  }
}

/** Whether a report can stand beside what a policy would publish of the same year; where nothing was withheld, nothing is given away. */
export function isToldOtherwise(earlier: Report, year: number, { merges = [] }: DisclosurePolicy): boolean {
  if (earlier.year !== year || earlier.threshold <= 1) return false;
  return mergesInWords(merges) !== mergesInWords(earlier.disclosure?.merges ?? []);
}

const mergesInWords = (merges: NonNullable<DisclosurePolicy["merges"]>): string =>
  merges
    .map(({ dimension, categories }) => [dimension, ...[...categories].sort()].join(" "))
    .sort()
    .join(", ");
