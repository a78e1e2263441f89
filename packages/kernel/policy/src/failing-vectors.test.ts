import { evaluate, explain } from "@finsam/criteria";
import { describe, expect, test } from "vitest";
import { everyComparison } from "./every-comparison.fixture.ts";
import { failingVectors } from "./failing-vectors.ts";
import { ruleVectors } from "./rule-vectors.ts";
import { vectorsJsonSchema } from "./vector-document.ts";

const document = ruleVectors(everyComparison, "every-comparison");

describe("running vectors", () => {
  test("the plain evaluator passes them all", () => {
    expect(document.vectors.length).toBeGreaterThan(100);
    expect(failingVectors(document)).toEqual([]);
  });

  test("an implementation that takes missing for no fails", () => {
    const failed = failingVectors(document, (criterion, facts, setting) => {
      const outcome = evaluate(criterion, facts, setting);
      return { outcome: outcome === "undetermined" ? "notMet" : outcome, missing: [] };
    });
    expect(failed.map(({ vector }) => vector.id)).toContain("2019-03-01-nothing-is-known");
  });

  test("an implementation that asks for more than is needed fails", () => {
    const failed = failingVectors(document, (criterion, facts, setting) => {
      const { outcome, missing } = explain(criterion, facts, setting);
      return { outcome, missing: outcome === "undetermined" ? [...missing, "age"] : [] };
    });
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.every(({ vector }) => !("error" in vector) && vector.outcome === "undetermined")).toBe(true);
  });

  test("the order in which missing facts are named does not matter", () => {
    const backwards = failingVectors(document, (criterion, facts, setting) => {
      const { outcome, missing } = explain(criterion, facts, setting);
      return { outcome, missing: missing.toReversed() };
    });
    expect(backwards).toEqual([]);
  });

  test("the published JSON schema is the one made from the code", async () => {
    await expect(`${JSON.stringify(vectorsJsonSchema(), null, 2)}\n`).toMatchFileSnapshot("../vectors.schema.json");
  });
});
