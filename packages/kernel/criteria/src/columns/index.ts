export type { OutcomeCounts } from "../packed/outcome-counts.ts";
export { assessColumns, type ColumnAssessment, type ColumnOptions } from "./assess-columns.ts";
export type { CodeColumn, Column } from "./column.ts";
export { type Columns, codeColumn, columnsOf, factsAt } from "./columns-of.ts";
export { TooManyCodes } from "./too-many-codes.ts";
