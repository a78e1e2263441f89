export {
  type BooleanConditions,
  type CodeConditions,
  type CodesConditions,
  type Conditions,
  conditions,
  type OrderedConditions,
} from "./conditions.ts";
export { conditionsIn } from "./conditions-in.ts";
export { Cited, Comparison, Condition, Criterion, Parameter } from "./criterion.ts";
export { type CriterionProblem, criterionProblems } from "./criterion-problems.ts";
export { CriterionTooLarge, tooLarge } from "./criterion-size.ts";
export { evaluate } from "./evaluate.ts";
export { type Explanation, explain } from "./explain.ts";
export { all, any, not, parameter, rule } from "./join-criteria.ts";
export type { Setting } from "./known-fact.ts";
export { allOf, anyOf, Outcome, opposite, outcomeLabels } from "./outcome.ts";
export type { Reason } from "./reason.ts";
export { ReasonCode } from "./reason-code.ts";
export { FactDefinition, FactName, type FactProblem, readFacts, Vocabulary } from "./vocabulary.ts";
export { whatWouldMake } from "./what-would-make.ts";
