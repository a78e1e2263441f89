import { Text } from "@finsam/model";
import * as z from "zod";

/**
 * The ways in which printed figures can contradict each other. `findingKinds` has a sentence on each.
 *
 * @example
 * ```ts
 * import { FindingKind } from "@finsam/gender-reporting";
 *
 * FindingKind.options.length; // => 6
 * ```
 */
export const FindingKind = z.enum([
  "row-parts-differ-from-total",
  "column-parts-differ-from-whole",
  "part-above-whole",
  "percentage-differs-from-counts",
  "percentage-truncated",
  "percentages-above-100",
]);

/** The way in which printed figures contradict each other. */
export type FindingKind = z.infer<typeof FindingKind>;

/**
 * A sentence on each kind of finding: when it is reported.
 *
 * @example
 * ```ts
 * import { findingKinds } from "@finsam/gender-reporting";
 *
 * findingKinds["part-above-whole"].en; // => "A part is larger than its whole."
 * ```
 */
export const findingKinds: Readonly<Record<FindingKind, Text>> = {
  "row-parts-differ-from-total": {
    sv: "Delarna på en rad (kvinnor, män, annat, okänt) ger inte den tryckta totalen.",
    en: "The parts of a row (women, men, other, unknown) do not give the printed total.",
  },
  "column-parts-differ-from-whole": {
    sv: "Kategorierna i en tabell där var och en räknas en gång ger inte helheten i samma kolumn.",
    en: "The categories of a table that counts each once do not give the whole in the same column.",
  },
  "part-above-whole": {
    sv: "En del är större än sin helhet.",
    en: "A part is larger than its whole.",
  },
  "percentage-differs-from-counts": {
    sv: "Andelen är en annan än den som de tryckta antalen ger.",
    en: "The percentage is another than the one the printed counts give.",
  },
  "percentage-truncated": {
    sv: "Andelen är avkortad i stället för avrundad.",
    en: "The percentage was cut off instead of rounded.",
  },
  "percentages-above-100": {
    sv: "Andelarna i en tabell där var och en räknas en gång ger mer än 100 procent, mer än avrundning kan förklara.",
    en: "The percentages of a table that counts each once add up to more than 100, more than rounding can explain.",
  },
};

/**
 * The column of a printed table that a finding is about: one of the sexes, the total or the percentage.
 *
 * @example
 * ```ts
 * import { FindingColumn } from "@finsam/gender-reporting";
 *
 * FindingColumn.options; // => ["woman", "man", "other", "unknown", "total", "percent"]
 * ```
 */
export const FindingColumn = z.enum(["woman", "man", "other", "unknown", "total", "percent"]);

/** The column of a printed table that a finding is about. */
export type FindingColumn = z.infer<typeof FindingColumn>;

/**
 * A place where printed figures contradict each other. Nothing is repaired: which of the figures is wrong is for people
 * to find out.
 *
 * `actual` is what is printed, `expected` what the other printed figures give, `difference` is actual − expected; counts,
 * or per cent in the column `percent`. A finding about a whole table has the category `all`, and its `actual` is the sum
 * over the printed categories. Where a part is above its whole, `expected` is the whole: the most the part could be.
 *
 * @example
 * ```ts
 * import { checkPrintedFigures, Finding } from "@finsam/gender-reporting";
 *
 * const participants = { section: "work-training", table: "participants", category: "all", women: 33, men: 18, total: 52 };
 * checkPrintedFigures([participants]).every((finding) => Finding.safeParse(finding).success); // => true
 * ```
 */
export const Finding = z.strictObject({
  section: z.string().min(1),
  table: z.string().min(1),
  category: z.string().min(1),
  kind: FindingKind,
  column: FindingColumn,
  expected: z.number(),
  actual: z.number(),
  difference: z.number(),
  message: Text,
});

/** A place where printed figures contradict each other, as the schema of the same name describes it. */
export type Finding = Readonly<z.infer<typeof Finding>>;
