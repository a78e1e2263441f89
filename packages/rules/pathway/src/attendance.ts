import { CalendarDate, type Text } from "@finsam/model";
import type { ProgrammeLayout } from "@finsam/policy";
import * as z from "zod";
import type { ProgrammeCalendar } from "./programme-calendar.ts";

/** How a participant was at a session: there, away as planned (planerad frånvaro), ill, or away for another or no stated reason. */
export const AttendanceRecord = z.strictObject({
  on: CalendarDate,
  status: z.enum(["attended", "planned-absence", "illness", "absent"]),
});
export type AttendanceRecord = z.infer<typeof AttendanceRecord>;

/** Attendance (närvaro) at the sessions of a programme up to a day. */
export interface Attendance {
  /** Sessions held up to the day, by the calendar. */
  readonly held: number;
  readonly attended: number;
  readonly plannedAbsence: number;
  readonly illness: number;
  readonly absent: number;
  /** Sessions of which nobody recorded anything: not an absence. */
  readonly notRecorded: number;
  /** Records on a day without a session, and days with contradicting records, which count as not recorded. */
  readonly findings: readonly { readonly code: "no-session" | "contradiction"; readonly on: CalendarDate }[];
}

/**
 * Counts the attendance of a participant up to and with a day. A share of it is of the sessions with a record, `held - notRecorded`.
 *
 * @example
 * ```ts
 * import { attendanceOf, programmeCalendar } from "@finsam/pathway";
 * const group = { id: "a", site: { sv: "A", en: "A" }, start: { year: 2023, week: 33 }, sessions: [{ weekday: 2 }, { weekday: 5 }] };
 * const calendar = programmeCalendar({ weeks: 16, sessionsPerWeek: 2, milestones: [] }, group);
 * const { held, attended, notRecorded } = attendanceOf(calendar, [{ on: "2023-08-15", status: "attended" }], "2023-08-18");
 * [held, attended, notRecorded]; // => [2, 1, 1]
 * ```
 */
export function attendanceOf(
  calendar: Pick<ProgrammeCalendar, "weeks">,
  records: readonly AttendanceRecord[],
  until: CalendarDate,
): Attendance {
  const sessions = new Set(calendar.weeks.flatMap((week) => week.sessions.map(({ on }) => on)));
  const held = [...sessions].filter((on) => on <= until);
  const statuses = new Map<CalendarDate, Set<AttendanceRecord["status"]>>();
  for (const { on, status } of records) statuses.set(on, new Set([...(statuses.get(on) ?? []), status]));
  const statusOn = (on: CalendarDate): AttendanceRecord["status"] | undefined => {
    const recorded = [...(statuses.get(on) ?? [])];
    return recorded.length === 1 ? recorded[0] : undefined;
  };
  const count = (status: AttendanceRecord["status"] | undefined): number =>
    held.filter((on) => statusOn(on) === status).length;
  return {
    held: held.length,
    attended: count("attended"),
    plannedAbsence: count("planned-absence"),
    illness: count("illness"),
    absent: count("absent"),
    notRecorded: count(undefined),
    findings: [...statuses]
      .filter(([on]) => on <= until)
      .flatMap(([on, recorded]) => [
        ...(sessions.has(on) ? [] : [{ code: "no-session" as const, on }]),
        ...(recorded.size > 1 ? [{ code: "contradiction" as const, on }] : []),
      ]),
  };
}

/**
 * What to say of the size of a group: nothing up to the size that is aimed at, a warning above it. A size is what one aims at ("ca 10
 * deltagare"), so it never keeps anybody out.
 *
 * @example
 * ```ts
 * import { groupSizeWarning } from "@finsam/pathway";
 * groupSizeWarning({ groupSize: 10 }, 10); // => undefined
 * groupSizeWarning({ groupSize: 10 }, 12)?.en; // => "12 participants; about 10 are aimed at."
 * ```
 */
export function groupSizeWarning(
  { groupSize }: Pick<ProgrammeLayout, "groupSize">,
  participants: number,
): Text | undefined {
  if (groupSize === undefined || participants <= groupSize) return undefined;
  return {
    sv: `${participants} deltagare; ungefär ${groupSize} är tänkt.`,
    en: `${participants} participants; about ${groupSize} are aimed at.`,
  };
}
