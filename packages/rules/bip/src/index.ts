export { bip, bipIndicators } from "./bip.ts";
export { bipSources } from "./bip-sources.ts";
export { type CaseWorkerChange, caseWorkerChanges } from "./case-worker-changes.ts";
export { type Change, type ChangeObstacle, change } from "./change.ts";
export { type ChangeCounts, changes, countChanges, type PersonChange } from "./changes.ts";
export { type Fidelity, fidelity } from "./fidelity.ts";
export { ipsFidelityScale } from "./ips-fidelity-scale.ts";
export { checkMeasurement, type MeasurementFinding, type MeasurementFindingCode } from "./measurement-check.ts";
export { type ProgressRow, type PublishedBySex, progressBySex } from "./progress-by-sex.ts";
export { type Round, type Series, type SeriesOptions, type Step, series, type Trend } from "./series.ts";
export {
  type ResponseRate,
  responseRate,
  type SurveyAnswer,
  type SurveyResult,
  surveyResults,
} from "./survey-results.ts";
