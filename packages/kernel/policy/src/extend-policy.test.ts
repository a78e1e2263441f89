import { describe, expect, test } from "vitest";
import { extendPolicy, type PolicyOverlay } from "./extend-policy.ts";
import { readProfile } from "./profile.ts";
import { outcomeOf, ruleAt } from "./rule-at.ts";
import { smallProfile } from "./small-profile.fixture.ts";

const decided = { status: "attested", citation: { source: "board" } } as const;
const overlay = (change: Partial<PolicyOverlay> = {}): PolicyOverlay => ({
  extends: "storkommun",
  id: "lillkommun",
  version: "1",
  author: "Styrelsen för Lillkommun",
  reason: { sv: "Fler äldre arbetar", en: "More older people work" },
  citation: { source: "board" },
  sources: { board: { title: { sv: "Protokoll", en: "Minutes" } } },
  ...change,
});
const highestAge = (...values: readonly (readonly [value: number, validFrom: string, validTo?: string])[]) =>
  overlay({
    parameters: {
      "highest-age": {
        versions: values.map(([value, validFrom, validTo]) => ({
          value,
          validFrom,
          ...(validTo === undefined ? {} : { validTo }),
          ...decided,
        })),
      },
    },
  });
const problems = (change: PolicyOverlay) => {
  const read = extendPolicy(smallProfile, change);
  return read.ok ? [] : read.problems.map(({ code, path }) => [code, path]);
};

describe("an overlay on a policy", () => {
  test("changes what it names, and keeps the rest", () => {
    const extended = extendPolicy(smallProfile, highestAge([68, "2020-01-01"]));
    if (!extended.ok) throw new Error("refused");
    const born1956 = { resident: true, birthDate: "1956-01-01" };
    expect(outcomeOf(ruleAt(extended.profile, "target-group", "2024-06-01"), born1956)).toBe("met");
    expect(outcomeOf(ruleAt(smallProfile, "target-group", "2024-06-01"), born1956)).toBe("notMet");
    expect(extended.profile.parameters["highest-age"]?.title).toEqual(smallProfile.parameters["highest-age"].title);
    expect(extended.profile.codeLists).toEqual(smallProfile.codeLists);
  });

  test("leaves a record of who decided, why and in which text", () => {
    const extended = extendPolicy(smallProfile, overlay());
    expect(extended.ok && extended.profile.overlays).toEqual([
      {
        id: "lillkommun",
        version: "1",
        author: "Styrelsen för Lillkommun",
        reason: { sv: "Fler äldre arbetar", en: "More older people work" },
        citation: { source: "board" },
      },
    ]);
    if (!extended.ok) throw new Error("refused");
    const twice = extendPolicy(extended.profile, overlay({ extends: "lillkommun", id: "by" }));
    expect(twice.ok && twice.profile.overlays?.map(({ id }) => id)).toEqual(["lillkommun", "by"]);
  });

  test("may go to the limits that the base has set, and not across them", () => {
    expect(problems(highestAge([60, "2020-01-01", "2020-12-31"], [70, "2021-01-01"]))).toEqual([]);
    expect(problems(highestAge([59, "2020-01-01", "2020-12-31"], [71, "2021-01-01"]))).toEqual([
      ["limit-crossed", "parameters.highest-age.versions.0.value"],
      ["limit-crossed", "parameters.highest-age.versions.1.value"],
    ]);
  });

  test("cannot leave a gap or an overlap in time", () => {
    expect(problems(highestAge([64, "2020-01-01", "2020-12-31"], [66, "2021-02-01"]))).toEqual([
      ["timeline-gap", "parameters.highest-age.versions.0.validTo"],
    ]);
    expect(problems(highestAge([64, "2020-01-01", "2021-02-01"], [66, "2021-01-01"]))).toEqual([
      ["timeline-overlap", "parameters.highest-age.versions.0.validTo"],
    ]);
  });

  test("must cite a text that it lists, and build on the profile that it names", () => {
    expect(problems(overlay({ sources: {} }))).toEqual([["unknown-source", "overlays.0.citation.source"]]);
    expect(problems(overlay({ extends: "annan-kommun" }))).toEqual([["wrong-base", "extends"]]);
  });

  test("an announced value is there to see and not applied before its day", () => {
    const announced = overlay({
      parameters: {
        "highest-age": {
          versions: [
            { value: 64, validFrom: "2020-01-01", validTo: "2029-12-31", ...decided },
            { value: 67, validFrom: "2030-01-01", status: "announced", citation: { source: "board" } },
          ],
        },
      },
    });
    const extended = extendPolicy(smallProfile, announced);
    if (!extended.ok) throw new Error("refused");
    const limitOn = (on: string) => JSON.stringify(ruleAt(extended.profile, "target-group", on).criterion);
    expect([limitOn("2029-12-31").includes(":64"), limitOn("2030-01-01").includes(":67")]).toEqual([true, true]);
    expect(extended.profile.parameters["highest-age"]?.versions[1]?.status).toBe("announced");
  });
});

test("a value that crosses the limits of its own profile is refused with a code and a place", () => {
  const { "highest-age": parameter } = smallProfile.parameters;
  const read = readProfile({
    ...smallProfile,
    parameters: { "highest-age": { ...parameter, limits: { highest: 65 } } },
  });
  expect(!read.ok && read.problems).toEqual([
    {
      code: "limit-crossed",
      path: "parameters.highest-age.versions.1.value",
      message: '"highest-age" has to be 65 or less',
    },
  ]);
});
