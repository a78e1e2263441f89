import type { Language, Sex } from "@finsam/model";
import { sexes, sexLabels } from "@finsam/model";
import { inColumns } from "./columns.ts";
import type { PersonProgressDocument, ProgressDocument } from "./commands/progress.ts";

type Row = ProgressDocument["rows"][number];
type Column = Sex | "total";
const directions = ["improved", "unchanged", "worsened"] as const;

/** Changes by indicator and respondent as tables for a person to read. */
export function progressInWords(document: ProgressDocument, language: Language): string {
  const { rows, threshold, on, instrument } = document;
  const words = wordsOf[language];
  const heading = `${instrument.title[language]}\n${words.upTo(on)}`;
  if (rows.length === 0) return [heading, words.nothing, ...findings(document, language)].join("\n\n");
  const tables = (["participant", "case-worker"] as const).flatMap((respondent) => {
    const own = rows.filter((row) => row.respondent === respondent);
    if (own.length === 0) return [];
    const shown = sexes.filter((sex) => sex === "woman" || sex === "man" || own.some(({ asked }) => asked[sex] !== 0));
    const lines = own.flatMap((row) => [
      [row.label[language]],
      ...[...shown, "total" as const].map((column) => line(row, column, language)),
    ]);
    const headings = ["", ...directions.map((direction) => words[direction]), words.undetermined];
    return [`${words.respondents[respondent]}\n${inColumns([headings, ...lines])}`];
  });
  const isWithheld = rows.some(({ asked, improved, unchanged, worsened, undetermined }) =>
    [asked, improved, unchanged, worsened, undetermined].some((one) => Object.values(one).includes(null)),
  );
  return [
    heading,
    ...tables,
    [words.base, ...(isWithheld ? [words.withheld(threshold)] : [])].join("\n"),
    ...findings(document, language),
  ].join("\n\n");
}

function line(row: Row, column: Column, language: Language): readonly string[] {
  const label = column === "total" ? wordsOf[language].total : sexLabels[column][language];
  return [
    `  ${label}`,
    ...directions.map((direction) => {
      const [count, share] = [row[direction][column], row.shares[direction][column]];
      if (count === null) return "..";
      return share === null ? String(count) : `${count} (${share.percent}${language === "sv" ? "\u00a0" : ""}%)`;
    }),
    row.undetermined[column] === null ? ".." : String(row.undetermined[column]),
  ];
}

/** The series of one person, for that person's own follow-up. */
export function seriesInWords(document: PersonProgressDocument, language: Language): string {
  const { series, caseWorkerChanges, instrument, on } = document;
  const words = wordsOf[language];
  const heading = `${instrument.title[language]}\n${words.upTo(on)}`;
  if (series.length === 0) return [heading, words.nothing, ...findings(document, language)].join("\n\n");
  const lines = series.map(({ label, respondent, answered, trend, change, rounds }) => {
    const missing = (rounds ?? []).filter(({ state }) => state === "missing").map(({ due }) => due);
    return [
      `${label[language]} (${words.respondents[respondent]})`,
      `  ${words.answered(answered)} ${words.trends[trend]}${reliability(change.reliable, language)}`,
      ...(missing.length === 0 ? [] : [`  ${words.missing(missing)}`]),
    ].join("\n");
  });
  const events = caseWorkerChanges.map(({ lastSeen, firstSeen }) => words.caseWorker(lastSeen, firstSeen));
  return [
    heading,
    ...lines,
    ...(events.length === 0 ? [] : [events.join("\n")]),
    words.foretellsNothing,
    ...findings(document, language),
  ].join("\n\n");
}

const reliability = (reliable: boolean | undefined, language: Language): string =>
  reliable === undefined ? "" : ` ${reliable ? wordsOf[language].reliable : wordsOf[language].notReliable}`;

const findings = ({ findings: found }: Pick<ProgressDocument, "findings">, language: Language): readonly string[] =>
  found.map(({ count, message }) => `${wordsOf[language].answers(count)}: ${message[language]}`);

const wordsOf = {
  sv: {
    upTo: (on: string) => `Mätningar till och med ${on}, från första svaret till det sista.`,
    nothing: "Inga mätningar med det här instrumentet.",
    improved: "Förbättrat",
    unchanged: "Oförändrat",
    worsened: "Försämrat",
    undetermined: "Kan inte avgöras",
    total: "Totalt",
    respondents: { participant: "Deltagaren svarar", "case-worker": "Handläggaren svarar" },
    base: "Procent av det egna könet, av dem vars förändring kan avgöras. Deltagarens och handläggarens svar läggs aldrig ihop.",
    withheld: (threshold: number) =>
      `.. visas inte: antal under ${threshold}, och de som behövs för att ingen ska kunna räkna ut dem.`,
    answers: (count: number) => `${count} svar`,
    answered: (days: readonly string[]) => (days.length === 0 ? "Inget svar." : `Svar ${days.join(", ")}.`),
    trends: {
      improving: "Stegen går uppåt.",
      worsening: "Stegen går nedåt.",
      steady: "Svaren är desamma.",
      mixed: "Stegen går både uppåt och nedåt.",
      undetermined: "Riktningen kan inte avgöras.",
    },
    reliable: "Förändringen når policyns gräns.",
    notReliable: "Förändringen når inte policyns gräns.",
    missing: (days: readonly string[]) => `Mättillfällen utan mätning: ${days.join(", ")}.`,
    caseWorker: (last: string, first: string) => `Byte av handläggare mellan ${last} och ${first}.`,
    foretellsNothing: "Detta är vad som har svarats. Det säger inget om vad som kommer att hända.",
  },
  en: {
    upTo: (on: string) => `Measurements up to ${on}, from the first answer to the last.`,
    nothing: "There are no measurements by this instrument.",
    improved: "Improved",
    unchanged: "Unchanged",
    worsened: "Worsened",
    undetermined: "Cannot be told",
    total: "Total",
    respondents: { participant: "The participant answers", "case-worker": "The case worker answers" },
    base: "Per cent of own sex, of those whose change can be told. Answers of participant and case worker are never added.",
    withheld: (threshold: number) =>
      `.. is withheld: counts under ${threshold}, and those it takes that nobody can work them out.`,
    answers: (count: number) => (count === 1 ? "1 answer" : `${count} answers`),
    answered: (days: readonly string[]) => (days.length === 0 ? "No answer." : `Answers ${days.join(", ")}.`),
    trends: {
      improving: "The steps go up.",
      worsening: "The steps go down.",
      steady: "The answers are the same.",
      mixed: "The steps go both up and down.",
      undetermined: "The direction cannot be told.",
    },
    reliable: "The change reaches the threshold of the policy.",
    notReliable: "The change does not reach the threshold of the policy.",
    missing: (days: readonly string[]) => `Rounds without a measurement: ${days.join(", ")}.`,
    caseWorker: (last: string, first: string) => `Another case worker between ${last} and ${first}.`,
    foretellsNothing: "This is what was answered. It says nothing of what will happen.",
  },
} as const;
