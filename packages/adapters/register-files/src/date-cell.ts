import { type CalendarDate, isCalendarDate, isPartialDate, type PartialDate, type Text } from "@finsam/model";

type DateReading =
  | { readonly ok: true; readonly value: CalendarDate | PartialDate }
  | { readonly ok: false; readonly reason: Text };

// Databases and spreadsheets write a day without a time as midnight.
const day = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[ T]00:00(?::00(?:\.0+)?)?)?$/;

/**
 * Reads a date as Swedish offices write it: `2021-03-01` or `20210301`, also with the midnight that exports add. Where `partial` says so,
 * `1985` and `1985-04` too. What could mean two days is refused.
 */
export function readDate(text: string, precision: "whole" | "partial"): DateReading {
  const match = day.exec(text);
  if (match !== null) {
    const [, year, , month, dayOfMonth] = match;
    const date = `${year}-${month}-${dayOfMonth}`;
    return isCalendarDate(date) ? { ok: true, value: date } : { ok: false, reason: reasons.noSuchDay };
  }
  if (precision === "partial" && isPartialDate(text)) return { ok: true, value: text };
  return { ok: false, reason: whyNot(text) };
}

function whyNot(text: string): Text {
  if (/^\d{4}-?\d{2}-?\d{2}[ T]\d/.test(text)) return reasons.timeOfDay;
  if (/^\d{1,2}([-/.])\d{1,2}\1\d{2,4}$/.test(text)) return reasons.dayOrMonthFirst;
  if (/^\d{5}([.,]\d+)?$/.test(text)) return reasons.dayNumber;
  if (/^\d{6}$/.test(text)) return reasons.noCentury;
  return reasons.otherwise;
}

const reasons = {
  noSuchDay: {
    sv: "Dagen finns inte i kalendern. Rätta datumet.",
    en: "There is no such day in the calendar. Correct the date.",
  },
  timeOfDay: {
    sv: "Cellen har ett klockslag. Skriv bara dagen, ÅÅÅÅ-MM-DD.",
    en: "The cell holds a time of day. Write only the day, YYYY-MM-DD.",
  },
  dayOrMonthFirst: {
    sv: "Det går inte att veta vad som är dag, månad och år. Skriv ÅÅÅÅ-MM-DD.",
    en: "It cannot be known which part is the day, the month and the year. Write YYYY-MM-DD.",
  },
  dayNumber: {
    sv: "Cellen har ett kalkylblads dagnummer. Ge kolumnen datumformat och spara om filen.",
    en: "The cell holds the day number of a spreadsheet. Format the column as dates and save the file again.",
  },
  noCentury: {
    sv: "Sex siffror säger inte vilket århundrade. Skriv ÅÅÅÅ-MM-DD.",
    en: "Six digits leave the century open. Write YYYY-MM-DD.",
  },
  otherwise: {
    sv: "Det är inte ett datum. Skriv ÅÅÅÅ-MM-DD eller ÅÅÅÅMMDD.",
    en: "It is not a date. Write YYYY-MM-DD or YYYYMMDD.",
  },
} as const satisfies Readonly<Record<string, Text>>;
