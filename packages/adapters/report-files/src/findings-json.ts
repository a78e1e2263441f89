import {
  CostBySex,
  DifferenceOverYears,
  GoalResult,
  LeftOutStratum,
  Reached,
  type Report,
  ReportDifferences,
  SexDifference,
  Share,
  StandardisedDifference,
  TableDifferences,
  WeighedStratum,
} from "@finsam/gender-reporting";
import { Citation, Text } from "@finsam/model";
import * as z from "zod";
import { documentSchema, jsonText } from "./json-document.ts";

/**
 * What is said of a report besides its tables, as a document of its own: the differences between women and men, what became of the goals,
 * the money, and the change over the years. What was not worked out is left out.
 */
export const FindingsDocument = z.strictObject({
  format: z.literal("finsam-findings/1"),
  association: z.strictObject({ id: z.string(), policyVersion: z.string() }),
  year: z.int().min(1).max(9999),
  /** `differencesOf`. */
  differences: ReportDifferences.optional(),
  /** `resultsWithinInterventions` and `resultsWithin`: is a difference one of the mix? */
  within: z
    .strictObject({
      intervention: StandardisedDifference.optional(),
      ageAtStart: StandardisedDifference.optional(),
      education: StandardisedDifference.optional(),
      referrer: StandardisedDifference.optional(),
    })
    .optional(),
  /** `goalsOf`. */
  goals: z.array(GoalResult).readonly().optional(),
  /** `costsOf`. */
  costs: z.array(CostBySex).readonly().optional(),
  /** `differencesOverYears` of this report and an earlier one. */
  overYears: DifferenceOverYears.optional(),
});
export type FindingsDocument = z.infer<typeof FindingsDocument>;

/** What is said of a report, without what report it is. */
export type ReportFindings = Readonly<Omit<FindingsDocument, "format" | "association" | "year">>;

/**
 * What is said of a report as a JSON document, beside {@link reportJson}: the same bytes for the same findings, keys in the order of the
 * schema. The functions that work it out use what the report publishes and figures of the association itself, so that it tells no more.
 *
 * @throws ZodError when a part does not fit its schema.
 * @example
 * ```ts
 * import { buildReport, goalsOf, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { FindingsDocument, findingsJson } from "@finsam/report-files";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * const document = FindingsDocument.parse(JSON.parse(findingsJson(report, { goals: goalsOf(report, stockholm) })));
 * [document.format, document.year, document.goals?.length]; // => ["finsam-findings/1", 2021, 19]
 * ```
 */
export function findingsJson({ association, year }: Report, findings: ReportFindings): string {
  const { id, policyVersion } = association;
  const { differences, within, goals, costs, overYears } = findings;
  const said = { differences, within, goals, costs, overYears };
  return jsonText(
    FindingsDocument.parse({ format: "finsam-findings/1", association: { id, policyVersion }, year, ...said }),
  );
}

/**
 * The JSON schema (2020-12) of {@link findingsJson}. The package also holds it as the file `@finsam/report-files/findings.schema.json`.
 *
 * @example
 * ```ts
 * import { findingsJsonSchema } from "@finsam/report-files";
 * findingsJsonSchema().title; // => "What is said of a yearly report besides its tables"
 * ```
 */
export const findingsJsonSchema = (): z.core.JSONSchema.BaseSchema =>
  documentSchema("What is said of a yearly report besides its tables", FindingsDocument, {
    Text,
    Share,
    Citation,
    SexDifference,
    TableDifferences,
    StandardisedDifference,
    WeighedStratum,
    LeftOutStratum,
    Reached,
    GoalResult,
    CostBySex,
  });
