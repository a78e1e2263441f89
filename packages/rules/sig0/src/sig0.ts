import { all, type Criterion, conditions, rule } from "@finsam/criteria";
import { sig0Vocabulary } from "./sig0-vocabulary.ts";

const { workCapacityReducedByIllness, sicknessBenefitIncome, monthsOfSocialAssistance } = conditions(sig0Vocabulary);

/**
 * SIG 0 (nollplacerad, SGI 0), as all sources share it: work capacity reduced by illness, and no income that qualifies for sickness
 * benefit. No duration of the illness is asked for: no source has one.
 *
 * Sources: slides of Samordningsförbundet Stockholms stad of 2023-05-12, its web page on ended interventions (2017–2020), and the final
 * report of Järva stadsdelsförvaltning 2024, which paraphrases the viljeinriktning of 2016.
 */
export const sig0: Criterion = all(workCapacityReducedByIllness.is(true), sicknessBenefitIncome.is("none"));

/**
 * SIG 0 as Järva has it: also long-term social assistance (ekonomiskt bistånd), 10 months or more, and in need of coordinated
 * rehabilitation, which is the rule `finsam`.
 *
 * Source: final report of Järva stadsdelsförvaltning 2024: the four criteria, and "(10 månader eller mer)".
 */
export const sig0Jarva: Criterion = all(rule("sig0"), monthsOfSocialAssistance.atLeast(10), rule("finsam"));

/**
 * The same with the other threshold that the report prints for long-term: more than 12 months.
 *
 * Source: the same report, the figures on women and men with assistance for more than 12 months.
 */
export const sig0JarvaOver12Months: Criterion = all(
  rule("sig0"),
  monthsOfSocialAssistance.moreThan(12),
  rule("finsam"),
);
