export { type AuditedFigure, audit } from "./audit.ts";
export { type Protection, protect } from "./protect.ts";
export { type ProtectedReportOptions, protectedReport } from "./protected-report.ts";
export { roundCounts } from "./round-counts.ts";
export { ToldOtherwise } from "./told-otherwise.ts";
