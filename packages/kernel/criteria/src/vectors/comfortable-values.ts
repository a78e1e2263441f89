import { calendarDate, dateParts, type FactValue } from "@finsam/model";
import type { Condition } from "../criterion.ts";
import { definitionOf } from "../definition-of.ts";
import type { Setting } from "../known-fact.ts";
import { daysFrom } from "./neighbouring-days.ts";
import { turningAge } from "./turning-age.ts";

/**
 * Values of one stated fact far from every limit that the conditions on it have: before the first, between two, after the last. For sets
 * of codes: all that are listed, and all but those of one list.
 */
export function comfortableValues(asked: readonly Condition[], setting: Setting): readonly FactValue[] {
  const ages = asked.flatMap((condition) => turningAge(condition, setting.vocabulary) ?? []);
  const numbers = asked.flatMap(({ fact, value }) =>
    definitionOf(setting.vocabulary, fact)?.type === "number" && typeof value === "number" ? [value] : [],
  );
  const days = asked.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  const lists = asked.flatMap(({ op, value }) => (op === "hasAny" && Array.isArray(value) ? [value] : []));
  return [
    ...farFrom(ages).flatMap((age) => bornInJune(Math.floor(age), setting)),
    ...farFrom(numbers),
    ...days.flatMap((day) => [daysFrom(day, -400) ?? [], daysFrom(day, 400) ?? []].flat()),
    ...combined(lists),
  ];
}

function farFrom(limits: readonly number[]): readonly number[] {
  const sorted = [...new Set(limits)].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const between = sorted.slice(1).map((limit, index) => (limit + (sorted[index] ?? limit)) / 2);
  return [first - 10, ...between, last + 10];
}

function bornInJune(age: number, setting: Setting): readonly string[] {
  const year = dateParts(setting.on).year - age;
  return age >= 0 && year >= 1 ? [calendarDate(year, 6, 15)] : [];
}

function combined(lists: readonly (readonly string[])[]): readonly string[][] {
  const every = [...new Set(lists.flat())];
  const withoutOne = lists.map((list) => every.filter((code) => !list.includes(code)));
  return lists.length < 2 ? [] : [every, ...withoutOne];
}
