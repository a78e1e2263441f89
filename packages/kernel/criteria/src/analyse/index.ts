export { askNext, type NextQuestions, type Questions, type SettledOutcome } from "./ask-next.ts";
export { decidedBy } from "./decided-by.ts";
export { findPerson } from "./find-person.ts";
export { type IdlePart, partsThatNeverMatter } from "./never-matters.ts";
export { type Leaf, leavesOf, type Path } from "./parts.ts";
export { type FactRegions, type Region, regionsOf } from "./regions.ts";
export { type Division, division, type Relation, relate } from "./relate.ts";
export { AnalysisTooLarge } from "./too-large.ts";
