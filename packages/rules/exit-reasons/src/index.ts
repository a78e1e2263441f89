export { checkExit, type ExitFinding, type ExitFindingCode } from "./exit-check.ts";
export { exitDestinations } from "./exit-destinations.ts";
export { ExitReasonRules, exitReasonRules } from "./exit-reason-rules.ts";
export { exitReasonSources } from "./exit-reason-sources.ts";
export { exitReasons } from "./exit-reasons.ts";
export type { ExitRecord } from "./exit-record.ts";
export {
  countExitResults,
  type ExitResult,
  type ExitResultCounts,
  exitResult,
  type NotCounted,
} from "./exit-result.ts";
export { returnedBeforeStart } from "./returned-before-start.ts";
