import { outcomeOf, ruleAt, targetGroupRules } from "@finsam/policy";
import { describe, expect, test } from "vitest";
import { association } from "./association.fixture.ts";
import { UnknownIntervention } from "./no-catalogue.ts";
import { preconditionsOf } from "./preconditions.ts";

const on = "2022-03-01";
const of = (application: Parameters<typeof preconditionsOf>[2]) =>
  preconditionsOf(association, "verkstaden", application, on);

describe("what has to be done before an application", () => {
  test("is the checklist and one of the collaboration meetings", () => {
    expect(of({ checklistDone: true, collaborationMeetings: ["sip-meeting"] })?.outcome).toBe("met");
    expect(of({ checklistDone: true, collaborationMeetings: [], fiaDone: false })?.outcome).toBe("notMet");
    expect(of({ checklistDone: false, collaborationMeetings: ["sip-meeting"] })?.outcome).toBe("notMet");
  });

  test("FIA takes the place of the meeting for a referrer of the city, and for no other", () => {
    const fia = { checklistDone: true, collaborationMeetings: [], fiaDone: true };
    expect(of({ ...fia, referrer: "city" })?.outcome).toBe("met");
    expect(of({ ...fia, referrer: "agency" })?.outcome).toBe("notMet");
    expect(of(fia)).toMatchObject({ outcome: "undetermined", missing: ["referrer"] });
  });

  test("the reasons name what is not done", () => {
    expect(of({ checklistDone: false })?.because.map(({ fact }) => fact)).toEqual(["checklistDone"]);
  });

  test("of an intervention that states none there is no outcome, and of one that is not there an error", () => {
    expect(preconditionsOf(association, "tradgarden", {}, on)).toBeNull();
    expect(preconditionsOf(association, "verkstaden", {}, "2019-01-01")).toBeNull();
    expect(() => preconditionsOf(association, "verkstan", {}, on)).toThrow(UnknownIntervention);
    expect(() => of({ checklistDone: "yes" })).toThrow(/checklistDone/);
  });

  test("they are apart from admission: who refers changes them, and no target group", () => {
    const withTargetGroups = { ...association, rules: { ...association.rules, ...targetGroupRules(association) } };
    const rule = ruleAt(withTargetGroups, "target-group-of-verkstaden", on);
    const person = { birthDate: "2000-05-01", illHealth: true };
    for (const referrer of ["city", "agency"]) expect(outcomeOf(rule, { ...person, referrer })).toBe("met");
  });
});
