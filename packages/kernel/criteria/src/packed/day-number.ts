import { type CalendarDate, dateParts, daysInMonth, isPartialDate, type LeapDayBirthday } from "@finsam/model";

/*
 * A day as the number YYYYMMDD: days in order are numbers in order. A date that may be partial is the first and the last day it can
 * stand for. One that is missing is the widest interval, so that every comparison with a day in between leaves it open.
 */

/** Before every day, and after every day: between them lies a date that is missing. */
export const beforeAllDays = 0;
export const afterAllDays = 99_999_999;

/** Where a text holds no date. */
export const noDay = -1;

/** The first day that a partial date can stand for; `noDay` when the text is none. Written out, since it is run for every person. */
export function firstDay(text: string): number {
  if (text.length !== 10) return firstDayOfPart(text);
  const y1 = digit(text, 0);
  const y2 = digit(text, 1);
  const y3 = digit(text, 2);
  const y4 = digit(text, 3);
  const m1 = digit(text, 5);
  const m2 = digit(text, 6);
  const d1 = digit(text, 8);
  const d2 = digit(text, 9);
  // A number below zero makes the whole below zero, so one comparison finds a sign that is no digit, wherever it stands.
  const digits = y1 | y2 | y3 | y4 | m1 | m2 | d1 | d2;
  const complements = (9 - y1) | (9 - y2) | (9 - y3) | (9 - y4) | (9 - m1) | (9 - m2) | (9 - d1) | (9 - d2);
  if ((digits | complements) < 0 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return noDay;
  const year = y1 * 1000 + y2 * 100 + y3 * 10 + y4;
  const month = m1 * 10 + m2;
  const day = d1 * 10 + d2;
  if (year < 1 || month < 1 || month > 12 || day < 1 || (day > 28 && day > daysInMonth(year, month))) return noDay;
  return year * 10_000 + month * 100 + day;
}

/** The last day that a partial date can stand for, when its first day is known. */
export function lastDay(text: string, first: number): number {
  if (text.length === 10 || first === noDay) return first;
  const year = Math.floor(first / 10_000);
  if (text.length === 4) return year * 10_000 + 1231;
  const month = Math.floor(first / 100) % 100;
  return year * 10_000 + month * 100 + daysInMonth(year, month);
}

/** A partial date from the first and the last day it stands for. */
export function partialDateOf(first: number, last: number): string {
  const digits = String(first).padStart(8, "0");
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  if (first === last) return `${year}-${month}-${day}`;
  return last - first < 100 ? `${year}-${month}` : year;
}

/** A calendar date as a number. */
export function dayNumberOf(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  return year * 10_000 + month * 100 + day;
}

/**
 * The number that completed years are taken from: minus a birth date, and by ten thousand, it gives the years completed on a
 * reference date. It is that date, but the 29th where someone born on 29 February turns older on the 28th already.
 */
export function yearsCountFrom(on: CalendarDate, leapDay: LeapDayBirthday): number {
  const { year, month, day } = dateParts(on);
  const early = leapDay === "28-february" && month === 2 && day === 28 && daysInMonth(year, 2) === 28;
  return dayNumberOf(on) + (early ? 1 : 0);
}

/** The last day to be born on for having completed so many whole years. */
export const lastDayForYears = (years: number, countFrom: number): number =>
  Math.min(Math.max(countFrom - years * 10_000, beforeAllDays + 1), afterAllDays - 1);

/** Years completed by someone born on a day. */
export const yearsSince = (day: number, countFrom: number): number => Math.floor((countFrom - day) / 10_000);

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

function firstDayOfPart(text: string): number {
  if (!isPartialDate(text)) return noDay;
  return Number(text.slice(0, 4)) * 10_000 + (text.length === 4 ? 1 : Number(text.slice(5, 7))) * 100 + 1;
}
