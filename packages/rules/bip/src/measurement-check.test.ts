import { type Measurement, Text } from "@finsam/model";
import type { Scale } from "@finsam/policy";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bip } from "./bip.ts";
import { checkMeasurement } from "./measurement-check.ts";

const answer: Measurement = {
  id: "M1",
  person: "P1",
  indicator: "own-job-belief",
  respondent: "participant",
  on: "2024-03-01",
  scale: "one-to-five",
  value: 3,
};
const codes = (more: Partial<Measurement>): readonly string[] =>
  checkMeasurement({ ...answer, ...more }, bip).map(({ code }) => code);

describe("checking a measurement", () => {
  test("both ends of the scale are answers, and a question left unanswered is fine", () => {
    for (const value of [1, 5, null]) expect(codes({ value })).toEqual([]);
  });

  test.each([0, 6, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])("%d is not on the scale 1–5", (value) => {
    expect(codes({ value })).toEqual(["value-outside-scale"]);
  });

  const on = (scale: Pick<Scale, "min" | "max" | "step">, value: number): readonly string[] => {
    const own: Scale = { ...scale, id: "own", direction: "higher-is-better", status: "attested" };
    return checkMeasurement({ ...answer, scale: "own", value }, { ...bip, scales: [own] }).map(({ code }) => code);
  };

  test("on a scale without steps every number between its ends is an answer, and nothing else", () => {
    expect(on({ min: 0, max: 10 }, 2.5)).toEqual([]);
    for (const value of [10.1, Number.NaN]) expect(on({ min: 0, max: 10 }, value)).toEqual(["value-outside-scale"]);
  });

  test("a step of a tenth takes three tenths, though they are not exact in binary", () => {
    expect(on({ min: 0, max: 1, step: 0.1 }, 0.3)).toEqual([]);
    expect(on({ min: 0, max: 1, step: 0.1 }, 0.35)).toEqual(["value-outside-scale"]);
  });

  test("an indicator or a scale that the instrument lacks is found", () => {
    expect(codes({ indicator: "well-being" })).toEqual(["unknown-indicator"]);
    expect(codes({ scale: "one-to-ten" })).toEqual(["unknown-scale"]);
  });

  test("a participant may not answer for the case worker's belief", () => {
    expect(codes({ indicator: "case-worker-job-belief" })).toEqual(["respondent-may-not-answer"]);
    expect(codes({ indicator: "case-worker-job-belief", respondent: "case-worker" })).toEqual([]);
  });

  test("several mistakes are all found, each with its field and a sentence in both languages", () => {
    const findings = checkMeasurement({ ...answer, indicator: "case-worker-job-belief", value: 6 }, bip);
    expect(findings.map(({ code, field }) => [code, field])).toEqual([
      ["respondent-may-not-answer", "respondent"],
      ["value-outside-scale", "value"],
    ]);
    for (const { message } of findings) expect(Text.parse(message)).toEqual(message);
  });

  test("a finding tells nothing about the person: neither who nor what was answered", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 6 }), (person, value) => {
        const text = JSON.stringify(checkMeasurement({ ...answer, person, value }, bip));
        expect(text).not.toContain(person);
        expect(text).not.toContain(String(value));
      }),
    );
  });
});
