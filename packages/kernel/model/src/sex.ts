import * as z from "zod";
import type { Text } from "./text.ts";

/** The codes of sex, in the order every table keeps: women, men, other, unknown. */
export const sexes = ["woman", "man", "other", "unknown"] as const;

/** One of the {@link sexes}. */
export const Sex = z.enum(sexes);
export type Sex = z.infer<typeof Sex>;

/**
 * Where a sex code comes from: `legal-sex` (kön enligt folkbokföringen, from a register or an identity number) or `self-reported`
 * (asked in a survey). `other` exists only as `self-reported`.
 */
export const SexBasis = z.enum(["legal-sex", "self-reported"]);
export type SexBasis = z.infer<typeof SexBasis>;

/** What tables and sentences call each sex. */
export const sexLabels: Readonly<Record<Sex, Text>> = {
  woman: { sv: "Kvinnor", en: "Women" },
  man: { sv: "Män", en: "Men" },
  other: { sv: "Annat", en: "Other" },
  unknown: { sv: "Uppgift saknas", en: "Unknown" },
};
