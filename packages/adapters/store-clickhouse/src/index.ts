export { type ClickhouseAnalysis, clickhouseAnalysis } from "./clickhouse-analysis.ts";
export { clickhouseClientRunner } from "./clickhouse-client-runner.ts";
export { type ClickhouseExportOptions, exportToClickhouse } from "./export-to-clickhouse.ts";
export type { QueryParameters, QueryRunner } from "./query-runner.ts";
export { type ClickhouseTables, clickhouseTables } from "./tables.ts";
