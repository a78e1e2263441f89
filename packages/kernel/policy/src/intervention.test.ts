import { describe, expect, test } from "vitest";
import { analyseProfile } from "./analyse/analyse-profile.ts";
import { extendPolicy, PolicyOverlay } from "./extend-policy.ts";
import { type Profile, readProfile } from "./profile.ts";
import { ruleAt } from "./rule-at.ts";
import { smallProfile } from "./small-profile.fixture.ts";
import { targetGroupRuleId, targetGroupRules } from "./target-group-rules.ts";

const attested = { status: "attested", citation: { source: "statutes" } } as const;
const text = (name: string) => ({ sv: name, en: name });
const young = { op: "lessThan", fact: "age", value: 30 };

const entryWith = (value: object, more: object = {}) => ({
  id: "samspel",
  name: text("Samspel"),
  kind: "intervention",
  participants: "individuals",
  versions: [{ value, validFrom: "2020-01-01", ...attested }],
  ...more,
});
const withEntries = (...interventions: readonly object[]) =>
  readProfile({
    ...smallProfile,
    catalogue: {
      organisations: { kommunen: text("Kommunen") },
      applicationFacts: { checklistDone: { type: "boolean", label: text("checklista") } },
      interventions,
    },
  });
const problems = (...interventions: readonly object[]) => {
  const read = withEntries(...interventions);
  return read.ok ? [] : read.problems.map(({ code, path }) => [code, path]);
};
const profileWith = (...interventions: readonly object[]): Profile => {
  const read = withEntries(...interventions);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.profile;
};
const group = (criterion: object) => ({ targetGroup: { text: text("Unga"), criterion } });
const place = "catalogue.interventions.0.versions.0.value";

/** What is found in the catalogue; the small profile has a finding of its own. */
const foundIn = (profile: Profile) =>
  analyseProfile(profile)
    .findings.map(({ code, place: where }) => [code, where])
    .filter(([, where]) => where?.startsWith("catalogue"));

describe("an intervention in a profile", () => {
  test("may be described by its name alone: what is left out is not stated", () => {
    expect(problems(entryWith({}))).toEqual([]);
  });

  test("asks for facts of the vocabulary and rules of the profile, and names organisations of the catalogue", () => {
    expect(problems(entryWith(group({ op: "is", fact: "shoeSize", value: true })))).toEqual([
      ["unknown-fact", `${place}.targetGroup.criterion.fact`],
    ]);
    expect(problems(entryWith(group({ op: "rule", rule: "sig0" })))).toEqual([
      ["unknown-rule", `${place}.targetGroup.criterion`],
    ]);
    expect(problems(entryWith({ owner: "kommunen", partners: ["regionen"] }))).toEqual([
      ["unknown-organisation", place],
    ]);
    expect(problems(entryWith({ referrers: ["city"] }))).toEqual([["unknown-code", `${place}.referrers`]]);
  });

  test("has preconditions over the application facts, not over those of the person and not over rules", () => {
    expect(problems(entryWith({ preconditions: { op: "is", fact: "checklistDone", value: true } }))).toEqual([]);
    expect(problems(entryWith({ preconditions: { op: "is", fact: "resident", value: true } }))).toEqual([
      ["unknown-fact", `${place}.preconditions.fact`],
    ]);
    expect(problems(entryWith({ preconditions: { op: "rule", rule: "resident" } }))).toEqual([
      ["unknown-rule", `${place}.preconditions`],
    ]);
  });

  test("stands once, is a part of another that is there, and cites a source of the profile", () => {
    expect(problems(entryWith({}), entryWith({}))).toEqual([["intervention-twice", "catalogue.interventions.1.id"]]);
    for (const partOf of ["helheten", "samspel"])
      expect(problems(entryWith({}, { partOf }))).toEqual([
        ["unknown-intervention", "catalogue.interventions.0.partOf"],
      ]);
    const unsourced = { value: {}, validFrom: "2020-01-01", status: "attested", citation: { source: "hearsay" } };
    expect(problems(entryWith({}, { versions: [unsourced] }))).toEqual([
      ["unknown-source", "catalogue.interventions.0.versions.0.citation.source"],
    ]);
  });
});

test("an overlay puts a catalogue of its own in the place of the base's", () => {
  const base = profileWith(entryWith({}));
  const overlay = PolicyOverlay.parse({
    extends: base.id,
    id: "eget",
    version: "1",
    author: "Styrelsen",
    reason: text("Egna insatser"),
    citation: attested.citation,
    catalogue: { organisations: {}, applicationFacts: {}, interventions: [entryWith({}, { id: "eget-spar" })] },
  });
  const read = extendPolicy(base, overlay);
  expect(read.ok && read.profile.catalogue?.interventions.map(({ id }) => id)).toEqual(["eget-spar"]);
});

describe("target groups as rules", () => {
  test("are resolved for a day like any rule, and are only there while a criterion is stated", () => {
    const profile = profileWith(
      entryWith(
        {},
        {
          versions: [
            { value: {}, validFrom: "2020-01-01", validTo: "2020-12-31", ...attested },
            { value: group(young), validFrom: "2021-01-01", ...attested },
          ],
        },
      ),
    );
    const rules = targetGroupRules(profile);
    expect(Object.keys(rules)).toEqual([targetGroupRuleId("samspel")]);
    const withRules = { ...profile, rules: { ...profile.rules, ...rules } };
    expect(ruleAt(withRules, "target-group-of-samspel", "2021-01-01").criterion).toEqual(young);
    expect(() => ruleAt(withRules, "target-group-of-samspel", "2020-12-31")).toThrow(/2021-01-01/);
  });

  test("of a profile without a catalogue there are none", () => {
    expect(targetGroupRules(smallProfile)).toEqual({});
  });

  test("are analysed as rules are, and findings have their place in the catalogue", () => {
    const contradiction = { op: "all", of: [young, { op: "atLeast", fact: "age", value: 30 }] };
    const idle = { op: "all", of: [young, { op: "lessThan", fact: "age", value: 40 }] };
    const found = (criterion: object, facts: readonly string[] = []) =>
      foundIn({
        ...profileWith(entryWith({}, { id: "forst" }), entryWith(group(criterion))),
        mayNotDecide: { facts, reason: text("Behov"), citation: attested.citation },
      });
    const criterion = "catalogue.interventions.1.versions.0.value.targetGroup.criterion";
    expect(found(young)).toEqual([]);
    expect(found(contradiction)).toEqual([["rule-nobody-meets", criterion]]);
    expect(found(idle)).toEqual([["condition-never-matters", `${criterion}.of.1`]]);
    expect(found({ op: "is", fact: "resident", value: true }, ["resident"])).toContainEqual([
      "fact-may-not-decide",
      criterion,
    ]);
  });

  test("that are older than a rule they refer to leave days on which nobody can be assessed", () => {
    const early = entryWith(
      {},
      {
        versions: [{ value: group({ op: "rule", rule: "resident" }), validFrom: "2017-01-01", ...attested }],
      },
    );
    const where = "catalogue.interventions.0.versions.0.value.targetGroup.criterion";
    expect(new Set(foundIn(profileWith(early)).map(String))).toEqual(new Set([`validity-hole,${where}`]));
  });
});
