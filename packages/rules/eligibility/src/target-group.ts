import { all, any, type Criterion, conditions, parameter } from "@finsam/criteria";
import { eligibilityVocabulary } from "./eligibility-vocabulary.ts";

const { age, residentMunicipality, illHealth, disability, needsCoordinatedRehabilitation } =
  conditions(eligibilityVocabulary);

/**
 * The target group (målgrupp) of an association: of the right age on the reference date, living in its area, with ill health or a
 * disability. The limits are `lowest-age`, `highest-age` and `municipalities` of the profile; both ages are included, so the highest
 * counts until the next birthday. It never asks for the kind of income support or for who refers (the no-quota principle).
 *
 * Source: Samordningsförbundet Stockholms stad, slides of 2023-05-12.
 */
export const targetGroup: Criterion = all(
  age.between(parameter("lowest-age"), parameter("highest-age")),
  residentMunicipality.isOneOf(parameter("municipalities")),
  any(illHealth.is(true), disability.is(true)),
);

/**
 * The general group of financial coordination: individuals in need of coordinated rehabilitation. The act sets no age.
 *
 * Source: lag (2003:1210) om finansiell samordning av rehabiliteringsinsatser, 2 §.
 */
export const finsamGroup: Criterion = needsCoordinatedRehabilitation.is(true);
