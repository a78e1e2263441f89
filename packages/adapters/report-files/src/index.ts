export { FindingsDocument, findingsJson, findingsJsonSchema, type ReportFindings } from "./findings-json.ts";
export { type JsonStatCollection, type JsonStatDataset, reportJsonStat } from "./formats/json-stat.ts";
export { reportPx } from "./formats/px.ts";
export { type ReportFile, type ReportFilesOptions, ReportFormat, reportFiles } from "./formats/report-files.ts";
export { reportSpreadsheet } from "./formats/spreadsheet.ts";
export { reportCsv } from "./formats/table-csv.ts";
export type { PageFindings } from "./page-findings.ts";
export { reportHtml } from "./report-html.ts";
export { reportJson, reportJsonSchema } from "./report-json.ts";
