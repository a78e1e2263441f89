import { Profile, ProfileAnalysis } from "@finsam/policy";
import { describe, expect, test } from "vitest";
import { file, finsam } from "../finsam.fixture.ts";

describe("finsam analyse", () => {
  test("finds nothing in the shipped profile", async () => {
    const { code, out } = await finsam("analyse", "--json");
    expect([code, ProfileAnalysis.parse(JSON.parse(out)).findings]).toEqual([0, []]);
  });

  test("finds a rule that asks who refers, which the profile says may not decide, without being asked to look", async () => {
    const { out } = await finsam("profile", "stockholm");
    const profile = Profile.parse(JSON.parse(out));
    const [version] = profile.rules.sig0?.versions ?? [];
    const asksWhoRefers = { ...version, value: { op: "in", fact: "referrer", value: ["psychiatry"] } };
    const rules = { ...profile.rules, sig0: { ...profile.rules.sig0, versions: [asksWhoRefers] } };
    const analysed = await finsam(
      "analyse",
      "--profile",
      file("quota.json", JSON.stringify({ ...profile, rules })),
      "--lang",
      "sv",
    );
    expect([analysed.code, analysed.out]).toEqual([1, expect.stringContaining('Regeln får inte bero på "remittent"')]);
  });

  test("shows a rule that nobody can meet, in words and as a document", async () => {
    const { out: profile } = await finsam("profile", "stockholm");
    const path = file("swapped.json", profile.replaceAll('"value": 66', '"value": 12'));
    const { code, out } = await finsam("analyse", "--profile", path, "--json");
    const { findings } = ProfileAnalysis.parse(JSON.parse(out));
    expect([code, findings.map(({ place }) => place).some((place) => place.startsWith("rules.target-group"))]).toEqual([
      1,
      true,
    ]);
    expect((await finsam("analyse", "--profile", path, "--lang", "sv")).out).toContain("rules.target-group");
  });
});
