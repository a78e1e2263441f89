import { stockholm } from "@finsam/stockholm";
import { describe, expect, test } from "vitest";
import { continuityDuties, reviewDuties } from "./process-duties.ts";
import { standingOf } from "./standing.ts";

const jarva = stockholm.pathway?.processes?.find(({ id }) => id === "jarva-rehabilitation")?.versions[0]?.value;
if (jarva === undefined) throw new Error("the process of Järva is missing");

describe("the process of Järva", () => {
  test("opens a follow-up when the case worker or the care centre changes, which nothing says when is late", () => {
    const changes = [
      { change: "case-worker", left: "2024-03-31", successor: "2024-04-15" },
      { change: "care-centre", left: "2024-05-31" },
    ] as const;
    const duties = continuityDuties(jarva, changes, [{ id: "continuity", on: "2024-04-20" }]);
    expect(duties.map(({ duty, done }) => [duty.from, duty.by, done])).toEqual([
      ["2024-04-01", undefined, { on: "2024-04-20" }],
      ["2024-06-01", undefined, "not-done"],
    ]);
    expect(duties.map(({ duty, done }) => standingOf(duty, done, "2026-01-01").state)).toEqual(["done", "due"]);
  });

  test("a follow-up held before the change does not close it", () => {
    const changes = [{ change: "case-worker", left: "2024-03-31" }] as const;
    expect(continuityDuties(jarva, changes, [{ id: "continuity", on: "2024-03-31" }])[0]?.done).toBe("not-done");
    expect(continuityDuties(jarva, changes, [{ id: "continuity", on: "2024-04-01" }])[0]?.done).toEqual({
      on: "2024-04-01",
    });
  });

  test("has the steering group meet once a quarter and an analysis once in four months", () => {
    const duties = reviewDuties(jarva, 2024, [
      { id: "steering-group", on: "2024-02-14" },
      { id: "tertial-review", on: "2024-05-02" },
    ]);
    expect(duties.map(({ duty, done }) => [duty.id, duty.by, standingOf(duty, done, "2024-07-01").state])).toEqual([
      ["steering-group", "2024-03-31", "done"],
      ["steering-group", "2024-06-30", "late"],
      ["steering-group", "2024-09-30", "due"],
      ["steering-group", "2024-12-31", "upcoming"],
      ["tertial-review", "2024-04-30", "late"],
      ["tertial-review", "2024-08-31", "done"],
      ["tertial-review", "2024-12-31", "upcoming"],
    ]);
  });

  test("says nothing of meetings of which no list was kept", () => {
    const [first] = reviewDuties(jarva, 2023, undefined);
    expect(first === undefined ? undefined : standingOf(first.duty, first.done, "2024-07-01").state).toBe("passed");
  });
});
