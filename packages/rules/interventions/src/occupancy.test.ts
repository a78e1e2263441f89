import { addDays, type Sex } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { occupancyByDay, occupancyByMonth, type PlacesOffered, type PlaceTaken } from "./occupancy.ts";

const year = { from: "2021-01-01", to: "2021-12-31" };
const workshop = { at: "workshop", from: "2021-01-01", places: 2 };
const stay = (start: string, end?: string, sex: Sex = "woman"): PlaceTaken => ({ at: "workshop", sex, start, end });

describe("occupancy", () => {
  test("a place is taken from the first day to the last, both included", () => {
    const runs = occupancyByDay([workshop], [stay("2021-03-01", "2021-03-31")], year);
    expect(runs.map(({ from, to, taken }) => [from, to, taken.total])).toEqual([
      ["2021-01-01", "2021-02-28", 0],
      ["2021-03-01", "2021-03-31", 1],
      ["2021-04-01", "2021-12-31", 0],
    ]);
  });

  test("seven suppliers that become fourteen are more places from that day on", () => {
    const suppliers = Array.from({ length: 14 }, (_, index) => ({
      at: "work-training",
      from: index < 7 ? "2021-01-01" : "2021-07-01",
      places: 3,
    }));
    expect(occupancyByDay(suppliers, [], year).map(({ from, places }) => [from, places])).toEqual([
      ["2021-01-01", 21],
      ["2021-07-01", 42],
    ]);
  });

  test("days for which nothing states the places have no number of places, and no share", () => {
    const late = { ...workshop, from: "2021-02-15" };
    expect(occupancyByDay([late], [], year).map(({ places }) => places)).toEqual([null, 2]);
    const february = occupancyByMonth([late], [stay("2021-01-01")], { from: "2021-02-01", to: "2021-03-31" });
    expect(february.map(({ month, daysWithoutPlaces, share }) => [month, daysWithoutPlaces, share])).toEqual([
      ["2021-02", 14, null],
      ["2021-03", 0, 0.5],
    ]);
  });

  test("women and men who take the places are told apart, from day to day", () => {
    const runs = occupancyByDay([workshop], [stay("2021-02-01", "2021-04-30"), stay("2021-04-01", undefined, "man")], {
      from: "2021-03-01",
      to: "2021-05-31",
    });
    expect(runs.map(({ from, taken: { woman, man, total } }) => [from, woman, man, total])).toEqual([
      ["2021-03-01", 1, 0, 1],
      ["2021-04-01", 1, 1, 2],
      ["2021-05-01", 0, 1, 1],
    ]);
  });

  test("29 February is a day of its month, and a period that ends before it begins has none", () => {
    const leap = occupancyByMonth([workshop], [stay("2024-02-29", "2024-02-29")], {
      from: "2024-02-01",
      to: "2024-03-31",
    });
    expect(leap.map(({ days, takenDays }) => [days, takenDays.total])).toEqual([
      [29, 1],
      [31, 0],
    ]);
    const backwards = { from: "2021-12-31", to: "2021-01-01" };
    expect(occupancyByDay([workshop], [stay("2021-05-01")], backwards)).toEqual([]);
    expect(occupancyByMonth([workshop], [stay("2021-05-01")], backwards)).toEqual([]);
  });

  test("no places and nobody in them is no share, not a full house", () => {
    expect(
      occupancyByMonth([{ ...workshop, places: 0 }], [], { from: "2021-03-01", to: "2021-03-31" })[0]?.share,
    ).toBeNull();
  });

  test("more people than places is shown as it is", () => {
    const three = [stay("2021-05-01"), stay("2021-05-01", undefined, "man"), stay("2021-05-01", undefined, "man")];
    expect(occupancyByMonth([workshop], three, { from: "2021-05-01", to: "2021-05-31" })[0]).toMatchObject({
      takenDays: { woman: 31, man: 62, total: 93 },
      share: 1.5,
    });
  });

  test("what ends on the last day of the calendar ends nothing after it", () => {
    expect(occupancyByDay([{ ...workshop, to: "9999-12-31" }], [], year)).toHaveLength(1);
  });

  test("runs and months say the same as counting every single day", () => {
    const day = fc.integer({ min: -40, max: 130 }).map((days) => addDays("2021-01-01", days));
    const places: fc.Arbitrary<PlacesOffered> = fc
      .record({ at: fc.constantFrom("a", "b"), from: day, days: fc.nat(60), open: fc.boolean(), places: fc.nat(4) })
      .map(({ days, open, ...one }) => ({ ...one, to: open ? undefined : addDays(one.from, days) }));
    const taken: fc.Arbitrary<PlaceTaken> = fc
      .record({
        at: fc.constantFrom("a", "b"),
        sex: fc.constantFrom<Sex>("woman", "man", "other", "unknown"),
        start: day,
        days: fc.nat(60),
        open: fc.boolean(),
      })
      .map(({ days, open, ...one }) => ({ ...one, end: open ? undefined : addDays(one.start, days) }));
    const period = { from: "2021-01-10", to: "2021-03-20" };
    const days = Array.from({ length: 70 }, (_, index) => addDays(period.from, index));
    fc.assert(
      fc.property(fc.array(places, { maxLength: 5 }), fc.array(taken, { maxLength: 8 }), (offered, stays) => {
        const runs = occupancyByDay(offered, stays, period);
        const months = occupancyByMonth(offered, stays, period);
        for (const at of new Set([...offered, ...stays].map((one) => one.at))) {
          const takenOn = (on: string) =>
            stays.filter((one) => one.at === at && one.start <= on && on <= (one.end ?? on)).length;
          const placesOn = (on: string) => {
            const then = offered.filter((one) => one.at === at && one.from <= on && on <= (one.to ?? on));
            return then.length === 0 ? null : then.reduce((sum, one) => sum + one.places, 0);
          };
          for (const on of days) {
            const run = runs.filter((one) => one.at === at && one.from <= on && on <= one.to);
            expect(run.map((one) => [one.places, one.taken.total])).toEqual([[placesOn(on), takenOn(on)]]);
          }
          const sum = months.filter((one) => one.at === at).reduce((all, one) => all + one.takenDays.total, 0);
          expect(sum).toBe(days.reduce((all, on) => all + takenOn(on), 0));
        }
      }),
    );
  });
});
