import type { Report, Row, Share } from "@finsam/gender-reporting";
import { type Language, type Sex, sexes, type Text } from "@finsam/model";
import { listed, writtenNumber, writtenPercent } from "./written.ts";

/** The exit reason that leads to work, studies or active job search. */
const towardsWork = "work-studies-or-active-job-search";

/** What a report says in plain sentences, each of its own; what it does not hold has none. */
export interface Summary {
  readonly participants?: string;
  /** How many people the participations that are followed up are of. */
  readonly persons?: string;
  readonly started?: string;
  readonly ended?: string;
  readonly towardsWork?: string;
  /** That the sentence before is about more exit reasons than the one, where the report tells them together. */
  readonly notWorkAlone?: string;
  readonly notFollowed?: string;
}

/**
 * The report in a few plain sentences: how many participations, by women and by men; how many started and ended; how many left to
 * work, studies or active job search; how many are not followed up. They repeat figures of the tables and weigh nothing, so no "most"
 * is ever said. What is withheld is said to be.
 */
export function summaryOf(report: Report, language: Language): Summary {
  const row = (table: string, category: string) => rowOf(report, table, category);
  const { year } = report;
  const leavesOutExits = report.tables.some(
    ({ id, base }) => id === "ended-by-exit-reason" && base.excluded.total !== 0,
  );
  const went = { sv: `pågick under ${year}`, en: `went on during ${year}` };
  const began = { sv: "började under året", en: "started during the year" };
  const finished = { sv: "slutade under året", en: "ended during the year" };
  const [participants] = allSentence(row("participants", "all"), went, language);
  const [persons] = personsSentence(row("persons", "all"), language);
  const [started] = allSentence(row("started", "all"), began, language);
  const [ended] = allSentence(row("ended", "all"), finished, language);
  const workRow = towardsWorkRow(report);
  const [towards] = towardsWorkSentence(workRow, leavesOutExits, language);
  const [notFollowed] = notFollowedSentence(row("participants-by-follow-up", "not-followed"), language);
  return {
    ...(participants === undefined ? {} : { participants }),
    ...(persons === undefined ? {} : { persons }),
    ...(started === undefined ? {} : { started }),
    ...(ended === undefined ? {} : { ended }),
    ...(towards === undefined ? {} : { towardsWork: towards }),
    ...(towards === undefined || !isTogether(workRow) ? {} : { notWorkAlone: notWorkAlone[language] }),
    ...(notFollowed === undefined ? {} : { notFollowed }),
  };
}

/** A row of a table of the whole. */
export const rowOf = (report: Report, table: string, category: string): Row | undefined =>
  report.tables.find(({ id }) => id === table)?.rows.find((one) => one.category === category);

/** The row that tells who left to work, studies or active job search; where the report tells them together with others, the row of all those. */
export function towardsWorkRow(report: Report): Row | undefined {
  const merge = report.disclosure?.merges?.find(
    ({ dimension, categories }) => dimension === "exitReason" && categories.includes(towardsWork),
  );
  return rowOf(report, "ended-by-exit-reason", merge?.into.id ?? towardsWork);
}

/** Whether the row of {@link towardsWorkRow} is about other exit reasons too. */
export const isTogether = (row: Row | undefined): boolean => row !== undefined && row.category !== towardsWork;

const notWorkAlone: Text = {
  sv: "Hur många av dem som gick till just arbete, studier eller aktivt arbetssökande visas inte för sig.",
  en: "How many of them left to work, studies or active job search is not told by itself.",
};

type Sentences = readonly [] | readonly [string];

function allSentence(row: Row | undefined, verb: Text, language: Language): Sentences {
  if (row === undefined) return [];
  const { total } = row.counts;
  if (total === null)
    return say(language, {
      sv: `Hur många deltaganden som ${verb.sv} visas inte.`,
      en: `How many participations ${verb.en} is withheld.`,
    });
  const parts = bySex(language, { sv: "av", en: "by" }, (sex) => countWithShare(row, sex, language));
  const participations =
    total === 1 ? { sv: "deltagande", en: "participation" } : { sv: "deltaganden", en: "participations" };
  return [`${writtenNumber(total, language)} ${participations[language]} ${verb[language]}${parts}.`];
}

function personsSentence(row: Row | undefined, language: Language): Sentences {
  if (row === undefined) return [];
  const { total } = row.counts;
  if (total === null)
    return say(language, {
      sv: "Hur många personer de deltaganden som följs upp gäller visas inte.",
      en: "How many people are behind the participations that are followed up is withheld.",
    });
  const people = total === 1 ? { sv: "person", en: "person" } : { sv: "personer", en: "people" };
  return say(language, {
    sv: `De deltaganden som följs upp gäller ${writtenNumber(total, language)} ${people.sv}; ingen räknas två gånger.`,
    en: `The participations that are followed up are of ${writtenNumber(total, language)} ${people.en}; nobody is counted twice.`,
  });
}

function towardsWorkSentence(row: Row | undefined, leavesOutExits: boolean, language: Language): Sentences {
  if (row === undefined) return [];
  const { label, counts, shares } = row;
  const all = shares.total.ofBase;
  if (all === null)
    return counts.total === 0
      ? []
      : say(language, {
          sv: `Hur många som slutade med orsaken ”${label.sv}” visas inte.`,
          en: `How many ended for the reason “${label.en}” is withheld.`,
        });
  const parts = bySex(language, { sv: "för", en: "for" }, (sex) => {
    const share = shares[sex].ofBase;
    return share === null ? counts[sex] : `${partOfWhole(share, language)} (${percentOf(share, language)})`;
  });
  const { numerator, denominator } = all;
  const [part, whole] = [writtenNumber(numerator, language), writtenNumber(denominator, language)];
  const percent = percentOf(all, language);
  return say(language, {
    sv: `Av ${whole} avslutade deltaganden som följs upp${leavesOutExits ? ", utom avslut vars orsak inte säger något om insatsen," : ""} slutade ${part} (${percent}) med orsaken ”${label.sv}”${parts}.`,
    en: `Of ${whole} participations that ended and are followed up${leavesOutExits ? ", but for exits whose reason says nothing about the intervention" : ""}, ${part} (${percent}) ended for the reason “${label.en}”${parts}.`,
  });
}

function notFollowedSentence(row: Row | undefined, language: Language): Sentences {
  if (row === undefined) return [];
  const all = row.shares.total.ofBase;
  if (all === null)
    return row.counts.total === 0
      ? []
      : say(language, {
          sv: "Hur många deltaganden som inte följs upp, eftersom samtycke saknas, visas inte.",
          en: "How many participations are not followed up, for want of consent, is withheld.",
        });
  if (all.numerator === 0)
    return say(language, { sv: "Alla deltaganden följs upp.", en: "All participations are followed up." });
  const parts = bySex(language, { sv: "av", en: "by" }, (sex) => {
    const count = row.counts[sex];
    return count === null || count === 0 ? count : writtenNumber(count, language);
  });
  const part = partOfWhole(all, language);
  const percent = percentOf(all, language);
  return say(language, {
    sv: `${part} deltaganden (${percent}) följs inte upp, eftersom samtycke saknas${parts}.`,
    en: `${part} participations (${percent}) are not followed up, for want of consent${parts}.`,
  });
}

/** The clause that divides a figure by sex, such as ": 480 by women and 493 by men". `null` is withheld; 0 is not worth a word. */
function bySex(language: Language, preposition: Text, figure: (sex: Sex) => string | number | null): string {
  const named = (sex: Sex): string => `${preposition[language]} ${people[sex][language]}`;
  const known = sexes.flatMap((sex) => {
    const of = figure(sex);
    return of === null || of === 0 ? [] : [`${of} ${named(sex)}`];
  });
  const withheld = sexes.filter((sex) => figure(sex) === null).map(named);
  const names = listed(withheld, language);
  return [
    known.length === 0 ? "" : `: ${listed(known, language)}`,
    withheld.length === 0
      ? ""
      : { sv: `; antalen ${names} visas inte`, en: `; the counts ${names} are withheld` }[language],
  ].join("");
}

function countWithShare({ counts, shares }: Row, sex: Sex, language: Language): string | number | null {
  const count = counts[sex];
  if (count === null || count === 0) return count;
  const share = shares[sex].sexDistribution;
  return writtenNumber(count, language) + (share === null ? "" : ` (${percentOf(share, language)})`);
}

const people: Readonly<Record<Sex, Text>> = {
  woman: { sv: "kvinnor", en: "women" },
  man: { sv: "män", en: "men" },
  other: { sv: "personer med annat kön", en: "people of another sex" },
  unknown: { sv: "personer med okänt kön", en: "people of unknown sex" },
};

const percentOf = ({ percent }: Share, language: Language): string => writtenPercent(percent, language);

const partOfWhole = ({ numerator, denominator }: Share, language: Language): string =>
  `${writtenNumber(numerator, language)} ${{ sv: "av", en: "of" }[language]} ${writtenNumber(denominator, language)}`;

const say = (language: Language, text: Text): readonly [string] => [text[language]];
