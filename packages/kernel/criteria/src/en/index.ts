export { explainInWords, requirementInWords, say } from "./say.ts";
