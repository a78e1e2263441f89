import { describe, expect, test } from "vitest";
import { Instrument, Scale } from "./instrument.ts";

const problems = (schema: typeof Instrument | typeof Scale, candidate: unknown): readonly string[] =>
  schema.safeParse(candidate).error?.issues.map(({ message }) => message) ?? [];

const scale = { id: "ten-steps", min: 1, max: 10, step: 1, direction: "higher-is-better", status: "attested" } as const;
const wellBeing = {
  id: "well-being",
  label: { sv: "Välbefinnande", en: "Well-being" },
  respondents: ["participant"],
  status: "attested",
};

describe("instruments", () => {
  const card = {
    id: "progression-card",
    version: "1",
    title: { sv: "Progressionskort", en: "Progression card" },
    indicators: [wellBeing],
    scales: [scale],
  };

  test("areas with the scale of one's own card are an instrument", () => {
    expect(problems(Instrument, card)).toEqual([]);
  });

  test("areas are one without a scale too, as long as no source gives it", () => {
    expect(problems(Instrument, { ...card, scales: [] })).toEqual([]);
  });

  test("a threshold of reliable change names a scale and an indicator that are there", () => {
    const threshold = { scale: "ten-steps", atLeast: 2, status: "attested", citation: { source: "own" } };
    expect(problems(Instrument, { ...card, reliableChange: [threshold] })).toEqual([]);
    expect(problems(Instrument, { ...card, reliableChange: [{ ...threshold, scale: "x", indicator: "y" }] })).toEqual([
      'the instrument has no scale "x"',
      'the instrument has no indicator "y"',
    ]);
  });

  test("two indicators or two scales with one id are refused", () => {
    expect(problems(Instrument, { ...card, scales: [scale, scale] })).toEqual([
      '"ten-steps" stands twice; give each its own id',
    ]);
    expect(problems(Instrument, { ...card, indicators: [wellBeing, wellBeing] })).toEqual([
      '"well-being" stands twice; give each its own id',
    ]);
  });

  test("a scale that runs backwards or whose steps miss its end is refused", () => {
    expect(problems(Scale, { ...scale, min: 1, max: 5, step: 2 })).toEqual([]);
    expect(problems(Scale, { ...scale, min: 0, max: 1, step: 0.1 })).toEqual([]);
    expect(problems(Scale, { ...scale, min: 5, max: 1 })).toContain("a scale needs a max above its min");
    expect(problems(Scale, { ...scale, min: 1, max: 4, step: 2 })).toEqual([
      "the steps of a scale must lead to its max",
    ]);
  });
});
