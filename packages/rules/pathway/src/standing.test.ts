import { expect, test } from "vitest";
import { standingOf } from "./standing.ts";

const followUp = { from: "2023-09-04", by: "2023-09-24" };

test("a follow-up is due from its first day to its last, and late the day after", () => {
  const states = ["2023-09-03", "2023-09-04", "2023-09-24", "2023-09-25"].map(
    (on) => standingOf(followUp, "not-done", on).state,
  );
  expect(states).toEqual(["upcoming", "due", "due", "late"]);
});

test("a follow-up that no record could tell of has passed, and is not called late", () => {
  expect(standingOf(followUp, "not-recorded", "2023-10-01")).toEqual({ state: "passed" });
  expect(standingOf(followUp, "not-recorded", "2023-09-10")).toEqual({ state: "due" });
});

test("what was done too late is done, with the days it was late", () => {
  expect(standingOf(followUp, { on: "2023-09-27" }, "2023-12-01")).toEqual({
    state: "done",
    doneOn: "2023-09-27",
    daysLate: 3,
  });
});

test("what was done on its last day was not late", () => {
  expect(standingOf(followUp, { on: "2023-09-24" }, "2023-12-01")).toEqual({ state: "done", doneOn: "2023-09-24" });
});

test("what is done later was not yet done on the reference date", () => {
  expect(standingOf(followUp, { on: "2023-09-27" }, "2023-09-26")).toEqual({ state: "late", daysLate: 2 });
});

test("what has no last day is never late, and done on a day nobody knows is done", () => {
  expect(standingOf({ from: "2023-09-04" }, "not-done", "2030-01-01")).toEqual({ state: "due" });
  expect(standingOf(followUp, { on: undefined }, "2023-09-01")).toEqual({ state: "done" });
});
