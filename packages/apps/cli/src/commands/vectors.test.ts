import { readFileSync } from "node:fs";
import { VectorDocument } from "@finsam/policy";
import { describe, expect, test } from "vitest";
import { finsam } from "../finsam.fixture.ts";

describe("finsam vectors", () => {
  test("prints the committed vectors of a shipped rule", async () => {
    const { code, out } = await finsam("vectors", "--rule", "target-group");
    const committed = new URL("../../../../rules/eligibility/vectors/target-group.json", import.meta.url);
    expect([code, out]).toEqual([0, readFileSync(committed, "utf8")]);
    expect(VectorDocument.safeParse(JSON.parse(out)).success).toBe(true);
  });

  test("names the rules there are when asked for another", async () => {
    const { code, err } = await finsam("vectors", "--rule", "sig1");
    expect([code, err]).toEqual([2, expect.stringContaining("sig0, sig0-jarva")]);
  });
});
