import { askNext } from "@finsam/criteria/analyse";
import { analyseProfile, Profile, ruleAt } from "@finsam/policy";
import { describe, expect, test } from "vitest";
import { stockholm } from "./stockholm.ts";

describe("the analysis of the profile", () => {
  test("finds no rule, condition, version, code or band that cannot be meant", () => {
    expect(analyseProfile(stockholm, { mayNotDecide: ["referrer", "incomeSupport"] }).findings).toEqual([]);
  });

  test("would find the ages the wrong way round, the referrer asked for and a day between two districts' lists", () => {
    const { parameters, rules, codeLists, vocabulary } = stockholm;
    const [attested] = rules.sig0?.versions ?? [];
    const broken = Profile.parse({
      ...stockholm,
      vocabulary: { ...vocabulary, referrer: { type: "code", label: { sv: "remittent", en: "referrer" }, codes: {} } },
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
    const findings = analyseProfile(broken, { mayNotDecide: ["referrer"] }).findings;
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
