import { type CodeId, daysInMonth, type LeapDayBirthday, type PartialDate, sexes } from "@finsam/model";
import { at, type Profile } from "@finsam/policy";
import type { CountedRow } from "../counted-row.ts";
import { type CodeColumn, type CodedColumns, noEnd, noStart, noYears, yearsCode } from "./coded-columns.ts";
import { startCube } from "./count-columns.ts";
import type { Cube } from "./cube.ts";

/**
 * Counts rows into the cube of an association, in one pass and keeping nothing but the counts.
 *
 * @throws as {@link countColumns} does.
 * @example
 * ```ts
 * import { countRows, reportTables, tablesOf } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const woman = { followUp: "not-followed", id: "D1", intervention: "mia-vidare", sex: "woman", sexBasis: "legal-sex", start: "2021-03-01" } as const;
 * const cube = countRows(stockholm, [2021], [{ participation: woman }]);
 * tablesOf(cube, reportTables(stockholm, 2021))[0]?.base.woman; // => 1
 * ```
 */
export function countRows(profile: Profile, years: readonly number[], rows: Iterable<CountedRow>): Cube {
  const counting = startCube(profile, years);
  const lastYear = Math.max(...years);
  const leapDay =
    years.length === 0 ? undefined : at(profile.leapDayBirthday, `${lastYear}-12-31`, "leapDayBirthday").value;
  const coding = startCoding(blockSize, leapDay);
  for (const row of rows) {
    coding.add(row);
    if (coding.length() === blockSize) {
      counting.add(coding.columns());
      coding.clear();
    }
  }
  counting.add(coding.columns());
  return counting.cube();
}

const blockSize = 4096;

/**
 * Rows as columns of small numbers, to be counted more than once or kept: fourteen bytes a row.
 *
 * @example
 * ```ts
 * import { codeRows } from "@finsam/gender-reporting";
 * const woman = { followUp: "not-followed", id: "D1", intervention: "mia-vidare", sex: "woman", sexBasis: "legal-sex" } as const;
 * codeRows([{ participation: woman }]).intervention.ids; // => ["mia-vidare"]
 * ```
 */
export function codeRows(rows: readonly CountedRow[], leapDay: LeapDayBirthday = "1-march"): CodedColumns {
  const coding = startCoding(rows.length, leapDay);
  for (const row of rows) coding.add(row);
  return coding.columns();
}

/** A list of ids that grows as they are met, with the number of each. */
function startList(): { readonly ids: CodeId[]; readonly codeOf: (id: CodeId | undefined) => number } {
  const ids: CodeId[] = [];
  const codes = new Map<CodeId, number>();
  return {
    ids,
    codeOf: (id) => {
      if (id === undefined) return 0;
      const known = codes.get(id);
      if (known !== undefined) return known;
      ids.push(id);
      codes.set(id, ids.length);
      return ids.length;
    },
  };
}

interface Coding {
  readonly add: (row: CountedRow) => void;
  readonly length: () => number;
  readonly columns: () => CodedColumns;
  readonly clear: () => void;
}

function startCoding(room: number, leapDay: LeapDayBirthday = "1-march"): Coding {
  const [interventions, referrers, educations, exits] = [startList(), startList(), startList(), startList()];
  const sets: (readonly CodeId[])[] = [];
  const setOf = startList();
  const bytes = () => new Uint8Array(room);
  const words = () => new Uint16Array(room);
  const [sex, followed, ageFrom, ageTo, halfYears] = [bytes(), bytes(), bytes(), bytes(), bytes()];
  const [start, end, support] = [words(), words(), words()];
  const [intervention, referrer, education, exit] = [words(), words(), words(), words()];
  let length = 0;

  const codeSet = (codes: readonly CodeId[] | undefined): number => {
    if (codes === undefined) return 0;
    const code = setOf.codeOf(codes.length === 1 ? codes[0] : codes.join(" "));
    if (code > sets.length) sets.push(codes);
    return code;
  };

  return {
    length: () => length,
    clear: () => {
      length = 0;
    },
    add: ({ participation, birthDate }) => {
      if (participation.followUp === "anonymous") return;
      const i = length;
      length += 1;
      const starts = participation.start === undefined ? undefined : dayNumber(participation.start);
      sex[i] = sexes.indexOf(participation.sex);
      start[i] = starts === undefined ? noStart : clampedDay(starts);
      end[i] = participation.end === undefined ? noEnd : clampedDay(dayNumber(participation.end));
      intervention[i] = interventions.codeOf(participation.intervention);
      if (participation.followUp === "not-followed") {
        followed[i] = 0;
        referrer[i] = 0;
        education[i] = 0;
        exit[i] = 0;
        support[i] = 0;
        ageFrom[i] = noYears;
        ageTo[i] = noYears;
        halfYears[i] = noYears;
        return;
      }
      followed[i] = 1;
      referrer[i] = referrers.codeOf(participation.referrer);
      education[i] = educations.codeOf(participation.education);
      exit[i] = exits.codeOf(participation.exitReason);
      support[i] = codeSet(participation.supportAtStart);
      const since = participation.supportSince;
      halfYears[i] = since === undefined || starts === undefined ? noYears : halfYearsCode(dayNumber(since), starts);
      if (birthDate === undefined || starts === undefined) {
        ageFrom[i] = noYears;
        ageTo[i] = noYears;
      } else if (birthDate.length === 10) {
        const age = yearsCode(completed(dayNumber(birthDate), starts, leapDay));
        ageFrom[i] = age;
        ageTo[i] = age;
      } else {
        ageFrom[i] = yearsCode(completed(latestDay(birthDate), starts, leapDay));
        ageTo[i] = yearsCode(completed(earliestDay(birthDate), starts, leapDay));
      }
    },
    columns: () => {
      const of = ({ ids }: { readonly ids: readonly CodeId[] }, codes: Uint16Array): CodeColumn => ({
        ids: [...ids],
        codes: narrow(codes.subarray(0, length), ids.length),
      });
      return {
        length,
        sex,
        followed,
        start,
        end,
        intervention: of(interventions, intervention),
        referrer: of(referrers, referrer),
        education: of(educations, education),
        exitReason: of(exits, exit),
        supportAtStart: { sets: [...sets], codes: narrow(support.subarray(0, length), sets.length) },
        ageFrom,
        ageTo,
        supportHalfYears: halfYears,
      };
    },
  };
}

/** One byte a code where the list is short enough. */
const narrow = (codes: Uint16Array, ids: number): Uint8Array | Uint16Array =>
  ids > 255 ? codes : Uint8Array.from(codes);

// Days as numbers that lie 372 to the year and 31 to the month, as `dayCode` has them, but for any year.
const perYear = 372;
const days = (year: number, month: number, day: number): number => (year - 1901) * perYear + (month - 1) * 31 + day;

const clampedDay = (day: number): number => Math.min(65_534, Math.max(1, day));

const digits = (text: string, from: number): number =>
  (text.charCodeAt(from) - 48) * 10 + text.charCodeAt(from + 1) - 48;
const yearOf = (text: string): number => digits(text, 0) * 100 + digits(text, 2);
const dayNumber = (date: string): number => days(yearOf(date), digits(date, 5), digits(date, 8));

const earliestDay = (date: PartialDate): number => days(yearOf(date), date.length === 4 ? 1 : digits(date, 5), 1);

function latestDay(date: PartialDate): number {
  const [year, month] = [yearOf(date), date.length === 4 ? 12 : digits(date, 5)];
  return days(year, month, daysInMonth(year, month));
}

const [ofLeapDay, ofDayBefore, ofDayAfter] = [days(1901, 2, 29), days(1901, 2, 28), days(1901, 3, 1)];
const inYear = (day: number): number => ((day % perYear) + perYear) % perYear;

/** Completed years between two such days, with 29 February as policy has it. */
function completed(from: number, to: number, leapDay: LeapDayBirthday): number {
  const years = Math.floor((to - from) / perYear);
  if (leapDay === "1-march" || inYear(from) !== ofLeapDay || inYear(to) !== ofDayBefore) return years;
  return hasLeapDay(to) ? years : years + 1;
}

/** Half years of support as `CodedColumns` has them: exact on an anniversary, between two of them otherwise. */
function halfYearsCode(since: number, start: number): number {
  if (since > start) return noYears;
  const passed = start - since;
  const years = Math.floor(passed / perYear);
  const onAnniversary =
    passed % perYear === 0 || (inYear(since) === ofLeapDay && inYear(start) === ofDayAfter && !hasLeapDay(start));
  return Math.min(254, 2 * years + (onAnniversary ? 0 : 1));
}

const hasLeapDay = (day: number): boolean => daysInMonth(Math.floor((day - 1) / perYear) + 1901, 2) === 29;
