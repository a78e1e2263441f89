import type { CodeId } from "@finsam/model";
import type { GoalFigure, Profile } from "@finsam/policy";
import type { Report, Table } from "../report.ts";
import { isUnanswered } from "../table-counts.ts";
import { reasonsToldTogether } from "../told-together.ts";
import type { GoalResult } from "./goal-result.ts";
import { judgeGoal } from "./judge-goal.ts";

/**
 * The goals of a profile judged on a finished report, and on the figures that the association gives beside its register. Goals for other
 * years are left out; those whose period no source states are there, undetermined. Only what the report publishes is used.
 *
 * @throws NoVersionCovers when the profile has goals and no report layout for the report's year.
 * @example
 * ```ts
 * import { buildReport, goalsOf, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * goalsOf(report, stockholm).find(({ goal }) => goal === "finsam-team-activities-done")?.reasons[0]?.code; // => "other-unit"
 * ```
 */
export function goalsOf(report: Report, profile: Profile): readonly GoalResult[] {
  const { goals } = profile;
  if (goals === undefined) return [];
  const together = reasonsToldTogether(profile, report.period.to);
  const figures = [...figuresOf(report), ...goals.figures];
  return goals.goals
    .filter(
      ({ period }) => period === undefined || (period.from <= report.period.to && period.to >= report.period.from),
    )
    .map((goal) => judgeGoal(goal, figures, report.period, together));
}

/**
 * What a report counts, as figures that goals can be judged on: `participations` (in persons too, where all are followed up), `started`
 * and `ended`; of the ended, the share of each
 * exit reason and of a `positive` result, out of those whose reason is known.
 */
function figuresOf({ period, tables, sections }: Report): readonly GoalFigure[] {
  const about = (intervention: CodeId | undefined, unit: Table["base"]["unit"] = "participations") => ({
    unit,
    period,
    ...(intervention === undefined ? {} : { intervention }),
  });
  const counted = (found: Table | undefined, of: string, intervention?: CodeId): readonly GoalFigure[] =>
    (found?.rows ?? []).map(({ counts }) => ({ kind: "count", of, ...about(intervention, found?.base.unit), counts }));
  const shares = (found: Table | undefined, intervention?: CodeId): readonly GoalFigure[] =>
    (found?.rows ?? [])
      .filter(({ category }) => !isUnanswered(category))
      .map(({ category, counts }) => ({
        kind: "share",
        of: category,
        within: "ended",
        ...about(intervention),
        counts,
        base: found?.base.known ?? counts,
      }));
  const named = (among: readonly Table[], id: string) => among.find((table) => table.id === id);
  // Who is not followed up has no person, so that nobody knows how many they all are.
  const wholly = (found: Table | undefined) => (found?.base.notFollowed.total === 0 ? found : undefined);
  const byIntervention = named(tables, "participants-by-intervention")?.rows ?? [];
  return [
    ...counted(named(tables, "participants"), "participations"),
    ...counted(wholly(named(tables, "persons")), "participations"),
    ...counted(named(tables, "started"), "started"),
    ...counted(named(tables, "ended"), "ended"),
    ...shares(named(tables, "ended-by-result")),
    ...shares(named(tables, "ended-by-exit-reason")),
    ...byIntervention.map(
      ({ category, counts }): GoalFigure => ({ kind: "count", of: "participations", ...about(category), counts }),
    ),
    ...sections.flatMap(({ intervention, tables: of }) => [
      ...counted(wholly(named(of, `persons-in-${intervention}`)), "participations", intervention),
      ...counted(named(of, `started-in-${intervention}`), "started", intervention),
      ...counted(named(of, `ended-in-${intervention}`), "ended", intervention),
      ...shares(named(of, `ended-by-result-in-${intervention}`), intervention),
      ...shares(named(of, `ended-by-exit-reason-in-${intervention}`), intervention),
    ]),
  ];
}
