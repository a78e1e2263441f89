import type { Text } from "@finsam/model";
import type { Profile } from "@finsam/policy";
import type { Report, Table } from "../report.ts";
import type { Division } from "../table-spec.ts";
import { comparisonRuleFor, outcomeOf } from "./differences-of-report.ts";
import { type StandardisedDifference, type Stratum, standardisedDifference } from "./standardised-difference.ts";

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
 * The difference in positive results within age, education or referrer, by the table of a finished report that divides results so.
 * Groups of which the report withholds something are left out and listed. `null` when the report has no such table or the policy does
 * not say how to compare.
 *
 * @throws NoVersionCovers when the profile has no report layout for the report's year.
 * @example
 * ```ts
 * import { buildReport, reportTables, resultsWithin, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * resultsWithin(report, stockholm, "ageAtStart")?.state; // => "too-few"
 * ```
 */
export function resultsWithin(report: Report, profile: Profile, division: Division): StandardisedDifference | null {
  const table = report.tables.find(({ within }) => within?.by === division);
  return table === undefined ? null : standardised(report, profile, division, groupsOf(table));
}

const resultTable = "ended-by-result";

const divisionNames: Readonly<Record<Division | "intervention", Text>> = {
  intervention: { sv: "insats", en: "intervention" },
  ageAtStart: { sv: "ålder vid start", en: "age at the start" },
  education: { sv: "utbildning", en: "education" },
  referrer: { sv: "remittent", en: "referrer" },
};

/** Positive results out of known ones, for women and for men in each group, in the order of the rows. */
function groupsOf({ rows }: Table): readonly Stratum[] {
  return rows.flatMap(({ within, counts: positive }): readonly Stratum[] => {
    if (within?.result !== "positive") return [];
    const other = rows.find((row) => row.within?.group === within.group && row.within.result === "not-positive");
    const of = (sex: "woman" | "man") => {
      const [n, rest] = [positive[sex], other === undefined ? 0 : other.counts[sex]];
      return { n, of: n === null || rest === null ? null : n + rest };
    };
    const [woman, man] = [of("woman"), of("man")];
    // A group of the list in which nobody is would only be named as left out.
    return woman.of === 0 && man.of === 0 ? [] : [{ stratum: within.group, label: within.label, woman, man }];
  });
}

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
