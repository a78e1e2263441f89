export { type DuckdbStoreOptions, duckdbStore } from "./duckdb-store.ts";
export { openDuckdbStore } from "./open-duckdb-store.ts";
