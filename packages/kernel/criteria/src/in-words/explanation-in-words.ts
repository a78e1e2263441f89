import { definitionOf } from "../definition-of.ts";
import type { Explanation } from "../explain.ts";
import { statedFactBehind } from "../known-fact.ts";
import type { Reason } from "../reason.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { type FactInWords, factsInWords } from "./fact-in-words.ts";
import type { Clause, Words } from "./words.ts";

/** How many alternatives, each of several facts, a listener can take in. */
const mostTold = 4;

/** One reason in a sentence or two: what is known, and what is asked for. */
export function reasonInWords(reason: Reason, vocabulary: Vocabulary, words: Words): string {
  return factsInWords([reason], vocabulary, words)
    .flatMap((fact) => factSentences(fact, words))
    .join(" ");
}

/** An explanation as a paragraph: the outcome, what decides it, what is not known, and what would make the criteria met. */
export function explanationInWords(
  explanation: Explanation,
  vocabulary: Vocabulary,
  ways: readonly (readonly Reason[])[],
  words: Words,
): string {
  const { outcome, because } = explanation;
  const inWords = (reasons: readonly Reason[]) => factsInWords(reasons, vocabulary, words);
  const told = waysWorthTelling(explanation, ways).map(inWords);
  const decides =
    outcome === "undetermined"
      ? openSentences(explanation, inWords(because), told.length > 0, vocabulary, words)
      : decidingSentences(explanation, inWords, told.length > 0, words);
  return [words.outcomes[outcome], ...decides, ...waySentences(explanation, inWords(because), told, words)].join(" ");
}

/** What is known of a fact together with what is asked of it. */
function factSentences({ reasons, known, question, required }: FactInWords, words: Words): readonly string[] {
  if (known === undefined)
    return [words.sentence.notKnown([question]), ...required.map((clause) => sentence([clause], words))];
  if (required.length === 0) return [sentence([known], words)];
  // After a subject that is the same, "but has to be" needs no subject of its own.
  const sameSubject = required.every(({ subject }) => subject === known.subject);
  const asked = sameSubject
    ? words.and(required.map(({ predicate }) => predicate))
    : clausesInWords(required, words.and);
  const join = reasons.some(({ outcome }) => outcome === "notMet") ? words.sentence.fitsNot : words.sentence.fits;
  return [capitalised(join(clausesInWords([known], words.and), asked))];
}

/** What keeps an outcome open: what is known in part, and what is not known at all. */
function openSentences(
  { missing }: Explanation,
  facts: readonly FactInWords[],
  waysFollow: boolean,
  vocabulary: Vocabulary,
  words: Words,
): readonly string[] {
  const inPart = facts.filter(({ known }) => known !== undefined);
  const unknown = facts.filter(({ known }) => known === undefined);
  const needed = missing.filter((name) =>
    inPart.some(({ reasons }) => reasons.some(({ fact }) => statedFactBehind(fact, vocabulary) === name)),
  );
  const labels = needed.map((name) => definitionOf(vocabulary, name)?.label[words.language] ?? name);
  return [
    ...(waysFollow ? plainly(inPart, words) : inPart.flatMap((fact) => factSentences(fact, words))),
    ...(needed.length === 0 ? [] : [words.sentence.closerAnswer(labels)]),
    ...(unknown.length === 0 ? [] : [words.sentence.notKnown(unknown.map(({ question }) => question))]),
    ...(waysFollow ? [] : requirements(unknown, words)),
  ];
}

/** What decides a settled outcome: together, or each alone, or some together with one of several. */
function decidingSentences(
  { because, decidedBy }: Explanation,
  inWords: (reasons: readonly Reason[]) => readonly FactInWords[],
  waysFollow: boolean,
  words: Words,
): readonly string[] {
  const facts = inWords(because);
  const [only] = facts;
  const { decideTogether, decideAlone, oneIsEnough } = words.sentence;
  const asked = waysFollow ? [] : requirements(facts, words);
  if (only !== undefined && facts.length === 1) return waysFollow ? plainly(facts, words) : factSentences(only, words);

  const sets = decidedBy.map((set) => inWords(set.flatMap((number) => because[number] ?? [])));
  const { common, rest } = factored(sets);
  const needed = common.length > 1 ? [decideTogether(common.length, listed(common, words))] : plainly(common, words);
  // Two conditions may be met by what is known of one fact; that is told once.
  const alternatives = [...new Map(rest.map((set) => [listed(set, words), set])).values()];
  if (alternatives.length < 2) return [...needed, ...plainly(alternatives.flat(), words), ...asked];
  const told = isOneEach(alternatives)
    ? listed(alternatives.flat(), words)
    : firstOf(
        alternatives.map((set) => listed(set, words)),
        words,
      ).join("; ");
  const alone = common.length === 0 ? decideAlone : oneIsEnough;
  return [...needed, alone(alternatives.length, told), ...asked];
}

/** What would make the criteria met. */
function waySentences(
  { outcome }: Explanation,
  because: readonly FactInWords[],
  ways: readonly (readonly FactInWords[])[],
  words: Words,
): readonly string[] {
  if (ways.length === 0) return [];
  const [fact] = because;
  const [reason] = fact?.reasons ?? [];
  const onlyAnswer = ways.length === 1 && because.length === 1 && fact?.reasons.length === 1 && reason?.op === "is";
  if (outcome === "undetermined" && onlyAnswer)
    return [(reason.limit === true) !== reason.negated ? words.sentence.ifSo : words.sentence.ifNot];

  const { common, rest } = factored(ways);
  const conditions = (facts: readonly FactInWords[], join: (listed: readonly string[]) => string) =>
    clausesInWords(
      facts.flatMap(({ condition }) => condition),
      join,
    );
  const besides = isOneEach(rest)
    ? conditions(rest.flat(), words.or)
    : words.oneOfSeveral(
        firstOf(
          rest.map((set) => conditions(set, words.and)),
          words,
        ),
      );
  return [words.sentence.metIf(conditions(common, words.and), besides)];
}

/** The ways to meet the criteria that are open still, unless they say no more than what decides. */
function waysWorthTelling(
  { outcome, because }: Explanation,
  ways: readonly (readonly Reason[])[],
): readonly (readonly Reason[])[] {
  if (outcome === "met") return [];
  const possible = ways.filter(
    (way) => outcome === "notMet" || way.every((reason) => reason.outcome === "undetermined"),
  );
  const [only] = possible;
  const nothingNew = possible.length === 1 && only?.every((reason) => isAmong(because, reason)) === true;
  return nothingNew && outcome === "notMet" ? [] : possible;
}

const isAmong = (reasons: readonly Reason[], { fact, op, negated, limit }: Reason): boolean =>
  reasons.some(
    (one) =>
      one.fact === fact &&
      one.op === op &&
      one.negated === negated &&
      JSON.stringify(one.limit) === JSON.stringify(limit),
  );

/** What all sets have in common, and what each has besides. Nothing is left over when one set is all there is. */
function factored(sets: readonly (readonly FactInWords[])[]): {
  readonly common: readonly FactInWords[];
  readonly rest: readonly (readonly FactInWords[])[];
} {
  const [first = [], ...others] = sets;
  const holds = (set: readonly FactInWords[], fact: FactInWords): boolean =>
    set.some(({ reasons }) => sameReasons(reasons, fact.reasons));
  const common = first.filter((fact) => others.every((set) => holds(set, fact)));
  const rest = sets.map((set) => set.filter((fact) => !holds(common, fact)));
  return { common, rest: rest.filter((set) => set.length > 0) };
}

const isOneEach = (sets: readonly (readonly FactInWords[])[]): boolean => sets.every((set) => set.length === 1);

const firstOf = (told: readonly string[], words: Words): readonly string[] =>
  told.length <= mostTold ? told : [...told.slice(0, mostTold), words.andMore(told.length - mostTold)];

const sameReasons = (some: readonly Reason[], others: readonly Reason[]): boolean =>
  some.length === others.length && some.every((reason) => isAmong(others, reason));

const requirements = (facts: readonly FactInWords[], words: Words): readonly string[] =>
  facts.flatMap(({ required }) => required.map((clause) => sentence([clause], words)));

const plainly = (facts: readonly FactInWords[], words: Words): readonly string[] =>
  facts.length === 0 ? [] : [`${capitalised(listed(facts, words))}.`];

const listed = (facts: readonly FactInWords[], words: Words): string =>
  clausesInWords(
    facts.flatMap(({ known }) => known ?? []),
    words.and,
  );

const sentence = (clauses: readonly Clause[], words: Words): string =>
  `${capitalised(clausesInWords(clauses, words.and))}.`;

/** Clauses in a row; a subject that is the same as the one before is not said again. */
function clausesInWords(clauses: readonly Clause[], join: (listed: readonly string[]) => string): string {
  return join(
    clauses.map(({ subject, predicate }, index) =>
      subject === clauses[index - 1]?.subject ? predicate : `${subject} ${predicate}`,
    ),
  );
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
