import type { Goal, GoalFigure } from "@finsam/policy";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GoalResult } from "./goal-result.ts";
import { judgeGoal } from "./judge-goal.ts";

const period = { from: "2021-01-01", to: "2021-12-31" };
const base = {
  comparator: "at-least",
  period,
  status: "attested",
  citation: { source: "follow-up" },
  intervention: "activity-centre",
} as const;
const places: Goal = {
  ...base,
  id: "places",
  title: { sv: "Minst 100 deltaganden", en: "At least 100 participations" },
  measure: { kind: "count", of: "participations", unit: "participations" },
  target: 100,
};
const work: Goal = {
  ...base,
  id: "work",
  title: { sv: "Minst 35 procent till arbete", en: "At least 35 per cent to work" },
  measure: { kind: "share", of: "work", within: "ended", unit: "participations" },
  target: 35,
};
const activities: Goal = {
  ...base,
  id: "activities",
  title: { sv: "Hälften av aktiviteterna görs helt", en: "Half of the activities are done wholly" },
  measure: { kind: "share", of: "done", within: "planned", unit: "activities" },
  target: 50,
};
const women: Goal = {
  ...base,
  id: "women",
  title: { sv: "60 procent kvinnor", en: "60 per cent women" },
  measure: { kind: "sexDistribution", of: "participations", sex: "woman", unit: "participations" },
  comparator: "about",
  target: 60,
};

const about = { intervention: "activity-centre", period };
const participations = (woman: number | null, man: number | null, total: number | null): GoalFigure => ({
  kind: "count",
  of: "participations",
  unit: "participations",
  ...about,
  counts: { woman, man, total },
});
const toWork = (woman: number, women: number, man: number, men: number): GoalFigure => ({
  kind: "share",
  of: "work",
  within: "ended",
  unit: "participations",
  ...about,
  counts: { woman, man, total: woman + man },
  base: { woman: women, man: men, total: women + men },
});
const printed = (percent: number): GoalFigure => ({
  kind: "printedShare",
  of: "work",
  within: "ended",
  unit: "participations",
  ...about,
  percent,
});
const judge = (goal: Goal, ...figures: readonly GoalFigure[]) => judgeGoal(goal, figures, period);
const reasons = (goal: Goal, ...figures: readonly GoalFigure[]) =>
  judge(goal, ...figures).reasons.map(({ code }) => code);

describe("judging goals", () => {
  test("a goal of places is reached at just that many, and says how many were women and men", () => {
    expect(judge(places, participations(70, 30, 100))).toMatchObject({
      outcome: "met",
      sentence: {
        sv: "Minst 100 deltaganden: nått. Resultatet är 100 deltaganden, 70 av kvinnor och 30 av män.",
        en: "At least 100 participations: reached. The result is 100 participations, 70 by women and 30 by men.",
      },
    });
    expect(judge(places, participations(70, 29, 99)).outcome).toBe("notMet");
  });

  test("a share is compared without rounding: 34.9 per cent is not 35", () => {
    const result = judge(work, toWork(60, 166, 67, 198));
    expect(result.outcome).toBe("notMet");
    expect(result.sentence.sv).toBe(
      "Minst 35 procent till arbete: inte nått. Resultatet är 34,9 procent (127 av 364 deltaganden); för kvinnor är det 36,1 procent och för män 33,8 procent.",
    );
    expect(result.bySex?.woman?.outcome).toBe("met");
    expect(result.bySex?.man?.outcome).toBe("notMet");
    expect(judge(work, toWork(7, 20, 7, 20)).outcome).toBe("met");
  });

  test("a goal on activities is not judged on plans", () => {
    const plans: GoalFigure = {
      kind: "share",
      of: "done",
      within: "planned",
      unit: "plans",
      ...about,
      counts: { total: 51 },
      base: { total: 72 },
    };
    expect(judge(activities, plans)).toMatchObject({
      outcome: "undetermined",
      reached: null,
      reasons: [{ code: "other-unit" }],
      sentence: {
        sv: "Hälften av aktiviteterna görs helt: kan inte avgöras. Målet gäller aktiviteter, men det som räknades är planer.",
        en: "Half of the activities are done wholly: cannot be judged. The goal is on activities, but what was counted is plans.",
      },
    });
  });

  test("a goal is not judged on figures of another intervention or another year", () => {
    expect(reasons(places, { ...participations(70, 30, 100), intervention: "moon" })).toEqual(["not-counted"]);
    const lastYear = { from: "2020-01-01", to: "2020-12-31" };
    expect(reasons(places, { ...participations(70, 30, 100), period: lastYear })).toEqual(["other-period"]);
    expect(reasons({ ...places, period: lastYear }, participations(70, 30, 100))).toEqual(["other-period"]);
  });

  test("a goal whose period the source does not state cannot be judged on a year", () => {
    const { period: _, ...whole } = places;
    expect(reasons(whole, participations(70, 30, 100))).toEqual(["period-not-stated"]);
  });

  test("a withheld count leaves the goal undetermined and is not told", () => {
    expect(reasons(places, participations(null, null, null))).toEqual(["withheld"]);
    expect(judge(places, participations(null, 90, 104))).toMatchObject({ outcome: "met", bySex: { woman: null } });
    expect(judge(places, participations(null, 90, 104)).sentence.sv).toBe(
      "Minst 100 deltaganden: nått. Resultatet är 104 deltaganden.",
    );
  });

  test("a goal of 60 per cent women without a stated tolerance is reached at 60, and otherwise cannot be judged", () => {
    expect(judge(women, participations(60, 40, 100)).outcome).toBe("met");
    expect(judge(women, participations(158, 52, 210))).toMatchObject({
      outcome: "undetermined",
      sentence: {
        sv: "60 procent kvinnor: kan inte avgöras. Resultatet är 75,2 procent (158 av 210 deltaganden). Källan säger inte hur nära målet som räknas som nått.",
      },
    });
  });

  test("with a tolerance, 60 per cent women is reached within it and not beyond", () => {
    const within5 = { ...women, tolerance: 5 };
    expect(judge(within5, participations(65, 35, 100)).outcome).toBe("met");
    expect(judge(within5, participations(66, 34, 100)).outcome).toBe("notMet");
  });

  test("a printed 36 per cent reaches 35, a printed 35 may have been rounded up, and 34 does not", () => {
    expect(judge(work, printed(36)).outcome).toBe("met");
    expect(reasons(work, printed(35))).toEqual(["rounded"]);
    expect(judge(work, printed(34)).outcome).toBe("notMet");
  });

  test("where only a part is counted, enough shows that the goal is reached and too little shows nothing", () => {
    const offered = { ...places, countsOnlyPart: true } as const;
    expect(judge(offered, participations(70, 30, 100)).outcome).toBe("met");
    expect(reasons(offered, participations(70, 29, 99))).toEqual(["only-part-counted"]);
  });

  test("a share of nobody is no share", () => {
    expect(reasons(work, toWork(0, 0, 0, 0))).toEqual(["empty-base"]);
  });

  test("a goal of at most is not reached by one more", () => {
    const atMost = { ...places, comparator: "at-most" } as const;
    expect(judge(atMost, participations(50, 50, 100)).outcome).toBe("met");
    expect(judge(atMost, participations(51, 50, 101)).outcome).toBe("notMet");
  });

  test("a printed share is judged as every share that rounds to it would be, or not at all", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("at-least" as const, "at-most" as const),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: -50, max: 49 }),
        (comparator, target, percent, off) => {
          const goal = { ...work, comparator, target };
          const { outcome } = judge(goal, printed(percent));
          const exact = judge(goal, toWork(100 * percent + off, 10_000, 0, 0)).outcome;
          if (outcome !== "undetermined") expect(exact).toBe(outcome);
        },
      ),
    );
  });

  test("every result fits its schema, and is undetermined just when it has a reason", () => {
    const count = fc.option(fc.integer({ min: 0, max: 300 }), { nil: null });
    fc.assert(
      fc.property(fc.constantFrom(places, work, activities, women), count, count, count, (goal, woman, man, total) => {
        const result = judge(goal, participations(woman, man, total), toWork(woman ?? 0, 300, man ?? 0, 300));
        expect(GoalResult.parse(result)).toEqual(result);
        expect(result.outcome === "undetermined").toBe(result.reasons.length > 0);
      }),
    );
  });
});
