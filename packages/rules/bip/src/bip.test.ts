import { Instrument } from "@finsam/policy";
import { describe, expect, test } from "vitest";
import { bip, bipIndicators } from "./bip.ts";
import { bipSources } from "./bip-sources.ts";

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

  test.each(bipIndicators.map((indicator) => [indicator.id, indicator] as const))(
    "%s cites a source that can be looked up, if it is attested",
    (_, { status, citation }) => {
      if (status === "attested") expect(bipSources).toHaveProperty([citation?.source ?? ""]);
      else expect(citation).toBeUndefined();
    },
  );
});
