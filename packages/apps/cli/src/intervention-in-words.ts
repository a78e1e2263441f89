import type { Vocabulary } from "@finsam/criteria";
import type { Language, SourceStatus, Text } from "@finsam/model";
import type { Focus, Profile } from "@finsam/policy";

/** What to call each focus. */
export const focusLabels: Readonly<Record<Focus, Text>> = {
  "job-focused": { sv: "jobbfokuserande", en: "job-focused" },
  competence: { sv: "kompetenshöjande", en: "competence" },
  health: { sv: "hälsorelaterad", en: "health" },
  social: { sv: "social", en: "social" },
};

/** A fact as a question, such as "i vilken stadsdel personen bor"; its label, where the vocabulary has no phrases for it. */
export function questionInWords(fact: string, vocabulary: Vocabulary, language: Language): string {
  const definition = vocabulary[fact];
  if (definition === undefined) return fact;
  if (definition.type === "boolean" && definition.phrases !== undefined)
    return `${{ sv: "om personen", en: "whether the person" }[language]} ${definition.phrases.yes[language]}`;
  const { phrases } = definition;
  return phrases !== undefined && "asks" in phrases ? phrases.asks[language] : definition.label[language];
}

/** Where a description comes from, and what to make of it. */
export function sourceInWords(
  { sources }: Profile,
  { citation, status }: { readonly citation: { readonly source: string }; readonly status: SourceStatus },
  language: Language,
): string {
  const { title, date } = sources[citation.source] ?? {};
  const named = [title?.[language] ?? citation.source, date].filter((part) => part !== undefined).join(", ");
  return status === "attested" ? `${named}.` : `${named} (${marks[status][language]}).`;
}

const marks: Readonly<Record<Exclude<SourceStatus, "attested">, Text>> = {
  unverified: { sv: "obekräftat för dagen", en: "unverified for the day" },
  announced: { sv: "planerat, inte bekräftat", en: "announced, not confirmed" },
};
