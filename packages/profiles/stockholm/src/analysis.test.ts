import { all } from "@finsam/criteria";
import { askNext } from "@finsam/criteria/analyse";
import { analyseProfile, Profile, ruleAt } from "@finsam/policy";
import { describe, expect, test } from "vitest";
import { stockholm } from "./stockholm.ts";

describe("the analysis of the profile", () => {
  test("finds no rule, condition, version, code or band that cannot be meant", () => {
    expect(stockholm.mayNotDecide?.facts).toEqual(["incomeSupport", "referrer"]);
    expect(analyseProfile(stockholm).findings).toEqual([]);
  });

  test("would find the ages the wrong way round, the referrer asked for and a day between two districts' lists", () => {
    const { parameters, rules, codeLists } = stockholm;
    const [attested] = rules.sig0?.versions ?? [];
    const broken = Profile.parse({
      ...stockholm,
      // It names districts that are left out below.
      catalogue: undefined,
      parameters: { ...parameters, "lowest-age": parameters["highest-age"], "highest-age": parameters["lowest-age"] },
      rules: {
        ...rules,
        sig0: {
          title: { sv: "SIG 0", en: "SIG 0" },
          versions: [{ ...attested, value: { op: "in", fact: "referrer", value: ["social-insurance-agency"] } }],
        },
      },
      codeLists: {
        ...codeLists,
        districts: {
          ...codeLists.districts,
          codes: codeLists.districts?.codes
            .filter(({ validFrom, validTo }) => validFrom !== undefined || validTo !== undefined)
            .map((code) => (code.id === "jarva" ? { ...code, validFrom: "2023-07-02" } : code)),
        },
      },
    });
    const findings = analyseProfile(broken).findings;
    expect(findings.map(({ code, place, on }) => [code, place, on])).toEqual([
      ["rule-nobody-meets", "rules.target-group.versions.0.value", "2018-04-12"],
      ["rule-nobody-meets", "rules.target-group.versions.1.value", "2023-05-12"],
      ["fact-may-not-decide", "rules.sig0.versions.0.value", "2017-01-01"],
      ["fact-may-not-decide", "rules.sig0-jarva.versions.0.value", "2023-07-01"],
      ["fact-may-not-decide", "rules.sig0-jarva.versions.1.value", "2024-01-01"],
      ["fact-may-not-decide", "rules.sig0-jarva-over-12-months.versions.0.value", "2023-07-01"],
      ["fact-may-not-decide", "rules.sig0-jarva-over-12-months.versions.1.value", "2024-01-01"],
      ["code-list-hole", "codeLists.districts", "2023-07-01"],
    ]);
  });
});

test.each([
  ["the income support", { op: "hasAny", fact: "incomeSupport", value: ["social-assistance"] }],
  ["who refers", { op: "in", fact: "referrer", value: ["social-insurance-agency"] }],
] as const)("the analysis would find a target group that asks for %s, and show two people", (_, condition) => {
  const rules = Object.entries(stockholm.rules).map(([id, rule]) =>
    id === "target-group"
      ? [id, { ...rule, versions: rule.versions.map((one) => ({ ...one, value: all(one.value, condition) })) }]
      : [id, rule],
  );
  const { findings } = analyseProfile(Profile.parse({ ...stockholm, rules: Object.fromEntries(rules) }));
  // Interventions whose target group refers to the rule depend on the fact as well.
  expect(new Set(findings.map(({ code, people }) => `${code}, ${people.length} people`))).toEqual(
    new Set(["fact-may-not-decide, 2 people"]),
  );
  expect(findings.slice(0, 2).map(({ place }) => place)).toEqual([
    "rules.target-group.versions.0.value",
    "rules.target-group.versions.1.value",
  ]);
});

describe("what to ask next about SIG 0 in Järva", () => {
  const { criterion, setting } = ruleAt(stockholm, "sig0-jarva", "2024-06-01");

  test("any one of the four facts can settle that it is not met, and only all four that it is", () => {
    const { alwaysEnough, mayBeEnough } = askNext(criterion, {}, setting, { monthsOfSocialAssistance: 3 });
    expect(mayBeEnough.map(({ facts, outcomes }) => [facts.length, outcomes])).toEqual([
      [1, ["notMet"]],
      [1, ["notMet"]],
      [1, ["notMet"]],
      [1, ["notMet"]],
      [4, ["met", "notMet"]],
    ]);
    expect(mayBeEnough[3]).toEqual({ facts: ["monthsOfSocialAssistance"], cost: 3, outcomes: ["notMet"] });
    expect(alwaysEnough.cost).toBe(6);
  });

  test("how long assistance has lasted is not asked for once it is known to be ten months or more", () => {
    expect(askNext(criterion, { monthsOfSocialAssistance: { min: 10, max: 14 } }, setting).alwaysEnough.facts).toEqual([
      "workCapacityReducedByIllness",
      "sicknessBenefitIncome",
      "needsCoordinatedRehabilitation",
    ]);
  });
});
