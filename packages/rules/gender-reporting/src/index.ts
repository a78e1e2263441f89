export { buildReport, type ReportOptions } from "./build-report.ts";
export { Column, columns } from "./column.ts";
export type { CountedRow } from "./counted-row.ts";
export {
  type CodeColumn,
  type CodedColumns,
  dayCode,
  noEnd,
  noStart,
  noYears,
  yearsCode,
} from "./cube/coded-columns.ts";
export { countColumns } from "./cube/count-columns.ts";
export { codeRows, countRows } from "./cube/count-rows.ts";
export { Cube, CubesDoNotMerge, emptyCube, mergeCubes } from "./cube/cube.ts";
export { CubeDimensionName, CubePlan, cubeDimensionsOf, cubePlan } from "./cube/cube-plan.ts";
export { tablesOf } from "./cube/project.ts";
export {
  DifferenceOverYears,
  differenceOverYears,
  type OutcomeInYear,
  type OutcomeOverYears,
} from "./differences/difference-over-years.ts";
export { differencesOf, ReportDifferences, TableDifferences } from "./differences/differences-of-report.ts";
export { differencesOverYears } from "./differences/results-over-years.ts";
export { resultsWithin, resultsWithinInterventions } from "./differences/results-within.ts";
export {
  type OutcomeBySex,
  type PublishedProportion,
  SexDifference,
  sexDifference,
} from "./differences/sex-difference.ts";
export {
  LeftOutStratum,
  type OutcomeInStrata,
  StandardisedDifference,
  type Stratum,
  standardisedDifference,
  WeighedStratum,
} from "./differences/standardised-difference.ts";
export { type Bounds, type Proportion, wilsonInterval } from "./differences/wilson-interval.ts";
export { writtenInterval, writtenPoints, writtenSize } from "./differences/written-points.ts";
export { withheldCells } from "./disclosure.ts";
export {
  DisclosureProblem,
  disclosureProblem,
  ProblemCell,
  type ProtectionPolicy,
} from "./disclosure-problem.ts";
export {
  type Belief,
  type EarlierPublications,
  earlierPublications,
  type WithheldElsewhere,
} from "./earlier-publications.ts";
export { categoryLine, cellKey, type Place } from "./equations.ts";
export { GoalOutcome, GoalReasonCode, GoalResult, Reached } from "./goals/goal-result.ts";
export { goalsOf } from "./goals/goals-of-report.ts";
export { type GoalPeriod, judgeGoal } from "./goals/judge-goal.ts";
export { Relation } from "./known-relations.ts";
export { type CostBasis, CostBySex, costBySex, NotSharedReason, type NumberBySex } from "./money/cost-by-sex.ts";
export { costsOf } from "./money/costs-of-report.ts";
export { wholePercent } from "./percent.ts";
export { type CheckedDocument, checkPrintedDocument } from "./printed-figures/check-printed-document.ts";
export { checkPrintedFigures } from "./printed-figures/check-printed-figures.ts";
export {
  DocumentFinding,
  DocumentFindingKind,
  documentFindingKinds,
  Explanation,
  FigureChange,
  OpenPercentage,
} from "./printed-figures/document-finding.ts";
export { Finding, FindingColumn, FindingKind, findingKinds } from "./printed-figures/finding.ts";
export { LineReference, PrintedDocument, PrintedLink } from "./printed-figures/printed-document.ts";
export { PrintedFigure } from "./printed-figures/printed-figure.ts";
export { reconcile } from "./reconcile/reconcile.ts";
export { Disagreement, ReconcileCheck, Reconciliation, reconcileChecks } from "./reconcile/reconciliation.ts";
export {
  Base,
  CellShares,
  CountedUnder,
  PublishedCounts,
  ReadingDay,
  RegisterState,
  Report,
  Rounding,
  Row,
  Section,
  Share,
  Table,
} from "./report.ts";
export { type ReportTablesOptions, reportTables } from "./report-tables.ts";
export {
  mergeTableCounts,
  outsideCategory,
  TableCounts,
  undeterminedCategory,
  unknownCategory,
} from "./table-counts.ts";
export { countsPersons, Dimension, Division, Population, TableSpec } from "./table-spec.ts";
export { startTabulation, type Tabulation, tabulate } from "./tabulate.ts";
export type { ReasonToldTogether } from "./told-together.ts";
export { usualCosts } from "./withholding-cost.ts";
