import type { Profile } from "@finsam/policy";
import type { Report } from "../report.ts";
import { type DifferenceOverYears, differenceOverYears } from "./difference-over-years.ts";
import { comparisonRuleFor, outcomeOf } from "./differences-of-report.ts";

/**
 * How the difference between women and men in one row of one table went over the years, by finished reports of them: by default the
 * positive results. `null` when there is no report, no such row, or the policy of the latest year does not say how to compare.
 *
 * @throws NoVersionCovers when the profile has no report layout for the latest year.
 * @example
 * ```ts
 * import { buildReport, differencesOverYears, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const reports = [2020, 2021].map((year) => buildReport(stockholm, year, tabulate(reportTables(stockholm, year), [])));
 * differencesOverYears(reports, stockholm)?.years.map(({ year }) => year); // => [2020, 2021]
 * ```
 */
export function differencesOverYears(
  reports: readonly Report[],
  profile: Profile,
  { table = "ended-by-result", category = "positive" }: { readonly table?: string; readonly category?: string } = {},
): DifferenceOverYears | null {
  const years = reports
    .toSorted((a, b) => a.year - b.year)
    .flatMap((report) => {
      const found = report.tables.find(({ id }) => id === table);
      const row = found?.rows.find((candidate) => candidate.category === category);
      return found === undefined || row === undefined ? [] : [{ year: report.year, report, ...outcomeOf(found, row) }];
    });
  const latest = years.at(-1);
  const rule = latest === undefined ? null : comparisonRuleFor(latest.report, profile);
  if (latest === undefined || rule === null) return null;
  return differenceOverYears(
    {
      outcome: latest.outcome,
      counted: latest.counted,
      years: years.map(({ year, woman, man }) => ({ year, woman, man })),
    },
    rule,
  );
}
