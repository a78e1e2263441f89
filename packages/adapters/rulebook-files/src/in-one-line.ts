import { dayOfIsoWeek, type Language } from "@finsam/model";
import * as z from "zod";
import type { Book } from "./book.ts";
import { partWord } from "./part-words.ts";
import { words } from "./words.ts";

const whole = z.number();
const about = z.literal(true).optional();
const unit = z.enum(["weeks", "months"]);

/** Shapes that are read at a glance in one line, by the key they stand under, and how. */
const lines: Readonly<Record<string, (part: unknown, book: Book) => string | undefined>> = {
  length: line(z.object({ number: whole, unit, atMost: about }), ({ number, unit, atMost }, language) =>
    [atMost === true ? partWord("at-most", language) : "", `${number}`, partWord(unit, language)]
      .filter((part) => part !== "")
      .join(" "),
  ),
  places: line(z.array(z.object({ number: whole, per: z.string(), about })), (places, language) =>
    places
      .map(
        ({ number, per, about }) =>
          `${about === true ? `${words[language].circa} ` : ""}${number} ${words[language].per[per] ?? per}`,
      )
      .join(", "),
  ),
  budget: line(
    z.object({ kronor: whole, years: whole, about, fund: z.object({ sv: z.string(), en: z.string() }).optional() }),
    ({ kronor, years, about, fund }, language) =>
      [
        `${about === true ? `${words[language].circa} ` : ""}${numberIn(language, kronor)} ${words[language].kronor}`,
        words[language].forYears(years),
        ...(fund === undefined ? [] : [fund[language]]),
      ].join(", "),
  ),
  period: line(z.strictObject({ from: z.string().optional(), to: z.string().optional() }), ({ from = "", to = "" }) =>
    `${from} – ${to}`.trim(),
  ),
  weeks: line(z.strictObject({ from: whole.optional(), to: whole }), ({ from, to }, language) =>
    from === to ? `${to}` : from === undefined ? `${words[language].untilWeek} ${to}` : `${from}–${to}`,
  ),
  start: line(z.strictObject({ year: whole, week: whole }), weekText),
  skipWeeks: line(z.array(z.strictObject({ year: whole, week: whole })), (weeks, language) =>
    weeks.map((week) => weekText(week, language)).join(", "),
  ),
  sessions: line(z.array(z.object({ weekday: whole, part: z.string().optional() })), (sessions, language) =>
    sessions
      .map(({ weekday, part }) =>
        [words[language].weekdays[weekday - 1] ?? "", part === undefined ? "" : partWord(part, language)]
          .join(" ")
          .trim(),
      )
      .join(", "),
  ),
  measure: line(
    z.object({
      kind: z.string(),
      of: z.string(),
      within: z.string().optional(),
      sex: z.string().optional(),
      unit: z.string(),
    }),
    ({ kind, of, within, sex, unit }, language) =>
      [
        `${partWord(kind, language)}: ${partWord(of, language)}`,
        ...(sex === undefined ? [] : [partWord(sex, language)]),
        ...(within === undefined ? [] : [`${partWord("within", language)} ${partWord(within, language)}`]),
        ...(unit === of ? [] : [`${words[language].countedIn} ${partWord(unit, language)}`]),
      ].join(", "),
  ),
  parts: line(z.array(z.strictObject({ party: z.string(), part: whole })), (parts, language, { profile }) =>
    parts
      .map(({ party, part }) => {
        const known = profile.funding?.parties.find(({ id }) => id === party);
        return `${known?.label[language] ?? party} ${part}`;
      })
      .join(", "),
  ),
  accountsDue: line(z.strictObject({ month: whole, day: whole }), ({ month, day }) => `${day}/${month}`),
  counts: line(z.record(z.string(), whole.nullable()), countsText),
  base: line(z.record(z.string(), whole.nullable()), countsText),
};

/** A part of a profile that says all in one line, in words; nothing when it is of another shape. */
export const inOneLine = (part: object, name: string, book: Book): string | undefined => lines[name]?.(part, book);

/** A number as the language writes it. */
export const numberIn = (language: Language, value: number): string =>
  new Intl.NumberFormat(language === "sv" ? "sv-SE" : "en-GB").format(value);

function line<Part>(
  schema: z.ZodType<Part>,
  say: (part: Part, language: Language, book: Book) => string,
): (part: unknown, book: Book) => string | undefined {
  return (part, book) => {
    const read = schema.safeParse(part);
    return read.success ? say(read.data, book.language, book) : undefined;
  };
}

function weekText({ year, week }: { readonly year: number; readonly week: number }, language: Language): string {
  return `${words[language].week} ${week} ${year} (${words[language].from} ${dayOfIsoWeek({ year, week }, 1)})`;
}

function countsText(counts: Readonly<Record<string, number | null>>, language: Language): string {
  return Object.entries(counts)
    .map(([sex, count]) => `${partWord(sex, language)} ${count === null ? ".." : numberIn(language, count)}`)
    .join(", ");
}
