import { all, any, type Criterion } from "@finsam/criteria";
import { describe, expect, test } from "vitest";
import { Profile, readProfile } from "../profile.ts";
import { outcomeOf, ruleAt } from "../rule-at.ts";
import { smallProfile } from "../small-profile.fixture.ts";
import { analyseProfile } from "./analyse-profile.ts";
import { ProfileAnalysis, ProfileFindingCode } from "./profile-finding.ts";
import { refusedWhenRead, seededDefects, soundProfile } from "./seeded-defects.fixture.ts";

describe("an analysis of a profile", () => {
  test("finds nothing in one without a defect", () => {
    expect(Profile.safeParse(soundProfile).error).toBeUndefined();
    expect(analyseProfile(soundProfile)).toEqual({
      profile: "storkommun",
      version: "1",
      findings: [],
    });
  });

  test.each(seededDefects)("finds $defect, and nothing else", ({ profile, found }) => {
    expect(Profile.safeParse(profile).error).toBeUndefined();
    const analysis = analyseProfile(profile);
    expect(
      analysis.findings.map(({ code, place, on }) => (on === undefined ? [code, place] : [code, place, on])),
    ).toEqual(found);
    expect(ProfileAnalysis.parse(analysis)).toEqual(analysis);
  });

  test.each(refusedWhenRead)("need not look for $defect: that profile is refused when it is read", (refused) => {
    const read = readProfile(refused.profile);
    expect(read.ok ? [] : read.problems.map(({ code, path }) => [code, path])).toEqual([[refused.code, refused.place]]);
  });

  test("has a defect to find for every code but a rule that is too large", () => {
    const codes = new Set(seededDefects.flatMap(({ found }) => found.map(([code]) => code)));
    expect(ProfileFindingCode.options.filter((code) => !codes.has(code))).toEqual(["rule-too-large"]);
  });
});

describe("a finding", () => {
  const findingOf = (defect: string) => {
    const seeded = seededDefects.find((one) => one.defect === defect);
    if (seeded === undefined) throw new Error(`no seeded defect is called "${defect}"`);
    const { profile } = seeded;
    return { profile, finding: analyseProfile(profile).findings[0] };
  };

  test("of a gap shows someone who is in no band", () => {
    expect(findingOf("an oldest band that ends").finding).toMatchObject({
      message: { sv: "67 år hör inte till något av banden.", en: "67 years belong to none of the bands." },
      people: [{ birthDate: "1951-01-01" }],
    });
    expect(findingOf("a time in support that lies between two whole years in no band").finding).toMatchObject({
      message: { sv: "9,5 år hör inte till något av banden.", en: "9.5 years belong to none of the bands." },
      people: [{ yearsInSupport: 9.5 }],
    });
  });

  test("of a fact that may not decide shows two who differ in it alone and in the outcome", () => {
    const { profile, finding } = findingOf("a rule that asks who refers");
    expect(finding?.people).toEqual([
      { illHealth: true, referrer: "psychiatry" },
      { illHealth: true, referrer: "another-code" },
    ]);
    expect(finding?.people.map((person) => outcomeOf(ruleAt(profile, "extra", "2018-01-01"), person))).toEqual([
      "met",
      "notMet",
    ]);
  });

  test("of a condition that never matters says what can stand in its place", () => {
    expect(findingOf("a lower limit that a stricter one makes idle").finding?.message).toEqual({
      sv: 'Villkoret "månader med bistånd" avgör aldrig något: utfallet blir detsamma för alla om det räknas som alltid uppfyllt. Ta bort det, eller rätta det.',
      en: 'The condition "months with assistance" never matters: everybody has the same outcome if it counts as always met. Leave it out, or correct it.',
    });
  });

  test("of a hole says from when to when", () => {
    expect(findingOf("a rule that starts before a rule it refers to").finding?.message).toEqual({
      sv: 'Regeln gäller 2018-01-01 till 2018-12-31, men "late" gör det inte. Då kan ingen bedömas.',
      en: 'The rule is valid 2018-01-01 to 2018-12-31, and "late" is not. Nobody can be assessed then.',
    });
    expect(findingOf("a rule that outlasts a value in it").finding?.message.en).toContain("valid 2024-07-01 –");
  });
});

describe("no finding is made of", () => {
  const [resident] = smallProfile.rules.resident.versions;
  const withRule = (criterion: Criterion): Profile => ({
    ...soundProfile,
    rules: {
      ...soundProfile.rules,
      extra: { title: { sv: "Regel", en: "Rule" }, versions: [{ ...resident, value: criterion }] },
    },
  });

  test("a condition that matters with one of the values that it has had", () => {
    const { parameters } = soundProfile;
    const months = { op: "atLeast", fact: "months" } as const;
    const profile: Profile = {
      ...withRule(all({ ...months, value: { parameter: "long-term" } }, { ...months, value: 12 })),
      parameters: {
        ...parameters,
        "long-term": {
          title: { sv: "Långvarigt", en: "Long-term" },
          versions: [
            { ...resident, value: 10, validTo: "2020-12-31" },
            { ...resident, value: 14, validFrom: "2021-01-01" },
          ],
        },
      },
    };
    expect(analyseProfile(profile).findings).toEqual([]);
  });

  test("two rules whose target groups overlap", () => {
    expect(analyseProfile(withRule({ op: "atLeast", fact: "age", value: 16 })).findings).toEqual([]);
  });

  test("versions that last to the end of the calendar, or begin with it", () => {
    const always = { validFrom: "0001-01-01", validTo: "9999-12-31" };
    const profile: Profile = {
      ...soundProfile,
      leapDayBirthday: [{ ...smallProfile.leapDayBirthday[0], ...always }],
      rules: { resident: { title: { sv: "Bosatt", en: "Resident" }, versions: [{ ...resident, ...always }] } },
    };
    expect(analyseProfile(profile).findings).toEqual([]);
  });
});

test("a rule that is too large to analyse is a finding, and the rest is analysed all the same", () => {
  const leaf = { op: "is", fact: "illHealth", value: true } as const;
  const wide = any(leaf, ...Array.from({ length: 2_000 }, () => leaf));
  const [version] = smallProfile.rules.resident.versions;
  const profile: Profile = {
    ...soundProfile,
    rules: {
      wide: { title: { sv: "Bred", en: "Wide" }, versions: [{ ...version, value: wide }] },
      never: {
        title: { sv: "Aldrig", en: "Never" },
        versions: [{ ...version, value: all(leaf, { ...leaf, value: false }) }],
      },
    },
  };
  expect(analyseProfile(profile).findings.map(({ code, place }) => [code, place])).toEqual([
    ["rule-too-large", "rules.wide.versions.0.value"],
    ["rule-nobody-meets", "rules.never.versions.0.value"],
  ]);
});
