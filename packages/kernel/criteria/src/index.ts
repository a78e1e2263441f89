export {
  type BooleanConditions,
  type CodeConditions,
  type CodesConditions,
  type Conditions,
  conditions,
  type OrderedConditions,
} from "./conditions.ts";
export { conditionsIn } from "./conditions-in.ts";
export {
  all,
  any,
  Cited,
  Comparison,
  Condition,
  Criterion,
  not,
  Parameter,
  parameter,
  rule,
} from "./criterion.ts";
export { type CriterionProblem, criterionProblems } from "./criterion-problems.ts";
export { evaluate } from "./evaluate.ts";
export { type Explanation, explain } from "./explain.ts";
export type { Setting } from "./known-fact.ts";
export { allOf, anyOf, Outcome, opposite, outcomeLabels } from "./outcome.ts";
export type { Reason } from "./reason.ts";
export { requirementText } from "./reason-text.ts";
export { FactDefinition, FactName, type FactProblem, readFacts, Vocabulary } from "./vocabulary.ts";
export { whatWouldMake } from "./what-would-make.ts";
