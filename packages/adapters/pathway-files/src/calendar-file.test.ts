import { daysBetween } from "@finsam/model";
import { programmeCalendar } from "@finsam/pathway";
import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type CalendarEvent, calendarFile, dutyEvents, programmeEvents } from "./calendar-file.ts";

const programme = stockholm.pathway?.programmes?.[0];
const group = programme?.groups?.find(({ id }) => id === "kungsholmen-2023-w33");
const layout = programme?.versions[0]?.value;
if (group === undefined || layout === undefined) throw new Error("the programme is missing");
const options = { name: { sv: "Kungsholmen", en: "Kungsholmen" }, language: "sv", stamp: "2023-08-01" } as const;
const autumn = programmeEvents(programmeCalendar(layout, group), { id: group.id, name: group.site });

/** The events of a file, as another program reads them. */
const read = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      stamp: String(component.getFirstPropertyValue("dtstamp")),
    };
  });

test("another program reads 32 sessions and four milestones, on the days of the calendar", () => {
  const events = read(calendarFile(autumn, options));
  expect(events).toHaveLength(36);
  expect(events.at(-1)?.uid).toBe("kungsholmen-2023-w33-session-32@finsam");
  expect(events.some(({ uid }) => uid === "kungsholmen-2023-w33-follow-up-2@finsam")).toBe(true);
  expect(events[0]).toEqual({
    uid: "kungsholmen-2023-w33-session-1@finsam",
    summary: "Kungsholmen, tillfälle 1 av 32 (fm)",
    description: null,
    start: "2023-08-15",
    end: "2023-08-16",
    stamp: "2023-08-01T00:00:00Z",
  });
  expect(events.find(({ summary }) => summary.includes("vecka 10"))).toMatchObject({
    start: "2023-10-16",
    end: "2023-10-23",
    description: "Anmälan till gemensam kartläggning\nAnmälan till Jobbtorg Stockholm",
  });
  expect(events.filter(({ summary }) => summary.startsWith("Kungsholmen: Senast i dag"))).toMatchObject([
    { start: "2023-08-20", end: "2023-08-21" },
  ]);
});

test("the same events give the same file, whatever their order, and the stamp is the day that was given", () => {
  expect(calendarFile([...autumn].reverse(), options)).toBe(calendarFile(autumn, options));
  expect(
    calendarFile(autumn, options)
      .match(/^DTSTAMP:.*$/gm)
      ?.every((line) => line.trim() === "DTSTAMP:20230801T000000Z"),
  ).toBe(true);
});

test("what is due for several people on the same days is one event without a word about them", () => {
  const duty = {
    id: "follow-up-1",
    label: { sv: "Uppföljning", en: "Follow-up" },
    from: "2023-09-04",
    by: "2023-09-24",
  };
  const people = ["p-4711", "p-0815"].map((person) => ({ ...duty, person }));
  const file = calendarFile(dutyEvents(people), options);
  expect(read(file)).toHaveLength(1);
  expect(file).not.toMatch(/p-4711|p-0815/);
});

test("what has no days has no place in a calendar; what has no last day stands on its first", () => {
  const label = { sv: "Följ upp", en: "Follow up" };
  expect(
    dutyEvents([
      { id: "a", label },
      { id: "b", label, from: "2024-04-01" },
    ]),
  ).toMatchObject([{ from: "2024-04-01", to: "2024-04-01" }]);
});

test("texts with commas, line ends and other signs come back as they were, in lines of 75 bytes at most", () => {
  const someEvent = fc.record({
    title: fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 120 }).map(printable),
    days: fc.integer({ min: 0, max: 40 }),
  });
  fc.assert(
    fc.property(someEvent, ({ title, days }) => {
      const to = days < 10 ? `2024-02-1${days}` : `2024-03-${String(days - 9).padStart(2, "0")}`;
      const event: CalendarEvent = { id: "a", from: "2024-02-10", to, title: { sv: title, en: title } };
      const file = calendarFile([event], options);
      const [back] = read(file);
      expect(back?.summary).toBe(title);
      expect(daysBetween(back?.start ?? "", back?.end ?? "")).toBe(daysBetween(event.from, event.to) + 1);
      for (const line of file.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    }),
  );
});

const printable = (text: string): string => `Å${text.replace(/[^\x20-\x7e\n]/g, "ö")}`;
