export { eligibilityVocabulary } from "./eligibility-vocabulary.ts";
export { finsamGroup, targetGroup } from "./target-group.ts";
