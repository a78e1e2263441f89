import { addDays, type CalendarDate, dayOfIsoWeek, type IsoWeek, isoWeek, weekday } from "@finsam/model";
import type { ProgrammeGroup, ProgrammeLayout } from "@finsam/policy";
import { compare } from "./day-set.ts";
import type { Duty } from "./standing.ts";

/** A session (tillfälle) of a group. */
export interface ProgrammeSession {
  readonly on: CalendarDate;
  readonly part?: "morning" | "afternoon";
}

/** A week of a programme: its number from 1, the week of the calendar, Monday and Sunday, and the sessions in it. */
export interface ProgrammeWeek {
  readonly number: number;
  readonly week: IsoWeek;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly sessions: readonly ProgrammeSession[];
}

/** Something that does not fit in the calendar of a group. Nothing is left out because of it. */
export type ProgrammeFinding = "other-number-of-sessions" | "skipped-week-outside-programme";

/** The calendar (startkalender) of a group: its weeks, and when its milestones fall due. */
export interface ProgrammeCalendar {
  readonly weeks: readonly ProgrammeWeek[];
  readonly firstSession: CalendarDate;
  readonly lastSession: CalendarDate;
  /** The Sunday of the last week. */
  readonly lastDay: CalendarDate;
  readonly milestones: readonly Duty[];
  readonly findings: readonly ProgrammeFinding[];
}

/**
 * The calendar of a group in a programme. Week 1 is the ISO week of its first session, and a milestone is due from the Monday of its first
 * week to the Sunday of its last. A week that is skipped is not counted: all after it comes a week later. Which weeks to skip, Christmas
 * among them, no source says.
 *
 * @example
 * ```ts
 * import { programmeCalendar } from "@finsam/pathway";
 * const layout = { weeks: 16, sessionsPerWeek: 2, milestones: [] };
 * const group = { id: "kungsholmen", site: { sv: "Kungsholmen", en: "Kungsholmen" }, start: { year: 2023, week: 33 },
 *   sessions: [{ weekday: 2 }, { weekday: 5 }] };
 * const { firstSession, lastSession, lastDay } = programmeCalendar(layout, group);
 * [firstSession, lastSession, lastDay]; // => ["2023-08-15", "2023-12-01", "2023-12-03"]
 * ```
 */
export function programmeCalendar(layout: ProgrammeLayout, group: ProgrammeGroup): ProgrammeCalendar {
  const { skipWeeks = [] } = group;
  const mondays = mondaysFrom(dayOfIsoWeek(group.start), layout.weeks, skipWeeks);
  const weeks = mondays.map((monday, index): ProgrammeWeek => {
    const sessions = group.sessions.map(
      ({ weekday, part }): ProgrammeSession => ({
        on: addDays(monday, weekday - 1),
        ...(part === undefined ? {} : { part }),
      }),
    );
    return {
      number: index + 1,
      week: isoWeek(monday),
      from: monday,
      to: addDays(monday, 6),
      sessions: sessions.sort((a, b) => compare(a.on, b.on)),
    };
  });
  const days = weeks.flatMap(({ sessions }) => sessions.map(({ on }) => on));
  const start = dayOfIsoWeek(group.start);
  const lastMonday = mondays.at(-1) ?? start;
  const outside = skipWeeks.map((week) => dayOfIsoWeek(week)).filter((monday) => monday < start || monday > lastMonday);
  return {
    weeks,
    firstSession: days[0] ?? start,
    lastSession: days.at(-1) ?? lastMonday,
    lastDay: addDays(lastMonday, 6),
    milestones: milestonesIn(layout, mondays),
    findings: [
      ...(group.sessions.length === layout.sessionsPerWeek ? [] : (["other-number-of-sessions"] as const)),
      ...(outside.length === 0 ? [] : (["skipped-week-outside-programme"] as const)),
    ],
  };
}

/**
 * When the milestones of a programme fall due for someone of whom only the first day is known: its week is week 1.
 *
 * @example
 * ```ts
 * import { milestonesFrom } from "@finsam/pathway";
 * const closing = { id: "closing-meeting", label: { sv: "Avslutningsmöte", en: "Closing meeting" }, weeks: { from: 16, to: 16 } };
 * const layout = { weeks: 16, sessionsPerWeek: 2, milestones: [closing] };
 * const [meeting] = milestonesFrom(layout, "2023-08-15");
 * [meeting?.from, meeting?.by]; // => ["2023-11-27", "2023-12-03"]
 * ```
 */
export function milestonesFrom(layout: ProgrammeLayout, start: CalendarDate): readonly Duty[] {
  return milestonesIn(layout, mondaysFrom(addDays(start, 1 - weekday(start)), layout.weeks, []));
}

function mondaysFrom(first: CalendarDate, count: number, skipWeeks: readonly IsoWeek[]): readonly CalendarDate[] {
  const skipped = new Set(skipWeeks.map((week) => dayOfIsoWeek(week)));
  const mondays: CalendarDate[] = [];
  for (let monday = first; mondays.length < count; monday = addDays(monday, 7))
    if (!skipped.has(monday)) mondays.push(monday);
  return mondays;
}

function milestonesIn({ milestones }: ProgrammeLayout, mondays: readonly CalendarDate[]): readonly Duty[] {
  return milestones.map(({ id, label, weeks, actions }) => {
    const [from, lastMonday] = [weeks.from === undefined ? undefined : mondays[weeks.from - 1], mondays[weeks.to - 1]];
    return {
      id,
      label,
      ...(from === undefined ? {} : { from }),
      ...(lastMonday === undefined ? {} : { by: addDays(lastMonday, 6) }),
      ...(actions === undefined ? {} : { actions }),
    };
  });
}
