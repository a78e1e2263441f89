import { CodeId, Text } from "@finsam/model";
import { at, type ComparisonRule, ComparisonRule as ComparisonRuleSchema, type Profile } from "@finsam/policy";
import * as z from "zod";
import type { Report, Row, Table } from "../report.ts";
import { isUnanswered } from "../table-counts.ts";
import { Population } from "../table-spec.ts";
import { type OutcomeBySex, SexDifference, sexDifference } from "./sex-difference.ts";
import { writtenLevel } from "./written-points.ts";

/** The differences of one table, row by row. */
export const TableDifferences = z.strictObject({
  table: CodeId,
  title: Text,
  population: Population,
  rows: z.array(z.strictObject({ category: CodeId, label: Text, difference: SexDifference })),
});
export type TableDifferences = z.infer<typeof TableDifferences>;

/** The differences between women and men in a report. */
export const ReportDifferences = z.strictObject({
  /** `null` when the policy does not say how to compare; then nothing is. */
  rule: ComparisonRuleSchema.nullable(),
  tables: z.array(TableDifferences),
  sections: z.array(z.strictObject({ intervention: CodeId, label: Text, tables: z.array(TableDifferences) })),
  /** What a reader must know to read the differences right. */
  notes: z.array(Text),
});
export type ReportDifferences = z.infer<typeof ReportDifferences>;

/**
 * The differences between women and men in a finished report: of all rows that tell what came about, in the tables of the whole and of
 * each intervention. Shares are of those whose answer is known. Only what the report publishes is used, so a difference cannot give away
 * what it withholds.
 *
 * @throws NoVersionCovers when the profile has no report layout for the report's year.
 * @example
 * ```ts
 * import { buildReport, differencesOf, reportTables, tabulate } from "@finsam/gender-reporting";
 * import { stockholm } from "@finsam/stockholm";
 * const report = buildReport(stockholm, 2021, tabulate(reportTables(stockholm, 2021), []));
 * differencesOf(report, stockholm).rule?.level; // => 95
 * ```
 */
export function differencesOf(report: Report, profile: Profile): ReportDifferences {
  const rule = comparisonRuleFor(report, profile);
  if (rule === null) return { rule, tables: [], sections: [], notes: [] };
  const inTables = (tables: readonly Table[]): TableDifferences[] =>
    tables.map((table) => inTable(table, rule)).filter(({ rows }) => rows.length > 0);
  const tables = inTables(report.tables);
  const sections = report.sections
    .map(({ intervention, label, tables: of }) => ({ intervention, label, tables: inTables(of) }))
    .filter((section) => section.tables.length > 0);
  return { rule, tables, sections, notes: [...notesFor(rule)] };
}

/** How the policy of the report's year compares, or `null` when it does not say. */
export const comparisonRuleFor = ({ period }: Report, profile: Profile): ComparisonRule | null =>
  at(profile.report, period.to, "report").value.comparison ?? null;

function inTable(table: Table, rule: ComparisonRule): TableDifferences {
  return {
    table: table.id,
    title: table.title,
    population: table.base.population,
    rows: table.rows
      .filter((row) => tellsSomething(row))
      .map((row) => ({
        category: row.category,
        label: row.label,
        difference: sexDifference(outcomeOf(table, row), rule),
      })),
  };
}

/**
 * A row of all, of missing answers, of nobody, or one that only turns another round, tells of no difference of its own; of a group by
 * itself {@link resultsWithin} tells.
 */
const tellsSomething = ({ category, counts, within }: Row): boolean =>
  within === undefined &&
  !isUnanswered(category) &&
  !saysNothing.has(category) &&
  (counts.woman !== 0 || counts.man !== 0);

const saysNothing: ReadonlySet<string> = new Set(["all", "not-positive", "followed"]);

/** A row of a table as an outcome: its counts out of those whose answer is known. */
export function outcomeOf({ base }: Table, { label, counts }: Row): OutcomeBySex {
  const allKnown = base.known.woman === base.counts.woman && base.known.man === base.counts.man;
  const { sv, en } = countedIn[base.population];
  return {
    outcome: label,
    counted: {
      sv: allKnown ? sv : `${sv} där uppgiften är känd`,
      en: allKnown ? en : `${en} where it is known`,
    },
    woman: { n: counts.woman, of: base.known.woman },
    man: { n: counts.man, of: base.known.man },
  };
}

const countedIn: Readonly<Record<Population, Text>> = {
  participants: { sv: "deltaganden", en: "participations" },
  "carried-over": { sv: "deltaganden från tidigare år", en: "participations from earlier years" },
  started: { sv: "påbörjade deltaganden", en: "started participations" },
  ended: { sv: "avslutade deltaganden", en: "ended participations" },
  "not-started": { sv: "ännu inte påbörjade deltaganden", en: "participations not yet started" },
};

function notesFor({ level, fewest }: ComparisonRule): readonly Text[] {
  const oneIn = Math.round(100 / (100 - level));
  return [
    {
      sv: `Ett ${writtenLevel(level, "sv")} visar hur mycket slumpen kan flytta en skillnad. Det är räknat med Newcombes metod (1998, metod 10). Kvinnor och män jämförs bara där det finns minst ${fewest} deltaganden av vardera.`,
      en: `A ${writtenLevel(level, "en")} shows how far chance may move a difference. It is worked out by Newcombe’s method (1998, method 10). Women and men are compared only where there are at least ${fewest} participations of each.`,
    },
    {
      sv: `Många skillnader prövas. Där kvinnor och män egentligen är lika hamnar ändå ungefär 1 av ${oneIn} intervall vid sidan av noll.`,
      en: `Many differences are tried. Where women and men are really alike, about 1 in ${oneIn} intervals still leaves out zero.`,
    },
    {
      sv: "Intervallen räknar deltaganden som oberoende av varandra. Där samma person har flera är de något för smala.",
      en: "The intervals take participations as independent of each other. Where one person has several they are a little too narrow.",
    },
  ];
}
