import type { Language } from "@finsam/model";
import type { CheckDocument } from "./documents.ts";

/** So many explanations of one contradiction are listed for a person; all of them are in the JSON document. */
const listed = 12;

/** What was found in printed figures, for a person to read: each contradiction once, with what would explain it. */
export function checkInWords({ findings, openPercentages }: CheckDocument, lines: number, language: Language): string {
  const words = wordsOf[language];
  const explainedBefore = new Map<string, number>();
  const contradictions = findings.map((finding, index) => {
    const { section, table, category, message, explanations } = finding;
    const key = JSON.stringify(explanations);
    const before = explanations.length === 0 ? undefined : explainedBefore.get(key);
    if (before === undefined) explainedBefore.set(key, index);
    return [
      `${index + 1}. ${section}, ${table}, ${category}`,
      `   ${message[language]}`,
      ...(before === undefined ? explained(finding, index, language) : [`   ${words.sameAs(before + 1)}`]),
    ].join("\n");
  });
  const open = openPercentages.map(({ section, table, category, message }) =>
    [`– ${section}, ${table}, ${category}`, `  ${message[language]}`].join("\n"),
  );
  return [
    words.heading(findings.length, lines),
    ...contradictions,
    ...(open.length === 0 ? [] : [words.open(open.length), ...open]),
  ].join("\n\n");
}

function explained(
  { explanations, moreExplanations }: CheckDocument["findings"][number],
  index: number,
  language: Language,
): readonly string[] {
  const words = wordsOf[language];
  if (explanations.length === 0) return [`   ${words.noExplanation}`];
  const further = explanations.length - listed;
  return [
    `   ${explanations.length === 1 && !moreExplanations ? words.one : words.oneOf}`,
    ...explanations.slice(0, listed).map(({ message, resolves }) => {
      const others = resolves.filter((other) => other !== index).map((other) => other + 1);
      return `   – ${message[language]}${others.length === 0 ? "" : ` ${words.also(others.join(", "))}`}`;
    }),
    ...(further > 0 || moreExplanations ? [`   ${words.more(Math.max(0, further), moreExplanations)}`] : []),
  ];
}

const wordsOf = {
  sv: {
    heading: (count: number, lines: number) =>
      count === 0
        ? `Inga motsägelser i ${lines} rader.`
        : `${count} ${count === 1 ? "motsägelse" : "motsägelser"} i ${lines} rader. Vilken siffra som är fel avgör ni: förklaringarna är de minsta som hittades, och ingen är vald.`,
    one: "Minsta förklaringen:",
    oneOf: "Någon av dessa skulle förklara det:",
    also: (others: string) => `(Förklarar också ${others}.)`,
    sameAs: (number: number) => `Samma förklaringar som för ${number}.`,
    noExplanation: "Ingen förklaring hittades som ändrar högst tre siffror.",
    more: (further: number, unknown: boolean) =>
      unknown ? "Det kan finnas fler förklaringar." : `Och ${further} till (alla finns i --json).`,
    open: (count: number) =>
      `${count} ${count === 1 ? "andel" : "andelar"} som inte kan prövas, eftersom det inte framgår vad de är andelar av:`,
  },
  en: {
    heading: (count: number, lines: number) =>
      count === 0
        ? `No contradictions in ${lines} lines.`
        : `${count} ${count === 1 ? "contradiction" : "contradictions"} in ${lines} lines. Which figure is wrong is yours to tell: the explanations are the smallest found, and none is chosen.`,
    one: "The smallest explanation:",
    oneOf: "Any of these would explain it:",
    also: (others: string) => `(Explains ${others} too.)`,
    sameAs: (number: number) => `The same explanations as of ${number}.`,
    noExplanation: "No explanation was found that changes at most three figures.",
    more: (further: number, unknown: boolean) =>
      unknown ? "There may be more explanations." : `And ${further} more (all are in --json).`,
    open: (count: number) =>
      `${count} ${count === 1 ? "percentage" : "percentages"} that cannot be checked, because what they are percentages of is not known:`,
  },
} as const;
