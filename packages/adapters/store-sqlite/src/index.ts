export { openSqliteStore } from "./open-sqlite-store.ts";
export { type SqliteStoreOptions, sqliteStore } from "./sqlite-store.ts";
