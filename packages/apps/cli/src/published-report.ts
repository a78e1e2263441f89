import { protectedReport } from "@finsam/disclosure-control";
import {
  type Cube,
  costsOf,
  crossCounts,
  type Division,
  differencesOf,
  differencesOverYears,
  goalsOf,
  type Report,
  type ReportOptions,
  reportTables,
  resultsWithin,
  resultsWithinInterventions,
  type StandardisedDifference,
  type TableCounts,
  tablesOf,
} from "@finsam/gender-reporting";
import type { Profile } from "@finsam/policy";
import type { PageFindings } from "@finsam/report-files";

/** What a report is made of. */
export interface ReportSource {
  readonly profile: Profile;
  readonly year: number;
  /** Holds every year asked for. */
  readonly cube: Cube;
  /** The counts of the tables, where something else than the cube made them. */
  readonly counted?: readonly TableCounts[];
  /** The year to compare with. */
  readonly compare?: number;
  /** Reports that were published before, which readers may compare with. */
  readonly published?: readonly Report[];
  readonly options: Pick<ReportOptions, "threshold" | "register">;
}

/** A protected report with its sections, and what can be said of it. */
export async function publishedReport({
  profile,
  year,
  cube,
  counted,
  compare,
  published = [],
  options,
}: ReportSource): Promise<{ readonly report: Report; readonly findings: PageFindings }> {
  const made = (of: number, counts: readonly TableCounts[], earlier: readonly Report[]) =>
    protectedReport(profile, of, counts, { ...options, sections: true, earlier });
  const specsOf = (of: number) => reportTables(profile, of, { sections: true });
  const earlier = compare === undefined ? undefined : await made(compare, tablesOf(cube, specsOf(compare)), published);
  // What the earlier report tells must not undo what this one withholds.
  const report = await made(
    year,
    counted ?? tablesOf(cube, specsOf(year)),
    earlier === undefined ? published : [...published, earlier],
  );
  const overYears = earlier === undefined ? null : differencesOverYears([earlier, report], profile);
  return {
    report,
    findings: {
      differences: differencesOf(report, profile),
      within: mixOf(report, profile, cube),
      goals: goalsOf(report, profile),
      costs: costsOf(report, profile),
      ...(earlier === undefined ? {} : { earlier }),
      ...(overYears === null ? {} : { overYears }),
    },
  };
}

/** The difference in results within each division that the report and the cube know. */
function mixOf(report: Report, profile: Profile, cube: Cube): NonNullable<PageFindings["within"]> {
  const divisions: readonly Division[] = ["ageAtStart", "education", "referrer"];
  const found = divisions.map((division) => [division, within(report, profile, division, cube)] as const);
  const all = [["intervention", resultsWithinInterventions(report, profile)] as const, ...found];
  return Object.fromEntries(all.filter(([, difference]) => difference !== null));
}

function within(report: Report, profile: Profile, division: Division, cube: Cube): StandardisedDifference | null {
  const named = (name: string) => cube.plan?.dimensions.find(({ by }) => by === name);
  const [rows, by] = [named("exitResult"), named(division)];
  if (rows === undefined || by === undefined) return null;
  const counts = crossCounts(cube, { period: report.period, population: "ended", rows, within: by });
  return resultsWithin(report, profile, division, counts);
}
