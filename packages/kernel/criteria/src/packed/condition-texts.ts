import type { Comparison } from "../criterion.ts";
import type { Setting } from "../known-fact.ts";
import type { GeneratedText } from "./code-generation.ts";
import { comparisonsIn, type Reading } from "./layout.ts";

// When a value that lies between lowest and highest meets a comparison, and when it does not.
const comparisons: Readonly<Record<Comparison, (lowest: string, highest: string, limit: string) => [string, string]>> =
  {
    atLeast: (lowest, highest, limit) => [`${lowest} >= ${limit}`, `${highest} < ${limit}`],
    moreThan: (lowest, highest, limit) => [`${lowest} > ${limit}`, `${highest} <= ${limit}`],
    atMost: (lowest, highest, limit) => [`${highest} <= ${limit}`, `${lowest} > ${limit}`],
    lessThan: (lowest, highest, limit) => [`${highest} < ${limit}`, `${lowest} >= ${limit}`],
  };

/** The outcomes of all comparisons of a reading, in their places, as text of an expression over two variables. */
export const comparisonTexts = (
  text: GeneratedText,
  reading: Reading,
  setting: Setting,
  lowest: string,
  highest: string,
): string =>
  comparisonsIn(reading, setting)
    .map(({ op, limit, shift }) => twoBitText(...comparisons[op](lowest, highest, text.slot(limit)), shift))
    .join(" | ");

/** The two bits of a condition, in their place, from texts that say when it is met and when it is not. */
export const twoBitText = (met: string, notMet: string, shift: number): string =>
  `(((${met}) << 1 | !(${notMet})) << ${shift})`;
