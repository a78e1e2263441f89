import { addDays, daysBetween, type Participation } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { someDay, someInterval } from "./people.fixture.ts";
import { timeInSpells } from "./time-in-spells.ts";

const training = {
  followUp: "not-followed",
  id: "D1",
  intervention: "work-training",
  sex: "woman",
  sexBasis: "legal-sex",
  start: "2021-03-01",
  end: "2021-06-30",
} as const satisfies Participation;
const spell = (id: string, start: string, end?: string) => ({
  id,
  participation: "D1",
  start,
  ...(end === undefined ? {} : { end }),
});
const known = (time: ReturnType<typeof timeInSpells>) => {
  if (!time.known) throw new Error(time.because);
  return time;
};

describe("time in work training", () => {
  test("counts the days of a training that stops and starts again, without the pause", () => {
    const spells = [spell("a", "2021-03-01", "2021-03-14"), spell("b", "2021-05-03", "2021-06-30")];
    const time = known(timeInSpells(training, spells, { on: "2021-12-31" }));
    expect(time).toMatchObject({ days: 73, wholeWeeks: 10, ongoing: false, findings: [] });
    expect(time.pauses).toEqual([{ from: "2021-03-15", to: "2021-05-02" }]);
  });

  test("counts whole weeks only, and only the pauses of the period", () => {
    const spells = [spell("a", "2021-03-01", "2021-03-06"), spell("b", "2021-04-01", "2021-04-07")];
    const all = known(timeInSpells(training, spells, { on: "2021-12-31" }));
    expect(all).toMatchObject({ days: 13, wholeWeeks: 1 });
    const april = known(
      timeInSpells(training, spells, { on: "2021-12-31", period: { from: "2021-03-25", to: "2021-04-30" } }),
    );
    expect(april.pauses).toEqual([{ from: "2021-03-25", to: "2021-03-31" }]);
  });

  test("counts spells that overlap once", () => {
    const spells = [spell("a", "2021-03-01", "2021-03-14"), spell("b", "2021-03-08", "2021-03-21")];
    expect(known(timeInSpells(training, spells, { on: "2021-12-31" }))).toMatchObject({
      days: 21,
      wholeWeeks: 3,
      pauses: [],
    });
  });

  test("counts what goes on up to and with the reference date, and only what lies in the period", () => {
    const open = { ...training, end: undefined };
    const time = timeInSpells(open, [spell("a", "2021-03-01")], {
      on: "2021-04-10",
      period: { from: "2021-04-01", to: "2021-04-30" },
    });
    expect(known(time)).toMatchObject({ days: 10, wholeWeeks: 1, ongoing: true });
  });

  test("without recorded spells the time is not known: not none, and not the whole participation", () => {
    expect(timeInSpells(training, [], { on: "2021-12-31" })).toMatchObject({
      known: false,
      because: "no-spells-recorded",
    });
    expect(timeInSpells({ ...training, start: undefined, end: undefined }, [], { on: "2021-12-31" })).toMatchObject({
      because: "not-started",
    });
    expect(timeInSpells({ followUp: "anonymous", id: "D1", sex: "man" }, [], { on: "2021-12-31" })).toMatchObject({
      because: "anonymous",
    });
  });

  test("a spell before the start, after the end or still open after it is reported, and its days outside are not counted", () => {
    const spells = [
      spell("early", "2021-02-22", "2021-03-07"),
      spell("late", "2021-07-01", "2021-07-02"),
      spell("open", "2021-06-29"),
    ];
    const time = known(timeInSpells(training, spells, { on: "2021-12-31" }));
    expect(time.days).toBe(9);
    expect(time.findings.map(({ spell }) => spell)).toEqual(["early", "late", "open"]);
    expect(known(timeInSpells(training, [spell("open", "2021-06-29")], { on: "2021-06-30" })).findings).toEqual([]);
  });

  test("the spells of someone else are not counted", () => {
    const time = timeInSpells(training, [{ ...spell("x", "2021-03-01"), participation: "D2" }], { on: "2021-12-31" });
    expect(time).toEqual({
      known: false,
      because: "no-spells-recorded",
      findings: [{ code: "spell-of-another-participation", spell: "x" }],
    });
  });

  test("time in spells is never longer than the participation, and parts of the time add up", () => {
    fc.assert(
      fc.property(
        someInterval,
        fc.array(someInterval, { minLength: 1, maxLength: 5 }),
        someDay,
        someDay,
        (whole, intervals, on, border) => {
          const participation = { ...training, start: whole.from, end: whole.to ?? undefined };
          const spells = intervals.map(({ from, to }, index) => spell(`s${index}`, from, to ?? undefined));
          const { days, ongoing } = known(timeInSpells(participation, spells, { on }));
          const last = whole.to === null || whole.to > on ? on : whole.to;
          expect(days).toBeLessThanOrEqual(Math.max(0, daysBetween(whole.from, last) + 1));
          expect(ongoing && days === 0).toBe(false);
          const part = (from: string, to: string | null) =>
            known(timeInSpells(participation, spells, { on, period: { from, to } })).days;
          expect(part("2000-01-01", border) + part(addDays(border, 1), null)).toBe(days);
        },
      ),
    );
  });
});
