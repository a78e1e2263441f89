import type { KnownDate, Words } from "../in-words/words.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const numbers = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
] as const;

const numberFormat = new Intl.NumberFormat("en", { maximumFractionDigits: 20 });
const disjunction = new Intl.ListFormat("en-GB", { type: "disjunction" });
const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

const date = ({ year, month, day }: KnownDate): string =>
  [...(day === undefined ? [] : [day]), ...(month === undefined ? [] : [months[month - 1]]), year].join(" ");

const count = (things: number): string => numbers[things] ?? String(things);

/** English. An association decides on nobody's rights, so nothing here is granted or refused (FINSAM act, 2003:1210, 7 §). */
export const english: Words = {
  language: "en",
  outcomes: {
    met: "The person meets the stated criteria.",
    notMet: "The person does not meet the stated criteria.",
    undetermined: "It cannot yet be said whether the person meets the stated criteria.",
  },
  person: "the person",
  factCalled: (label) => `the fact “${label}”`,
  is: (value) => `is ${value}`,
  hasToBe: (requirement) => `has to be ${requirement}`,
  isEmpty: "is empty",
  isNot: (_, no) => ({ subject: "the person", predicate: no }),
  criterionIsFor: (predicate, negated) => ({
    subject: "the criterion",
    predicate: `is ${negated ? "not " : ""}for someone who ${predicate}`,
  }),
  otherThanPerson: "it is not so that the person",
  yes: "yes",
  no: "no",
  not: (listed) => `not ${listed}`,
  number: (value) => numberFormat.format(value),
  years: "years",
  between: (lowest, highest) => `${lowest} to ${highest}`,
  date,
  onDate: (known) => `${known.day === undefined ? "in" : "on"} ${date(known)}`,
  comparisons: { atLeast: "at least", moreThan: "more than", atMost: "at most", lessThan: "less than" },
  dateComparisons: { atLeast: "no earlier than", moreThan: "after", atMost: "no later than", lessThan: "before" },
  and: (listed) => conjunction.format(listed),
  or: (listed) => disjunction.format(listed),
  oneOfSeveral: (sets) => sets.join(", or else "),
  andMore: (more) => `and ${count(more)} more`,
  sentence: {
    fits: (known, required) => `${known}, and ${required}.`,
    fitsNot: (known, required) => `${known}, but ${required}.`,
    notKnown: (questions) => `It is not known ${disjunction.format(questions)}.`,
    closerAnswer: (labels) => `More has to be known of the ${conjunction.format(labels)}.`,
    decideTogether: (things, facts) => `${capital(count(things))} things decide together: ${facts}.`,
    decideAlone: (things, facts) => `${capital(count(things))} things decide, each on its own: ${facts}.`,
    oneIsEnough: (things, facts) =>
      `${capital(count(things))} more things hold, of which one would have been enough: ${facts}.`,
    metIf: (conditions, besides) =>
      conditions === "" || besides === ""
        ? `The criteria are met if ${conditions}${besides}.`
        : `The criteria are met if ${conditions}, and if ${besides}.`,
    ifSo: "If so, the criteria are met.",
    ifNot: "If not, the criteria are met.",
  },
  questions: {
    whether: (yes) => `whether the person ${yes}`,
    whatIs: (label) => `what holds for “${label}”`,
  },
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
