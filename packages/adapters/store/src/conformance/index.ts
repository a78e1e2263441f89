export { type ConformanceResults, startConformanceResults } from "./results.ts";
export {
  type CaseResult,
  conformanceTopics,
  type StoreUnderTest,
  storeConformance,
  type TestRunner,
} from "./store-conformance.ts";
export type { Case, KeptRecords, Needs, Place, Topic } from "./topic.ts";
