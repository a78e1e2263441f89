import { expect, test } from "vitest";
import { PathwayPolicy, ProcessLayout, ProgrammeGroup, ProgrammeLayout } from "./pathway-policy.ts";

const label = { sv: "Avslutningsmöte", en: "Closing meeting" };
const codesOf = (parsed: { readonly error?: { readonly issues: readonly object[] } | undefined }) =>
  (parsed.error?.issues ?? []).map((issue) =>
    "params" in issue && typeof issue.params === "object" && issue.params !== null && "code" in issue.params
      ? issue.params.code
      : "message" in issue && issue.message,
  );

test("a milestone falls within the weeks of its programme, and has a name of its own", () => {
  const closing = { id: "closing-meeting", label, weeks: { from: 16, to: 16 } };
  const layout = { weeks: 16, sessionsPerWeek: 2, milestones: [closing] };
  expect(codesOf(ProgrammeLayout.safeParse(layout))).toEqual([]);
  expect(codesOf(ProgrammeLayout.safeParse({ ...layout, weeks: 15 }))).toEqual(["milestone-after-programme"]);
  expect(codesOf(ProgrammeLayout.safeParse({ ...layout, milestones: [closing, closing] }))).toEqual([
    "milestone-twice",
  ]);
  expect(
    codesOf(ProgrammeLayout.safeParse({ ...layout, milestones: [{ ...closing, weeks: { from: 6, to: 4 } }] })),
  ).toEqual(["the last week of a milestone is not before its first"]);
});

test("a group meets at most once a day", () => {
  const group = { id: "a", site: label, start: { year: 2023, week: 33 }, sessions: [{ weekday: 2 }, { weekday: 2 }] };
  expect(codesOf(ProgrammeGroup.safeParse(group))).toEqual(["a group meets at most once a day"]);
});

test("a change of case worker opens a step that the process has", () => {
  const process = {
    steps: [{ id: "plan", label }],
    continuity: [{ change: "case-worker", opens: "plan" }],
    reviews: [],
  };
  expect(codesOf(ProcessLayout.safeParse(process))).toEqual([]);
  expect(codesOf(ProcessLayout.safeParse({ ...process, steps: [] }))).toEqual(["unknown-step"]);
});

test("an association may state nothing at all about pathways", () => {
  expect(PathwayPolicy.parse({})).toEqual({});
});
