import { all, any, type Criterion, conditions, parameter, rule } from "@finsam/criteria";
import type { Code } from "@finsam/model";
import type { Profile } from "../profile.ts";
import type { Band } from "../report-layout.ts";
import { smallProfile } from "../small-profile.fixture.ts";
import type { ProfileFindingCode } from "./profile-finding.ts";

const cited = { status: "attested", citation: { source: "statutes" } } as const;
const text = (name: string) => ({ sv: name, en: name });
const from = <Value>(validFrom: string, value: Value, validTo?: string) => ({
  value,
  validFrom,
  ...(validTo === undefined ? {} : { validTo }),
  ...cited,
});

const vocabulary = {
  ...smallProfile.vocabulary,
  illHealth: { type: "boolean", label: { sv: "ohälsa", en: "ill health" } },
  months: { type: "number", label: { sv: "månader med bistånd", en: "months with assistance" } },
  income: {
    type: "code",
    label: { sv: "inkomst", en: "income" },
    codes: { none: text("ingen"), some: text("någon"), unknown: text("vet ej") },
    missing: ["unknown"],
  },
  referrer: { type: "code", label: { sv: "remittent", en: "referrer" }, codes: {} },
} as const satisfies Profile["vocabulary"];
const { age, birthDate, resident, illHealth, months, income, referrer } = conditions(vocabulary);

const lowestAge = { title: text("Lägsta ålder"), versions: [from("2018-01-01", 16)] };
const highestAge = {
  title: text("Högsta ålder"),
  versions: [from("2018-01-01", 64, "2022-12-31"), from("2023-01-01", 66)],
};
const inTargetGroup = all(
  rule("resident"),
  age.between(parameter("lowest-age"), parameter("highest-age")),
  any(illHealth.is(true), months.atLeast(10)),
);
const ruleOf = (...versions: Profile["rules"][string]["versions"]): Profile["rules"][string] => ({
  title: text("Regel"),
  versions,
});

/** A profile without a defect. */
export const soundProfile: Profile = {
  ...smallProfile,
  vocabulary,
  mayNotDecide: { facts: ["referrer"], reason: text("Behov, inte kvot"), citation: { source: "statutes" } },
  parameters: { "lowest-age": lowestAge, "highest-age": highestAge },
  rules: { ...smallProfile.rules, "target-group": ruleOf(from("2018-01-01", inTargetGroup)) },
};

interface SeededDefect {
  readonly defect: string;
  readonly profile: Profile;
  /** Everything that is to be found: nothing more, and nothing less. */
  readonly found: readonly (readonly [code: ProfileFindingCode, place: string, on?: string])[];
}

const inRule = "rules.extra.versions.0.value";
const withRule = (criterion: Criterion): Profile => withRules({ extra: ruleOf(from("2018-01-01", criterion)) });
const withRules = (rules: Profile["rules"]): Profile => ({
  ...soundProfile,
  rules: { ...soundProfile.rules, ...rules },
});
const withParameters = (parameters: Profile["parameters"]): Profile => ({
  ...soundProfile,
  parameters: { ...soundProfile.parameters, ...parameters },
});

const band = (id: string, limits: Omit<Band, "id" | "label">): Band => ({ id, label: text(id), ...limits });
const wholeLayout = smallProfile.report[0].value;
const withBands = (
  bands: Partial<Pick<Profile["report"][number]["value"], "ageBands" | "supportYearsBands">>,
): Profile => ({
  ...soundProfile,
  report: [from("2018-01-01", { ...wholeLayout, ...bands })],
});

const code = (id: string, more: Partial<Code> = {}): Code => ({ id, label: text(id), status: "attested", ...more });
const withDistricts = (...codes: Code[]): Profile => ({
  ...soundProfile,
  codeLists: {
    ...soundProfile.codeLists,
    districts: { id: "districts", version: "1", title: text("Stadsdelar"), codes },
  },
});

/** Profiles with one defect each. All are read without a problem: nothing but an analysis finds them. */
export const seededDefects: readonly SeededDefect[] = [
  {
    defect: "two conditions that contradict each other",
    profile: withRule(all(months.atLeast(12), months.lessThan(10))),
    found: [["rule-nobody-meets", inRule, "2018-01-01"]],
  },
  {
    defect: "an age that nobody with that date of birth has reached",
    profile: withRule(all(age.atLeast(16), birthDate.atLeast("2010-01-01"))),
    found: [["rule-nobody-meets", inRule, "2018-01-01"]],
  },
  {
    defect: "an answer that counts as missing asked for",
    profile: withRule(income.is("unknown")),
    found: [["rule-nobody-meets", inRule, "2018-01-01"]],
  },
  {
    defect: "a lowest age above the highest, from a later version on",
    profile: withParameters({
      "lowest-age": { ...lowestAge, versions: [from("2018-01-01", 16, "2024-12-31"), from("2025-01-01", 67)] },
    }),
    found: [["rule-nobody-meets", "rules.target-group.versions.0.value", "2025-01-01"]],
  },
  {
    defect: "the opposite of a rule asked for together with the rule",
    profile: withRule(all(rule("resident"), resident.is(false), illHealth.is(true))),
    found: [["rule-nobody-meets", inRule, "2018-01-01"]],
  },
  {
    defect: "any where all was meant",
    profile: withRule(any(age.atLeast(16), age.atMost(66))),
    found: [["rule-everybody-meets", inRule, "2018-01-01"]],
  },
  {
    defect: "every code of a closed list accepted",
    profile: withRule(income.isOneOf(["none", "some"])),
    found: [["rule-everybody-meets", inRule, "2018-01-01"]],
  },
  {
    defect: "a lower limit that a stricter one makes idle",
    profile: withRule(all(months.atLeast(10), months.moreThan(12))),
    found: [["condition-never-matters", `${inRule}.of.0`]],
  },
  {
    defect: "a condition that only stands beside what is enough without it",
    profile: withRule(any(illHealth.is(true), all(illHealth.is(true), months.atLeast(10)))),
    found: [
      ["condition-never-matters", `${inRule}.of.1.of.0`],
      ["condition-never-matters", `${inRule}.of.1.of.1`],
    ],
  },
  {
    defect: "a reference to a rule that the rest implies",
    profile: withRule(all(rule("resident"), resident.is(true), illHealth.is(true))),
    found: [
      ["condition-never-matters", `${inRule}.of.0`],
      ["condition-never-matters", `${inRule}.of.1`],
    ],
  },
  {
    defect: "an age asked for where the date of birth says it, in every version of the age",
    profile: withRule(all(birthDate.lessThan("1950-01-01"), age.moreThan(parameter("highest-age")))),
    found: [["condition-never-matters", `${inRule}.of.1`]],
  },
  {
    defect: "a rule that asks who refers",
    profile: withRule(all(illHealth.is(true), referrer.is("psychiatry"))),
    found: [["fact-may-not-decide", inRule, "2018-01-01"]],
  },
  {
    defect: "a rule that starts before a value in it",
    profile: {
      ...withRule(months.atLeast(parameter("long-term"))),
      parameters: {
        ...soundProfile.parameters,
        "long-term": { title: text("Långvarigt"), versions: [from("2020-01-01", 10)] },
      },
    },
    found: [["validity-hole", "rules.extra.versions.0", "2018-01-01"]],
  },
  {
    defect: "a rule that outlasts a value in it",
    profile: {
      ...withRule(months.atLeast(parameter("long-term"))),
      parameters: {
        ...soundProfile.parameters,
        "long-term": { title: text("Långvarigt"), versions: [from("2018-01-01", 10, "2024-06-30")] },
      },
    },
    found: [["validity-hole", "rules.extra.versions.0", "2024-07-01"]],
  },
  {
    defect: "a rule that starts before a rule it refers to",
    profile: withRules({
      extra: ruleOf(from("2018-01-01", rule("late"))),
      late: ruleOf(from("2019-01-01", illHealth.is(true))),
    }),
    found: [["validity-hole", "rules.extra.versions.0", "2018-01-01"]],
  },
  {
    defect: "an age in no band",
    profile: withBands({ ageBands: [band("under-30", { lessThan: 30 }), band("over-30", { moreThan: 30 })] }),
    found: [["bands-leave-gap", "report.0.value.ageBands", "2018-01-01"]],
  },
  {
    defect: "an oldest band that ends",
    profile: withBands({
      ageBands: [band("under-30", { lessThan: 30 }), band("30-to-66", { atLeast: 30, atMost: 66 })],
    }),
    found: [["bands-leave-gap", "report.0.value.ageBands", "2018-01-01"]],
  },
  {
    defect: "a band whose limits are the wrong way round",
    profile: withBands({ ageBands: [band("all", { atLeast: 0 }), band("none", { atLeast: 50, atMost: 30 })] }),
    found: [["band-without-people", "report.0.value.ageBands.1", "2018-01-01"]],
  },
  {
    defect: "a time in support that lies between two whole years in no band",
    profile: withBands({ supportYearsBands: [band("to-9", { atMost: 9 }), band("from-10", { atLeast: 10 })] }),
    found: [["bands-leave-gap", "report.0.value.supportYearsBands", "2018-01-01"]],
  },
  {
    defect: "a code that is still valid when the code it is reported as has ended",
    profile: withDistricts(code("north", { validTo: "2023-06-30" }), code("north-east", { reportAs: "north" })),
    found: [["code-outlives-wider-code", "codeLists.districts.codes.1", "2023-07-01"]],
  },
  {
    defect: "a code that is valid before the code it belongs to",
    profile: withDistricts(code("north", { validFrom: "2023-07-01" }), code("north-east", { parent: "north" })),
    found: [["code-outlives-wider-code", "codeLists.districts.codes.1", "0001-01-01"]],
  },
  {
    defect: "a month between the last old code of a list and the first new one",
    profile: withDistricts(code("old", { validTo: "2023-06-30" }), code("new", { validFrom: "2023-08-01" })),
    found: [["code-list-hole", "codeLists.districts", "2023-07-01"]],
  },
];

/** Profiles with a hole between two versions of the same thing, or with bands that overlap: they are refused when they are read. */
export const refusedWhenRead: readonly {
  readonly defect: string;
  readonly profile: Profile;
  readonly code: string;
  readonly place: string;
}[] = [
  {
    defect: "an age in two bands",
    profile: withBands({ ageBands: [band("to-30", { atMost: 30 }), band("from-30", { atLeast: 30 })] }),
    code: "bands-overlap",
    place: "report.0.value.ageBands.1",
  },
  {
    defect: "a time in support in two bands",
    profile: withBands({ supportYearsBands: [band("to-5", { atMost: 5 }), band("from-5", { atLeast: 5 })] }),
    code: "bands-overlap",
    place: "report.0.value.supportYearsBands.1",
  },
  {
    defect: "a year without a highest age",
    profile: withParameters({
      "highest-age": { ...highestAge, versions: [from("2018-01-01", 64, "2021-12-31"), from("2023-01-01", 66)] },
    }),
    code: "timeline-gap",
    place: "parameters.highest-age.versions.0.validTo",
  },
  {
    defect: "a day without a rule",
    profile: withRules({
      extra: ruleOf(from("2018-01-01", illHealth.is(true), "2020-12-30"), from("2021-01-01", illHealth.is(true))),
    }),
    code: "timeline-gap",
    place: "rules.extra.versions.0.validTo",
  },
  {
    defect: "a month without a way to count a birthday on 29 February",
    profile: {
      ...soundProfile,
      leapDayBirthday: [from("2018-01-01", "1-march", "2020-01-31"), from("2020-03-01", "28-february")],
    },
    code: "timeline-gap",
    place: "leapDayBirthday.0.validTo",
  },
  {
    defect: "a year without a report layout",
    profile: {
      ...soundProfile,
      report: [from("2018-01-01", wholeLayout, "2020-12-31"), from("2022-01-01", wholeLayout)],
    },
    code: "timeline-gap",
    place: "report.0.validTo",
  },
];
