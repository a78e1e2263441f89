import { addDays, type Measurement, monthsAfter } from "@finsam/model";
import type { Instrument } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bip } from "./bip.ts";
import { changes } from "./changes.ts";
import { type Round, series } from "./series.ts";

const first: Measurement = {
  id: "M1",
  person: "P1",
  indicator: "own-job-belief",
  respondent: "participant",
  on: "2024-03-01",
  scale: "one-to-five",
  value: 2,
};
const later = (on: string, value: number | null, more: Partial<Measurement> = {}): Measurement => ({
  ...first,
  id: `${on} ${more.respondent ?? ""} ${more.person ?? ""}`,
  on,
  value,
  ...more,
});
const one = (measurements: readonly Measurement[], instrument: Instrument = bip, on = "2024-12-31") => {
  const [only] = series(measurements, instrument, { on });
  if (only === undefined) throw new Error("there is no series");
  return only;
};
const states = (rounds: readonly Round[] | null) => rounds?.map(({ due, state }) => `${due} ${state}`);

describe("a measurement series", () => {
  test("tells the step from each answer to the next, and the change from the first to the last", () => {
    const { steps, change } = one([first, later("2024-09-01", 3), later("2024-06-01", 5)]);
    expect(steps.map(({ from, to, change }) => [from, to, change.outcome])).toEqual([
      ["2024-03-01", "2024-06-01", "improved"],
      ["2024-06-01", "2024-09-01", "worsened"],
    ]);
    expect(change).toEqual({ outcome: "improved" });
  });

  test.each([
    ["improving", [2, 3, 3]],
    ["worsening", [4, 4, 1]],
    ["steady", [3, 3, 3]],
    ["mixed", [2, 5, 3]],
    ["undetermined", [2]],
    ["undetermined", [2, 9, 3]],
  ])("the trend is %s when the answers are %j: the direction of the steps and nothing more", (trend, values) => {
    expect(one(values.map((value, index) => later(monthsAfter("2024-03-01", 3 * index), value))).trend).toBe(trend);
  });

  test("a round without a measurement is missing, one without an answer is unanswered, and one that is not over is open", () => {
    const { rounds } = one([first, later("2024-09-01", null)], bip, "2024-12-05");
    expect(states(rounds)).toEqual([
      "2024-03-01 answered",
      "2024-06-01 missing",
      "2024-09-01 unanswered",
      "2024-12-01 open",
    ]);
  });

  test("a measurement belongs to the nearest round when the instrument states no window, and to none outside a stated one", () => {
    const late = [first, later("2024-06-20", 3), later("2024-08-25", 3)];
    expect(states(one(late, bip, "2024-11-01").rounds)).toEqual([
      "2024-03-01 answered",
      "2024-06-01 answered",
      "2024-09-01 answered",
    ]);
    expect(states(one(late, { ...bip, roundWindowDays: 7 }, "2024-11-01").rounds)).toEqual([
      "2024-03-01 answered",
      "2024-06-01 missing",
      "2024-09-01 answered",
    ]);
  });

  test("no round is due after a person's last day, and nothing measured after the reference date is known", () => {
    const [ended] = series([first], bip, { on: "2025-01-01", lastDayOf: () => "2024-06-30" });
    expect(states(ended?.rounds ?? null)).toEqual(["2024-03-01 answered", "2024-06-01 missing"]);
    expect(one([first, later("2024-06-01", 5)], bip, "2024-05-31").change.outcome).toBe("undetermined");
  });

  test("an instrument that states no cadence misses no round", () => {
    const { cadenceMonths: _, ...any } = bip;
    expect(one([first], any).rounds).toBeNull();
  });

  test("every measurement belongs to one round at most, and every due round has one state", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 6 }),
        (days, cadenceMonths) => {
          const all = days.map((day) => later(addDays("2024-01-31", day), 3));
          const { rounds } = one(all, { ...bip, cadenceMonths }, "2027-01-01");
          expect(rounds?.filter(({ state }) => state === "answered").length).toBeLessThanOrEqual(all.length);
          expect(rounds?.[0]?.state).toBe("answered");
          expect(new Set(rounds?.map(({ due }) => due)).size).toBe(rounds?.length);
          expect(one(all, { ...bip, cadenceMonths }, "2027-01-01").change).toEqual(changes(all, bip)[0]?.change);
        },
      ),
    );
  });

  test("a step tells whether another case worker stands by it, and never who", () => {
    const { steps } = one([
      { ...first, caseWorker: "H1" },
      later("2024-06-01", 3, { caseWorker: "H2" }),
      later("2024-09-01", 3, { caseWorker: "H2" }),
      later("2024-12-01", 3),
    ]);
    expect(steps.map(({ caseWorker }) => caseWorker)).toEqual(["other", "same", "unknown"]);
    expect(JSON.stringify(steps)).not.toContain("H1");
  });

  test("participant and case worker are two series with each their own trend, never averaged", () => {
    const both = [first, later("2024-06-01", 4)].flatMap((one): Measurement[] => [
      one,
      { ...one, id: `c${one.id}`, respondent: "case-worker", value: one.value === 2 ? 5 : 1 },
    ]);
    expect(series(both, bip, { on: "2024-12-31" }).map(({ respondent, trend }) => [respondent, trend])).toEqual([
      ["case-worker", "worsening"],
      ["participant", "improving"],
    ]);
  });
});

describe("reliable change", () => {
  const threshold = (atLeast: number, more: { readonly indicator?: string } = {}) => ({
    scale: "one-to-five",
    atLeast,
    status: "unverified" as const,
    citation: { source: "own" },
    ...more,
  });
  const changed = (reliableChange: Instrument["reliableChange"], to: number) =>
    one([first, later("2024-06-01", to)], { ...bip, ...(reliableChange === undefined ? {} : { reliableChange }) })
      .change;

  test("is not spoken of when the policy states no threshold", () => {
    expect(changed(undefined, 5)).toEqual({ outcome: "improved" });
  });

  test("is a step as large as the threshold of the policy, up or down; no change is no such step", () => {
    expect(changed([threshold(2)], 4)).toEqual({ outcome: "improved", reliable: true });
    expect(changed([threshold(2)], 3)).toEqual({ outcome: "improved", reliable: false });
    expect(changed([threshold(1)], 1)).toEqual({ outcome: "worsened", reliable: true });
    expect(changed([threshold(1)], 2)).toEqual({ outcome: "unchanged" });
  });

  test("goes by the threshold of the indicator before the one for all", () => {
    expect(changed([threshold(1), threshold(3, { indicator: "own-job-belief" })], 4)).toEqual({
      outcome: "improved",
      reliable: false,
    });
  });
});

describe("other instruments", () => {
  const [card] = (stockholm.measuring?.instruments ?? []).filter(({ id }) => id === "mia-progression-card");
  if (card === undefined) throw new Error("the profile has no card");

  test("MIA's progression card cannot be compared until its scale is stated, and then by data alone", () => {
    const rating = (on: string, value: number) => later(on, value, { indicator: "well-being", scale: "own-card" });
    const ratings = [rating("2024-03-01", 3), rating("2024-10-01", 6)];
    expect(one(ratings, card).change).toEqual({ outcome: "undetermined", because: ["unknown-scale"] });
    const own = {
      id: "own-card",
      min: 1,
      max: 10,
      step: 1,
      direction: "higher-is-better",
      status: "attested",
    } as const;
    expect(one(ratings, { ...card, scales: [own] })).toMatchObject({
      trend: "improving",
      rounds: null,
    });
  });

  test("one nobody has heard of, asked monthly on a scale where less is better, needs no code", () => {
    const worries: Instrument = {
      id: "worries",
      version: "1",
      title: { sv: "Oro", en: "Worries" },
      indicators: [
        { id: "worry", label: { sv: "Oro", en: "Worry" }, respondents: ["participant"], status: "attested" },
      ],
      scales: [{ id: "tenths", min: 0, max: 1, step: 0.1, direction: "lower-is-better", status: "attested" }],
      cadenceMonths: 1,
      reliableChange: [{ scale: "tenths", atLeast: 0.2, status: "attested", citation: { source: "own" } }],
    };
    const worry = (on: string, value: number) => later(on, value, { indicator: "worry", scale: "tenths" });
    const { change, rounds } = one([worry("2024-01-31", 0.3), worry("2024-03-30", 0.1)], worries, "2024-04-20");
    expect(change).toEqual({ outcome: "improved", reliable: true });
    expect(states(rounds)).toEqual(["2024-01-31 answered", "2024-02-29 missing", "2024-03-31 answered"]);
  });
});
