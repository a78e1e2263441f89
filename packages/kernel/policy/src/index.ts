export { analyseProfile } from "./analyse/analyse-profile.ts";
export { ProfileAnalysis, ProfileFinding, ProfileFindingCode } from "./analyse/profile-finding.ts";
export { at, type Dated, NoVersionCovers, type Timeline, timelineOf } from "./dated.ts";
export { extendPolicy, PolicyOverlay } from "./extend-policy.ts";
export { type FailedVector, failingVectors, type Judge, type Judgement } from "./failing-vectors.ts";
export {
  ExitReasonResult,
  ParameterValue,
  Profile,
  type ProfileProblem,
  profileJsonSchema,
  type ReadProfile,
  readProfile,
} from "./profile.ts";
export { RegisterLayout } from "./register-layout.ts";
export { Band, ReportLayout } from "./report-layout.ts";
export { assess, outcomeOf, type ResolvedRule, RuleOrigin, ruleAt, UnknownRule, WrongFacts } from "./rule-at.ts";
export { ruleVectors } from "./rule-vectors.ts";
export { formatVectors, type Vector, VectorDocument, vectorsJsonSchema } from "./vector-document.ts";
