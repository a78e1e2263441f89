export { eligibilityVocabulary, finsamGroup, targetGroup } from "./target-group.ts";
