export { type AskedCondition, askedConditions } from "./asked-conditions.ts";
export { compareRules } from "./compare-rules.ts";
export { addGroups, OutcomeGroup, startGrouping } from "./grouping.ts";
export { RuleComparison } from "./rule-comparison.ts";
