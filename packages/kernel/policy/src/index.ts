export { at, type Dated, NoVersionCovers, type Timeline, timelineOf } from "./dated.ts";
export {
  ExitReasonResult,
  ParameterValue,
  Profile,
  type ProfileProblem,
  profileJsonSchema,
  readProfile,
} from "./profile.ts";
export { RegisterLayout } from "./register-layout.ts";
export { Band, ReportLayout } from "./report-layout.ts";
export { assess, outcomeOf, type ResolvedRule, ruleAt, UnknownRule } from "./rule-at.ts";
