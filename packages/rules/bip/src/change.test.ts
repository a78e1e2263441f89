import { addDays, type Measurement } from "@finsam/model";
import type { Instrument } from "@finsam/policy";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bip } from "./bip.ts";
import { change } from "./change.ts";

const march: Measurement = {
  id: "M1",
  person: "P1",
  indicator: "own-job-belief",
  respondent: "participant",
  on: "2024-03-01",
  scale: "one-to-five",
  value: 3,
};
const june: Measurement = { ...march, id: "M2", on: "2024-06-01" };
const because = (before: Measurement, after: Measurement) => {
  const result = change(before, after, bip);
  return result.outcome === "undetermined" ? result.because : result.outcome;
};

describe("the change between two measurements", () => {
  test("is improved with a higher answer, worsened with a lower and unchanged with the same", () => {
    expect(change(march, { ...june, value: 4 }, bip)).toEqual({ outcome: "improved" });
    expect(change(march, { ...june, value: 2 }, bip)).toEqual({ outcome: "worsened" });
    expect(change(march, { ...june, value: 3 }, bip)).toEqual({ outcome: "unchanged" });
  });

  test("follows the direction of the scale", () => {
    const lowerIsBetter: Instrument = {
      ...bip,
      scales: bip.scales.map((scale) => ({ ...scale, direction: "lower-is-better" })),
    };
    expect(change(march, { ...june, value: 4 }, lowerIsBetter)).toEqual({ outcome: "worsened" });
  });

  test("is undetermined while an answer is missing: a missing answer is not a low one", () => {
    expect(because(march, { ...june, value: null })).toEqual(["missing-answer"]);
    expect(because({ ...march, value: null }, june)).toEqual(["missing-answer"]);
  });

  test.each<[string, Partial<Measurement>]>([
    ["other-person", { person: "P2" }],
    ["other-indicator", { indicator: "cooperation-skills" }],
    ["other-respondent", { respondent: "case-worker" }],
  ])("is undetermined for want of the same thing: %s", (obstacle, difference) => {
    expect(because(march, { ...june, ...difference })).toEqual([obstacle]);
  });

  test("is undetermined between two scales, though both be known", () => {
    const twoScales: Instrument = { ...bip, scales: [...bip.scales, ...bip.scales.map((s) => ({ ...s, id: "own" }))] };
    expect(change(march, { ...june, scale: "own" }, twoScales)).toEqual({
      outcome: "undetermined",
      because: ["other-scale"],
    });
  });

  test("needs a later day", () => {
    expect(because(march, { ...june, on: march.on })).toEqual(["not-later"]);
    expect(because(june, march)).toEqual(["not-later"]);
  });

  test("is undetermined when the instrument does not allow the measurements", () => {
    const both = (more: Partial<Measurement>) => because({ ...march, ...more }, { ...june, ...more });
    expect(both({ indicator: "well-being" })).toEqual(["unknown-indicator"]);
    expect(both({ scale: "one-to-ten" })).toEqual(["unknown-scale"]);
    expect(both({ indicator: "case-worker-job-belief" })).toEqual(["respondent-may-not-answer"]);
    expect(both({ value: 6 })).toEqual(["value-outside-scale"]);
  });

  test("names every obstacle, each once", () => {
    expect(because({ ...march, value: 9 }, { ...march, value: 9, person: "P2" })).toEqual([
      "other-person",
      "not-later",
      "value-outside-scale",
    ]);
  });

  test("is still seen when another case worker answers the second time", () => {
    const before: Measurement = { ...march, respondent: "case-worker", caseWorker: "C1" };
    const after: Measurement = { ...june, respondent: "case-worker", caseWorker: "C2", value: 4 };
    expect(change(before, after, bip)).toEqual({ outcome: "improved" });
  });

  const value = fc.option(fc.integer({ min: -1, max: 8 }));
  test("exchanging the two answers turns improved into worsened and leaves the rest as it was", () => {
    const mirror = { improved: "worsened", worsened: "improved", unchanged: "unchanged", undetermined: "undetermined" };
    fc.assert(
      fc.property(value, value, (first, second) => {
        const forth = change({ ...march, value: first }, { ...june, value: second }, bip);
        const back = change({ ...march, value: second }, { ...june, value: first }, bip);
        expect(back.outcome).toBe(mirror[forth.outcome]);
      }),
    );
  });

  test("improving twice is improving", () => {
    const onScale = fc.integer({ min: 1, max: 5 });
    const september: Measurement = { ...june, id: "M3", on: "2024-09-01" };
    fc.assert(
      fc.property(onScale, onScale, onScale, (a, b, c) => {
        const [first, second, third] = [
          { ...march, value: a },
          { ...june, value: b },
          { ...september, value: c },
        ];
        fc.pre(change(first, second, bip).outcome === "improved" && change(second, third, bip).outcome === "improved");
        expect(change(first, third, bip)).toEqual({ outcome: "improved" });
      }),
    );
  });

  test("two answers on the scale, to one question by one respondent, are always compared", () => {
    const onScale = fc.integer({ min: 1, max: 5 });
    const later = fc.integer({ min: 1, max: 2000 }).map((days) => addDays(march.on, days));
    fc.assert(
      fc.property(onScale, onScale, later, (first, second, on) => {
        const expected = second > first ? "improved" : second < first ? "worsened" : "unchanged";
        expect(change({ ...march, value: first }, { ...march, on, value: second }, bip)).toEqual({ outcome: expected });
      }),
    );
  });

  test("whatever makes one of two comparable measurements another thing, or no answer, leaves the change undetermined", () => {
    const spoilt = (otherDay: string) =>
      fc
        .subarray<Partial<Measurement>>(
          [
            { person: "P2" },
            { indicator: "cooperation-skills" },
            { indicator: "well-being" },
            { respondent: "case-worker" },
            { scale: "one-to-ten" },
            { on: otherDay },
            { value: null },
            { value: 0 },
            { value: 6 },
            { value: 2.5 },
          ],
          { minLength: 1 },
        )
        .map((differences): Partial<Measurement> => Object.assign({}, ...differences));
    fc.assert(
      fc.property(spoilt(june.on), spoilt(march.on), (inMarch, inJune) => {
        for (const result of [
          change({ ...march, ...inMarch }, june, bip),
          change(march, { ...june, ...inJune }, bip),
        ]) {
          expect(result.outcome).toBe("undetermined");
          expect(result).not.toHaveProperty("because", []);
        }
      }),
    );
  });
});
