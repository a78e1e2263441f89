import { addDays, type Measurement } from "@finsam/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bip } from "./bip.ts";
import { changes, countChanges } from "./changes.ts";

const march: Measurement = {
  id: "M1",
  person: "P1",
  indicator: "own-job-belief",
  respondent: "participant",
  on: "2024-03-01",
  scale: "one-to-five",
  value: 2,
};
const june: Measurement = { ...march, id: "M2", on: "2024-06-01", value: 5 };
const september: Measurement = { ...march, id: "M3", on: "2024-09-01", value: 3 };
const changeOver = (...rounds: readonly Measurement[]) => changes(rounds, bip).map(({ change }) => change);

const measurement: fc.Arbitrary<Measurement> = fc.record({
  id: fc.uuid(),
  person: fc.constantFrom("P1", "P2", "P3"),
  indicator: fc.constantFrom("own-job-belief", "case-worker-job-belief"),
  respondent: fc.constantFrom("participant", "case-worker"),
  on: fc.integer({ min: 0, max: 3 }).map((days) => addDays("2024-03-01", days)),
  scale: fc.constantFrom("one-to-five", "one-to-five", "one-to-five", "one-to-ten"),
  value: fc.option(fc.integer({ min: 1, max: 6 })),
});
const register = fc.array(measurement, { maxLength: 40, size: "max" });

describe("the changes in a register of measurements", () => {
  test("a person's change is from the first answer to the last, whatever lies between", () => {
    expect(changes([march, june, september], bip)).toEqual([
      {
        person: "P1",
        indicator: "own-job-belief",
        respondent: "participant",
        scale: "one-to-five",
        change: { outcome: "improved" },
        answered: ["2024-03-01", "2024-06-01", "2024-09-01"],
        unanswered: [],
      },
    ]);
  });

  test("rounds without an answer are passed over and listed", () => {
    const [result] = changes([{ ...march, value: null }, june, september], bip);
    expect(result?.change).toEqual({ outcome: "worsened" });
    expect(result?.unanswered).toEqual(["2024-03-01"]);
  });

  test("a person with one answer or none has no change that can be told", () => {
    const missing = { outcome: "undetermined", because: ["missing-answer"] };
    expect(changeOver(march)).toEqual([missing]);
    expect(changeOver(march, { ...june, value: null })).toEqual([missing]);
    expect(changeOver({ ...march, value: null }, { ...june, value: null })).toEqual([missing]);
  });

  test("different answers on the first or the last day leave the change undetermined; the same answer twice does not", () => {
    const contradictory = { outcome: "undetermined", because: ["contradictory-answers"] };
    expect(changeOver(march, { ...march, id: "M9", value: 1 }, june)).toEqual([contradictory]);
    expect(changeOver(march, june, { ...june, id: "M9", value: 1 })).toEqual([contradictory]);
    expect(changeOver(march, june, { ...june, id: "M9" })).toEqual([{ outcome: "improved" }]);
    expect(changeOver(march, { ...march, id: "M9" })).toEqual([
      { outcome: "undetermined", because: ["missing-answer"] },
    ]);
  });

  test("a first answer outside the scale is not replaced by the next one", () => {
    expect(changeOver({ ...march, value: 9 }, june, september)).toEqual([
      { outcome: "undetermined", because: ["value-outside-scale"] },
    ]);
  });

  test("participant and case worker are two changes, never one", () => {
    const caseWorker = { respondent: "case-worker" } as const;
    const both = [march, june, { ...march, ...caseWorker, value: 5 }, { ...june, ...caseWorker, value: 4 }];
    expect(changes(both, bip).map(({ respondent, change }) => [respondent, change.outcome])).toEqual([
      ["case-worker", "worsened"],
      ["participant", "improved"],
    ]);
  });

  test("the order of the measurements does not matter", () => {
    const shuffled = register.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(changes(other, bip)).toEqual(changes(one, bip));
      }),
    );
  });

  test("other people's measurements do not touch a person's changes", () => {
    fc.assert(
      fc.property(register, (all) => {
        const alone = changes(
          all.filter(({ person }) => person === "P1"),
          bip,
        );
        expect(changes(all, bip).filter(({ person }) => person === "P1")).toEqual(alone);
      }),
    );
  });

  test("a question left unanswered on another day changes no outcome", () => {
    fc.assert(
      fc.property(register, fc.nat({ max: 30 }), (all, later) => {
        const unanswered = all.map((m) => ({ ...m, on: addDays("2024-05-01", later), value: null }));
        const outcomes = (measurements: readonly Measurement[]) =>
          changes(measurements, bip).map(({ change }) => change);
        expect(outcomes([...all, ...unanswered])).toEqual(outcomes(all));
      }),
    );
  });
});

describe("counted changes", () => {
  test("stand by indicator and respondent, with the undetermined as a number of their own", () => {
    const of = (person: string, ...rounds: readonly Measurement[]) => rounds.map((round) => ({ ...round, person }));
    const all = [...of("P1", march, june), ...of("P2", june, september), ...of("P3", march), ...of("P4", march, june)];
    expect(countChanges(changes(all, bip))).toEqual([
      {
        indicator: "own-job-belief",
        respondent: "participant",
        scale: "one-to-five",
        improved: 2,
        unchanged: 0,
        worsened: 1,
        undetermined: 1,
      },
    ]);
  });

  test("count every person who was asked once in each row", () => {
    fc.assert(
      fc.property(register, (all) => {
        for (const row of countChanges(changes(all, bip))) {
          const asked = all.filter((m) =>
            (["indicator", "respondent", "scale"] as const).every((key) => m[key] === row[key]),
          );
          expect(row.improved + row.unchanged + row.worsened + row.undetermined).toBe(
            new Set(asked.map(({ person }) => person)).size,
          );
        }
      }),
    );
  });

  test("name no person", () => {
    const text = JSON.stringify(countChanges(changes([march, june], bip)));
    expect(text).not.toContain("P1");
  });
});
