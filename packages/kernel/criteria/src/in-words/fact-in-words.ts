import { definitionOf } from "../definition-of.ts";
import type { Reason } from "../reason.ts";
import type { FactDefinition, Vocabulary } from "../vocabulary.ts";
import { choiceInWords, limitsInWords } from "./requirement-in-words.ts";
import { amountInWords, codeInWords, knownDate } from "./value-in-words.ts";
import type { Clause, Words } from "./words.ts";

/** One fact with all that is asked of it, in the pieces that sentences are made of. */
export interface FactInWords {
  readonly reasons: readonly Reason[];
  /** What is known of it; nothing when it is missing. */
  readonly known: Clause | undefined;
  /** What is not known when it is missing, as an indirect question. */
  readonly question: string;
  /** What is asked of it, where what is known does not say so itself: of a yes or no it does. */
  readonly required: readonly Clause[];
  /** What is asked of it, for use after "if". */
  readonly condition: readonly Clause[];
}

/** The facts that reasons are about, each with all its reasons, in the order in which they come. */
export function factsInWords(reasons: readonly Reason[], vocabulary: Vocabulary, words: Words): readonly FactInWords[] {
  const facts = [...new Set(reasons.map(({ fact }) => fact))];
  return facts.flatMap((fact) => {
    const asked = reasons.filter((reason) => reason.fact === fact);
    const [first] = asked;
    const definition = definitionOf(vocabulary, fact);
    return first === undefined
      ? []
      : [
          {
            reasons: asked,
            known: knownClause(first, definition, words),
            question: questionOn(first, definition, words),
            required: requirementsOf(first, asked, definition, words),
            condition: conditionsOf(first, asked, definition, words),
          },
        ];
  });
}

type Definition = FactDefinition | undefined;

function knownClause(reason: Reason, definition: Definition, words: Words): Clause | undefined {
  const { code, value } = reason;
  if (value === null) return undefined;
  switch (code) {
    case "yes":
    case "no":
      if (definition?.type === "boolean" && definition.phrases !== undefined)
        return { subject: words.person, predicate: definition.phrases[code][words.language] };
      return named(reason, definition, words, words.is(words[code]));
    case "code":
      return said(reason, definition, words, codeInWords(String(value), definition, words));
    case "codes": {
      const codes = Array.isArray(value) ? value.map((one) => codeInWords(one, definition, words)) : [];
      return said(reason, definition, words, words.and(codes));
    }
    case "no-codes":
      return named(reason, definition, words, words.isEmpty);
    case "amount":
    case "amount-between":
      return said(reason, definition, words, amountInWords(value, definition, words));
    case "date":
    case "date-in-part": {
      const date = knownDate(String(value));
      return said(reason, definition, words, words.onDate(date), words.date(date));
    }
    default:
      return undefined;
  }
}

function questionOn(reason: Reason, definition: Definition, words: Words): string {
  const phrases = definition?.phrases;
  if (phrases === undefined) return words.questions.whatIs(labelOf(reason, definition, words));
  return "yes" in phrases ? words.questions.whether(phrases.yes[words.language]) : phrases.asks[words.language];
}

function requirementsOf(
  first: Reason,
  asked: readonly Reason[],
  definition: Definition,
  words: Words,
): readonly Clause[] {
  switch (first.op) {
    case "is":
      return [];
    case "in":
    case "hasAny":
      // Who has one of the codes asked for has said it all.
      return asked
        .filter(({ negated, outcome }) => negated || outcome !== "met")
        .map(({ limit, negated }) => {
          const choice = choiceInWords(limit, definition, words);
          const predicate = predicateWith(choice, definition, words);
          if (predicate !== undefined) return words.criterionIsFor(predicate, negated);
          return named(first, definition, words, words.hasToBe(negated ? words.not(choice) : choice));
        });
    default:
      return [
        {
          subject: measureOf(first, definition, words),
          predicate: words.hasToBe(limitsInWords(asked, definition, words)),
        },
      ];
  }
}

function conditionsOf(
  first: Reason,
  asked: readonly Reason[],
  definition: Definition,
  words: Words,
): readonly Clause[] {
  switch (first.op) {
    case "is":
      return asked.map(({ limit, negated }) => {
        const isYes = (limit === true) !== negated;
        if (definition?.type !== "boolean" || definition.phrases === undefined)
          return named(first, definition, words, words.is(isYes ? words.yes : words.no));
        const { yes, no } = definition.phrases;
        return isYes
          ? { subject: words.person, predicate: yes[words.language] }
          : words.isNot(yes[words.language], no[words.language]);
      });
    case "in":
    case "hasAny":
      return asked.map(({ limit, negated }) => {
        const choice = choiceInWords(limit, definition, words);
        const predicate = predicateWith(choice, definition, words);
        if (predicate !== undefined) return { subject: negated ? words.otherThanPerson : words.person, predicate };
        return named(first, definition, words, words.is(negated ? words.not(choice) : choice));
      });
    default:
      return [
        { subject: measureOf(first, definition, words), predicate: words.is(limitsInWords(asked, definition, words)) },
      ];
  }
}

/** That the person has a value, in the phrases of the fact; or that the fact is the value. */
function said(reason: Reason, definition: Definition, words: Words, value: string, alone = value): Clause {
  const predicate = predicateWith(value, definition, words);
  return predicate === undefined
    ? named(reason, definition, words, words.is(alone))
    : { subject: words.person, predicate };
}

/** What follows "the person" for a value; nothing when the fact has no phrases for it. */
function predicateWith(value: string, definition: Definition, { language }: Words): string | undefined {
  const phrases = definition?.phrases;
  return phrases === undefined || "yes" in phrases ? undefined : phrases.is[language].split("{value}").join(value);
}

const named = (reason: Reason, definition: Definition, words: Words, predicate: string): Clause => ({
  subject: words.factCalled(labelOf(reason, definition, words)),
  predicate,
});

function measureOf(reason: Reason, definition: Definition, words: Words): string {
  const phrases = definition?.phrases;
  return phrases !== undefined && "measure" in phrases
    ? phrases.measure[words.language]
    : words.factCalled(labelOf(reason, definition, words));
}

const labelOf = ({ fact }: Reason, definition: Definition, { language }: Words): string =>
  definition?.label[language] ?? fact;
