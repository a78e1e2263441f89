import { protectedReport } from "@finsam/disclosure-control";
import {
  costsOf,
  Division,
  differencesOf,
  differencesOverYears,
  goalsOf,
  type Report,
  type ReportOptions,
  resultsWithin,
  resultsWithinInterventions,
  type TableCounts,
} from "@finsam/gender-reporting";
import type { Profile } from "@finsam/policy";
import type { PageFindings } from "@finsam/report-files";

/** What a report is made of. */
export interface ReportSource {
  readonly profile: Profile;
  readonly year: number;
  /** The counts of the tables with sections: of the year, and of the one to compare with. */
  readonly counted: readonly TableCounts[];
  readonly compared?: { readonly year: number; readonly counted: readonly TableCounts[] };
  /** Reports that were published before, which readers may compare with. */
  readonly published?: readonly Report[];
  readonly options: Pick<ReportOptions, "threshold" | "register" | "persons">;
}

/** A protected report with its sections, and what can be said of it. */
export async function publishedReport({
  profile,
  year,
  counted,
  compared,
  published = [],
  options,
}: ReportSource): Promise<{ readonly report: Report; readonly findings: PageFindings }> {
  const made = (of: number, counts: readonly TableCounts[], earlier: readonly Report[]) =>
    protectedReport(profile, of, counts, { ...options, sections: true, earlier });
  const earlier = compared === undefined ? undefined : await made(compared.year, compared.counted, published);
  // What the earlier report tells must not undo what this one withholds.
  const report = await made(year, counted, earlier === undefined ? published : [...published, earlier]);
  const overYears = earlier === undefined ? null : differencesOverYears([earlier, report], profile);
  return {
    report,
    findings: {
      differences: differencesOf(report, profile),
      within: mixOf(report, profile),
      goals: goalsOf(report, profile),
      costs: costsOf(report, profile),
      ...(earlier === undefined ? {} : { earlier }),
      ...(overYears === null ? {} : { overYears }),
    },
  };
}

/** The difference in results within each division that the report has. */
function mixOf(report: Report, profile: Profile): NonNullable<PageFindings["within"]> {
  const within = Division.options.map((division) => [division, resultsWithin(report, profile, division)] as const);
  const all = [["intervention", resultsWithinInterventions(report, profile)] as const, ...within];
  return Object.fromEntries(all.filter(([, difference]) => difference !== null));
}
