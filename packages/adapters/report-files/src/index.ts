export { reportHtml } from "./report-html.ts";
export { reportJson, reportJsonSchema } from "./report-json.ts";
