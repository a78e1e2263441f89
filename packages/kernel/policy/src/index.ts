export { analyseProfile } from "./analyse/analyse-profile.ts";
export { ProfileAnalysis, ProfileFinding, ProfileFindingCode } from "./analyse/profile-finding.ts";
export { CategoryMerge, MergeableDimension, mergedBand } from "./category-merge.ts";
export { ComparisonRule, ConfidenceLevel } from "./comparison-rule.ts";
export { at, type Dated, NoVersionCovers, type Timeline, timelineOf } from "./dated.ts";
export { DisclosurePolicy, WithholdingCosts } from "./disclosure.ts";
export { ExitReasonResult, type ExitResultProblem, exitResultProblems } from "./exit-results.ts";
export { extendPolicy, PolicyOverlay } from "./extend-policy.ts";
export { type FailedVector, failingVectors, type Judge, type Judgement } from "./failing-vectors.ts";
export { FidelityBand, FidelityLayout, FidelityScale } from "./fidelity-scale.ts";
export { AccountsDue, ForecastRule, FundingPolicy, ShareRule } from "./funding-policy.ts";
export { FigureCounts, Goal, GoalFigure, GoalMeasure, Goals, GoalUnit } from "./goal.ts";
export { Indicator, Instrument, isOnScale, ReliableChange, Scale } from "./instrument.ts";
export {
  Focus,
  Intervention,
  InterventionCatalogue,
  InterventionDescription,
  InterventionTargetGroup,
} from "./intervention.ts";
export { CostKey, InterventionBudget } from "./intervention-budget.ts";
export { MayNotDecide } from "./may-not-decide.ts";
export { MeasuringPolicy } from "./measuring-policy.ts";
export {
  ContinuityChange,
  PathwayPolicy,
  PlanFollowUp,
  Process,
  ProcessLayout,
  Programme,
  ProgrammeGroup,
  ProgrammeLayout,
  ProgrammeMilestone,
} from "./pathway-policy.ts";
export {
  ParameterValue,
  Profile,
  type ProfileProblem,
  profileJsonSchema,
  type ReadProfile,
  readProfile,
} from "./profile.ts";
export { RegisterComparison } from "./register-comparison.ts";
export { RegisterLayout } from "./register-layout.ts";
export { Band, ReportLayout } from "./report-layout.ts";
export { assess, outcomeOf, type ResolvedRule, RuleOrigin, ruleAt, UnknownRule, WrongFacts } from "./rule-at.ts";
export { ruleVectors } from "./rule-vectors.ts";
export { AnswerScale, Survey, SurveyForm } from "./survey.ts";
export { targetGroupRuleId, targetGroupRules } from "./target-group-rules.ts";
export { UnlessStated } from "./unless-stated.ts";
export { formatVectors, type Vector, VectorDocument, vectorsJsonSchema } from "./vector-document.ts";
