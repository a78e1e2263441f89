export { type SicknessBenefitIncome, sicknessBenefitIncome } from "./sickness-benefit-income.ts";
export { sig0, sig0Jarva, sig0JarvaOver12Months } from "./sig0.ts";
export { sig0Vocabulary } from "./sig0-vocabulary.ts";
