export type { CountedRow } from "./counted-row.ts";
export { reportTables } from "./report-tables.ts";
export { addCounts, noCounts, SexCounts } from "./sex-counts.ts";
export { mergeTableCounts, TableCounts, undeterminedCategory, unknownCategory } from "./table-counts.ts";
export { Dimension, Population, TableSpec } from "./table-spec.ts";
export { startTabulation, type Tabulation, tabulate } from "./tabulate.ts";
