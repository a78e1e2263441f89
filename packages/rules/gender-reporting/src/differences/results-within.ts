import type { Text } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import type { CrossCount } from "../cube/project.ts";
import type { Report, Table } from "../report.ts";
import { isUnanswered } from "../table-counts.ts";
import { comparisonRuleFor, outcomeOf } from "./differences-of-report.ts";
import { mergeSmallStrata } from "./merge-small-strata.ts";
import { type StandardisedDifference, type Stratum, standardisedDifference } from "./standardised-difference.ts";

/** What a difference is looked at within; for the interventions see {@link resultsWithinInterventions}. */
export type Division = "ageAtStart" | "education" | "referrer";

/**
 * The difference in positive results between women and men within the interventions, by the sections of a finished report: is it the mix
 * of interventions? `null` when the report has no such table or the policy does not say how to compare.
 *
 * @throws NoVersionCovers when the profile has no report layout for the report's year.
 * @example
 * ```ts
 * import { buildReport, reportTables, resultsWithinInterventions, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * resultsWithinInterventions(report, stockholm)?.state; // => "too-few"
 * ```
 */
export function resultsWithinInterventions(report: Report, profile: Profile): StandardisedDifference | null {
  const strata = report.sections.flatMap(({ intervention, label, tables }): readonly Stratum[] => {
    const table = tables.find(({ id }) => id.startsWith(resultTable));
    const row = table?.rows.find(({ category }) => category === "positive");
    if (table === undefined || row === undefined) return [];
    const { woman, man } = outcomeOf(table, row);
    return [{ stratum: intervention, label, woman, man }];
  });
  return standardised(report, profile, "intervention", strata);
}

/**
 * The difference in positive results within age, education or referrer, by counts that `crossCounts` made of the report's
 * cube. Those counts are not protected: groups in which a number under the report's threshold would show are merged with others until
 * none does, and nothing is told when the report itself withholds the results of women or of men.
 *
 * @throws NoVersionCovers when the profile has no report layout for the report's year.
 * @example
 * ```ts
 * import { buildReport, reportTables, resultsWithin, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * resultsWithin(report, stockholm, "ageAtStart", [])?.state; // => "too-few"
 * ```
 */
export function resultsWithin(
  report: Report,
  profile: Profile,
  division: Division,
  counts: readonly CrossCount[],
): StandardisedDifference | null {
  const results = report.tables.find(({ id }) => id === resultTable);
  if (results === undefined || [results.base.known, ...results.rows.map((row) => row.counts)].some(hidesASex))
    return null;
  const named = report.tables.find(({ id }) => id === tableOf[division]);
  return standardised(report, profile, division, mergeSmallStrata(strataOf(counts, named), report.threshold));
}

const resultTable = "ended-by-result";

const hidesASex = ({ woman, man }: { readonly woman: number | null; readonly man: number | null }): boolean =>
  woman === null || man === null;

/** The table of a report that names the groups of a division. */
const tableOf: Readonly<Record<Division, string>> = {
  ageAtStart: "started-by-age",
  education: "started-by-education",
  referrer: "participants-by-referrer",
};

const divisionNames: Readonly<Record<Division | "intervention", Text>> = {
  intervention: { sv: "insats", en: "intervention" },
  ageAtStart: { sv: "ålder vid start", en: "age at the start" },
  education: { sv: "utbildning", en: "education" },
  referrer: { sv: "remittent", en: "referrer" },
};

/** Positive results out of known ones, for women and for men in each group, in the order and by the names of a table's rows. */
function strataOf(counts: readonly CrossCount[], table: Table | undefined): readonly Stratum[] {
  const rows = table?.rows ?? [];
  const found = new Set(counts.map(({ stratum }) => stratum));
  const named = rows.filter(({ category }) => found.has(category));
  const nameless = [...found]
    .filter((stratum) => !named.some(({ category }) => category === stratum))
    .map((category) => ({ category, label: { sv: category, en: category } }));
  return [...named, ...nameless].map(({ category: stratum, label }) => {
    const known = counts.filter((count) => count.stratum === stratum && !isUnanswered(count.row));
    const of = (sex: "woman" | "man") => ({
      n: sum(known.filter(({ row }) => row === "positive").map((count) => count.counts[sex])),
      of: sum(known.map((count) => count.counts[sex])),
    });
    return { stratum, label, woman: of("woman"), man: of("man") };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function standardised(
  report: Report,
  profile: Profile,
  division: Division | "intervention",
  strata: readonly Stratum[],
): StandardisedDifference | null {
  const rule = comparisonRuleFor(report, profile);
  const table = report.tables.find(({ id }) => id === resultTable);
  const row = table?.rows.find(({ category }) => category === "positive");
  if (rule === null || table === undefined || row === undefined) return null;
  const { outcome, counted } = outcomeOf(table, row);
  return standardisedDifference({ outcome, counted, division: divisionNames[division], strata }, rule);
}
