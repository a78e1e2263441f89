import { type Explanation, Outcome, outcomeLabels } from "@finsam/criteria";
import * as english from "@finsam/criteria/en";
import * as swedish from "@finsam/criteria/sv";
import { type CatalogueMatch, type InterventionMatch, preconditionsOf } from "@finsam/interventions";
import type { Facts, Text } from "@finsam/model";
import type { Focus, Profile } from "@finsam/policy";
import { focusLabels, questionInWords, sourceInWords } from "./intervention-in-words.ts";
import type { Session } from "./session.ts";

/** Someone who was matched with a catalogue, and what is known of their application. */
export interface MatchedPerson {
  readonly id: string;
  readonly application: Facts;
  readonly match: CatalogueMatch;
}

/** What is done and what is not before an application, in both languages. */
export const stepsInBoth = ({ because }: Explanation, { catalogue }: Profile): Text => {
  const facts = catalogue?.applicationFacts ?? {};
  return {
    sv: because.map((reason) => swedish.say(reason, facts)).join(" "),
    en: because.map((reason) => english.say(reason, facts)).join(" "),
  };
};

/** The interventions for people in words, in one language. */
export function matchesInWords(
  matched: readonly MatchedPerson[],
  profile: Profile,
  on: string,
  { language }: Session,
): string {
  const { head, foot } = words[language];
  const people = matched.flatMap((one) => personInWords(one, profile, language));
  return [head(profile, on), ...people, foot].join("\n\n");
}

function personInWords(
  { id, application, match }: MatchedPerson,
  profile: Profile,
  language: Session["language"],
): readonly string[] {
  const { on, needs, matches, questions, notThen } = match;
  const { needed, ask, notThat } = words[language];
  const groups = Outcome.options
    .toSorted((a, b) => order[a] - order[b])
    .map((outcome) => ({ outcome, of: matches.filter((match) => match.outcome === outcome) }))
    .filter(({ of }) => of.length > 0);
  const asked = questions.slice(0, mostQuestions).map(({ fact, interventions }) => {
    return `${questionInWords(fact, profile.vocabulary, language)} (${interventions.length})`;
  });
  return [
    needs.length === 0 ? id : `${id} (${needed}: ${focusesInWords(needs, language)})`,
    ...groups.map(({ outcome, of }) =>
      [
        `${capital(outcomeLabels[outcome][language])}:`,
        ...of.flatMap((one) =>
          matchInWords(one, preconditionsOf(profile, one.intervention, application, on), profile, language),
        ),
      ].join("\n"),
    ),
    ...(asked.length === 0 ? [] : [`${ask} ${asked.join("; ")}.`]),
    ...(notThen.length === 0 ? [] : [notThat(notThen.length)]),
  ];
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const order: Readonly<Record<Outcome, number>> = { met: 0, undetermined: 1, notMet: 2 };

/** How many questions a listener can take in. */
const mostQuestions = 3;

function matchInWords(
  match: InterventionMatch,
  steps: Explanation | null,
  profile: Profile,
  language: Session["language"],
): readonly string[] {
  const { name, explanation, targetGroup, judgement, setAside, askNext, needsCovered, intakePaused, description } =
    match;
  const { forWhom, notStated, read, judge, aside, next, covers, paused, before, source } = words[language];
  const reasons = explanation === null ? [] : reasonsInWords(explanation, profile, language);
  const inTurn = askNext.map((fact) => questionInWords(fact, profile.vocabulary, language));
  const mark = (part: "targetGroup" | "focus") =>
    description.value.inferred?.includes(part) === true ? ` ${read}` : "";
  const lines = [
    targetGroup === null ? notStated : `${forWhom}${mark("targetGroup")}: ${targetGroup[language]}.`,
    ...reasons,
    ...(judgement.length === 0 ? [] : [`${judge}: ${judgement.map((text) => text[language]).join("; ")}.`]),
    // With one thing open, the reason has said what to ask.
    ...(inTurn.length === 0 || explanation === null || explanation.because.length < 2
      ? []
      : [`${next} ${inTurn.join(", ")}.`]),
    ...(needsCovered.length === 0 ? [] : [`${covers}${mark("focus")}: ${focusesInWords(needsCovered, language)}.`]),
    ...(intakePaused ? [paused] : []),
    // Who does not belong to the target group needs no steps towards it.
    ...(steps === null || match.outcome === "notMet"
      ? []
      : [`${before[steps.outcome]} ${stepsInBoth(steps, profile)[language]}`]),
    ...setAside.map((text) => `${aside}: ${text[language]}`),
    `${source}: ${sourceInWords(profile, description, language)}`,
  ];
  return [`  ${name[language]}`, ...new Set(lines.map((line) => `    ${line}`))];
}

/** Why, without the sentence on the outcome: the interventions stand under it already. */
function reasonsInWords(explanation: Explanation, { vocabulary }: Profile, language: Session["language"]) {
  const { explainInWords } = { sv: swedish, en: english }[language];
  const outcome = explainInWords({ ...explanation, because: [], decidedBy: [], missing: [] }, {});
  const reasons = explainInWords(explanation, vocabulary).slice(outcome.length).trim();
  return reasons === "" ? [] : [reasons];
}

const focusesInWords = (focuses: readonly Focus[], language: Session["language"]): string =>
  focuses.map((focus) => focusLabels[focus][language]).join(", ");

const words = {
  sv: {
    head: ({ id, version }: Profile, on: string) => `Insatser ${on} (profil ${id}, version ${version})`,
    needed: "behov",
    forWhom: "Till för",
    read: "(tolkat ur källan)",
    notStated: "Ingen källa säger vilka insatsen är till för.",
    judge: "Bedöms av människor",
    aside: "Frågas inte efter",
    next: "Fråga härnäst:",
    covers: "Täcker behov",
    paused: "Intaget är pausat.",
    before: {
      met: "Inför ansökan är allt gjort.",
      notMet: "Inför ansökan återstår något.",
      undetermined: "Inför ansökan behövs uppgifter.",
    },
    source: "Källa",
    ask: "Det som avgör i flest insatser:",
    notThat: (count: number) => `${count} insatser i katalogen gällde inte den dagen.`,
    foot: "Ordnat efter utfall, behov och hur lite som återstår att ta reda på. Vem som remitterar och vilken försörjning någon har spelar ingen roll.\nListan jämför med angivna kriterier. Beslut fattas av människor.",
  },
  en: {
    head: ({ id, version }: Profile, on: string) => `Interventions on ${on} (profile ${id}, version ${version})`,
    needed: "needs",
    forWhom: "For",
    read: "(read into the source)",
    notStated: "No source says whom it is for.",
    judge: "For people to judge",
    aside: "Not asked for",
    next: "Ask next:",
    covers: "Works on needs",
    paused: "The intake is paused.",
    before: {
      met: "Before the application all is done.",
      notMet: "Before the application something is left to do.",
      undetermined: "Before the application facts are needed.",
    },
    source: "Source",
    ask: "What decides in most interventions:",
    notThat: (count: number) => `${count} interventions of the catalogue were not there on that day.`,
    foot: "Ordered by outcome, needs and how little is left to find out. Who refers, and which income support somebody has, has no part in it.\nThe list compares with stated criteria. Decisions are made by people.",
  },
} as const;
