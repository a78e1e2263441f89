import type { Vocabulary } from "@finsam/criteria";

/**
 * The facts that decide whether someone is SIG 0. Sickness benefit income (sjukpenninggrundande inkomst, SGI) is `none`, `some` or
 * `unknown`; unknown is missing, not none.
 */
export const sig0Vocabulary = {
  workCapacityReducedByIllness: {
    type: "boolean",
    label: { sv: "nedsatt arbetsförmåga på grund av sjukdom", en: "work capacity reduced by illness" },
    phrases: {
      yes: {
        sv: "har nedsatt arbetsförmåga på grund av sjukdom",
        en: "has a reduced work capacity because of illness",
      },
      no: {
        sv: "har inte nedsatt arbetsförmåga på grund av sjukdom",
        en: "does not have a reduced work capacity because of illness",
      },
    },
  },
  sicknessBenefitIncome: {
    type: "code",
    label: { sv: "sjukpenninggrundande inkomst", en: "income that qualifies for sickness benefit" },
    codes: { none: { sv: "ingen", en: "none" }, some: { sv: "finns", en: "some" } },
    missing: ["unknown"],
    phrases: {
      is: { sv: "{value}", en: "{value}" },
      asks: {
        sv: "om personen har någon sjukpenninggrundande inkomst",
        en: "whether the person has an income that qualifies for sickness benefit",
      },
      names: {
        none: {
          sv: "saknar sjukpenninggrundande inkomst",
          en: "has no income that qualifies for sickness benefit",
        },
        some: {
          sv: "har en sjukpenninggrundande inkomst",
          en: "has an income that qualifies for sickness benefit",
        },
      },
    },
  },
  monthsOfSocialAssistance: {
    type: "number",
    label: { sv: "tid med ekonomiskt bistånd", en: "time with social assistance" },
    unit: { sv: "månader", en: "months" },
    phrases: {
      is: { sv: "har haft ekonomiskt bistånd i {value}", en: "has had social assistance for {value}" },
      asks: {
        sv: "hur länge personen har haft ekonomiskt bistånd",
        en: "how long the person has had social assistance",
      },
      measure: { sv: "tiden med ekonomiskt bistånd", en: "the time with social assistance" },
    },
  },
} as const satisfies Vocabulary;
