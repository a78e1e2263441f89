import { addDays, isoWeek } from "@finsam/model";
import type { ProgrammeGroup } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { milestonesFrom, programmeCalendar } from "./programme-calendar.ts";

const programme = stockholm.pathway?.programmes?.find(({ id }) => id === "aktivitetsplatsen-group");
const layout = programme?.versions[0]?.value ?? { weeks: 0, sessionsPerWeek: 0, milestones: [] };
const groups = programme?.groups ?? [];
const liljeholmen = groups.find(({ id }) => id === "liljeholmen-2023-w37");

describe("the autumn of 2023 at Aktivitetsplatsen", () => {
  test("has six groups with the first session, the 16th week and the last day of the calendar", () => {
    expect(
      groups.map((group) => {
        const { firstSession, weeks, lastSession } = programmeCalendar(layout, group);
        return [group.site.sv, group.start.week, firstSession, weeks.at(-1)?.week.week, lastSession];
      }),
    ).toEqual([
      ["Kungsholmen", 33, "2023-08-15", 48, "2023-12-01"],
      ["Liljeholmen", 34, "2023-08-21", 49, "2023-12-07"],
      ["Sköndal", 34, "2023-08-22", 49, "2023-12-08"],
      ["Kungsholmen", 35, "2023-08-29", 50, "2023-12-14"],
      ["Sköndal", 35, "2023-08-28", 50, "2023-12-14"],
      ["Liljeholmen", 37, "2023-09-13", 52, "2023-12-29"],
    ]);
  });

  test("gives every participant 32 sessions, and room for about 60 people", () => {
    for (const group of groups) {
      const { weeks, findings } = programmeCalendar(layout, group);
      expect(weeks.flatMap(({ sessions }) => sessions)).toHaveLength(32);
      expect(findings).toEqual([]);
    }
    expect(groups.length * (layout.groupSize ?? 0)).toBe(60);
  });

  test("follows up in weeks 4–6 and in week 10, with the two applications, and closes in week 16", () => {
    const [kungsholmen] = groups;
    const milestones = kungsholmen === undefined ? [] : programmeCalendar(layout, kungsholmen).milestones;
    expect(milestones.map(({ id, from, by, actions = [] }) => [id, from, by, actions.length])).toEqual([
      ["introduction-meeting", undefined, "2023-08-20", 0],
      ["follow-up-1", "2023-09-04", "2023-09-24", 0],
      ["follow-up-2", "2023-10-16", "2023-10-22", 2],
      ["closing-meeting", "2023-11-27", "2023-12-03", 0],
    ]);
    expect(milestonesFrom(layout, "2023-08-18")).toEqual(milestones);
  });
});

test("a skipped Christmas week moves the 16th week to the new year, and no session is lost", () => {
  if (liljeholmen === undefined) throw new Error("the group of week 37 is missing");
  const calendar = programmeCalendar(layout, { ...liljeholmen, skipWeeks: [{ year: 2023, week: 52 }] });
  expect(calendar.weeks.at(-1)).toMatchObject({ number: 16, week: { year: 2024, week: 1 }, from: "2024-01-01" });
  expect(calendar).toMatchObject({ lastSession: "2024-01-05", lastDay: "2024-01-07", findings: [] });
  expect(calendar.milestones.at(-1)).toMatchObject({ from: "2024-01-01", by: "2024-01-07" });
  expect(calendar.weeks.flatMap(({ sessions }) => sessions)).toHaveLength(32);
});

test("a week to skip outside the programme, and a number of sessions that is not the programme's, are told", () => {
  const [group] = groups;
  if (group === undefined) throw new Error("no group");
  const odd = { ...group, skipWeeks: [{ year: 2023, week: 20 }], sessions: group.sessions.slice(0, 1) };
  expect(programmeCalendar(layout, odd).findings).toEqual([
    "other-number-of-sessions",
    "skipped-week-outside-programme",
  ]);
  const after = { ...group, skipWeeks: [{ year: 2023, week: 49 }] };
  expect(programmeCalendar(layout, after).findings).toEqual(["skipped-week-outside-programme"]);
});

test("a calendar that begins whole weeks later has everything whole weeks later", () => {
  const someGroup = fc
    .record({
      monday: fc.integer({ min: 0, max: 2000 }).map((weeks) => addDays("2001-01-01", weeks * 7)),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      later: fc.integer({ min: 1, max: 200 }),
      skip: fc.option(fc.integer({ min: 1, max: 15 })),
    })
    .map(({ monday, weekdays, later, skip }) => {
      const groupFrom = (first: string): ProgrammeGroup => ({
        id: "g",
        site: { sv: "G", en: "G" },
        start: isoWeek(first),
        sessions: weekdays.map((weekday) => ({ weekday })),
        ...(skip === null ? {} : { skipWeeks: [isoWeek(addDays(first, skip * 7))] }),
      });
      return { before: groupFrom(monday), after: groupFrom(addDays(monday, later * 7)), days: later * 7 };
    });
  fc.assert(
    fc.property(someGroup, ({ before, after, days }) => {
      const [one, other] = [programmeCalendar(layout, before), programmeCalendar(layout, after)];
      const daysOf = ({ weeks, milestones, firstSession, lastSession, lastDay }: typeof one) => [
        ...weeks.flatMap(({ from, to, sessions }) => [from, to, ...sessions.map(({ on }) => on)]),
        ...milestones.flatMap(({ from = "2000-01-03", by = "2000-01-03" }) => [from, by]),
        firstSession,
        lastSession,
        lastDay,
      ];
      const moved = daysOf(one).map((day) => addDays(day, days));
      expect(daysOf(other).map((day, index) => (day === "2000-01-03" ? moved[index] : day))).toEqual(moved);
      expect(one.weeks).toHaveLength(16);
    }),
  );
});
