import type { Outcome } from "@finsam/criteria";
import { type Language, sexes, sexLabels } from "@finsam/model";
import type { RuleComparison } from "@finsam/policy/compare";
import { inColumns } from "./columns.ts";

type Counts = RuleComparison["people"];

/** A comparison of two rules as a table for a person to read. */
export function comparisonInWords(comparison: RuleComparison, language: Language): string {
  const words = wordsOf[language];
  const { before, on, changes, people, outcomes, moves, threshold } = comparison;
  const rows = [
    ["", ...sexes.map((sex) => sexLabels[sex][language]), words.total],
    [words.people, ...numbers(people)],
    ...outcomes.flatMap(({ outcome, before: now, after: then, difference }) => [
      [words.outcomes[outcome]],
      [`  ${words.before}`, ...numbers(now)],
      [`  ${words.after}`, ...numbers(then)],
      [`  ${words.difference}`, ...numbers(difference, signed)],
    ]),
    ...(moves.length === 0 ? [] : [[], [words.why]]),
    ...moves.flatMap(({ from, to, text, counts }, index) => [
      ...(from === moves[index - 1]?.from && to === moves[index - 1]?.to
        ? []
        : [[`${words.outcomes[from]} → ${words.outcomes[to]}`]]),
      [`  ${text[language]}`, ...numbers(counts)],
    ]),
  ];
  const isWithheld = [people, ...moves.map(({ counts }) => counts)].some(({ total }) => total === null);
  return [
    `${before.title[language]}, ${on} (${before.profile}, version ${before.version})`,
    ...(changes.length === 0 ? [words.same] : changes.map(({ text }) => `  ${text[language]}`)),
    "",
    inColumns(rows),
    "",
    ...(isWithheld ? [words.withheld(threshold)] : []),
    words.foot,
  ].join("\n");
}

const numbers = (counts: Counts, spell: (count: number) => string = String): readonly string[] =>
  [...sexes, "total" as const].map((column) => {
    const count = counts[column];
    return count === null ? ".." : spell(count);
  });

const signed = (count: number): string => (count > 0 ? `+${count}` : count < 0 ? `−${-count}` : "0");

interface Words {
  readonly people: string;
  readonly total: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly why: string;
  readonly same: string;
  readonly foot: string;
  readonly withheld: (threshold: number) => string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
}

const wordsOf: Readonly<Record<Language, Words>> = {
  sv: {
    people: "Personer",
    total: "Totalt",
    before: "nu",
    after: "med ändringen",
    difference: "fler eller färre",
    why: "Vilka som berörs, och varför",
    same: "  Värdena är de som redan gäller: inget ändras.",
    foot: "Beräkningen jämför med angivna kriterier. Beslut fattas av människor.",
    withheld: (threshold) => `.. visas inte: ett antal under ${threshold}, eller en summa med ett sådant.`,
    outcomes: { met: "Uppfyller kriterierna", notMet: "Uppfyller dem inte", undetermined: "Kan inte bedömas" },
  },
  en: {
    people: "People",
    total: "Total",
    before: "now",
    after: "with the change",
    difference: "more or fewer",
    why: "Who moves, and why",
    same: "  The values are those that hold already: nothing changes.",
    foot: "The calculation compares with stated criteria. Decisions are made by people.",
    withheld: (threshold) => `.. is withheld: a count under ${threshold}, or a sum with one in it.`,
    outcomes: { met: "Meet the criteria", notMet: "Do not meet them", undetermined: "Cannot be determined" },
  },
};
