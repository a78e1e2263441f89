import {
  type Comparison,
  type Condition,
  type Criterion,
  conditionsIn,
  type FactDefinition,
  type Setting,
  type Vocabulary,
} from "@finsam/criteria";
import { addDays, calendarDate, daysInMonth, type FactValue } from "@finsam/model";

/** Codes that look like something else to one engine or another, or nearly like a code. */
export const hostileTexts: readonly string[] = [
  "'; DROP TABLE people; --",
  '" OR 1=1 --',
  "NULL",
  "\\N",
  "$1",
  "?1",
  "{p1:String}",
  "__proto__",
  "none ",
  "NONE",
  "å\u0308",
  "😀%_",
  '["none"]',
  "a,b",
];

/**
 * What can be stated of each fact that a set of cases asks about, on every side of every limit, and null for nothing at all. The dates
 * that completed years count from are those around every birthday that decides.
 */
export function hostileValues(
  cases: readonly { readonly criterion: Criterion; readonly setting: Setting }[],
  vocabulary: Vocabulary,
): ReadonlyMap<string, readonly (FactValue | null)[]> {
  const values = new Map<string, Map<string, FactValue | null>>();
  for (const { criterion, setting } of cases) {
    for (const condition of conditionsIn(criterion)) {
      const definition = vocabulary[condition.fact];
      if (definition === undefined) continue;
      const stated = definition.type === "completedYears" ? definition.since : condition.fact;
      const known = values.get(stated) ?? new Map([["null", null]]);
      for (const value of valuesAround(condition, definition, setting)) known.set(JSON.stringify(value), value);
      values.set(stated, known);
    }
  }
  return new Map([...values].map(([fact, known]) => [fact, [...known.values()]]));
}

function valuesAround(condition: Condition, definition: FactDefinition, setting: Setting): readonly FactValue[] {
  const limit = condition.value;
  switch (definition.type) {
    case "boolean":
      return [true, false];
    case "code": {
      const codes: readonly string[] = Array.isArray(limit) ? limit : [];
      const nearly = codes.slice(0, 1).flatMap((code) => [code.toUpperCase(), `${code} `]);
      const listed = Object.keys(definition.codes);
      return [...codes, ...listed, ...(definition.missing ?? []), ...nearly, ...hostileTexts.slice(0, 2)];
    }
    case "codes": {
      const codes = Array.isArray(limit) ? limit : [];
      const [first = "a"] = codes;
      return [[], codes, [first], [...hostileTexts], [...hostileTexts, first], [first, first]];
    }
    case "number":
      return typeof limit === "number" ? numbersAround(limit) : [];
    case "date":
      return typeof limit === "string" ? datesAround(limit) : [];
    case "completedYears":
      return typeof limit === "number" ? birthdaysAround(ageThatTurns(condition.op, limit), setting) : [];
  }
}

const numbersAround = (limit: number): readonly FactValue[] => [
  limit - 1,
  limit,
  limit + 1,
  { min: limit, max: limit },
  { min: limit - 1, max: limit },
  { min: limit, max: limit + 1 },
  { min: limit - 1, max: limit + 1 },
  -0,
];

/** The days around a day, and the months and years that hold or miss it. */
function datesAround(day: string): readonly string[] {
  const days = [-366, -31, -1, 0, 1, 31, 366].flatMap((step) => {
    try {
      return [addDays(day, step)];
    } catch {
      return []; // before the first or after the last day of the calendar
    }
  });
  return [...new Set(days.flatMap((one) => [one, one.slice(0, 7), one.slice(0, 4)]))];
}

function birthdaysAround(age: number, { on }: Setting): readonly string[] {
  const year = Number(on.slice(0, 4)) - age;
  const month = Number(on.slice(5, 7));
  const birthday = calendarDate(year, month, Math.min(Number(on.slice(8)), daysInMonth(year, month)));
  const nextYear = String(year + 1);
  const near = [-1, 0, 1].map((step) => addDays(birthday, step));
  const leapDays = [year - 1, year, year + 1].filter((one) => daysInMonth(one, 2) === 29).map((one) => `${one}-02-29`);
  return [...near, ...near.map((day) => day.slice(0, 7)), ...near.map((day) => day.slice(0, 4)), ...leapDays, nextYear];
}

const ageThatTurns = (op: Comparison | "is" | "in" | "hasAny", limit: number): number =>
  op === "atLeast" || op === "lessThan" ? Math.ceil(limit) : Math.floor(limit) + 1;
