export {
  type AskedOfPersons,
  type AskingOptions,
  askedOfPersons,
  type FactSyntax,
  type StatedFact,
} from "./asked-of-persons.ts";
export { type CountingPlan, type CountingSyntax, countingPlan, type PlannedGroups } from "./counting-plan.ts";
export { type GroupRow, outcomeGroups } from "./outcome-groups.ts";
export { type PersonCounting, type PersonQuery, personCounting } from "./person-counting.ts";
