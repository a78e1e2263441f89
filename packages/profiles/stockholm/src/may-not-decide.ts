import type { Vocabulary } from "@finsam/criteria";
import type { CodeList, Text } from "@finsam/model";
import type { MayNotDecide } from "@finsam/policy";
import { referrers, support } from "./code-lists.ts";

const codesOf = ({ codes }: CodeList): Readonly<Record<string, Text>> =>
  Object.fromEntries(codes.filter(({ id }) => id !== "unknown").map(({ id, label }) => [id, label]));

/** Facts that are known of people and that no rule may depend on: they are named so that a rule which does is found. */
export const notDecidingVocabulary = {
  incomeSupport: {
    type: "codes",
    label: { sv: "försörjning", en: "income support" },
    codes: codesOf(support),
    phrases: {
      is: { sv: "har {value}", en: "has {value}" },
      asks: { sv: "vilken försörjning personen har", en: "which income support the person has" },
    },
  },
  referrer: {
    type: "code",
    label: { sv: "remittent", en: "referrer" },
    codes: { ...codesOf(referrers), unknown: { sv: "uppgift saknas", en: "not stated" } },
    missing: ["unknown"],
    phrases: {
      is: { sv: "är remitterad av {value}", en: "is referred by {value}" },
      asks: { sv: "vem som har remitterat personen", en: "who has referred the person" },
    },
  },
} satisfies Vocabulary;

/** The no-quota principle, as the members of the local collaboration group put it. */
export const mayNotDecide: MayNotDecide = {
  facts: ["incomeSupport", "referrer"],
  reason: {
    sv: "Platser ges efter individens behov, inte efter vilken ersättning eller vilken kontakt med en myndighet individen har.",
    en: "Places are given by the individual's need, not by which benefit or which contact with an authority the individual has.",
  },
  citation: { source: "jarva-meeting-2023" },
};
