import type { Goal, GoalFigure, Profile } from "@finsam/policy";
import { stockholm } from "@finsam/stockholm";
import { describe, expect, test } from "vitest";
import { buildReport } from "../build-report.ts";
import { followedRow } from "../register-rows.fixture.ts";
import { reportTables } from "../report-tables.ts";
import { tabulate } from "../tabulate.ts";
import { GoalResult } from "./goal-result.ts";
import { goalsOf } from "./goals-of-report.ts";

const year = { from: "2021-01-01", to: "2021-12-31" };
const workReason = "work-studies-or-active-job-search";
const toWork: Goal = {
  id: "a-third-to-work",
  title: { sv: "En tredjedel går till arbete", en: "A third leave to work" },
  measure: { kind: "share", of: workReason, within: "ended", unit: "participations" },
  comparator: "at-least",
  target: 33,
  period: year,
  status: "attested",
  citation: { source: "follow-up" },
};
const inIntervention: Goal = { ...toWork, id: "a-third-to-work-there", intervention: "mia-vidare" };
const positive: Goal = { ...toWork, id: "positive", measure: { ...toWork.measure, of: "positive" } };
const ill: Goal = { ...toWork, id: "a-third-ill", measure: { ...toWork.measure, of: "illness" } };

const together = { sv: "Arbete eller rehabilitering", en: "Work or rehabilitation" };
const withGoals = (figures: readonly GoalFigure[] = []): Profile => ({
  ...stockholm,
  goals: { goals: [toWork, inIntervention, positive, ill], figures },
});
const merging = (profile: Profile): Profile => ({
  ...profile,
  report: profile.report.map((dated) => ({
    ...dated,
    value: {
      ...dated.value,
      disclosure: {
        method: "withhold",
        width: 4,
        zeros: "publish",
        otherAndUnknown: "apart",
        merges: [
          {
            dimension: "exitReason",
            into: { id: "work-or-rehabilitation", label: together },
            categories: [workReason, "continued-rehabilitation"],
          },
        ],
      },
    },
  })),
});

/** The goals as judged on a report of three who left to work, one to rehabilitation and two ill. */
function judged(profile: Profile): ReadonlyMap<string, GoalResult> {
  const reasons = [workReason, workReason, workReason, "continued-rehabilitation", "illness", "illness"];
  const rows = reasons.map((exitReason) => followedRow({ end: "2021-09-01", exitReason }));
  const specs = reportTables(profile, 2021, { sections: true });
  const report = buildReport(profile, 2021, tabulate(specs, rows), { sections: true, threshold: 0 });
  return new Map(goalsOf(report, profile).map((result) => [result.goal, result]));
}

describe("the goals of a report", () => {
  test("are judged on the row of their exit reason where it has one", () => {
    expect(judged(withGoals()).get(toWork.id)).toMatchObject({
      outcome: "met",
      reached: { share: { numerator: 3, denominator: 6 } },
      reasons: [],
    });
  });

  test("cannot be judged on an exit reason that is told together with others, and say in which row it stands", () => {
    const result = judged(merging(withGoals())).get(toWork.id);
    const reason = stockholm.codeLists.exitReasons.codes.find(({ id }) => id === workReason)?.label;
    expect(result).toMatchObject({ outcome: "undetermined", reached: null, bySex: null });
    expect(result?.reasons).toEqual([
      {
        code: "told-together",
        text: {
          sv: `Avslutsorsaken ”${reason?.sv}” visas i rapporten bara tillsammans med andra, i raden ”Arbete eller rehabilitering”.`,
          en: `The report tells the exit reason “${reason?.en}” only together with others, in the row “Work or rehabilitation”.`,
        },
      },
    ]);
    expect(result?.sentence.en).toContain("A third leave to work: cannot be judged. The report tells the exit reason");
    expect(GoalResult.parse(result)).toEqual(result);
  });

  test("say so for an intervention too, and judge the other goals as before", () => {
    const [apart, merged] = [judged(withGoals()), judged(merging(withGoals()))];
    expect(merged.get(inIntervention.id)?.reasons.map(({ code }) => code)).toEqual(["told-together"]);
    for (const { id } of [positive, ill]) expect(merged.get(id)).toEqual(apart.get(id));
    expect(merged.get(positive.id)?.outcome).toBe("met");
  });

  test("are judged on a figure that the association gives itself, whatever the report tells together", () => {
    const own: GoalFigure = {
      kind: "printedShare",
      of: workReason,
      within: "ended",
      unit: "participations",
      period: year,
      percent: 50,
      citation: { source: "follow-up" },
    };
    expect(judged(merging(withGoals([own]))).get(toWork.id)).toMatchObject({
      outcome: "met",
      figureFrom: { source: "follow-up" },
    });
  });

  test("say of a reason that nothing counts that it was not counted, and not that it is told with others", () => {
    const strange: Goal = { ...toWork, measure: { ...toWork.measure, of: "retired" } };
    const profile = { ...merging(withGoals()), goals: { goals: [strange], figures: [] } };
    expect(
      judged(profile)
        .get(toWork.id)
        ?.reasons.map(({ code }) => code),
    ).toEqual(["not-counted"]);
  });

  test("that are a number, and no share of those who ended, are not on an exit reason whatever they are called", () => {
    const people: Goal = { ...toWork, measure: { kind: "count", of: workReason, unit: "participations" } };
    const profile = { ...merging(withGoals()), goals: { goals: [people], figures: [] } };
    expect(
      judged(profile)
        .get(toWork.id)
        ?.reasons.map(({ code }) => code),
    ).toEqual(["not-counted"]);
  });
});

describe("a goal in persons", () => {
  const people: Goal = {
    ...toWork,
    id: "people",
    measure: { kind: "count", of: "participations", unit: "persons" },
    target: 2,
  };
  const profile: Profile = { ...stockholm, goals: { goals: [people], figures: [] } };
  const options = { persons: true, threshold: 0 };
  const judged = (rows: Parameters<typeof tabulate>[1]) =>
    goalsOf(buildReport(profile, 2021, tabulate(reportTables(profile, 2021, options), rows), options), profile)[0];
  const of = (person: string) => followedRow({ person, start: "2021-03-01" });

  test("is judged on persons where all are followed up: nobody counts twice", () => {
    const goal = judged([of("P1"), of("P1"), of("P2")]);
    expect(goal).toMatchObject({ outcome: "met", reached: { count: 2 } });
    expect(goal?.sentence.sv).toContain("Resultatet är 2 personer, varav 2 kvinnor och 0 män.");
  });

  test("cannot be judged where some are not followed up, since nobody knows how many they all are", () => {
    const alone = { id: "D1", intervention: "mia-vidare", sex: "woman", sexBasis: "legal-sex" } as const;
    const goal = judged([of("P1"), { participation: { ...alone, followUp: "not-followed", start: "2021-03-01" } }]);
    expect(goal).toMatchObject({ outcome: "undetermined" });
    expect(goal?.reasons[0]?.code).toBe("other-unit");
  });
});
