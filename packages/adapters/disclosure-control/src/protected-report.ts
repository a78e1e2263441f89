import {
  buildReport,
  type DisclosureProblem,
  disclosureProblem,
  type EarlierPublications,
  earlierPublications,
  type ProblemCell,
  type Report,
  type ReportOptions,
  reportTables,
  type TableCounts,
} from "@finsam/gender-reporting";
import { calendarYear } from "@finsam/model";
import { at, type DisclosurePolicy, type Profile } from "@finsam/policy";
import { besideOtherYears } from "./beside-other-years.ts";
import { protect } from "./protect.ts";
import { roundCounts } from "./round-counts.ts";
import { isToldOtherwise, ToldOtherwise } from "./told-otherwise.ts";

/** What may be chosen for one protected report. */
export interface ProtectedReportOptions extends Omit<ReportOptions, "withheld" | "disclosure"> {
  /** Reports that were published before and that readers may compare with: of the same year, and of the year before. */
  readonly earlier?: readonly Report[];
}

/**
 * The yearly report of an association as it may be published: its counts protected as the profile's report layout says, which is to
 * withhold the cheapest when it says nothing.
 *
 * @throws NoVersionCovers when the profile has no report layout for the year; RangeError when the counts of a table are missing;
 * ToldOtherwise when an earlier report of the same year tells other categories together.
 * @example
 * ```ts
 * import { protectedReport } from "@finsam/disclosure-control";
 * import { reportTables, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const one = { participation: { followUp: "not-followed", id: "D1", intervention: "mia-vidare", sex: "woman", sexBasis: "legal-sex", start: "2021-03-01" } } as const;
 * const report = await protectedReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), [one]));
 * report.tables[0]?.rows[0]?.counts.woman; // => null
 * ```
 */
export async function protectedReport(
  profile: Profile,
  year: number,
  counted: readonly TableCounts[],
  { earlier = [], ...options }: ProtectedReportOptions = {},
): Promise<Report> {
  const layout = at(profile.report, calendarYear(year).to, "report").value;
  const threshold = options.threshold ?? layout.threshold;
  const specs = reportTables(profile, year, options);
  const disclosure = layout.disclosure ?? withholding(threshold);
  if (threshold <= 1) return buildReport(profile, year, counted, { ...options, withheld: new Set() });
  if (disclosure.method === "round") {
    const problem = disclosureProblem(specs, counted, 0, withholding(threshold));
    const rounded = await roundCounts(problem, counted, disclosure.base);
    const report = buildReport(profile, year, rounded, { ...options, threshold: 0, withheld: new Set(), disclosure });
    return { ...report, notes: [...report.notes, roundedNote(disclosure.base)] };
  }
  if (earlier.some((report) => isToldOtherwise(report, year, disclosure))) throw new ToldOtherwise(year);
  const before = earlierPublications(profile, earlier, year, counted);
  const ofOneReport = disclosureProblem(specs, counted, threshold, disclosure, before.known);
  const problem = await besideOtherYears(ofOneReport, before);
  const protection = await protectWithZeros(problem, before);
  // What is known from before is not said again when it is small.
  const again = problem.cells.filter(({ status, count }) => status === "published" && count > 0 && count < threshold);
  const withheld = new Set([...protection.withheld, ...again.map(({ key }) => key)]);
  const report = buildReport(profile, year, counted, { ...options, withheld, disclosure });
  return before.withheld.length === 0 ? report : { ...report, notes: [...report.notes, besideOtherYearsNote] };
}

/** Zeros are printed, but where that would tell what another year withholds. */
async function protectWithZeros(problem: DisclosureProblem, earlier: EarlierPublications) {
  const protection = await protect(problem);
  const exposed = new Set(protection.exposed);
  const isTold = problem.cells.some(({ key, status }) => status === "elsewhere" && exposed.has(key));
  return isTold ? protect(withZerosOpen(problem, earlier)) : protection;
}

/** The problem when telling zeros may be withheld as well, so that a reader has to think of zeros there. */
function withZerosOpen(
  { cells, ...problem }: DisclosureProblem,
  { tellingZeros, tablesWithSuchZeros }: EarlierPublications,
): DisclosureProblem {
  const opened = cells.map((cell): ProblemCell => {
    if (!tablesWithSuchZeros.has(cell.key.split(" ")[0] ?? "")) return cell;
    const isOpened = cell.status === "published" && cell.count === 0 && tellingZeros.has(cell.key);
    return { ...cell, atLeast: 0, ...(isOpened ? { status: "open", reaches: problem.threshold } : {}) };
  });
  return { ...problem, cells: opened };
}

const besideOtherYearsNote = {
  sv: "Antal är dolda även för att rapporter för andra år inte ska röjas. Ett dolt antal deltaganden under året, pågående från tidigare år eller avslutade kan därför vara noll.",
  en: "Counts are withheld so that reports of other years are not given away either. A withheld count of participations during the year, of those carried over or of those that ended can therefore be zero.",
};

/** What is meant when a report layout does not say how counts are protected. */
const withholding = (threshold: number): Extract<DisclosurePolicy, { readonly method: "withhold" }> => ({
  method: "withhold",
  width: Math.max(1, threshold - 1),
  zeros: "publish",
  otherAndUnknown: "apart",
});

const roundedNote = (base: number) => ({
  sv: `Alla antal är avrundade till multiplar av ${base} så att summorna stämmer, och andelarna är räknade på de avrundade antalen. Ett antal kan därför skilja sig från det räknade.`,
  en: `All counts are rounded to multiples of ${base} so that the sums hold, and shares are made of the rounded counts. A count can therefore differ from what was counted.`,
});
