import { CalendarDate, CodeId, Language, Text } from "@finsam/model";
import { DisclosurePolicy } from "@finsam/policy";
import * as z from "zod";
import { Finding } from "./printed-figures/finding.ts";
import { Reconciliation } from "./reconcile/reconciliation.ts";
import { Division, Population } from "./table-spec.ts";

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
 * The rule by which every share in a report is rounded, once and at the end: half up to whole per cent, as the follow-up reports do
 * (S4). Inside, a share is always its two counts.
 */
export const Rounding = z.literal("half-up-to-whole-percent");
export type Rounding = z.infer<typeof Rounding>;

/**
 * The shares of one cell. `ofBase`: of all in the base of the same column — of all women, of all men, of all. `ofKnown`: of those in
 * the base whose answer is known; a row without an answer has none. `sexDistribution`: of all in the row; the total has none. The
 * kinds are never mixed. A share is `null` where its base is empty or a count is withheld.
 */
export const CellShares = z.strictObject({
  /** The count of the cell is withheld, and every share with it. */
  withheld: z.literal(true).optional(),
  ofBase: Share.nullable(),
  ofKnown: Share.nullable(),
  sexDistribution: Share.nullable(),
});
export type CellShares = z.infer<typeof CellShares>;

/** One category of a table. */
export const Row = z.strictObject({
  category: CodeId,
  label: Text,
  /** For a result: the exit reasons that it is made of, so that a reader can see that the tables agree. */
  madeOf: z.array(CodeId).optional(),
  /** For a result in a group: both by themselves. */
  within: z.strictObject({ result: z.enum(["positive", "not-positive"]), group: CodeId, label: Text }).optional(),
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
  /** What is counted: participations (deltaganden), of which one person may have several, or persons, nobody twice. */
  unit: z.enum(["participations", "persons"]),
  /** Who is in the base, in words. */
  label: Text,
  counts: PublishedCounts,
  /** Those in the base whose answer is known: neither missing nor too vague to tell. */
  known: PublishedCounts,
  /** In the population and not in the base: no consent to be followed up. */
  notFollowed: PublishedCounts,
  /** In the population and not in the base: ended for a reason that says nothing about the intervention. */
  excluded: PublishedCounts,
});
export type Base = z.infer<typeof Base>;

/** The day on which that which a table divides by is read. One concept has one day in every table. */
export const ReadingDay = z.enum(["first-day", "last-day", "referral"]);
export type ReadingDay = z.infer<typeof ReadingDay>;

/** The policy that a table was counted under. */
export const CountedUnder = z.strictObject({
  profile: z.string(),
  version: z.string(),
  /** The day whose versions of dated values were used. */
  on: CalendarDate,
});
export type CountedUnder = z.infer<typeof CountedUnder>;

/** One table of a report. */
export const Table = z.strictObject({
  id: CodeId,
  title: Text,
  /** The only intervention that the table is about; all when left out. */
  intervention: CodeId.optional(),
  /** `null` when no period limits the table: who has no start has none. */
  period: z.strictObject({ from: CalendarDate, to: CalendarDate }).nullable(),
  /** The day on which that which divides the table is read, in words too; `null` when nothing that changes over time divides it. */
  readOn: z.strictObject({ day: ReadingDay, label: Text }).nullable(),
  /** For results in groups: what makes the groups, and the day on which that is read. */
  within: z.strictObject({ by: Division, readOn: z.strictObject({ day: ReadingDay, label: Text }) }).optional(),
  policy: CountedUnder,
  /** Parts of the register that did not answer when the table was counted, by name: nobody in them is in the figures. */
  missing: z.array(Text).min(1).optional(),
  base: Base,
  /** Whether one participation can stand in several rows; then the rows do not add up to the base. */
  multiple: z.boolean(),
  rows: z.array(Row).min(1),
});
export type Table = z.infer<typeof Table>;

/** The tables of one intervention. */
export const Section = z.strictObject({ intervention: CodeId, label: Text, tables: z.array(Table).min(1) });
export type Section = z.infer<typeof Section>;

/** What is known of the register that a report was counted from. */
export const RegisterState = z.strictObject({
  /** Rows that were refused at the import and are in no figure. */
  refusedRows: z.int().min(0).optional(),
  /** The last day that the register tells of. */
  lastDay: CalendarDate.optional(),
});
export type RegisterState = z.infer<typeof RegisterState>;

/** The yearly report of an association by sex, as published: nothing in it points to a person. */
export const Report = z.strictObject({
  format: z.literal("finsam-report/2"),
  association: z.strictObject({ id: z.string(), name: Text, policyVersion: z.string(), language: Language }),
  year: z.int().min(1).max(9999),
  period: z.strictObject({ from: CalendarDate, to: CalendarDate }),
  /** Counts from 1 up to one less than this are withheld, and others that would give them away; 0 when nothing is. */
  threshold: z.int().min(0),
  /** How it was made sure that nobody is given away; left out when counts were withheld step by step, with a weaker promise. */
  disclosure: DisclosurePolicy.optional(),
  rounding: Rounding,
  register: RegisterState.optional(),
  /** The tables of the whole. */
  tables: z.array(Table).min(1),
  /** The tables of each intervention, where they were asked for. */
  sections: z.array(Section),
  /** Whether the published figures agree with each other. */
  reconciliation: Reconciliation,
  /** What a reader must know to read the figures right. */
  notes: z.array(Text),
  /** What the checks of printed figures say about this report. */
  findings: z.array(Finding),
});
export type Report = z.infer<typeof Report>;
