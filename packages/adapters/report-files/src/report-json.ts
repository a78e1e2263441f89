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
import { CalendarDate, Text } from "@finsam/model";
import * as z from "zod";

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
export const reportJson = (report: Report): string => `${JSON.stringify(Report.parse(report), null, 2)}\n`;

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
export function reportJsonSchema(): z.core.JSONSchema.BaseSchema {
  const named = z.registry<{ id: string }>();
  const parts = { Text, PublishedCounts, Share, CellShares, Row, Base, Table, Section, Finding, Disagreement };
  for (const [id, schema] of Object.entries(parts)) named.add(schema, { id });
  const schema = z.toJSONSchema(Report, {
    metadata: named,
    override: ({ zodSchema, jsonSchema }) => {
      // The rule that the day exists cannot be said in JSON schema, the form can.
      if (zodSchema === CalendarDate) jsonSchema.pattern = "^\\d{4}-\\d{2}-\\d{2}$";
    },
  });
  return { title: "Yearly report of a coordination association, by sex", ...schema };
}
