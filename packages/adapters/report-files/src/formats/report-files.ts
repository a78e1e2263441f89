import type { Report } from "@finsam/gender-reporting";
import type { Language } from "@finsam/model";
import * as z from "zod";
import { findingsJson, findingsJsonSchema } from "../findings-json.ts";
import { jsonText } from "../json-document.ts";
import type { PageFindings } from "../page-findings.ts";
import { reportHtml } from "../report-html.ts";
import { reportJson, reportJsonSchema } from "../report-json.ts";
import { reportJsonStat } from "./json-stat.ts";
import { reportPx } from "./px.ts";
import { reportSpreadsheet } from "./spreadsheet.ts";
import { reportCsv } from "./table-csv.ts";

/** The formats that a report is written in. */
export const ReportFormat = z.enum(["html", "json", "xlsx", "csv", "json-stat", "px"]);
export type ReportFormat = z.infer<typeof ReportFormat>;

/** A file of a report: where it lies in the report's folder, and what it holds. */
export interface ReportFile {
  /** With `/` between folder and name. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What may be chosen for the files of a report. */
export interface ReportFilesOptions {
  readonly language: Language;
  /** All when left out. */
  readonly formats?: readonly ReportFormat[];
  /** What the page and `findings.json` say of the report besides its tables. */
  readonly findings?: PageFindings;
}

/**
 * The files of a report: `report.html`, `report.json` with `report.schema.json`, `report.xlsx`, `report.json-stat.json`, and a CSV and a
 * PX file for each table in folders of their own. With findings also `findings.json` and its schema, beside `report.json`.
 *
 * @example
 * ```ts
 * import { buildReport, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { reportFiles } from "@finsam/report-files";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * const files = await reportFiles(report, { language: "sv", formats: ["json", "csv"] });
 * files.map(({ path }) => path).slice(0, 3); // => ["report.json", "report.schema.json", "csv/participants.csv"]
 * ```
 */
export async function reportFiles(
  report: Report,
  { language, formats = ReportFormat.options, findings }: ReportFilesOptions,
): Promise<readonly ReportFile[]> {
  const made: Readonly<Record<ReportFormat, () => Promise<readonly ReportFile[]>>> = {
    html: async () => [{ path: "report.html", content: await reportHtml(report, language, findings) }],
    json: async () => [
      { path: "report.json", content: reportJson(report) },
      { path: "report.schema.json", content: jsonText(reportJsonSchema()) },
      ...(findings === undefined
        ? []
        : [
            { path: "findings.json", content: findingsJson(report, findings) },
            { path: "findings.schema.json", content: jsonText(findingsJsonSchema()) },
          ]),
    ],
    xlsx: async () => [{ path: "report.xlsx", content: await reportSpreadsheet(report, language) }],
    csv: async () => reportCsv(report, language).map(({ id, csv }) => ({ path: `csv/${id}.csv`, content: csv })),
    "json-stat": async () => [{ path: "report.json-stat.json", content: jsonText(reportJsonStat(report, language)) }],
    px: async () => reportPx(report, language).map(({ id, px }) => ({ path: `px/${id}.px`, content: px })),
  };
  const files = [];
  for (const format of ReportFormat.options) if (formats.includes(format)) files.push(...(await made[format]()));
  return files;
}
