import { CalendarDate, CodeId, Language, sexes, Text } from "@finsam/model";
import * as z from "zod";
import { Finding } from "./printed-figures/finding.ts";
import { Population } from "./table-spec.ts";

/** The columns of every table, in their order: the four sexes and their total. */
export const columns = [...sexes, "total"] as const;

/** One of the {@link columns}. */
export const Column = z.enum(columns);
export type Column = z.infer<typeof Column>;

const count = z.int().min(0).nullable();

/** The counts of a row as published. `null` says that the count is withheld, and nothing else. */
export const PublishedCounts = z.strictObject({ woman: count, man: count, other: count, unknown: count, total: count });
export type PublishedCounts = z.infer<typeof PublishedCounts>;

/** A share with the counts it is made of, and the whole per cent it rounds to (half up). */
export const Share = z.strictObject({
  numerator: z.int().min(0),
  denominator: z.int().min(1),
  percent: z.int().min(0),
});
export type Share = z.infer<typeof Share>;

/**
 * The shares of one cell. `ofBase`: of all in the base of the same column — of all women, of all men, of all. `sexDistribution`: of
 * all in the row; the total has none. The two are never mixed. A share is `null` where the base is empty or a count is withheld.
 */
export const CellShares = z.strictObject({
  /** The count of the cell is withheld, and every share with it. */
  withheld: z.literal(true).optional(),
  ofBase: Share.nullable(),
  sexDistribution: Share.nullable(),
});
export type CellShares = z.infer<typeof CellShares>;

/** One category of a table. */
export const Row = z.strictObject({
  category: CodeId,
  label: Text,
  counts: PublishedCounts,
  shares: z.strictObject({
    woman: CellShares,
    man: CellShares,
    other: CellShares,
    unknown: CellShares,
    total: CellShares,
  }),
});
export type Row = z.infer<typeof Row>;

/** What the shares of a table are shares of, and who in its population stands outside. */
export const Base = z.strictObject({
  population: Population,
  /** What is counted: participations (deltaganden), of which one person may have several. */
  unit: z.literal("participations"),
  /** Who is in the base, in words. */
  label: Text,
  counts: PublishedCounts,
  /** In the population and not in the base: no consent to be followed up. */
  notFollowed: PublishedCounts,
  /** In the population and not in the base: ended for a reason that says nothing about the intervention. */
  excluded: PublishedCounts,
});
export type Base = z.infer<typeof Base>;

/** One table of a report. */
export const Table = z.strictObject({
  id: CodeId,
  title: Text,
  base: Base,
  /** Whether one participation can stand in several rows; then the rows do not add up to the base. */
  multiple: z.boolean(),
  rows: z.array(Row).min(1),
});
export type Table = z.infer<typeof Table>;

/** The yearly report of an association by sex, as published: nothing in it points to a person. */
export const Report = z.strictObject({
  format: z.literal("finsam-report/1"),
  association: z.strictObject({ id: z.string(), name: Text, policyVersion: z.string(), language: Language }),
  year: z.int().min(1).max(9999),
  period: z.strictObject({ from: CalendarDate, to: CalendarDate }),
  /** Counts from 1 up to one less than this are withheld, and others that would give them away; 0 when nothing is. */
  threshold: z.int().min(0),
  tables: z.array(Table).min(1),
  /** What a reader must know to read the figures right. */
  notes: z.array(Text),
  /** What the checks of printed figures say about this report. */
  findings: z.array(Finding),
});
export type Report = z.infer<typeof Report>;
