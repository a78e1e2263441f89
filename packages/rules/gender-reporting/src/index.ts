export { buildReport, type ReportOptions } from "./build-report.ts";
export type { CountedRow } from "./counted-row.ts";
export { withheldCells } from "./disclosure.ts";
export { wholePercent } from "./percent.ts";
export { checkPrintedFigures } from "./printed-figures/check-printed-figures.ts";
export { Finding, FindingColumn, FindingKind, findingKinds } from "./printed-figures/finding.ts";
export { PrintedFigure } from "./printed-figures/printed-figure.ts";
export {
  Base,
  CellShares,
  Column,
  columns,
  PublishedCounts,
  Report,
  Row,
  Share,
  Table,
} from "./report.ts";
export { reportTables } from "./report-tables.ts";
export { addCounts, noCounts, SexCounts } from "./sex-counts.ts";
export {
  mergeTableCounts,
  outsideCategory,
  TableCounts,
  undeterminedCategory,
  unknownCategory,
} from "./table-counts.ts";
export { Dimension, Population, TableSpec } from "./table-spec.ts";
export { startTabulation, type Tabulation, tabulate } from "./tabulate.ts";
