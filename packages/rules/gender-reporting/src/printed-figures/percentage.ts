import type { Text } from "@finsam/model";
import { type Counts, totalOf } from "./counts.ts";
import type { PrintedFigure } from "./printed-figure.ts";

/** A share as the printed counts give it, in per cent, at the decimals of the printed percentage. */
interface ShareByCounts {
  readonly count: number;
  readonly base: number;
  /** Rounded half up, as the reports do. */
  readonly rounded: number;
  /** Cut off after the last decimal: 70.83 gives 70. */
  readonly truncated: number;
}

/** What the printed percentage ought to be, or undefined when its base is not named, the counts are not known or the base is 0. */
export function shareByCounts(line: PrintedFigure, whole: Counts | undefined): ShareByCounts | undefined {
  // With no named base it may be a growth, or the share of one sex.
  if (line.percentOf === undefined) return undefined;
  const count = totalOf(line);
  const base = whole && totalOf(whole);
  if (count === undefined || base === undefined || base === 0) return undefined;

  // Whole numbers throughout: a share of exactly one half must not depend on binary fractions.
  const decimals = decimalsOf(line);
  const numerator = BigInt(count) * 100n * 10n ** BigInt(decimals);
  const denominator = BigInt(base);
  const withDecimals = (units: bigint) => Number(units) / 10 ** decimals;
  return {
    count,
    base,
    rounded: withDecimals((2n * numerator + denominator) / (2n * denominator)),
    truncated: withDecimals(numerator / denominator),
  };
}

/** The number of decimals the percentage was printed with. */
export function decimalsOf(line: Pick<PrintedFigure, "percent" | "percentDecimals">): number {
  const { percent = 0 } = line;
  const shown = Number.isInteger(percent) ? 0 : (String(percent).split(".")[1]?.length ?? 0);
  return Math.max(shown, line.percentDecimals ?? 0);
}

/** A sum or difference of percentages without the noise of binary fractions. */
export function atDecimals(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** A percentage as each language prints it: with a comma in Swedish. */
export function percentText(value: number, decimals: number): Text {
  const en = value.toFixed(decimals);
  return { sv: en.replace(".", ","), en };
}
