import type { Facts, Sex } from "@finsam/model";
import { describe, expect, test } from "vitest";
import type { Profile } from "../profile.ts";
import { type ResolvedRule, ruleAt } from "../rule-at.ts";
import { smallProfile } from "../small-profile.fixture.ts";
import { askedConditions } from "./asked-conditions.ts";
import { compareRules } from "./compare-rules.ts";
import { startGrouping } from "./grouping.ts";
import { RuleComparison } from "./rule-comparison.ts";

const on = "2024-06-01";
const targetGroup = (profile: Profile = smallProfile) => ruleAt(profile, "target-group", on);

/** The profile with another highest age from 2024 on. */
const withHighestAge = (value: number): Profile => ({
  ...smallProfile,
  parameters: {
    "highest-age": {
      ...smallProfile.parameters["highest-age"],
      versions: smallProfile.parameters["highest-age"].versions.map((version) =>
        version.validFrom === "2024-01-01" ? { ...version, value } : version,
      ),
    },
  },
});

/** The target group with something else as its criterion. */
const asking = (criterion: ResolvedRule["criterion"]): ResolvedRule => ({ ...targetGroup(), criterion });

type People = readonly (readonly [stated: Facts, sex: Sex, count?: number])[];

function compare(before: ResolvedRule, after: ResolvedRule, people: People, threshold = 0): RuleComparison {
  const grouping = startGrouping(askedConditions(before, after));
  for (const [stated, sex, count = 1] of people) for (let one = 0; one < count; one += 1) grouping.add(stated, sex);
  return RuleComparison.parse(compareRules(before, after, grouping.groups(), { threshold }));
}

const movesOf = ({ moves }: RuleComparison) => moves.map(({ from, to, text, counts }) => [from, to, text.en, counts]);
const row = (woman: number | null, man: number | null, total: number | null) => ({
  woman,
  man,
  other: 0,
  unknown: 0,
  total,
});

const aged = (age: number, more: Facts = { resident: true }): Facts => ({ birthDate: `${2024 - age}-01-01`, ...more });

describe("a highest age of 64 instead of 66", () => {
  const [before, after] = [targetGroup(), targetGroup(withHighestAge(64))];

  test("moves the residents between, women and men apart, and names the limit", () => {
    const people: People = [
      [aged(64), "woman"],
      [aged(65), "woman", 2],
      [aged(66), "man", 3],
      [aged(67), "man"],
    ];
    expect(movesOf(compare(before, after, people))).toEqual([
      ["met", "notMet", "Age: at most 66 years → at most 64 years", row(2, 3, 5)],
    ]);
    expect(movesOf(compare(after, before, people))).toEqual([
      ["notMet", "met", "Age: at most 64 years → at most 66 years", row(2, 3, 5)],
    ]);
  });

  test("settles the outcome of who is too old then, whatever else is missing", () => {
    const people: People = [
      [aged(65, {}), "woman"],
      [aged(65, { resident: false }), "man"],
    ];
    expect(movesOf(compare(before, after, people))).toEqual([
      ["undetermined", "notMet", "Age: at most 66 years → at most 64 years", row(1, 0, 1)],
    ]);
  });

  test("leaves the outcome open of who may be too old then", () => {
    const people: People = [[{ birthDate: "1959", resident: true }, "man"]];
    expect(movesOf(compare(before, after, people))).toEqual([
      ["met", "undetermined", "Age: at most 66 years → at most 64 years", row(0, 1, 1)],
    ]);
  });

  test("counts how many more and fewer have each outcome", () => {
    const people: People = [
      [aged(50), "woman", 4],
      [aged(65), "man", 3],
      [aged(40, {}), "unknown"],
    ];
    const { people: all, outcomes } = compare(before, after, people);
    expect(all).toEqual({ woman: 4, man: 3, other: 0, unknown: 1, total: 8 });
    expect(outcomes.map(({ outcome, difference }) => [outcome, difference])).toEqual([
      ["met", row(0, -3, -3)],
      ["notMet", row(0, 3, 3)],
      ["undetermined", row(0, 0, 0)],
    ]);
    expect(outcomes[0]).toMatchObject({ before: row(4, 3, 7), after: row(4, 0, 4) });
  });

  test("names the limits with where they come from", () => {
    expect(compare(before, after, []).changes).toMatchObject([
      {
        before: { fact: "age", op: "atMost", limit: 66, cited: { parameter: "highest-age", status: "attested" } },
        after: { fact: "age", op: "atMost", limit: 64, cited: { parameter: "highest-age" } },
        text: { sv: "Ålder: högst 66 år → högst 64 år" },
      },
    ]);
  });
});

describe("rules that are written otherwise", () => {
  const resident = { op: "is", fact: "resident", value: true } as const;
  const atLeast = (value: number) => ({ op: "atLeast", fact: "age", value }) as const;
  const atMost = (value: number) => ({ op: "atMost", fact: "age", value }) as const;

  test("a person is moved by the limit that the person crosses, not by the other one that changed", () => {
    const ages = (lowest: number, highest: number) =>
      asking({ op: "all", of: [atLeast(lowest), atMost(highest), resident] });
    const people: People = [
      [aged(17), "woman"],
      [aged(66), "man"],
    ];
    expect(movesOf(compare(ages(16, 66), ages(18, 65), people))).toEqual([
      ["met", "notMet", "Age: at least 16 years → at least 18 years", row(1, 0, 1)],
      ["met", "notMet", "Age: at most 66 years → at most 65 years", row(0, 1, 1)],
    ]);
  });

  test("a condition that is new, or gone, is named so", () => {
    const [age, both] = [asking(atMost(66)), asking({ op: "all", of: [atMost(66), resident] })];
    const people: People = [
      [aged(30, { resident: false }), "woman"],
      [aged(30, {}), "man"],
    ];
    expect(movesOf(compare(age, both, people))).toEqual([
      ["met", "notMet", "New condition on resident in the area (yes)", row(1, 0, 1)],
      ["met", "undetermined", "New condition on resident in the area (yes)", row(0, 1, 1)],
    ]);
    expect(movesOf(compare(both, age, people)).map(([, , text]) => text)).toEqual([
      "Without the condition on resident in the area (yes)",
      "Without the condition on resident in the area (yes)",
    ]);
  });

  test("limits of the same fact are told apart by the value of policy that they come from", () => {
    const cited = (parameter: string) => ({
      parameter,
      citation: { source: "statutes" },
      status: "attested" as const,
      validFrom: "2024-01-01",
    });
    const ages = (first: [string, number], second: [string, number]) =>
      asking({
        op: "any",
        of: [first, second].map(([parameter, value]) => ({ ...atMost(value), cited: cited(parameter) })),
      });
    const { changes } = compare(ages(["young", 20], ["old", 60]), ages(["old", 64], ["young", 24]), []);
    expect(changes.map(({ text }) => text.en)).toEqual([
      "Age: at most 20 years → at most 24 years",
      "Age: at most 60 years → at most 64 years",
    ]);
  });

  test("a limit that is no longer included is the same limit changed", () => {
    const { changes } = compare(asking(atMost(66)), asking({ ...atMost(66), op: "lessThan" }), []);
    expect(changes.map(({ text }) => text.sv)).toEqual(["Ålder: högst 66 år → mindre än 66 år"]);
  });

  test("changes that both decide are named together", () => {
    const people: People = [[aged(66), "woman"]];
    const [before, after] = [
      asking({ op: "all", of: [atMost(66), atLeast(16)] }),
      asking({ op: "all", of: [atMost(65), atLeast(67)] }),
    ];
    expect(compare(before, after, people).moves.map(({ because }) => because)).toEqual([[0, 1]]);
  });

  test("the same conditions, joined in another way, say so", () => {
    const parts = [atMost(66), resident] as const;
    const people: People = [[aged(30, { resident: false }), "man"]];
    const comparison = compare(asking({ op: "all", of: parts }), asking({ op: "any", of: parts }), people);
    expect(comparison.changes).toEqual([]);
    expect(movesOf(comparison)).toEqual([
      ["notMet", "met", "The same conditions, joined in another way", row(0, 1, 1)],
    ]);
  });

  test("a condition and its opposite are two", () => {
    const people: People = [[aged(30), "woman"]];
    expect(movesOf(compare(asking(resident), asking({ op: "not", of: resident }), people))).toEqual([
      [
        "met",
        "notMet",
        "Without the condition on resident in the area (yes); new condition on resident in the area (no)",
        row(1, 0, 1),
      ],
    ]);
  });

  test("29 February birthdays that are counted otherwise are a change of the age", () => {
    const later = { ...targetGroup(), setting: { ...targetGroup().setting, on: "2023-02-28" } };
    const earlier = { ...later, setting: { ...later.setting, leapDayBirthday: "28-february" as const } };
    const people: People = [[{ birthDate: "1956-02-29", resident: true }, "woman"]];
    expect(movesOf(compare(later, earlier, people))).toEqual([
      ["met", "notMet", "Age: at most 66 years, judged in another way", row(1, 0, 1)],
    ]);
  });

  test("other labels are no change", () => {
    const resident = { type: "boolean", label: { sv: "bor", en: "lives" } } as const;
    const renamed = { ...smallProfile, vocabulary: { ...smallProfile.vocabulary, resident } };
    expect(compare(targetGroup(), targetGroup(renamed), [[aged(30), "man"]])).toMatchObject({ changes: [], moves: [] });
  });

  test("rules of two days are not compared, nor groups of other conditions", () => {
    const [rule, earlier] = [targetGroup(), ruleAt(smallProfile, "target-group", "2023-06-01")];
    expect(() => compareRules(rule, earlier, [], { threshold: 0 })).toThrow(/different days/);
    const group = { sex: "man", outcomes: ["met"], count: 1 } as const;
    expect(() => compareRules(rule, rule, [group], { threshold: 0 })).toThrow(/other conditions/);
  });
});

describe("small groups", () => {
  const [before, after] = [targetGroup(), targetGroup(withHighestAge(64))];
  const crowd: People = [
    [aged(50), "woman", 40],
    [aged(50), "man", 40],
    [aged(70), "woman", 20],
    [aged(70), "man", 20],
  ];

  test("are withheld, with every total and difference that would give them away", () => {
    const people: People = [...crowd, [aged(65), "woman", 4], [aged(65), "man", 5]];
    const { outcomes, moves, people: all } = compare(before, after, people, 5);
    expect(moves.map(({ counts }) => counts)).toEqual([row(null, 5, null)]);
    expect(outcomes[0]).toEqual({
      outcome: "met",
      before: row(44, 45, 89),
      after: row(null, 40, null),
      difference: row(null, -5, null),
    });
    expect(all).toEqual(row(64, 65, 129));
  });

  test("that would remain after a move are withheld before it", () => {
    const people: People = [
      [aged(65), "woman", 10],
      [aged(50), "woman", 2],
    ];
    const { outcomes, people: all } = compare(before, after, people, 5);
    expect(outcomes[0]).toEqual({
      outcome: "met",
      before: row(null, 0, null),
      after: row(null, 0, null),
      difference: row(-10, 0, -10),
    });
    expect(all).toEqual(row(null, 0, null));
  });

  test("cannot be told by who knows how many women there are: another outcome is withheld with a small one", () => {
    const people: People = [
      [aged(50), "woman", 40],
      [aged(70), "woman", 3],
      [aged(50, {}), "woman", 20],
    ];
    const { outcomes, people: all } = compare(before, after, people, 5);
    expect(outcomes.map((one) => [one.outcome, one.before.woman, one.after.woman])).toEqual([
      ["met", 40, 40],
      ["notMet", null, null],
      ["undetermined", null, null],
    ]);
    expect(all.woman).toBe(null);
  });

  test("cannot be told from one another: one who moves leaves the same figures as four", () => {
    const figures = (moving: number) =>
      compare(before, after, [...crowd, [aged(65), "woman", moving], [aged(50), "woman", 10 - moving]], 5);
    expect(figures(4)).toEqual(figures(1));
    expect(figures(5)).not.toEqual(figures(4));
  });
});
