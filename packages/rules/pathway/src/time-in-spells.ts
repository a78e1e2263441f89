import {
  type CalendarDate,
  type DateInterval,
  includesDay,
  overlap,
  type Participation,
  type Spell,
} from "@finsam/model";
import { type DaySet, daySetOf, daysIn, daysMissing, daysWithin } from "./day-set.ts";

/**
 * Something wrong with a spell: it belongs to another participation, or has days before the participation starts or after it ends.
 * Such days are not counted.
 */
export interface SpellFinding {
  readonly code: "spell-of-another-participation" | "spell-outside-participation";
  readonly spell: string;
}

/**
 * Time in an intervention, such as work training (arbetsträning), as its spells tell it; or why that is not known. A participation that is
 * said to have no spells is not the same as one with a spell of no days: without spells nothing is known, and 0 would be a guess.
 */
export type TimeInSpells =
  | {
      readonly known: true;
      readonly days: number;
      /** Seven days each, not weeks of the calendar. */
      readonly wholeWeeks: number;
      readonly spells: DaySet;
      /** Runs of days within the participation between its spells. */
      readonly pauses: DaySet;
      /** Whether a spell goes on at the reference date. */
      readonly ongoing: boolean;
      readonly findings: readonly SpellFinding[];
    }
  | {
      readonly known: false;
      readonly because: "no-spells-recorded" | "not-started" | "anonymous";
      readonly findings: readonly SpellFinding[];
    };

/** In which days time is counted, and up to which reference date what has no end counts. */
export interface TimeInSpellsOptions {
  readonly on: CalendarDate;
  readonly period?: DateInterval;
}

/**
 * The time (days, whole weeks) that a participation had spells, in a period. Spells that overlap are counted once, and what is open counts
 * up to and with the reference date. The old national register could not give this (Follow-up 2021, work training places).
 *
 * @example
 * ```ts
 * import { timeInSpells } from "@finsam/pathway";
 * const training = { followUp: "not-followed", id: "D1", intervention: "work-training", sex: "man", sexBasis: "legal-sex",
 *   start: "2021-03-01" } as const;
 * const spells = [{ id: "s1", participation: "D1", start: "2021-03-01", end: "2021-03-14" },
 *   { id: "s2", participation: "D1", start: "2021-05-03" }];
 * const time = timeInSpells(training, spells, { on: "2021-05-09" });
 * time.known ? [time.days, time.wholeWeeks, time.pauses] : []; // => [21, 3, [{ from: "2021-03-15", to: "2021-05-02" }]]
 * ```
 */
export function timeInSpells(
  participation: Participation,
  spells: readonly Spell[],
  { on, period }: TimeInSpellsOptions,
): TimeInSpells {
  const others = spells
    .filter((spell) => spell.participation !== participation.id)
    .map(({ id }): SpellFinding => ({ code: "spell-of-another-participation", spell: id }));
  if (participation.followUp === "anonymous") return { known: false, because: "anonymous", findings: others };
  const own = spells.filter((spell) => spell.participation === participation.id);
  if (participation.start === undefined) return { known: false, because: "not-started", findings: others };
  if (own.length === 0) return { known: false, because: "no-spells-recorded", findings: others };

  const whole: DateInterval = { from: participation.start, to: participation.end ?? null };
  const inside = own.flatMap((spell) => overlap({ from: spell.start, to: spell.end ?? null }, whole) ?? []);
  const outside = own.filter(
    ({ start, end }) => start < whole.from || (whole.to !== null && (start > whole.to || (end ?? on) > whole.to)),
  );
  const all = daySetOf(inside, on);
  const [first, last] = [all[0], all.at(-1)];
  const pauses = first === undefined || last === undefined ? [] : daysMissing({ from: first.from, to: last.to }, all);
  const within = (days: DaySet): DaySet => (period === undefined ? days : daysWithin(days, period));
  const counted = within(all);
  const days = daysIn(counted);
  return {
    known: true,
    days,
    wholeWeeks: Math.floor(days / 7),
    spells: counted,
    pauses: within(pauses),
    ongoing: inside.some((spell) => includesDay(spell, on)),
    findings: [
      ...others,
      ...outside.map(({ id }): SpellFinding => ({ code: "spell-outside-participation", spell: id })),
    ],
  };
}
