import { addDays, includesDay } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daySetOf, daysIn } from "./day-set.ts";
import { ongoingRuns, overlapsOf } from "./parallel.ts";
import { daysOf } from "./pathway.ts";
import { pathwayOf, someDay, somePathway } from "./people.fixture.ts";

const on = "2024-12-31";

describe("parallel interventions", () => {
  test("share at least one day", () => {
    const pathway = pathwayOf(
      { id: "a", start: "2024-01-01", end: "2024-03-31" },
      { id: "b", start: "2024-03-31", end: "2024-03-31" },
      { id: "c", start: "2024-04-01" },
    );
    expect(overlapsOf(pathway, { on })).toEqual([
      { between: ["a", "b"], from: "2024-03-31", to: "2024-03-31", days: 1 },
    ]);
  });

  test("are not one that ends on the day the next begins, unless asked for", () => {
    const pathway = pathwayOf({ id: "a", start: "2024-01-01", end: "2024-03-31" }, { id: "b", start: "2024-03-31" });
    expect(overlapsOf(pathway, { on })).toEqual([]);
    expect(ongoingRuns(pathway, { on }).map(({ from, interventions }) => [from, interventions])).toEqual([
      ["2024-01-01", ["a"]],
      ["2024-03-31", ["b"]],
    ]);
    expect(overlapsOf(pathway, { on, sameDayHandOver: "parallel" })).toMatchObject([{ days: 1 }]);
    expect(ongoingRuns(pathway, { on, sameDayHandOver: "parallel" }).map(({ parallel }) => parallel)).toEqual([
      false,
      true,
      false,
    ]);
  });

  test("are those that begin before the other ends, or on the same day as a shorter one", () => {
    const later = pathwayOf({ id: "a", start: "2024-01-01", end: "2024-03-31" }, { id: "b", start: "2024-03-15" });
    expect(overlapsOf(later, { on })).toMatchObject([{ from: "2024-03-15", to: "2024-03-31", days: 17 }]);
    const together = pathwayOf({ id: "a", start: "2024-01-01", end: "2024-01-01" }, { id: "b", start: "2024-01-01" });
    expect(overlapsOf(together, { on })).toMatchObject([{ between: ["a", "b"], days: 1 }]);
  });

  test("are as the research on indicators asks only with something job-focused beside something else", () => {
    const bip = (...focuses: readonly (readonly ("job-focused" | "health" | "social")[] | undefined)[]) =>
      ongoingRuns(
        pathwayOf(
          ...focuses.map((focus, index) => ({
            id: `i${index}`,
            start: "2024-01-01",
            ...(focus === undefined ? {} : { focus }),
          })),
        ),
        { on },
      ).map((run) => run.bip);
    expect(bip(["job-focused"], ["health"])).toEqual(["met"]);
    expect(bip(["health"], ["social"])).toEqual(["notMet"]);
    expect(bip(["job-focused"])).toEqual(["notMet"]);
    expect(bip(["job-focused"], ["job-focused"])).toEqual(["notMet"]);
    expect(bip(["job-focused"], undefined)).toEqual(["undetermined"]);
    expect(bip(["job-focused"], ["health"], undefined)).toEqual(["met"]);
    // One intervention that has both in itself, as the group programme of Aktivitetsplatsen.
    expect(bip(["job-focused", "social"])).toEqual(["met"]);
  });

  test("tell what they work on together only when it is known of both", () => {
    const health = { id: "h", start: "2024-01-01", focus: ["health"] } as const;
    expect(
      overlapsOf(pathwayOf(health, { id: "j", start: "2024-02-01", focus: ["job-focused"] }), { on })[0]?.focus,
    ).toEqual(["job-focused", "health"]);
    expect(overlapsOf(pathwayOf(health, { id: "j", start: "2024-02-01" }), { on })[0]).not.toHaveProperty("focus");
  });
});

test("the runs are the days with an intervention, each once, with those that go on that day", () => {
  fc.assert(
    fc.property(somePathway, someDay, (pathway, until) => {
      const runs = ongoingRuns(pathway, { on: until, sameDayHandOver: "parallel" });
      const intervals = pathway.interventions.flatMap((one) => daysOf(one) ?? []);
      expect(daysIn(runs)).toBe(daysIn(daySetOf(intervals, until)));
      for (const { from, to, interventions } of runs)
        for (const day of [from, to])
          expect([...interventions].sort()).toEqual(
            pathway.interventions
              .filter((one) => includesDay(daysOf(one) ?? { from: addDays(day, 1), to: null }, day))
              .map(({ id }) => id)
              .sort(),
          );
      // A hand-over takes no day away.
      expect(daysIn(ongoingRuns(pathway, { on: until }))).toBe(daysIn(runs));
    }),
  );
});
