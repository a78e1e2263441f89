import { criterionProblems, evaluate, type Setting } from "@finsam/criteria";
import type { Facts } from "@finsam/model";
import { describe, expect, test } from "vitest";
import { sicknessBenefitIncome } from "./sickness-benefit-income.ts";
import { sig0, sig0Jarva, sig0JarvaOver12Months } from "./sig0.ts";
import { sig0Vocabulary } from "./sig0-vocabulary.ts";

const setting: Setting = { vocabulary: sig0Vocabulary, on: "2024-02-29", leapDayBirthday: "1-march" };
const outcome = (facts: Facts) => evaluate(sig0, facts, setting);

describe("SIG 0", () => {
  test("is reduced work capacity and no sickness benefit income", () => {
    expect(outcome({ workCapacityReducedByIllness: true, sicknessBenefitIncome: "none" })).toBe("met");
    expect(outcome({ workCapacityReducedByIllness: false, sicknessBenefitIncome: "none" })).toBe("notMet");
    expect(outcome({ workCapacityReducedByIllness: true, sicknessBenefitIncome: "some" })).toBe("notMet");
  });

  test("is open while one of the two is not known, unless the other settles it", () => {
    expect(outcome({ workCapacityReducedByIllness: true })).toBe("undetermined");
    expect(outcome({ sicknessBenefitIncome: "none" })).toBe("undetermined");
    expect(outcome({ sicknessBenefitIncome: "some" })).toBe("notMet");
  });

  test("asks neither how long the illness has lasted nor for social assistance", () => {
    expect(
      outcome({ workCapacityReducedByIllness: true, sicknessBenefitIncome: "none", monthsOfSocialAssistance: 0 }),
    ).toBe("met");
  });

  test("all variants fit the vocabulary", () => {
    for (const criterion of [sig0, sig0Jarva, sig0JarvaOver12Months])
      expect(criterionProblems(criterion, sig0Vocabulary, () => [])).toEqual([]);
  });
});

describe("sickness benefit income", () => {
  test("someone whose income is protected has one, without present work", () => {
    expect(sicknessBenefitIncome({ fromPresentWork: "no", protectedTime: "yes" })).toBe("some");
    expect(sicknessBenefitIncome({ fromPresentWork: "unknown", protectedTime: "yes" })).toBe("some");
  });

  test("is none only when work and protection are both known to be absent", () => {
    expect(sicknessBenefitIncome({ fromPresentWork: "no", protectedTime: "no" })).toBe("none");
    expect(sicknessBenefitIncome({ fromPresentWork: "no", protectedTime: "unknown" })).toBe("unknown");
    expect(sicknessBenefitIncome({ fromPresentWork: "unknown", protectedTime: "no" })).toBe("unknown");
  });
});
