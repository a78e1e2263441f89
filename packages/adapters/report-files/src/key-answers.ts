import { type GoalResult, type Report, type Row, type SexDifference, writtenSize } from "@finsam/gender-reporting";
import type { Language, Text } from "@finsam/model";
import { interventionName } from "./intervention-name.ts";
import type { PageFindings } from "./page-findings.ts";
import { isTogether, rowOf, summaryOf, towardsWorkRow } from "./summary.ts";
import { listed, withheldMark, writtenNumber, writtenPercent } from "./written.ts";

/** A question that every reader asks, its answer as one figure and in sentences, and where on the page the rest stands. */
export interface KeyAnswer {
  readonly id: string;
  readonly question: string;
  /** The figure with its unit, as people write it; left out when there is none. */
  readonly figure?: string;
  /** What the figure counts. */
  readonly unit?: string;
  readonly sentences: readonly string[];
  /** The id of the section that tells more. */
  readonly more: string;
}

/** The questions a reader brings to a report by sex, with their answers. What the report cannot answer is not asked. */
export function keyAnswers(report: Report, findings: PageFindings, language: Language): readonly KeyAnswer[] {
  const summary = summaryOf(report, language);
  const all = rowOf(report, "participants", "all");
  const towards = towardsWorkRow(report);
  const notFollowed = rowOf(report, "participants-by-follow-up", "not-followed");
  const count = (number: number | null): string => (number === null ? withheldMark : writtenNumber(number, language));
  const percent = (share: { readonly percent: number } | null): string =>
    share === null ? withheldMark : writtenPercent(share.percent, language);
  const present = (...sentences: readonly (string | undefined)[]): readonly string[] =>
    sentences.filter((sentence) => sentence !== undefined);
  return [
    ...(all === undefined
      ? []
      : [
          {
            id: "how-many",
            question: questions.howMany[language],
            figure: count(all.counts.total),
            unit: { sv: `deltaganden pågick under ${report.year}`, en: `participations went on during ${report.year}` }[
              language
            ],
            sentences: present(summary.persons, summary.started, summary.ended),
            more: "overview",
          },
        ]),
    ...(all === undefined || all.counts.total === 0
      ? []
      : [
          {
            id: "how-many-women",
            question: questions.women[language],
            figure: percent(all.shares.woman.sexDistribution),
            unit: { sv: "av deltagandena är kvinnors", en: "of the participations are women’s" }[language],
            sentences: present(summary.participants),
            more: "overview",
          },
        ]),
    ...(towards === undefined || summary.towardsWork === undefined
      ? []
      : [
          {
            id: "who-left-to-work",
            question: questions.work[language],
            figure: percent(towards.shares.total.ofBase),
            unit: workUnit(towards)[language],
            sentences: present(summary.towardsWork, summary.notWorkAlone),
            more: "table-ended-by-exit-reason",
          },
        ]),
    ...differenceAnswer(report, findings, language),
    ...goalsAnswer(report, findings.goals ?? [], language),
    ...(notFollowed === undefined && report.register === undefined
      ? []
      : [
          {
            id: "who-is-not-here",
            question: questions.missing[language],
            ...(notFollowed === undefined
              ? {}
              : {
                  figure: count(notFollowed.counts.total),
                  unit: { sv: "deltaganden följs inte upp", en: "participations are not followed up" }[language],
                }),
            sentences: present(summary.notFollowed, protectedSentence[language], ...absentSentences(report, language)),
            more: "notes",
          },
        ]),
  ];
}

const questions = {
  howMany: { sv: "Hur många?", en: "How many?" },
  women: { sv: "Hur många av dem är kvinnors?", en: "How many of them are women’s?" },
  work: { sv: "Vilka gick till arbete eller studier?", en: "Who left to work or studies?" },
  difference: { sv: "Är skillnaden mellan könen verklig?", en: "Is the difference between the sexes real?" },
  goals: { sv: "Vilka mål nåddes?", en: "Which goals were reached?" },
  missing: { sv: "Vilka finns inte i siffrorna?", en: "Who is not in these figures?" },
} as const satisfies Readonly<Record<string, Text>>;

const protectedSentence: Text = {
  sv: "Personer med skyddade personuppgifter finns inte i någon siffra.",
  en: "People with protected identity are in no figure.",
};

/** Where other reasons stand in the row too, the figure is named as the row is, so that nobody reads it as work alone. */
function workUnit(row: Row): Text {
  const [sv, en] = ["av dem som slutade och följs upp", "of those who ended and are followed up"];
  return isTogether(row) ? { sv: `${sv}: ”${row.label.sv}”`, en: `${en}: “${row.label.en}”` } : { sv, en };
}

/** What did not reach the count at all: rows that were refused, and places that did not answer. */
function absentSentences({ register, tables }: Report, language: Language): readonly string[] {
  const refused = register?.refusedRows ?? 0;
  const silent = tables[0]?.missing ?? [];
  const names = listed(
    silent.map((name) => name[language]),
    language,
  );
  const said: readonly Text[] = [
    ...(refused === 0
      ? []
      : [
          {
            sv: `${refused} ${refused === 1 ? "rad" : "rader"} i registerfilerna kunde inte läsas in.`,
            en: `${refused} ${refused === 1 ? "row" : "rows"} of the register files could not be read in.`,
          },
        ]),
    ...(silent.length === 0
      ? []
      : [
          {
            sv: `Ingen i ${names} är med: därifrån kom inget svar.`,
            en: `Nobody in ${names} is here: no answer came.`,
          },
        ]),
  ];
  return said.map((text) => text[language]);
}

/** The difference that most readers ask for: who left to work; where that is not compared, who left with a positive result. */
function differenceAnswer(report: Report, { differences }: PageFindings, language: Language): readonly KeyAnswer[] {
  const of = (table: string, category: string): SexDifference | undefined =>
    differences?.tables.find((one) => one.table === table)?.rows.find((row) => row.category === category)?.difference;
  const work = towardsWorkRow(report);
  const candidates = [
    work === undefined ? undefined : of("ended-by-exit-reason", work.category),
    of("ended-by-result", "positive"),
  ].filter((one) => one !== undefined);
  const answer = candidates.find(({ state }) => state === "compared") ?? candidates[0];
  if (answer === undefined) return [];
  return [
    {
      id: "is-it-real",
      question: questions.difference[language],
      ...(answer.state === "compared"
        ? {
            figure: writtenSize(answer.points, language),
            unit: { sv: "mellan kvinnor och män", en: "between women and men" }[language],
          }
        : {}),
      sentences: [answer.sentence[language]],
      more: "differences",
    },
  ];
}

function goalsAnswer(report: Report, goals: readonly GoalResult[], language: Language): readonly KeyAnswer[] {
  if (goals.length === 0) return [];
  const number = (outcome: GoalResult["outcome"]) => goals.filter((goal) => goal.outcome === outcome).length;
  const [met, notMet, undetermined] = [number("met"), number("notMet"), number("undetermined")];
  const reached = goals
    .filter(({ outcome }) => outcome === "met")
    .map(({ intervention, title }) =>
      intervention === undefined
        ? title[language]
        : `${interventionName(report, intervention)[language]}, ${title[language]}`,
    );
  const sentence: Text = {
    sv: `Av ${goals.length} mål är ${met} nådda och ${notMet} inte nådda. ${undetermined} kan inte avgöras.`,
    en: `Of ${goals.length} goals ${met} were reached and ${notMet} were not. ${undetermined} cannot be judged.`,
  };
  return [
    {
      id: "goals-reached",
      question: questions.goals[language],
      figure: { sv: `${met} av ${goals.length}`, en: `${met} of ${goals.length}` }[language],
      unit: { sv: "mål nåddes", en: "goals were reached" }[language],
      sentences: [
        sentence[language],
        ...(reached.length === 0 ? [] : [`${{ sv: "Nådda", en: "Reached" }[language]}: ${reached.join("; ")}.`]),
      ],
      more: "goals",
    },
  ];
}
