import { addDays, type CalendarDate, type Language, type Text } from "@finsam/model";
import type { Duty, ProgrammeCalendar } from "@finsam/pathway";
import ical, { ICalEventBusyStatus, ICalEventTransparency } from "ical-generator";

/** One event of a calendar file: whole days, both included, and what to call it. Everything in it is written into the file. */
export interface CalendarEvent {
  /** Names the event, so that a file read in again changes it and does not double it. No name or pseudonym of a person belongs here. */
  readonly id: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly title: Text;
  readonly details?: Text;
}

/** How a calendar file is made. */
export interface CalendarFileOptions {
  /** What the calendar is called. */
  readonly name: Text;
  readonly language: Language;
  /** The day that the file says it was made. It is asked for, so that the same events give the same file. */
  readonly stamp: CalendarDate;
}

/**
 * Events as a calendar file (.ics, RFC 5545), in the order of their days. Events with the same id are written once. The same events and
 * options give the same text on every machine and on every day.
 *
 * @example
 * ```ts
 * import { calendarFile } from "@finsam/pathway-files";
 * const event = { id: "follow-up", from: "2023-10-16", to: "2023-10-22", title: { sv: "Uppföljning", en: "Follow-up" } };
 * const file = calendarFile([event], { name: event.title, language: "sv", stamp: "2023-08-01" });
 * file.includes("DTSTART;VALUE=DATE:20231016"); // => true
 * ```
 */
export function calendarFile(events: readonly CalendarEvent[], { name, language, stamp }: CalendarFileOptions): string {
  const calendar = ical({
    name: name[language],
    prodId: { company: "finsam", product: "pathway", language: language.toUpperCase() },
  });
  const once = [...new Map(events.map((event) => [event.id, event])).values()];
  for (const { id, from, to, title, details } of once.sort((a, b) => order(a.from, b.from) || order(a.id, b.id)))
    calendar.createEvent({
      id: `${id}@finsam`,
      allDay: true,
      start: from,
      // The end of a whole day event is the day after it.
      end: addDays(to, 1),
      stamp: `${stamp}T00:00:00Z`,
      summary: title[language],
      description: details?.[language] ?? null,
      // What is due in some weeks does not make anybody busy for them.
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    });
  return `${calendar.toString()}\r\n`;
}

/**
 * The sessions of a group as events, and its milestones. It holds the group and the days, and nobody's name. `id` names the group.
 *
 * @example
 * ```ts
 * import { programmeCalendar } from "@finsam/pathway";
 * import { programmeEvents } from "@finsam/pathway-files";
 * const name = { sv: "Kungsholmen", en: "Kungsholmen" };
 * const group = { id: "k33", site: name, start: { year: 2023, week: 33 }, sessions: [{ weekday: 2 }, { weekday: 5 }] };
 * const calendar = programmeCalendar({ weeks: 16, sessionsPerWeek: 2, milestones: [] }, group);
 * const events = programmeEvents(calendar, { id: "k33", name });
 * [events.length, events[0]?.from, events[0]?.title.sv]; // => [32, "2023-08-15", "Kungsholmen, tillfälle 1 av 32"]
 * ```
 */
export function programmeEvents(
  { weeks, milestones }: Pick<ProgrammeCalendar, "weeks" | "milestones">,
  { id, name }: { readonly id: string; readonly name: Text },
): readonly CalendarEvent[] {
  const sessions = weeks.flatMap((week) => week.sessions);
  return [
    ...sessions.map(({ on, part }, index): CalendarEvent => {
      const [sv, en] = part === undefined ? ["", ""] : partsOfDay[part];
      return {
        id: `${id}-session-${index + 1}`,
        from: on,
        to: on,
        title: {
          sv: `${name.sv}, tillfälle ${index + 1} av ${sessions.length}${sv}`,
          en: `${name.en}, session ${index + 1} of ${sessions.length}${en}`,
        },
      };
    }),
    // Named without its days, so that a milestone that moves is moved.
    ...milestones.flatMap((milestone) =>
      dutyEvents([milestone]).map((event) => ({
        ...event,
        id: `${id}-${milestone.id}`,
        title: { sv: `${name.sv}: ${event.title.sv}`, en: `${name.en}: ${event.title.en}` },
      })),
    ),
  ];
}

/**
 * What is due as events: its label, its days and what to do at it, and not whom it is about. The same thing due for several people on the same days is
 * one event. What has neither a first nor a last day has no place in a calendar.
 *
 * @example
 * ```ts
 * import { dutyEvents } from "@finsam/pathway-files";
 * const duty = { id: "follow-up-2", label: { sv: "Uppföljning vecka 10", en: "Follow-up in week 10" }, from: "2023-10-16", by: "2023-10-22" };
 * dutyEvents([duty, duty]).map(({ id }) => id); // => ["follow-up-2-2023-10-16-2023-10-22"]
 * ```
 */
export function dutyEvents(duties: readonly Duty[]): readonly CalendarEvent[] {
  const events = duties.flatMap(({ id, label, from, by, actions = [] }): readonly CalendarEvent[] => {
    const [first, last] = [from ?? by, by ?? from];
    if (first === undefined || last === undefined) return [];
    const title =
      from === undefined ? { sv: `Senast i dag: ${label.sv}`, en: `Today at the latest: ${label.en}` } : label;
    const details = { sv: actions.map(({ sv }) => sv).join("\n"), en: actions.map(({ en }) => en).join("\n") };
    return [
      { id: `${id}-${first}-${last}`, from: first, to: last, title, ...(actions.length === 0 ? {} : { details }) },
    ];
  });
  return [...new Map(events.map((event) => [event.id, event])).values()];
}

const partsOfDay = { morning: [" (fm)", " (morning)"], afternoon: [" (em)", " (afternoon)"] } as const;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
