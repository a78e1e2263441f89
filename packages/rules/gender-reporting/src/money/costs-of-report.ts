import { codeById } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import type { Report } from "../report.ts";
import { type CostBySex, costBySex } from "./cost-by-sex.ts";

/**
 * What the interventions cost for women and for men, by the budgets of a profile and the published counts of a finished report. Budgets
 * for other periods than the report's are left out; those whose period no source states are there, not shared. Costs per positive exit
 * come where the report has sections.
 *
 * @example
 * ```ts
 * import { buildReport, costsOf, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * costsOf(report, stockholm).length; // => 6
 * costsOf(report, stockholm)[0]?.state; // => "not-shared"
 * ```
 */
export function costsOf(report: Report, { budgets = [], codeLists }: Profile): readonly CostBySex[] {
  const participations = report.tables.find(({ id }) => id === "participants-by-intervention")?.rows ?? [];
  return budgets
    .filter(
      ({ period }) => period === undefined || (period.from === report.period.from && period.to === report.period.to),
    )
    .map((budget) => {
      const { intervention } = budget;
      const positive = report.sections
        .find((section) => section.intervention === intervention)
        ?.tables.find(({ id }) => id === `ended-by-result-in-${intervention}`)
        ?.rows.find(({ category }) => category === "positive")?.counts;
      return costBySex(budget, {
        label: codeById(codeLists.interventions, intervention)?.label ?? { sv: intervention, en: intervention },
        participations: participations.find(({ category }) => category === intervention)?.counts ?? nothingCounted,
        ...(positive === undefined ? {} : { positiveExits: positive }),
      });
    });
}

const nothingCounted = { woman: 0, man: 0, total: 0 } as const;
