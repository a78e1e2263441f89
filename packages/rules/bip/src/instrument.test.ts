import { describe, expect, test } from "vitest";
import { bip, bipIndicators } from "./bip.ts";
import { bipSources } from "./bip-sources.ts";
import { Instrument, Scale } from "./instrument.ts";
import { miaProgressionAreas } from "./mia-progression-areas.ts";

const problems = (schema: typeof Instrument | typeof Scale, candidate: unknown): readonly string[] =>
  schema.safeParse(candidate).error?.issues.map(({ message }) => message) ?? [];

const scale = { id: "ten-steps", min: 1, max: 10, step: 1, direction: "higher-is-better", status: "attested" } as const;

describe("BIP", () => {
  test("is an instrument", () => {
    expect(Instrument.parse(bip)).toEqual(bip);
  });

  test("asks the participant about nine indicators and the case worker about eleven", () => {
    const askedOf = (respondent: "participant" | "case-worker") =>
      bipIndicators.filter(({ respondents }) => respondents.includes(respondent));
    expect(askedOf("participant")).toHaveLength(9);
    expect(askedOf("case-worker")).toHaveLength(11);
  });

  test("lets only the case worker state the case worker's belief", () => {
    const belief = bipIndicators.find(({ id }) => id === "case-worker-job-belief");
    expect(belief?.respondents).toEqual(["case-worker"]);
  });

  test("attests the seven and everyday coping, and marks the rest and the scale as unverified", () => {
    const attested = bipIndicators.filter(({ status }) => status === "attested").map(({ id }) => id);
    const seven = bipIndicators.filter(({ amongTheSeven }) => amongTheSeven).map(({ id }) => id);
    expect(seven).toHaveLength(7);
    expect(attested).toEqual([...seven, "everyday-coping"]);
    expect(bip.scales.map(({ status }) => status)).toEqual(["unverified"]);
  });

  test("does not say whether self-rated health is among the seven, since nobody could check it", () => {
    expect(bipIndicators.find(({ id }) => id === "health-self-rated")).not.toHaveProperty("amongTheSeven");
  });

  test.each([...bipIndicators, ...miaProgressionAreas].map((indicator) => [indicator.id, indicator] as const))(
    "%s cites a source that can be looked up, if it is attested",
    (_, { status, citation }) => {
      if (status === "attested") expect(bipSources).toHaveProperty([citation?.source ?? ""]);
      else expect(citation).toBeUndefined();
    },
  );
});

describe("instruments", () => {
  const card = {
    id: "progression-card",
    version: "1",
    title: { sv: "Progressionskort", en: "Progression card" },
    indicators: miaProgressionAreas,
    scales: [scale],
  };

  test("MIA's progression areas with the scale of one's own card are an instrument", () => {
    expect(problems(Instrument, card)).toEqual([]);
  });

  test("MIA's progression areas without a scale are not", () => {
    expect(problems(Instrument, { ...card, scales: [] })).not.toEqual([]);
  });

  test("two indicators or two scales with one id are refused", () => {
    expect(problems(Instrument, { ...card, scales: [scale, scale] })).toEqual([
      '"ten-steps" stands twice; give each its own id',
    ]);
    expect(problems(Instrument, { ...card, indicators: [...miaProgressionAreas, miaProgressionAreas[0]] })).toEqual([
      '"understanding-welfare-system" stands twice; give each its own id',
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
