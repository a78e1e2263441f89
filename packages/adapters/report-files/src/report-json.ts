import {
  Base,
  CellShares,
  Disagreement,
  Finding,
  PublishedCounts,
  Report,
  Row,
  Section,
  Share,
  Table,
} from "@finsam/gender-reporting";
import { Text } from "@finsam/model";
import type * as z from "zod";
import { documentSchema, jsonText } from "./json-document.ts";

/**
 * The report as a JSON document: two spaces a level, the keys in the order of the schema whatever order they came in, a line break at
 * the end. The same report always gives the same bytes.
 *
 * @throws ZodError when the value is no report.
 * @example
 * ```ts
 * import { buildReport, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { reportJson } from "@finsam/report-files";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * reportJson(report).split("\n")[1]; // => '  "format": "finsam-report/2",'
 * ```
 */
export const reportJson = (report: Report): string => jsonText(Report.parse(report));

/**
 * The JSON schema (2020-12) of {@link reportJson}, for readers in other languages. The package also holds it as the file
 * `@finsam/report-files/report.schema.json`.
 *
 * @example
 * ```ts
 * import { reportJsonSchema } from "@finsam/report-files";
 * reportJsonSchema().title; // => "Yearly report of a coordination association, by sex"
 * ```
 */
export const reportJsonSchema = (): z.core.JSONSchema.BaseSchema =>
  documentSchema("Yearly report of a coordination association, by sex", Report, {
    Text,
    PublishedCounts,
    Share,
    CellShares,
    Row,
    Base,
    Table,
    Section,
    Finding,
    Disagreement,
  });
