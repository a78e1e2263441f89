import {
  type CalendarDate,
  type Facts,
  type FactValue,
  type LeapDayBirthday,
  possibleDays,
  possibleYears,
} from "@finsam/model";
import { definitionOf } from "./definition-of.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Everything but the facts that an evaluation depends on. */
export interface Setting {
  readonly vocabulary: Vocabulary;
  /** The reference date: the day on which ages are taken. There is no other "today". */
  readonly on: CalendarDate;
  /** When someone born on 29 February turns a year older; policy says which. */
  readonly leapDayBirthday: LeapDayBirthday;
}

/** A fact, or what was computed from one, as known: `undefined` when nothing is. */
export function knownFact(fact: string, facts: Facts, setting: Setting): FactValue | undefined {
  const definition = definitionOf(setting.vocabulary, fact);
  if (definition?.type === "completedYears") {
    const since = stated(facts, definition.since);
    if (typeof since !== "string") return undefined;
    const years = possibleYears(since, setting.on, setting.leapDayBirthday);
    return years.min === years.max ? years.min : years;
  }
  return stated(facts, fact);
}

/** The fact that has to be stated for another to be known: the date of birth for an age, else the fact itself. */
export function statedFactBehind(fact: string, vocabulary: Vocabulary): string {
  const definition = definitionOf(vocabulary, fact);
  return definition?.type === "completedYears" ? definition.since : fact;
}

/** The lowest and the highest that a number or a date can be. */
export function boundsOf(
  value: FactValue,
): { readonly min: number | string; readonly max: number | string } | undefined {
  if (typeof value === "number") return { min: value, max: value };
  if (typeof value === "string") {
    const { earliest, latest } = possibleDays(value);
    return { min: earliest, max: latest };
  }
  return typeof value === "object" && "min" in value ? value : undefined;
}

const stated = (facts: Facts, fact: string): FactValue | undefined =>
  Object.hasOwn(facts, fact) ? (facts[fact] ?? undefined) : undefined;
