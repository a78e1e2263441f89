import {
  type CostBySex,
  costBySex,
  differenceOverYears,
  type GoalResult,
  type ReportDifferences,
  sexDifference,
  standardisedDifference,
} from "@finsam/gender-reporting";
import type { PageFindings } from "./page-findings.ts";
import { report2021 } from "./report.fixture.ts";

const text = (sv: string, en: string) => ({ sv, en });
const rule = { level: 95, fewest: 30, citation: { source: "convention" } } as const;
const counted = text("avslutade deltaganden", "ended participations");

const work = sexDifference(
  { outcome: text("Till arbete", "To work"), counted, woman: { n: 60, of: 166 }, man: { n: 108, of: 200 } },
  rule,
);
const moved = sexDifference(
  { outcome: text("Byte av bostadsort", "Moved"), counted, woman: { n: null, of: 166 }, man: { n: 7, of: 200 } },
  rule,
);
const referred = sexDifference(
  { outcome: text("Hälso- och sjukvården", "Health care"), counted, woman: { n: 20, of: 29 }, man: { n: 3, of: 40 } },
  rule,
);

const differences: ReportDifferences = {
  rule,
  tables: [
    {
      table: "ended-by-exit-reason",
      title: text("Avslutade efter avslutsorsak", "Ended, by exit reason"),
      population: "ended",
      rows: [
        {
          category: "work-studies-or-active-job-search",
          label: text("Till arbete", "To work"),
          difference: work,
        },
        { category: "moved", label: text("Byte av bostadsort", "Moved"), difference: moved },
      ],
    },
    {
      table: "participants-by-referrer",
      title: text("Deltaganden efter remittent", "Participations by referrer"),
      population: "participants",
      rows: [{ category: "health-care", label: text("Hälso- och sjukvården", "Health care"), difference: referred }],
    },
  ],
  sections: [],
  notes: [text("Slumpen kan flytta en skillnad.", "Chance may move a difference.")],
};

const group = (stratum: string, women: number, men: number) => ({
  stratum,
  label: text(stratum, stratum),
  woman: { n: 20, of: women },
  man: { n: 20, of: men },
});

const goal = (of: Pick<GoalResult, "goal" | "outcome" | "sentence" | "title"> & Partial<GoalResult>): GoalResult => ({
  reached: null,
  bySex: null,
  reasons: [],
  status: "attested",
  ...of,
});

const budget = {
  intervention: "mia-vidare",
  amount: 470_000_000,
  kind: "budget",
  period: { from: "2021-01-01", to: "2021-12-31" },
  key: "participation",
  status: "attested",
  citation: { source: "follow-up" },
} as const;
const cost: CostBySex = costBySex(budget, {
  label: text("MIA Vidare", "MIA Vidare"),
  participations: { woman: 100, man: 80, total: 180 },
});
const notShared: CostBySex = costBySex(budget, {
  label: text("Aktivitetscentrum", "Activity centre"),
  participations: { woman: null, man: 80, total: null },
});

/** All that a page can say besides the tables of 2021. */
export const findings2021: PageFindings = {
  differences,
  within: {
    ageAtStart: standardisedDifference(
      {
        outcome: text("Till arbete", "To work"),
        counted,
        division: text("ålder", "age"),
        strata: [
          group("younger", 40, 60),
          group("older", 60, 40),
          { ...group("oldest", 9, 9), man: { n: null, of: 9 } },
        ],
      },
      rule,
    ),
  },
  goals: [
    goal({
      goal: "hundred",
      intervention: "mia-vidare",
      title: text("100 deltar", "100 take part"),
      outcome: "met",
      sentence: text("100 deltar: nått.", "100 take part: reached."),
      open: text("Om 100 är ett lägsta antal framgår inte.", "Whether 100 is a least number is not said."),
      figureFrom: { source: "follow-up", place: "p. 7" },
    }),
    goal({
      goal: "plans",
      title: text("Alla får en plan", "All get a plan"),
      outcome: "undetermined",
      sentence: text("Alla får en plan: kan inte avgöras.", "All get a plan: cannot be judged."),
      status: "unverified",
    }),
  ],
  costs: [cost, notShared],
  overYears: differenceOverYears(
    {
      outcome: text("Till arbete", "To work"),
      counted,
      years: [
        { year: 2020, woman: { n: 60, of: 150 }, man: { n: 90, of: 180 } },
        { year: 2021, woman: { n: 60, of: 166 }, man: { n: 108, of: 200 } },
      ],
    },
    rule,
  ),
  earlier: { ...report2021, year: 2020, association: { ...report2021.association, policyVersion: "2024-01" } },
};
