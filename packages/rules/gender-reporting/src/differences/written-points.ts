import { type Language, languages, type Text } from "@finsam/model";
import type { Bounds } from "./wilson-interval.ts";

/**
 * Percentage points as they are read: whole ones, rounded half away from zero, so that swapping women and men only turns the sign. What
 * would round to 0 without being 0 keeps as many decimals as it takes to be seen.
 *
 * @example
 * ```ts
 * import { writtenPoints } from "@finsam/gender-reporting";
 * [writtenPoints(-17.9, "en"), writtenPoints(0.24, "sv")]; // => ["−18", "0,2"]
 * ```
 */
export function writtenPoints(points: number, language: Language): string {
  const size = Math.abs(points);
  const decimals = size < 1e-9 || size >= 0.5 ? 0 : size >= 0.05 ? 1 : size >= 0.005 ? 2 : 3;
  // A binary fraction just under a half is a half: 12.5 points must not become 12 on the way.
  const rounded = (Math.round(size * 10 ** decimals + 1e-9) / 10 ** decimals).toFixed(decimals);
  const sign = points < 0 && Number(rounded) !== 0 ? "−" : "";
  return `${sign}${language === "sv" ? rounded.replace(".", ",") : rounded}`;
}

/**
 * The size of a difference as it is read; one too small for a decimal is said to be so. The word for points follows.
 *
 * @example
 * ```ts
 * import { writtenSize } from "@finsam/gender-reporting";
 * writtenSize(-17.9, "en"); // => "18 percentage points"
 * ```
 */
export function writtenSize(points: number, language: Language): string {
  const size = Math.abs(points);
  const tiny = size >= 1e-9 && size < 0.05;
  const written = tiny ? (language === "sv" ? "mindre än 0,1" : "less than 0.1") : writtenPoints(size, language);
  if (language === "sv") return `${written} procentenhet${written === "1" ? "" : "er"}`;
  return `${written} percentage point${written === "1" ? "" : "s"}`;
}

/**
 * The two ends of an interval as they are read: "8–27", or "−6 till 10" where one of them is below zero.
 *
 * @example
 * ```ts
 * import { writtenInterval } from "@finsam/gender-reporting";
 * writtenInterval({ lower: -6.2, upper: 10.1 }, "sv"); // => "−6 till 10"
 * ```
 */
export function writtenInterval({ lower, upper }: Bounds, language: Language): string {
  const [from, to] = [writtenPoints(lower, language), writtenPoints(upper, language)];
  if (lower < 0 && from !== "0") return `${from} ${language === "sv" ? "till" : "to"} ${to}`;
  return language === "sv" ? `${from}–${to}` : `${from} to ${to}`;
}

/** A confidence interval by its level as it is read. In Swedish a space that does not break stands before the sign. */
export const writtenLevel = (level: number, language: Language): string =>
  language === "sv" ? `${level}\u00a0% konfidensintervall` : `${level}% confidence interval`;

/** A text made once for each language. */
export const inEachLanguage = (write: (language: Language) => string): Text => {
  const [sv, en] = languages.map(write);
  return { sv: sv ?? "", en: en ?? "" };
};
