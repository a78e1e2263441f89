import type { Measurement } from "@finsam/model";
import { expect, test } from "vitest";
import { caseWorkerChanges } from "./case-worker-changes.ts";

const by = (on: string, caseWorker?: string, person = "P1"): Measurement => ({
  id: `${person} ${on} ${caseWorker}`,
  person,
  indicator: "own-job-belief",
  respondent: "participant",
  on,
  scale: "one-to-five",
  value: 3,
  ...(caseWorker === undefined ? {} : { caseWorker }),
});

test("a new case worker is an event between two days, and names neither", () => {
  const events = caseWorkerChanges([by("2024-06-01", "H2"), by("2024-03-01", "H1"), by("2024-09-01", "H2")]);
  expect(events).toEqual([{ person: "P1", lastSeen: "2024-03-01", firstSeen: "2024-06-01" }]);
});

test("measurements that do not say who the case worker is are passed over", () => {
  expect(caseWorkerChanges([by("2024-03-01", "H1"), by("2024-06-01"), by("2024-09-01", "H2")])).toEqual([
    { person: "P1", lastSeen: "2024-03-01", firstSeen: "2024-09-01" },
  ]);
  expect(caseWorkerChanges([by("2024-03-01"), by("2024-06-01", "H1")])).toEqual([]);
});

test("two case workers on a day of handing over are no change as long as one of them stays", () => {
  const handover = [by("2024-03-01", "H1"), by("2024-06-01", "H1"), by("2024-06-01", "H2")];
  expect(caseWorkerChanges(handover)).toEqual([]);
});

test("another person's case worker is no change", () => {
  expect(caseWorkerChanges([by("2024-03-01", "H1"), by("2024-06-01", "H2", "P2")])).toEqual([]);
});
