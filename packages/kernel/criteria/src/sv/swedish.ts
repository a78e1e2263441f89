import type { KnownDate, Words } from "../in-words/words.ts";

const months = [
  "januari",
  "februari",
  "mars",
  "april",
  "maj",
  "juni",
  "juli",
  "augusti",
  "september",
  "oktober",
  "november",
  "december",
] as const;
const numbers = [
  "noll",
  "en",
  "två",
  "tre",
  "fyra",
  "fem",
  "sex",
  "sju",
  "åtta",
  "nio",
  "tio",
  "elva",
  "tolv",
] as const;

const numberFormat = new Intl.NumberFormat("sv", { maximumFractionDigits: 20 });
const disjunction = new Intl.ListFormat("sv", { type: "disjunction" });
const conjunction = new Intl.ListFormat("sv", { type: "conjunction" });

const date = ({ year, month, day }: KnownDate): string =>
  [...(day === undefined ? [] : ["den", day]), ...(month === undefined ? [] : [months[month - 1]]), year].join(" ");

const count = (things: number): string => numbers[things] ?? String(things);

/** Swedish. An association decides on nobody's rights, so nothing here is granted or refused (lag 2003:1210, 7 §). */
export const swedish: Words = {
  language: "sv",
  outcomes: {
    met: "Personen uppfyller de angivna kriterierna.",
    notMet: "Personen uppfyller inte de angivna kriterierna.",
    undetermined: "Det går ännu inte att säga om personen uppfyller de angivna kriterierna.",
  },
  person: "personen",
  factCalled: (label) => `uppgiften ”${label}”`,
  is: (value) => `är ${value}`,
  hasToBe: (requirement) => `ska vara ${requirement}`,
  isEmpty: "är tom",
  isNot: (yes) => ({ subject: "personen inte", predicate: yes }),
  criterionIsFor: (predicate, negated) => ({
    subject: "kriteriet",
    predicate: `gäller ${negated ? "inte " : ""}den som ${predicate}`,
  }),
  otherThanPerson: "det inte är så att personen",
  yes: "ja",
  no: "nej",
  not: (listed) => `inte ${listed}`,
  number: (value) => numberFormat.format(value),
  years: "år",
  between: (lowest, highest) => `${lowest} till ${highest}`,
  date,
  onDate: (known) => (known.month !== undefined && known.day === undefined ? `i ${date(known)}` : date(known)),
  comparisons: { atLeast: "minst", moreThan: "mer än", atMost: "högst", lessThan: "mindre än" },
  dateComparisons: { atLeast: "tidigast", moreThan: "efter", atMost: "senast", lessThan: "före" },
  and: (listed) => conjunction.format(listed),
  or: (listed) => disjunction.format(listed),
  oneOfSeveral: (sets) => sets.join(", eller också "),
  andMore: (more) => `och ${count(more)} till`,
  sentence: {
    fits: (known, required) => `${known}, och ${required}.`,
    fitsNot: (known, required) => `${known}, men ${required}.`,
    notKnown: (questions) => `Det är inte känt ${disjunction.format(questions)}.`,
    closerAnswer: (labels) => `Det behövs en närmare uppgift om ${conjunction.format(labels)}.`,
    decideTogether: (things, facts) => `${capital(count(things))} saker avgör tillsammans: ${facts}.`,
    decideAlone: (things, facts) => `${capital(count(things))} saker avgör var för sig: ${facts}.`,
    oneIsEnough: (things, facts) => `Dessutom gäller ${count(things)} saker, av vilka en hade räckt: ${facts}.`,
    metIf: (conditions, besides) =>
      conditions === "" || besides === ""
        ? `Kriterierna uppfylls om ${conditions}${besides}.`
        : `Kriterierna uppfylls om ${conditions}, och om ${besides}.`,
    ifSo: "Om det är så uppfylls kriterierna.",
    ifNot: "Om det inte är så uppfylls kriterierna.",
  },
  questions: {
    whether: (yes) => `om personen ${yes}`,
    whatIs: (label) => `vad som gäller för ”${label}”`,
  },
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
