import type { Vocabulary } from "@finsam/criteria";

/**
 * The facts that decide whether someone belongs to a target group. All are stated by the person or the referrer: where someone lives
 * is not derived from the population register, since a person with protected registration may be registered elsewhere
 * (folkbokföringslagen 16 §), and ill health and disability carry no diagnosis.
 */
export const eligibilityVocabulary = {
  birthDate: { type: "date", label: { sv: "födelsedatum", en: "date of birth" } },
  age: {
    type: "completedYears",
    since: "birthDate",
    label: { sv: "ålder", en: "age" },
    phrases: {
      is: { sv: "är {value}", en: "is {value} old" },
      asks: { sv: "hur gammal personen är", en: "how old the person is" },
      measure: { sv: "åldern", en: "the age" },
    },
  },
  residentMunicipality: {
    type: "code",
    label: { sv: "bostadskommun", en: "municipality of residence" },
    codes: {},
    phrases: {
      is: { sv: "bor i kommun {value}", en: "lives in municipality {value}" },
      asks: { sv: "i vilken kommun personen bor", en: "in which municipality the person lives" },
    },
  },
  illHealth: {
    type: "boolean",
    label: { sv: "ohälsa", en: "ill health" },
    phrases: {
      yes: { sv: "har ohälsa", en: "has ill health" },
      no: { sv: "har inte ohälsa", en: "does not have ill health" },
    },
  },
  disability: {
    type: "boolean",
    label: { sv: "funktionsnedsättning", en: "disability" },
    phrases: {
      yes: { sv: "har en funktionsnedsättning", en: "has a disability" },
      no: { sv: "har inte någon funktionsnedsättning", en: "does not have a disability" },
    },
  },
  needsCoordinatedRehabilitation: {
    type: "boolean",
    label: { sv: "behov av samordnad rehabilitering", en: "need of coordinated rehabilitation" },
    phrases: {
      yes: { sv: "har behov av samordnad rehabilitering", en: "needs coordinated rehabilitation" },
      no: { sv: "har inte behov av samordnad rehabilitering", en: "does not need coordinated rehabilitation" },
    },
  },
} as const satisfies Vocabulary;
