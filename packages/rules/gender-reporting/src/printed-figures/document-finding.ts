import { Text } from "@finsam/model";
import * as z from "zod";
import { Finding, FindingColumn, FindingKind, findingKinds } from "./finding.ts";
import { LineReference } from "./printed-document.ts";

/**
 * The ways in which the figures of a document can contradict each other: those within a table, and those between lines and tables.
 *
 * @example
 * ```ts
 * import { DocumentFindingKind } from "@finsam/gender-reporting";
 *
 * DocumentFindingKind.options.includes("repeated-figure-differs"); // => true
 * ```
 */
export const DocumentFindingKind = z.enum([
  ...FindingKind.options,
  "repeated-figure-differs",
  "same-population-differs",
  "sum-of-lines-differs",
  "percentage-fits-no-count",
]);

/** The way in which figures of a document contradict each other. */
export type DocumentFindingKind = z.infer<typeof DocumentFindingKind>;

/**
 * A sentence on each kind of finding in a document: when it is reported.
 *
 * @example
 * ```ts
 * import { documentFindingKinds } from "@finsam/gender-reporting";
 *
 * documentFindingKinds["percentage-fits-no-count"].en; // => "No count of the printed base gives the printed percentage."
 * ```
 */
export const documentFindingKinds: Readonly<Record<DocumentFindingKind, Text>> = {
  ...findingKinds,
  "repeated-figure-differs": {
    sv: "Samma siffra är tryckt flera gånger, med olika värden.",
    en: "The same figure is printed more than once, with different values.",
  },
  "same-population-differs": {
    sv: "Två tabeller räknar samma personer eller ärenden, men har olika antal.",
    en: "Two tables count the same people or cases, but print different counts.",
  },
  "sum-of-lines-differs": {
    sv: "Rader från flera tabeller ska tillsammans ge en annan rad, men gör det inte.",
    en: "Lines of several tables should make up another line together, but do not.",
  },
  "percentage-fits-no-count": {
    sv: "Inget antal av den tryckta basen ger den tryckta andelen.",
    en: "No count of the printed base gives the printed percentage.",
  },
};

/**
 * One figure that would be another. `printed` is null where the figure is not printed: then somebody is missing from the line. Any of
 * the `values`, least first, will do: all from `from` to `to`, which is null where there is no upper limit.
 *
 * @example
 * ```ts
 * import { FigureChange } from "@finsam/gender-reporting";
 *
 * const place = { section: "mia-vidare", table: "referrals", category: "all" };
 * FigureChange.safeParse({ ...place, column: "unknown", printed: null, values: [{ from: 1, to: 1 }] }).success; // => true
 * ```
 */
export const FigureChange = z.strictObject({
  ...LineReference.shape,
  category: z.string().min(1),
  column: FindingColumn,
  /** Where the line was read, if the document says so. */
  line: z.int().positive().optional(),
  printed: z.number().nonnegative().nullable(),
  values: z.array(z.strictObject({ from: z.number().nonnegative(), to: z.number().nonnegative().nullable() })).min(1),
});

/** One figure that would be another, as the schema of the same name describes it. */
export type FigureChange = Readonly<z.infer<typeof FigureChange>>;

/**
 * Figures that, changed together, would resolve a contradiction without making another. `resolves` has the numbers (from 0) of all
 * findings that would be gone.
 *
 * @example
 * ```ts
 * import { checkPrintedDocument, Explanation } from "@finsam/gender-reporting";
 *
 * const line = { section: "work-training", table: "participants", category: "all", women: 33, men: 18, total: 52 };
 * const [finding] = checkPrintedDocument({ format: "finsam-printed-figures/1", figures: [line] }).findings;
 * finding?.explanations.every((explanation) => Explanation.safeParse(explanation).success); // => true
 * ```
 */
export const Explanation = z.strictObject({
  changes: z.array(FigureChange).min(1),
  resolves: z.array(z.int().min(0)).min(1),
  message: Text,
});

/** Figures that would resolve a contradiction, as the schema of the same name describes it. */
export type Explanation = Readonly<z.infer<typeof Explanation>>;

/**
 * A contradiction in a document, with the smallest explanations that would resolve it: those that change or add the fewest figures, in
 * the order of the document. None is chosen. `moreExplanations` says that there may be further ones, because the list was cut or the search
 * was ended; without explanations it says that more than three figures would have to change, or that the search was ended.
 *
 * @example
 * ```ts
 * import { checkPrintedDocument, DocumentFinding } from "@finsam/gender-reporting";
 *
 * const line = { section: "work-training", table: "participants", category: "all", women: 33, men: 18, total: 52 };
 * const [finding] = checkPrintedDocument({ format: "finsam-printed-figures/1", figures: [line] }).findings;
 * DocumentFinding.safeParse(finding).success; // => true
 * finding?.explanations[0]?.message.en; // => "The number of women in the whole “participants” is printed 1 too low (33 instead of 34)."
 * ```
 */
export const DocumentFinding = z.strictObject({
  ...Finding.shape,
  kind: DocumentFindingKind,
  explanations: z.array(Explanation),
  moreExplanations: z.boolean(),
});

/** A contradiction in a document, as the schema of the same name describes it. */
export type DocumentFinding = Readonly<z.infer<typeof DocumentFinding>>;

/** A contradiction before it is explained. */
export type UnexplainedFinding = Omit<Finding, "kind"> & { readonly kind: DocumentFindingKind };

const BaseCandidate = z.strictObject({
  section: z.string().min(1),
  table: z.string().min(1),
  base: z.int().positive(),
  /** The counts of this base that give the printed percentage. */
  counts: z.strictObject({ from: z.int().min(0), to: z.int().min(0) }),
  /** Whether the percentage fits as rounded, or only if it was cut off. */
  fit: z.enum(["rounded", "truncated"]),
});

/**
 * A percentage whose base is not named, or not printed: no contradiction, but nothing can check it. `candidates` are the printed totals
 * of the document that it could be a percentage of, those of its own section first; all that fit, and none is chosen. A high base fits
 * any percentage, so a candidate proves nothing; a missing one does.
 *
 * @example
 * ```ts
 * import { checkPrintedDocument, OpenPercentage } from "@finsam/gender-reporting";
 *
 * const figures = [
 *   { section: "team", table: "ended", category: "all", total: 20 },
 *   { section: "team", table: "ended-by-result", category: "positive", percent: 30 },
 * ];
 * const [open] = checkPrintedDocument({ format: "finsam-printed-figures/1", figures }).openPercentages;
 * OpenPercentage.safeParse(open).success; // => true
 * open?.candidates.map(({ table, counts }) => [table, counts.from, counts.to]); // => [["ended", 6, 6]]
 * ```
 */
export const OpenPercentage = z.strictObject({
  section: z.string().min(1),
  table: z.string().min(1),
  category: z.string().min(1),
  percent: z.number().nonnegative(),
  /** The base that is named but not printed; null where none is named. */
  percentOf: z.string().nullable(),
  /** The printed count of the line; null where none is printed. */
  count: z.int().min(0).nullable(),
  candidates: z.array(BaseCandidate),
  message: Text,
});

/** A percentage whose base is not known, as the schema of the same name describes it. */
export type OpenPercentage = Readonly<z.infer<typeof OpenPercentage>>;
