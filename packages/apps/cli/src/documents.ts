import { Cited, Outcome, ReasonCode } from "@finsam/criteria";
import { DocumentFinding, LineReference, OpenPercentage } from "@finsam/gender-reporting";
import { CalendarDate, FactValue, Text } from "@finsam/model";
import { RuleOrigin } from "@finsam/policy";
import * as z from "zod";

/** Someone in the input who could not be assessed: the place in the array, and what is wrong with which fact. */
const RefusedPerson = z.strictObject({
  /** Place in the array, from 0. */
  index: z.int().min(0),
  id: z.string().optional(),
  problems: z.array(z.strictObject({ fact: z.string(), message: Text })).min(1),
});

/** What `finsam assess --json` prints. */
export const AssessDocument = z.strictObject({
  rule: z.string(),
  on: CalendarDate,
  policy: RuleOrigin,
  results: z.array(
    z.strictObject({
      id: z.string(),
      outcome: Outcome,
      /** The outcome, what decides it, what is not known and what it takes to be met, as a paragraph. */
      text: Text,
      because: z.array(
        z.strictObject({
          code: ReasonCode,
          fact: z.string(),
          value: FactValue.nullable(),
          op: z.string(),
          limit: z.unknown(),
          negated: z.boolean(),
          outcome: Outcome,
          cited: Cited.optional(),
          text: Text,
        }),
      ),
      /** Which reasons decide together, as numbers in `because`; several lists are alternatives. */
      decidedBy: z.array(z.array(z.int().min(0))),
      missing: z.array(z.string()),
    }),
  ),
  refused: z.array(RefusedPerson),
});
export type AssessDocument = z.infer<typeof AssessDocument>;

/** What `finsam check --json` prints. */
export const CheckDocument = z.strictObject({
  findings: z.array(DocumentFinding),
  /** Percentages that nothing could check, because their base is not known. */
  openPercentages: z.array(OpenPercentage),
  /** Lines that a link names and the file does not have. Such a link is not checked. */
  notPrinted: z.array(LineReference),
  /** Lines of the file that could not be read as printed figures. */
  refused: z.array(z.strictObject({ line: z.int().min(1), column: z.string().optional(), message: Text })),
});
export type CheckDocument = z.infer<typeof CheckDocument>;

/** What `finsam national-count --json` prints. */
export const NationalCountDocument = z.strictObject({
  format: z.literal("finsam-national-count/1"),
  association: z.strictObject({ id: z.string(), policyVersion: z.string() }),
  year: z.int(),
  /** Participations that went on in the year. */
  interventions: z.array(
    z.strictObject({ intervention: z.string(), label: Text, women: z.int().min(0), men: z.int().min(0) }),
  ),
  /** Those without consent: a national system holds nothing else of them. */
  onlyStartYearAndSex: z.int().min(0),
  /** What is in the register and not among the women and men above. */
  notExported: z.strictObject({
    sexNotAskedFor: z.int().min(0),
    interventionNotListed: z.int().min(0),
    notStarted: z.int().min(0),
    refusedRows: z.int().min(0),
  }),
});
export type NationalCountDocument = z.infer<typeof NationalCountDocument>;

/** A document as the text that a command prints. */
export const documentText = <Schema extends z.ZodType>(schema: Schema, document: z.input<Schema>): string =>
  `${JSON.stringify(schema.parse(document), null, 2)}\n`;
