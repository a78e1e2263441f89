import { expect, test } from "vitest";
import { attendanceOf, groupSizeWarning } from "./attendance.ts";
import { programmeCalendar } from "./programme-calendar.ts";

const calendar = programmeCalendar(
  { weeks: 16, sessionsPerWeek: 2, milestones: [] },
  {
    id: "kungsholmen",
    site: { sv: "Kungsholmen", en: "Kungsholmen" },
    start: { year: 2023, week: 33 },
    sessions: [{ weekday: 2 }, { weekday: 5 }],
  },
);

test("a session that nobody recorded is not an absence, and planned absence stays apart from illness", () => {
  const attendance = attendanceOf(
    calendar,
    [
      { on: "2023-08-15", status: "attended" },
      { on: "2023-08-18", status: "planned-absence" },
      { on: "2023-08-22", status: "illness" },
      { on: "2023-08-25", status: "absent" },
      { on: "2023-09-05", status: "attended" },
    ],
    "2023-08-31",
  );
  expect(attendance).toEqual({
    held: 5,
    attended: 1,
    plannedAbsence: 1,
    illness: 1,
    absent: 1,
    notRecorded: 1,
    findings: [],
  });
});

test("a record on a day without a session, and two records that contradict each other, are told and not counted", () => {
  const { attended, absent, notRecorded, findings } = attendanceOf(
    calendar,
    [
      { on: "2023-08-16", status: "attended" },
      { on: "2023-08-15", status: "attended" },
      { on: "2023-08-15", status: "absent" },
    ],
    "2023-08-15",
  );
  expect([attended, absent, notRecorded]).toEqual([0, 0, 1]);
  expect(findings).toEqual([{ code: "contradiction", on: "2023-08-15" }]);
  expect(attendanceOf(calendar, [{ on: "2023-08-16", status: "attended" }], "2023-08-16").findings).toEqual([
    { code: "no-session", on: "2023-08-16" },
  ]);
});

test("a group of eleven is warned about where ten are aimed at, and no size is stated without a source", () => {
  expect(groupSizeWarning({ groupSize: 10 }, 11)?.sv).toBe("11 deltagare; ungefär 10 är tänkt.");
  expect(groupSizeWarning({ groupSize: 10 }, 10)).toBeUndefined();
  expect(groupSizeWarning({}, 40)).toBeUndefined();
});
