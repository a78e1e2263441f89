import { addDays, daysBetween } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysIn } from "./day-set.ts";
import { gapsOf } from "./gaps.ts";
import { pathwayOf, someDay, somePathway } from "./people.fixture.ts";

const on = "2024-12-31";
const found = (...args: Parameters<typeof gapsOf>) =>
  gapsOf(...args).withoutIntervention.map(({ kind, from, to, days }) => [kind, from, to, days]);

describe("gaps", () => {
  test("are whole days between the end of one intervention and the start of the next", () => {
    const pathway = pathwayOf({ id: "a", start: "2024-01-01", end: "2024-02-28" }, { id: "b", start: "2024-03-01" });
    expect(found(pathway, { on })).toEqual([["between", "2024-02-29", "2024-02-29", 1]]);
  });

  test.each([
    ["on the same day", "2024-02-28"],
    ["on the next day", "2024-02-29"],
  ])("are none when the next intervention begins %s", (_, start) => {
    expect(found(pathwayOf({ id: "a", start: "2024-01-01", end: "2024-02-28" }, { id: "b", start }), { on })).toEqual(
      [],
    );
  });

  test("are none while another intervention goes on", () => {
    const pathway = pathwayOf(
      { id: "a", start: "2024-01-01", end: "2024-02-28" },
      { id: "b", referred: "2024-01-15", start: "2024-06-01" },
      { id: "meanwhile", start: "2024-01-10" },
    );
    expect(found(pathway, { on })).toEqual([]);
  });

  test("are waiting from the referral on: a queue of five months", () => {
    const pathway = pathwayOf({ id: "mia", referred: "2021-03-01", start: "2021-08-01" });
    expect(found(pathway, { on })).toEqual([["waiting", "2021-03-01", "2021-07-31", 153]]);
    const still = pathwayOf({ id: "mia", referred: "2021-03-01" });
    expect(gapsOf(still, { on: "2021-03-31" }).withoutIntervention).toMatchObject([{ days: 31, open: true }]);
  });

  test("end with the last end, since the person may be at work, unless something is waited for", () => {
    const ended = { id: "a", start: "2024-01-01", end: "2024-02-28" };
    expect(found(pathwayOf(ended), { on })).toEqual([]);
    expect(found(pathwayOf(ended, { id: "b", referred: "2024-03-11" }), { on: "2024-03-20" })).toEqual([
      ["between", "2024-02-29", "2024-03-10", 11],
      ["waiting", "2024-03-11", "2024-03-20", 10],
    ]);
  });

  test("last to the day of the return; when that day is not known, nobody says how long was waited", () => {
    const returned = { id: "a", referred: "2024-01-01" };
    expect(found(pathwayOf({ ...returned, returned: { on: "2024-01-10" } }), { on })).toEqual([
      ["waiting", "2024-01-01", "2024-01-10", 10],
    ]);
    const unknown = gapsOf(pathwayOf({ ...returned, returned: {} }), { on });
    expect([unknown.withoutIntervention, unknown.notLookedAt]).toEqual([[], ["a"]]);
  });

  test("a start before the referral is no waiting that can be told, and takes no day of the intervention away", () => {
    const backwards = { id: "a", referred: "2024-05-01", start: "2024-02-29" };
    const before = gapsOf(pathwayOf(backwards), { on: "2024-03-31" });
    expect(before).toMatchObject({ covered: [{ from: "2024-02-29", to: "2024-03-31" }], withoutIntervention: [] });
    expect(before.notLookedAt).toEqual(["a"]);
  });

  test("go on although a start stands beside the return: nobody began who was sent back", () => {
    const contradictory = { id: "a", referred: "2024-01-01", start: "2024-01-05", returned: { on: "2024-01-10" } };
    expect(gapsOf(pathwayOf(contradictory), { on })).toMatchObject({
      covered: [],
      withoutIntervention: [{ days: 10 }],
    });
  });

  test("are marked from the length that the association states, and not marked where it states none", () => {
    const pathway = pathwayOf({ id: "a", start: "2024-01-01", end: "2024-01-31" }, { id: "b", start: "2024-02-15" });
    const [marked, unmarked, none] = [14, 15, undefined].map(
      (highlightFrom) => gapsOf(pathway, { on, highlightFrom }).withoutIntervention[0],
    );
    expect([marked?.highlighted, unmarked?.highlighted]).toEqual([true, false]);
    expect(none).not.toHaveProperty("highlighted");
  });

  test("are kept as long as they are when an absence was planned, with the absence beside them", () => {
    const pathway = {
      ...pathwayOf({ id: "a", start: "2024-01-01", end: "2024-06-30" }, { id: "b", start: "2024-08-12" }),
      absences: [
        { kind: "planned", start: "2024-07-01", end: "2024-08-11" },
        { kind: "illness", start: "2024-02-01", end: "2024-02-05" },
      ],
    } as const;
    expect(gapsOf(pathway, { on }).withoutIntervention).toMatchObject([{ days: 42, absences: [{ kind: "planned" }] }]);
  });

  test("after a change of case worker or care centre are the days without a successor, also during an intervention", () => {
    const pathway = {
      ...pathwayOf({ id: "a", start: "2024-01-01" }),
      changes: [
        { change: "case-worker", left: "2024-02-29", successor: "2024-03-04" },
        { change: "care-centre", left: "2024-12-30" },
        { change: "case-worker", left: "2024-05-31", successor: "2024-06-01" },
      ],
    } as const;
    const { withoutContact, withoutIntervention } = gapsOf(pathway, { on });
    expect(withoutContact).toMatchObject([
      {
        kind: "change-of-case-worker",
        from: "2024-03-01",
        to: "2024-03-03",
        days: 3,
        interventions: ["a"],
        open: false,
      },
      { kind: "change-of-care-centre", from: "2024-12-31", days: 1, open: true },
    ]);
    expect(withoutIntervention).toEqual([]);
  });
});

test("gaps and days with an intervention are the whole span, each day once", () => {
  fc.assert(
    fc.property(somePathway, someDay, (pathway, until) => {
      const { span, covered, withoutIntervention } = gapsOf(pathway, { on: until });
      if (span === undefined) {
        expect([covered, withoutIntervention]).toEqual([[], []]);
        return;
      }
      const pieces = [...covered, ...withoutIntervention].sort((a, b) => (a.from < b.from ? -1 : 1));
      expect(pieces[0]?.from).toBe(span.from);
      expect(pieces.at(-1)?.to).toBe(span.to);
      for (const [index, piece] of pieces.entries())
        if (index > 0) expect(piece.from).toBe(addDays(pieces[index - 1]?.to ?? "2000-01-01", 1));
      expect(daysIn(pieces)).toBe(daysBetween(span.from, span.to) + 1);
      expect(span.to <= until).toBe(true);
      for (const gap of withoutIntervention) expect(gap.days).toBe(daysIn([gap]));
    }),
  );
});

test("the gaps of a pathway that begins later are the same gaps, later", () => {
  fc.assert(
    fc.property(somePathway, someDay, fc.integer({ min: 1, max: 500 }), (pathway, until, later) => {
      const move = (day: string) => addDays(day, later);
      const moved = {
        ...pathway,
        interventions: pathway.interventions.map((one) => ({
          ...one,
          ...(one.referred === undefined ? {} : { referred: move(one.referred) }),
          ...(one.start === undefined ? {} : { start: move(one.start) }),
          ...(one.end === undefined ? {} : { end: move(one.end) }),
          ...(one.returned?.on === undefined ? {} : { returned: { on: move(one.returned.on) } }),
        })),
      };
      expect(found(moved, { on: move(until) })).toEqual(
        found(pathway, { on: until }).map(([kind, from, to, days]) => [
          kind,
          move(String(from)),
          move(String(to)),
          days,
        ]),
      );
    }),
  );
});
