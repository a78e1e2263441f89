import fc from "fast-check";
import { expect, test } from "vitest";
import { Pathway } from "./pathway.ts";
import { someDay, somePathway } from "./people.fixture.ts";
import { pathwayTimeline, timelineTable } from "./timeline.ts";

const text = (sv: string, en: string) => ({ sv, en });

const pathway: Pathway = {
  person: "p1",
  interventions: [
    {
      id: "training",
      label: text("Arbetsträning", "Work training"),
      focus: ["job-focused"],
      referred: "2024-01-01",
      start: "2024-01-15",
      spells: [{ start: "2024-01-15", end: "2024-02-29" }, { start: "2024-04-01" }],
    },
    {
      id: "health",
      label: text("Hälsoskola", "Health school"),
      focus: ["health"],
      start: "2024-05-01",
      end: "2024-05-31",
    },
  ],
  changes: [{ change: "case-worker", left: "2024-03-31", successor: "2024-04-15" }],
  absences: [{ kind: "planned", start: "2024-03-01", end: "2024-03-31" }],
};

test("a timeline tells waiting, spells, pauses, parallel days, changes and absence in order, in Swedish", () => {
  const table = timelineTable(pathwayTimeline(pathway, { on: "2024-06-30", highlightFrom: 14 }), "sv");
  expect(table).toEqual([
    ["Från", "Till", "Dagar", "Vad", "Anmärkning"],
    ["2024-01-01", "2024-01-14", "14", "Glapp: väntan på start", "Arbetsträning; minst 14 dagar"],
    ["2024-01-15", "2024-02-29", "46", "Arbetsträning", "jobbfokuserande"],
    ["2024-03-01", "2024-03-31", "31", "Paus: Arbetsträning", ""],
    ["2024-03-01", "2024-03-31", "31", "Planerad frånvaro", ""],
    ["2024-04-01", "2024-04-01", "1", "Byte av handläggare", "efterträdare 2024-04-15"],
    ["2024-04-01", "2024-04-14", "14", "Glapp: byte av handläggare", "under tiden: Arbetsträning; minst 14 dagar"],
    ["2024-04-01", "pågår", "91", "Arbetsträning", "jobbfokuserande"],
    ["2024-05-01", "2024-05-31", "31", "Hälsoskola", "hälsorelaterad"],
    [
      "2024-05-01",
      "2024-05-31",
      "31",
      "Parallella insatser",
      "Arbetsträning, Hälsoskola; jobbfokus tillsammans med annat (som BIP)",
    ],
  ]);
});

test("nothing after the reference date stands in a timeline", () => {
  fc.assert(
    fc.property(somePathway, someDay, (some, on) => {
      const { entries } = pathwayTimeline(some, { on });
      for (const { from, to, days } of entries) {
        expect(from <= to && to <= on).toBe(true);
        expect(days).toBeGreaterThanOrEqual(0);
      }
      expect(entries.map(({ from }) => from)).toEqual(entries.map(({ from }) => from).sort());
    }),
  );
});

test("the last day of the calendar, and a pathway of one 29 February, are days as others", () => {
  const label = { sv: "Insats", en: "Intervention" };
  const open = [
    { id: "a", label, referred: "2024-02-01", start: "2024-03-01" },
    { id: "b", label, start: "2024-03-05" },
  ];
  const { entries } = pathwayTimeline({ person: "p1", interventions: open }, { on: "9999-12-31" });
  expect(entries.map(({ kind, to }) => [kind, to])).toEqual([
    ["gap", "2024-02-29"],
    ["intervention", "9999-12-31"],
    ["intervention", "9999-12-31"],
    ["parallel", "9999-12-31"],
  ]);
  const leapDay = [{ id: "a", label, start: "2024-02-29", end: "2024-02-29" }];
  expect(pathwayTimeline({ person: "p1", interventions: leapDay }, { on: "2024-03-01" }).entries).toMatchObject([
    { from: "2024-02-29", to: "2024-02-29", days: 1, open: false },
  ]);
});

test("a pathway whose end lies before its start, or with two interventions of one name, is refused", () => {
  const [training] = pathway.interventions;
  expect(Pathway.safeParse(pathway).success).toBe(true);
  expect(Pathway.safeParse({ ...pathway, interventions: [{ ...training, end: "2024-01-01" }] }).success).toBe(false);
  expect(Pathway.safeParse({ ...pathway, interventions: [training, training] }).success).toBe(false);
  expect(
    Pathway.safeParse({ ...pathway, changes: [{ change: "case-worker", left: "2024-03-31", successor: "2024-03-01" }] })
      .success,
  ).toBe(false);
});

test("a gap shorter than those that are marked is listed without a mark", () => {
  const { entries } = pathwayTimeline(pathway, { on: "2024-06-30", highlightFrom: 15 });
  const gaps = entries.filter(({ kind }) => kind === "gap");
  expect(gaps.map(({ highlighted, notes }) => [highlighted, notes.length])).toEqual([
    [false, 1],
    [false, 1],
  ]);
});

test("a pause is not parallel to what goes on meanwhile", () => {
  const [training, health] = pathway.interventions;
  if (training === undefined || health === undefined) throw new Error("the interventions are missing");
  const inPause = { ...pathway, interventions: [training, { ...health, start: "2024-03-01", end: "2024-03-31" }] };
  const { entries } = pathwayTimeline(inPause, { on: "2024-06-30" });
  expect(entries.filter(({ kind }) => kind === "parallel")).toEqual([]);
});

test("what ends on the reference date does not go on, and whose change begins after it has not changed", () => {
  const [, health] = pathway.interventions;
  if (health === undefined) throw new Error("the intervention is missing");
  const { entries } = pathwayTimeline(
    { person: "p1", interventions: [health], changes: [{ change: "case-worker", left: "2024-05-31" }] },
    { on: "2024-05-31" },
  );
  expect(entries.map(({ kind, open }) => [kind, open])).toEqual([["intervention", false]]);
});
