import { codeById, findCode, sexes } from "@finsam/model";
import { assess, NoVersionCovers, outcomeOf, Profile, ruleAt } from "@finsam/policy";
import { describe, expect, test } from "vitest";
import { stockholm } from "./stockholm.ts";

const complete = {
  birthDate: "1985-04-12",
  residentMunicipality: "0180",
  illHealth: true,
  disability: false,
} as const;
const targetGroup = (facts: Readonly<Record<string, string | boolean>>, on = "2024-02-29") =>
  assess(ruleAt(stockholm, "target-group", on), facts);

describe("the target group of Stockholm", () => {
  test("a resident of working age with ill health meets the criteria", () => {
    expect(targetGroup(complete).outcome).toBe("met");
  });

  test("a person who turns 67 on the reference date does not meet the age criterion, and did the day before", () => {
    expect(targetGroup({ ...complete, birthDate: "1957-03-01" }, "2024-02-29").outcome).toBe("met");
    expect(targetGroup({ ...complete, birthDate: "1957-03-01" }, "2024-03-01")).toMatchObject({
      outcome: "notMet",
      because: [{ code: "amount", fact: "age", value: 67, op: "atMost", limit: 66 }],
    });
  });

  test("a person who turns 16 on the reference date meets it, and did not the day before", () => {
    expect(targetGroup({ ...complete, birthDate: "2008-03-01" }, "2024-03-01").outcome).toBe("met");
    expect(targetGroup({ ...complete, birthDate: "2008-03-01" }, "2024-02-29").outcome).toBe("notMet");
  });

  test.each(["2024-02-29", "2024-03-01"])(
    "a person born 1957 cannot be judged on %s for want of the date of birth",
    (on) => {
      expect(targetGroup({ ...complete, birthDate: "1957" }, on)).toMatchObject({
        outcome: "undetermined",
        missing: ["birthDate"],
      });
    },
  );

  test.each(["birthDate", "residentMunicipality", "illHealth"])(
    "without %s alone nothing is settled, and it is asked for",
    (fact) => {
      const { [fact as keyof typeof complete]: _, ...rest } = complete;
      expect(targetGroup(rest)).toMatchObject({ outcome: "undetermined", missing: [fact] });
    },
  );

  test("a missing disability is not asked for when ill health settles it", () => {
    const { disability: _, ...rest } = complete;
    expect(targetGroup(rest)).toMatchObject({ outcome: "met", missing: [] });
  });

  test("someone who lives elsewhere does not meet it, whatever is missing", () => {
    expect(targetGroup({ residentMunicipality: "0184" })).toMatchObject({ outcome: "notMet", missing: [] });
  });

  test("the limit of an explanation says where it comes from", () => {
    expect(targetGroup({ ...complete, birthDate: "1950-01-01" }).because[0]?.cited).toEqual({
      parameter: "highest-age",
      validFrom: "2023-05-12",
      status: "attested",
      citation: { source: "vasterort-meeting-2023" },
    });
  });

  test("before the slides of May 2023 the ages are marked unverified, and before 2018 there are none", () => {
    expect(ruleAt(stockholm, "target-group", "2023-05-11").policy.status).toBe("unverified");
    expect(() => ruleAt(stockholm, "target-group", "2018-04-11")).toThrow(NoVersionCovers);
    expect(() => ruleAt(stockholm, "target-group", "2018-04-11")).toThrow(/2018-04-11.*2018-04-12/);
  });
});

describe("the general group of the act", () => {
  test("has no age: a person of 12 or of 80 in need of coordination belongs to it", () => {
    const finsam = ruleAt(stockholm, "finsam", "2024-02-29");
    for (const birthDate of ["2012-01-01", "1944-01-01"])
      expect(outcomeOf(finsam, { birthDate, needsCoordinatedRehabilitation: true })).toBe("met");
  });
});

describe("SIG 0", () => {
  const core = { workCapacityReducedByIllness: true, sicknessBenefitIncome: "none" } as const;
  const jarva = { ...core, monthsOfSocialAssistance: 10, needsCoordinatedRehabilitation: true } as const;
  const on = "2024-06-01";

  test("asks for reduced work capacity and no sickness benefit income, and for nothing else", () => {
    expect(outcomeOf(ruleAt(stockholm, "sig0", on), core)).toBe("met");
    expect(outcomeOf(ruleAt(stockholm, "sig0", on), { ...core, sicknessBenefitIncome: "some" })).toBe("notMet");
    expect(assess(ruleAt(stockholm, "sig0", on), { workCapacityReducedByIllness: true }).missing).toEqual([
      "sicknessBenefitIncome",
    ]);
  });

  test("in Järva also asks for ten months of social assistance and need of coordination", () => {
    const rule = ruleAt(stockholm, "sig0-jarva", on);
    expect(outcomeOf(rule, jarva)).toBe("met");
    expect(outcomeOf(rule, { ...jarva, monthsOfSocialAssistance: 9 })).toBe("notMet");
    expect(outcomeOf(rule, { ...jarva, needsCoordinatedRehabilitation: false })).toBe("notMet");
    expect(assess(rule, core).missing).toEqual(["monthsOfSocialAssistance", "needsCoordinatedRehabilitation"]);
  });

  test("in Järva with the other printed threshold asks for more than twelve months", () => {
    const rule = ruleAt(stockholm, "sig0-jarva-over-12-months", on);
    expect(outcomeOf(rule, { ...jarva, monthsOfSocialAssistance: 12 })).toBe("notMet");
    expect(outcomeOf(rule, { ...jarva, monthsOfSocialAssistance: 13 })).toBe("met");
  });
});

describe("the profile", () => {
  test("is the same after a journey as JSON", () => {
    expect(Profile.parse(JSON.parse(JSON.stringify(stockholm)))).toEqual(stockholm);
  });

  test("never asks for income support by kind or for the referrer (the no-quota principle)", () => {
    const asked = JSON.stringify(Object.values(stockholm.rules));
    expect(asked).not.toMatch(/support|referrer/i);
  });

  test("knows the spellings of the register of 2021", () => {
    const { interventions, referrers, exitReasons, education, support, districts } = stockholm.codeLists;
    expect(findCode(interventions, "IPS i psykosvården")?.id).toBe("ips-psychosis-care");
    expect(referrers && findCode(referrers, "Stadsdelsförvaltning")?.id).toBe("social-services");
    expect(findCode(exitReasons, "3")?.id).toBe("illness");
    expect(education && findCode(education, "Högskola tre år eller längre")?.id).toBe("post-secondary-3-years-or-more");
    expect(support && findCode(support, "Ingen")?.id).toBe("none");
    expect(districts && findCode(districts, "Hägersten-Älvsjö")?.id).toBe("hagersten-alvsjo");
  });

  test("marks every code that no source attests as unverified", () => {
    const codes = Object.values(stockholm.codeLists).flatMap((list) => list?.codes ?? []);
    expect(codes.filter(({ citation, status }) => citation?.source === "proposal" && status !== "unverified")).toEqual(
      [],
    );
  });

  test("spells no sex twice", () => {
    const spellings = sexes.flatMap((sex) => stockholm.register.sexes[sex] ?? []);
    expect(new Set(spellings).size).toBe(spellings.length);
  });

  test("prints sickness and rehabilitation benefit together", () => {
    const { support } = stockholm.codeLists;
    expect(support && codeById(support, "sickness-benefit")?.reportAs).toBe("sickness-or-rehabilitation-benefit");
  });
});
