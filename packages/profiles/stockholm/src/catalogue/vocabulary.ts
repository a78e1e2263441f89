import { any, conditions, type Vocabulary } from "@finsam/criteria";
import { eligibilityVocabulary } from "@finsam/eligibility";
import type { CodeList, Text } from "@finsam/model";
import { sig0Vocabulary } from "@finsam/sig0";
import { districts, referrers } from "../code-lists.ts";

const labels = ({ codes }: CodeList): Readonly<Record<string, Text>> =>
  Object.fromEntries(codes.map(({ id, label }) => [id, label]));

/** A yes-or-no fact by its label and by what is said of the person, in Swedish and English. */
const yesOrNo = (label: readonly [string, string], yes: readonly [string, string], no: readonly [string, string]) =>
  ({
    type: "boolean",
    label: { sv: label[0], en: label[1] },
    phrases: { yes: { sv: yes[0], en: yes[1] }, no: { sv: no[0], en: no[1] } },
  }) as const;

/** One that is told with "är" and "is", as its label is. */
const being = (sv: string, en: string) =>
  yesOrNo([sv, en], [`är ${sv}`, `is ${en}`], [`är inte ${sv}`, `is not ${en}`]);

/** One that is told with "har" and "has", as its label is. */
const having = (sv: string, en: string) =>
  yesOrNo([sv, en], [`har ${sv}`, `has ${en}`], [`har inte ${sv}`, `does not have ${en}`]);

/**
 * What the target groups of the catalogue ask for besides the facts of the rules. All are stated by the person or the referrer, and none
 * is a diagnosis. Who refers and the kind of income support are not among them: no target group may depend on those.
 */
export const catalogueVocabulary = {
  sex: {
    type: "code",
    label: { sv: "kön", en: "sex" },
    codes: { woman: { sv: "kvinna", en: "woman" }, man: { sv: "man", en: "man" }, other: { sv: "annat", en: "other" } },
    missing: ["unknown"],
    phrases: { is: { sv: "är {value}", en: "is a {value}" }, asks: { sv: "personens kön", en: "the person's sex" } },
  },
  district: {
    type: "code",
    label: { sv: "stadsdel", en: "district" },
    codes: labels(districts),
    phrases: {
      is: { sv: "bor i {value}", en: "lives in {value}" },
      asks: { sv: "i vilken stadsdel personen bor", en: "in which district the person lives" },
    },
  },
  longTermSickListed: being("långtidssjukskriven", "on long-term sick leave"),
  inPsychiatricCare: having("kontakt med psykiatrin", "contact with psychiatric care"),
  inPsychosisCare: having("kontakt med psykosvården", "contact with psychosis care"),
  mentalIllHealth: having("psykisk ohälsa", "mental ill health"),
  migrationStress: having("migrationsstress", "migration stress"),
  coOccurringConditions: having("samsjuklighet", "co-occurring conditions"),
  complexNeeds: having("komplexa behov", "complex needs"),
  newlyArrived: being("nyanländ", "newly arrived"),
  quotaRefugee: yesOrNo(
    ["kvotflykting", "quota refugee"],
    ["är kvotflykting", "is a quota refugee"],
    ["är inte kvotflykting", "is not a quota refugee"],
  ),
  worksOrStudies: yesOrNo(
    ["arbete eller studier", "work or studies"],
    ["arbetar eller studerar", "works or studies"],
    ["varken arbetar eller studerar", "neither works nor studies"],
  ),
  unemployed: being("arbetslös", "unemployed"),
  monthsUnemployed: {
    type: "number",
    label: { sv: "tid som arbetslös", en: "time unemployed" },
    unit: { sv: "månader", en: "months" },
    phrases: {
      is: { sv: "har varit arbetslös i {value}", en: "has been unemployed for {value}" },
      asks: { sv: "hur länge personen har varit arbetslös", en: "how long the person has been unemployed" },
      measure: { sv: "tiden som arbetslös", en: "the time unemployed" },
    },
  },
  childrenAtHome: having("barn hemma", "children at home"),
  onParentalLeave: being("föräldraledig", "on parental leave"),
  studiesSwedishForImmigrants: yesOrNo(
    ["studier i svenska för invandrare (sfi)", "studies of Swedish for immigrants (SFI)"],
    ["läser svenska för invandrare", "studies Swedish for immigrants"],
    ["läser inte svenska för invandrare", "does not study Swedish for immigrants"],
  ),
  inMunicipalFollowUpOfYoung: yesOrNo(
    ["kommunala aktivitetsansvaret", "the municipality's responsibility for young people (aktivitetsansvaret)"],
    ["omfattas av kommunala aktivitetsansvaret", "is covered by the municipality's responsibility for young people"],
    [
      "omfattas inte av kommunala aktivitetsansvaret",
      "is not covered by the municipality's responsibility for young people",
    ],
  ),
  hoursPerWeekPossible: {
    type: "number",
    label: { sv: "tid som personen klarar att delta", en: "time that the person can take part" },
    unit: { sv: "timmar i veckan", en: "hours a week" },
    phrases: {
      is: { sv: "klarar att delta {value}", en: "can take part {value}" },
      asks: {
        sv: "hur många timmar i veckan personen klarar att delta",
        en: "how many hours a week the person can take part",
      },
      measure: { sv: "tiden", en: "the time" },
    },
  },
  currentInterventions: {
    type: "codes",
    label: { sv: "pågående insatser", en: "current interventions" },
    codes: {
      aktivitetsplatsen: { sv: "Aktivitetsplatsen", en: "Aktivitetsplatsen" },
      "finsam-team": { sv: "FINSAM-team", en: "FINSAM team" },
    },
    phrases: {
      is: { sv: "deltar i {value}", en: "takes part in {value}" },
      asks: { sv: "vilka insatser personen deltar i", en: "which interventions the person takes part in" },
    },
  },
} satisfies Vocabulary;

/** The conditions that target groups are built of. */
export const person = conditions({ ...eligibilityVocabulary, ...sig0Vocabulary, ...catalogueVocabulary });

/** Psychosis care is psychiatry, also where only the one is known. */
export const inPsychiatry = any(person.inPsychiatricCare.is(true), person.inPsychosisCare.is(true));

/** What preconditions ask for about an application, apart from the facts about the person. */
export const applicationFacts = {
  checklistDone: yesOrNo(
    ["checklista", "checklist"],
    ["har gått igenom checklistan", "has gone through the checklist"],
    ["har inte gått igenom checklistan", "has not gone through the checklist"],
  ),
  collaborationMeetings: {
    type: "codes",
    label: { sv: "genomförda samverkansmöten", en: "collaboration meetings held" },
    codes: {
      "finsam-team": { sv: "FINSAM-team", en: "FINSAM team" },
      "sip-meeting": { sv: "SIP-möte", en: "SIP meeting" },
      "joint-mapping": { sv: "gemensam kartläggning", en: "joint mapping" },
    },
    phrases: {
      is: { sv: "har deltagit i {value}", en: "has taken part in {value}" },
      asks: { sv: "vilka samverkansmöten som har hållits", en: "which collaboration meetings have been held" },
    },
  },
  fiaDone: yesOrNo(
    ["Förutsättningar inför arbete (FIA)", "preconditions for work (FIA)"],
    ["har genomfört Förutsättningar inför arbete (FIA)", "has completed Förutsättningar inför arbete (FIA)"],
    ["har inte genomfört Förutsättningar inför arbete (FIA)", "has not completed Förutsättningar inför arbete (FIA)"],
  ),
  referrer: {
    type: "code",
    label: { sv: "remittent", en: "referrer" },
    codes: labels(referrers),
    missing: ["unknown"],
    phrases: {
      is: { sv: "kommer från {value}", en: "comes from {value}" },
      asks: { sv: "varifrån anmälan kommer", en: "where the application comes from" },
    },
  },
} satisfies Vocabulary;

/** The conditions that preconditions are built of. */
export const application = conditions(applicationFacts);
